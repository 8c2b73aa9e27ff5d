/** What the scout of a frame says yes to, when it looks again, and when it is done. */
import { afterEach, describe, expect, it } from 'vitest';
import { looseLines } from '../../../src/core/reading/loose-lines.ts';
import { mayMark } from '../../../src/core/reading/may-mark.ts';
import { leavePart } from '../../../src/page/frame/frame-parts.ts';
import { createReader } from '../../../src/page/reading/reader.ts';
import { type Brought, startScout } from '../../../src/page/reading/scout.ts';
import { fc } from '../../properties.ts';
import { createClock } from '../card/card-sample.ts';
import { build, trees } from '../text/random-page.ts';
import { answer, createListPainter, listen, nextTask } from './reading-page.ts';

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
    const asked: (readonly string[] | null)[] = [];
    const state = { isAlive: true, checks: 0 };
    const look = startScout({
      document: page,
      clock,
      isAlive() {
        state.checks++;
        return state.isAlive;
      },
      async ask(texts) {
        const answer = answers[asked.length] ?? 'nothing';
        asked.push(texts);
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

  it.each<[string, string, string[] | null]>([
    ['its texts', 'It met. <b>Then</b>', ['It met. ', 'Then']],
    ['the blanks between them', '<b>It</b> <i>met</i>\n\n<p>Then', ['It', ' met', ' Then']],
    [
      'none of its scripts and styles',
      '<script>let NCG</script>It met.<style>NCG</style>',
      ['It met.'],
    ],
    ['none where it is likely to hold something', 'It met. The EDSCG met.', null],
    ['none where shadow trees may hold more', 'It met. <my-text></my-text>', null],
    ['none where a title may explain it', 'The <abbr title="Quiet Forum">Qf</abbr> met.', null],
    ['none where a row may explain it', '<table><tr><td>Qf</td><td>Quiet Forum', null],
    ['none where a reading parts it', 'It <ruby>met<rt>m</rt></ruby>', null],
    [
      'none where the page explains it to machines',
      'It met.<script type="application/ld+json">{"@type":"DefinedTerm"}</script>',
      null,
    ],
    ['none where it is long', 'It met. '.repeat(10_000), null],
  ])('asks at once, and tells %s', async (_, body, texts) => {
    expect(scout(article(body)).asked).toEqual([texts]);
  });

  it('tells all texts in which the reader of a page would mark something', async () => {
    const parts = [
      ...['Nuclear ', 'Nu', 'clear ', 'Consultative Group', 'Consultative ', 'Gro', 'up'],
      ...[
        '북대서양조약',
        '기구',
        '는 ',
        ' Hudson Institute of Talks',
        ' met. ',
        ' ',
        '\n',
        'ferry',
      ],
    ];
    await fc.assert(
      fc.asyncProperty(trees(parts), async (page) => {
        const place = document.createElement('main');
        document.body.replaceChildren(place);
        build(place, page);
        const life = new AbortController();
        const painter = createListPainter();
        const on = { document, root: place, painter, onChange() {}, signal: life.signal };
        const reader = createReader({ ...on, ...listen() });
        await reader.start();
        const isMarked = reader.mentions().length > 0;
        life.abort();
        if (!isMarked) return;
        const { asked, look } = scout(document);
        look(true);
        const lines = looseLines(asked.at(-1) ?? []);
        expect(lines && (await mayMark(lines, answer))).toBe(true);
      }),
      { numRuns: 100 },
    );
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
    expect(asked).toEqual([null]);
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
    expect(asked).toEqual([null]);
  });

  it('hears of text that changes while its question waits', async () => {
    const page = article('It met.');
    const { asked, pass } = scout(page, 'nothing', 'in');
    page.querySelector('article')?.append(' The EDSCG met.');
    await pass(250);
    expect(asked).toEqual([['It met.'], null]);
  });

  it('hears of a text that is only rewritten', async () => {
    const page = article('It met.');
    const { asked, pass } = scout(page, 'nothing', 'in');
    await nextTask();
    (page.querySelector('article')?.firstChild as Text).data = 'The EDSCG met.';
    await pass(250);
    expect(asked).toEqual([['It met.'], null]);
  });

  it.each(['in', 'off'] as const)('watches nothing once the answer is %s', async (answer) => {
    const page = article('The EDSCG met.');
    const { asked, clock, pass } = scout(page, answer);
    await nextTask();
    page.body.append('<p>More.</p>');
    await pass(10_000);
    expect([asked, clock.timers()]).toEqual([[null], 0]);
  });

  it('asks again when it is told of a change, unless the content script is there', async () => {
    const page = article('The EDSCG met.');
    const { asked, look } = scout(page, 'off', 'in');
    await nextTask();
    look(false);
    await nextTask();
    look(false);
    expect(asked).toEqual([null, null]);
  });

  it('is told that pages without an article are read too', async () => {
    const { asked, look } = scout(makePage('<p>The EDSCG met.</p>'));
    const empty = scout(makePage('<img>'));
    expect(asked).toEqual([]);
    look(true);
    empty.look(true);
    expect([asked, empty.asked]).toEqual([[null], []]);
  });

  it('asks again while the background cannot be reached', async () => {
    const { asked, pass } = scout(article('The EDSCG met.'), new Error(), new Error(), 'in');
    for (let turn = 0; turn < 8; turn++) await pass(1_000);
    expect(asked).toEqual([null, null, null]);
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
      expect(scout(page).asked).toEqual([null]);
      expect(scout(frame('')).asked).toEqual([]);
    });

    it('looks once at the page around many frames, while it stays the same', () => {
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
