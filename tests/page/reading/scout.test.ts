/** What the scout of a frame says yes to, when it looks again, and when it is done. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leavePart } from '../../../src/page/frame/frame-parts.ts';
import { type Brought, startScout } from '../../../src/page/reading/scout.ts';
import { createClock } from '../card/card-sample.ts';
import { nextTask } from './reading-page.ts';

/** A document of its own: the test's page is none that anybody reads. */
const makePage = (body: string, head = '') =>
  new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');

const ARTICLE = '<meta property="og:type" content="article">';

describe('the scout', () => {
  let life: AbortController | null = null;
  afterEach(() => life?.abort());

  /** Start one; `asked` lists its questions, which are answered in turn. */
  function scout(page: Document, ...answers: readonly (Brought | Error)[]) {
    const clock = createClock();
    const asked: boolean[] = [];
    const state = { isAlive: true, checks: 0 };
    const look = startScout({
      document: page,
      clock,
      isAlive() {
        state.checks++;
        return state.isAlive;
      },
      async ask(isSure) {
        const answer = answers[asked.length] ?? 'nothing';
        asked.push(isSure);
        if (answer instanceof Error) throw answer;
        if (answer === 'in') {
          life = new AbortController();
          leavePart('life', life);
        }
        return answer;
      },
    });
    const pass = async (ms: number) => {
      await nextTask();
      for (let left = ms; left > 0; left -= 250) clock.pass(Math.min(left, 250));
      await nextTask();
    };
    return { clock, asked, state, look, pass };
  }

  it.each([
    ['an article', '<article>Short.</article>', ''],
    ['a text in a page that calls itself one', '<div>Short.</div>', ARTICLE],
    ['text behind a script', '<script>let a;</script><p>Short.</p>', ARTICLE],
    ['an element that may bring text in its shadow', '<my-text></my-text>', ARTICLE],
    [
      'text in a shadow tree',
      '<div><template shadowrootmode="open"><p>Short.</p></template></div>',
      ARTICLE,
    ],
  ])('asks for a document with %s', (_, body, head) => {
    const page = body.includes('shadowrootmode') ? Document.parseHTMLUnsafe(head + body) : null;
    expect(scout(page ?? makePage(body, head)).asked).toHaveLength(1);
  });

  it.each([
    ['no text', '<a href="#"><img alt="Buy"></a>', ARTICLE],
    ['no text but in scripts', '<script>let a;</script><style>a {}</style>', ARTICLE],
    ['no text but the title', '', `${ARTICLE}<title>NCG</title>`],
    ['no article', '<button>Open</button><span>NCG</span>', ''],
  ])('asks for no document with %s', (_, body, head) => {
    expect(scout(makePage(body, head)).asked).toEqual([]);
  });

  const article = (text: string) => makePage(`<article>${text}</article>`);

  it('asks at once, and says whether it is sure', async () => {
    expect(scout(article('The EDSCG met.')).asked).toEqual([true]);
    expect(scout(article('It met.')).asked).toEqual([false]);
    expect(scout(article('It met. <my-text></my-text>')).asked).toEqual([true]);
  });

  it('asks nothing and has no timer where there is nothing, until the page changes', async () => {
    const page = makePage('<p>Menu</p>');
    const { asked, clock, pass, state } = scout(page);
    await pass(100_000);
    expect([asked, clock.timers()]).toEqual([[], 0]);
    // Not even whether the extension is there: that makes the browser's interface in each frame.
    expect(state.checks).toBe(0);
    page.body.innerHTML = '<article>The EDSCG met.</article>';
    await pass(250);
    expect(asked).toEqual([true]);
  });

  it('looks again ever less often at a page that changes all the time', async () => {
    const page = makePage('<p>Menu</p>');
    let looks = 0;
    const { getElementsByTagName } = page;
    page.getElementsByTagName = ((name: string) => {
      if (name === 'article') looks++;
      return getElementsByTagName.call(page, name);
    }) as never;
    const { pass } = scout(page);
    for (let at = 0; at < 600; at++) {
      page.body.append('.');
      await pass(250);
    }
    expect(looks).toBeGreaterThan(8);
    expect(looks).toBeLessThan(20);
  });

  it('looks soon at a page that has become another', async () => {
    const page = makePage('<p>Menu</p>');
    let address = 'https://a.example/';
    Object.defineProperty(page, 'URL', { get: () => address });
    const { asked, pass } = scout(page);
    for (let at = 0; at < 400; at++) {
      page.body.append('.');
      await pass(250);
    }
    address = 'https://a.example/story';
    page.body.innerHTML = '<article>The EDSCG met.</article>';
    await pass(1_500);
    expect(asked).toEqual([true]);
  });

  it('hears of text that changes while its question waits', async () => {
    const page = article('It met.');
    const { asked, pass } = scout(page, 'nothing', 'in');
    page.querySelector('article')?.append(' The EDSCG met.');
    await pass(250);
    expect(asked).toEqual([false, true]);
  });

  it('hears of a text that is only rewritten, and of a quote shown, not of icons', async () => {
    const page = article('It met.<aside aria-hidden="true">It went.</aside><i></i>');
    const { asked, clock, pass } = scout(page);
    page.querySelector('i')?.setAttribute('aria-hidden', 'true');
    await pass(250);
    expect([asked, clock.timers()]).toEqual([[false], 0]);
    page.querySelector('aside')?.removeAttribute('aria-hidden');
    await pass(250);
    (page.querySelector('article')?.firstChild as Text).data = 'The EDSCG met.';
    await pass(500);
    expect(asked).toEqual([false, false, true]);
  });

  it.each(['in', 'off'] as const)('watches nothing once the answer is %s', async (answer) => {
    const page = article('The EDSCG met.');
    const { asked, clock, pass } = scout(page, answer);
    await nextTask();
    page.body.append('<p>More.</p>');
    await pass(10_000);
    expect([asked, clock.timers()]).toEqual([[true], 0]);
  });

  it('asks again when it is told of a change, unless the content script is there', async () => {
    const page = article('The EDSCG met.');
    const { asked, look } = scout(page, 'off', 'in');
    await nextTask();
    look(false);
    await nextTask();
    look(false);
    expect(asked).toEqual([true, true]);
  });

  it('is told that pages without an article are read too', async () => {
    const { asked, look } = scout(makePage('<p>The EDSCG met.</p>'));
    const empty = scout(makePage('<img>'));
    expect(asked).toEqual([]);
    look(true);
    empty.look(true);
    expect([asked, empty.asked]).toEqual([[true], []]);
  });

  it('asks again while the background cannot be reached', async () => {
    const { asked, pass } = scout(article('The EDSCG met.'), new Error(), new Error(), 'in');
    for (let turn = 0; turn < 8; turn++) await pass(1_000);
    expect(asked).toEqual([true, true, true]);
  });

  it('asks not without end', async () => {
    const errors = Array.from({ length: 20 }, () => new Error());
    const { asked, pass, clock } = scout(article('The EDSCG met.'), ...errors);
    for (let turn = 0; turn < 300; turn++) await pass(1_000);
    expect([asked.length, clock.timers()]).toEqual([8, 0]);
  });

  it('ends with the extension', async () => {
    const page = makePage('<p>Menu</p>');
    const { asked, state, clock, pass } = scout(page);
    state.isAlive = false;
    page.body.innerHTML = '<article>The EDSCG met.</article>';
    await pass(1_000);
    page.body.append('.');
    await pass(1_000);
    expect([asked, clock.timers()]).toEqual([[], 0]);
  });

  describe('in a frame', () => {
    const around = window.top?.document as Document;
    const added: Element[] = [];
    afterEach(() => {
      for (const element of added.splice(0)) element.remove();
    });

    function add<T extends Element>(element: T, to: Document): T {
      to.body.append(element);
      added.push(element);
      return element;
    }
    function frame(text: string): Document {
      const page = add(document.createElement('iframe'), document).contentDocument as Document;
      page.body.textContent = text;
      return page;
    }

    it('asks if the page around it holds an article by then, and the frame a text', () => {
      const page = frame('The EDSCG met.');
      expect(scout(page).asked).toEqual([]);
      add(around.createElement('article'), around);
      expect(scout(page).asked).toEqual([true]);
      expect(scout(frame('')).asked).toEqual([]);
    });

    it('makes no element known to it where the frame has no text', () => {
      add(around.createElement('article'), around);
      const page = frame('');
      page.body.innerHTML = '<a href="#"><div></div></a><script>let NCG;</script>';
      const walk = vi.spyOn(page, 'createTreeWalker');
      const select = vi.spyOn(page, 'querySelectorAll');
      expect(scout(page).asked).toEqual([]);
      expect([walk, select].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
      page.body.innerHTML = '<my-text></my-text>';
      expect(scout(page).asked).toEqual([true]);
    });

    it('looks once at the page around many frames, while it stays the same', () => {
      leavePart('article', -1, window.top as Window);
      const { getElementsByTagName } = around;
      let looks = 0;
      around.getElementsByTagName = ((name: string) => {
        if (name === 'article') looks++;
        return getElementsByTagName.call(around, name);
      }) as never;
      const frames = Array.from({ length: 5 }, () => frame('The EDSCG met.'));
      for (const page of frames) scout(page);
      Reflect.deleteProperty(around, 'getElementsByTagName');
      expect(looks).toBe(1);
    });
  });
});
