import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardContent } from '../../../src/core/cards/card-content.ts';
import { readCardStrings, type TranslateCard } from '../../../src/core/cards/card-strings.ts';
import type { Card, CardPlace } from '../../../src/page/card/card-options.ts';
import { Interruption } from '../../../src/page/frame/interruption.ts';
import { expectNoFaults, expectRoomyTargets } from '../../ui/access.ts';
import { inSchemes } from '../../ui/emulate.ts';
import { createTranslate, LOCALE_NAMES, type Locale } from '../../ui/locales.ts';
import { click, drag, movePointer } from '../pointing/pointer.ts';
import {
  boxOf,
  createClock,
  hostOf,
  inCard,
  openableCard,
  sample,
  settle,
  strings,
} from './card-sample.ts';

let clock: ReturnType<typeof createClock>;
let card: Card;

/** The size of the window. */
const w = 900;
const h = 640;

beforeEach(async () => {
  await page.viewport(w, h);
  clock = createClock();
  card = openableCard({ clock });
});

afterEach(async () => {
  if (document.fullscreenElement) await document.exitFullscreen();
  card.hide();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
  document.head.querySelector('#hostile')?.remove();
  window.scrollTo(0, 0);
});

/** A mention with its top left corner at a point of the viewport. */
function placeMention(x: number, y: number, text = 'HTG'): Text {
  const word = document.createElement('span');
  word.style.cssText = `position:fixed;left:${x}px;top:${y}px;font:16px/20px monospace`;
  word.textContent = text;
  document.body.append(word);
  return word.firstChild as Text;
}

function rangeOver(node: Node): Range {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
}

async function show(node: Node, how: CardPlace['how'] = 'pointer', content = sample) {
  const anchor = rangeOver(node);
  card.show(Promise.resolve(content), { anchor, node, how, point: null });
  await settle();
  return anchor.getBoundingClientRect();
}

const areApart = (a: DOMRect, b: DOMRect) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

describe('where the card goes', () => {
  it.each<[string, number, number]>([
    ['upper left', 0, 0],
    ['upper right', w - 30, 0],
    ['lower left', 0, h - 22],
    ['lower right', w - 30, h - 22],
    ['middle', w / 2, h / 2],
    ['just above the middle', w / 3, h / 2 - 30],
  ])('stays in the viewport and off its mention: %s', async (_, x, y) => {
    const mention = await show(placeMention(x, y));
    const box = boxOf().getBoundingClientRect();
    expect(box.height).toBeGreaterThan(40);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(w);
    expect(box.bottom).toBeLessThanOrEqual(h);
    expect(areApart(box, mention)).toBe(true);
  });

  it.each<[string, number]>([
    ['lower', 40],
    ['upper', h - 60],
  ])('is a sheet at the %s edge for a finger', async (edge, y) => {
    const mention = await show(placeMention(20, y), 'tap');
    const box = boxOf().getBoundingClientRect();
    expect(edge === 'lower' ? box.bottom : box.top).toBeCloseTo(edge === 'lower' ? h : 0, 0);
    expect(areApart(box, mention)).toBe(true);
  });

  it.each(['pointer', 'key'] as const)(
    'is beside its mention in a narrow window: %s',
    async (how) => {
      await page.viewport(320, 900);
      const mention = await show(placeMention(20, 40), how);
      const box = boxOf().getBoundingClientRect();
      expect(box.top - mention.bottom).toBeCloseTo(6, 0);
    },
  );

  it('keeps clear of every line of a mention that wraps', async () => {
    const paragraph = document.createElement('p');
    paragraph.style.cssText = 'margin:60px 0 0;width:260px;font:16px/20px monospace';
    paragraph.append('words before the ');
    const name = document.createTextNode('Harbour Talks Group of Towns');
    paragraph.append(name, ' and after');
    document.body.append(paragraph);
    await show(name);
    const lines = [...rangeOver(name).getClientRects()];
    expect(lines.length).toBeGreaterThan(1);
    const box = boxOf().getBoundingClientRect();
    for (const line of lines) expect(areApart(box, line)).toBe(true);
  });

  it('unfolds in place and stays in the viewport', async () => {
    const mention = await show(placeMention(w / 3, 40));
    const before = boxOf().getBoundingClientRect();
    clock.pass(300);
    await click(inCard('.fold'));
    await settle();
    const box = boxOf().getBoundingClientRect();
    expect(inCard('.fold').ariaExpanded).toBe('true');
    expect(box.height).toBeGreaterThan(before.height);
    expect(box.top).toBe(before.top);
    expect(box.bottom).toBeLessThanOrEqual(h);
    expect(areApart(box, mention)).toBe(true);
    expect(inCard('.timeline').querySelectorAll('.dot')).toHaveLength(3);
  });
});

/** What a page's script can read of itself. */
function getTextOfPage(): string {
  getSelection()?.selectAllChildren(document.documentElement);
  const text = `${document.documentElement.textContent}${getSelection()}`;
  getSelection()?.removeAllRanges();
  return text;
}

describe('what the card leaves behind', () => {
  it('is nothing', async () => {
    const node = placeMention(40, 40);
    const before = document.documentElement.outerHTML;
    const stylesBefore = document.adoptedStyleSheets.length;
    await show(node);
    expect(hostOf()).not.toBeNull();
    card.hide();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.adoptedStyleSheets).toHaveLength(stylesBefore);
    expect(clock.timers()).toBe(0);
  });

  it('is no shift of the page while it is open', async () => {
    const node = placeMention(40, 40);
    document.body.append(document.createElement('p'));
    const size = () => [
      document.documentElement.scrollHeight,
      document.documentElement.scrollWidth,
    ];
    const before = size();
    await show(node);
    expect(size()).toEqual(before);
  });

  it('is closed to the page', async () => {
    card = openableCard({ clock, mode: 'closed' });
    await show(placeMention(40, 40));
    expect(hostOf()?.shadowRoot).toBeNull();
    expect(getTextOfPage()).not.toContain('harbour towns');
    expect(hostOf()?.getAttributeNames()).toEqual(['data-newsgloss-card', 'popover']);
  });

  it('is the focus, where it was', async () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    await show(placeMention(40, 40), 'key');
    expect(document.activeElement).toBe(hostOf());
    expect(boxOf().role).toBe('dialog');
    card.hide();
    expect(document.activeElement).toBe(button);
  });
});

describe('a hostile page', () => {
  it('cannot dress the card', async () => {
    const read = () => {
      const { fontSize, color, backgroundColor, lineHeight, opacity } = getComputedStyle(boxOf());
      const title = getComputedStyle(inCard('.title'));
      const { x, width, height } = boxOf().getBoundingClientRect();
      return {
        fontSize,
        color,
        backgroundColor,
        lineHeight,
        opacity,
        title: title.fontSize,
        x,
        width,
        height,
      };
    };
    const node = placeMention(200, 100);
    await show(node);
    await Promise.all(
      boxOf()
        .getAnimations()
        .map(({ finished }) => finished),
    );
    const plain = read();
    card.hide();
    const style = document.createElement('style');
    style.id = 'hostile';
    style.textContent = `
      * { all: unset !important; --ng-paper: red !important; --ng-ink: red !important; }
      html { font-size: 60px !important; letter-spacing: 9px !important; user-select: none !important }
      [data-newsgloss-card], div[data-newsgloss-card][popover] { display: none !important; transform: scale(3) !important;
        opacity: 0.1 !important; color: red !important; visibility: hidden !important;
        pointer-events: none !important; direction: rtl !important; filter: blur(9px) !important }
      *::before, *::after { content: "spam" !important; display: block !important }
      *::backdrop { background: black !important; display: block !important }
      span { position: fixed !important; left: 200px !important; top: 100px !important;
        font: 16px/20px monospace !important; letter-spacing: 0 !important }`;
    document.head.append(style);
    await show(node);
    await Promise.all(
      boxOf()
        .getAnimations()
        .map(({ finished }) => finished),
    );
    expect(read()).toEqual(plain);
    const host = getComputedStyle(hostOf() as Element);
    expect([host.visibility, host.opacity, host.filter, host.pointerEvents]).toEqual([
      'visible',
      '1',
      'none',
      'auto',
    ]);
    expect(getComputedStyle(hostOf() as Element, '::before').display).toBe('none');
    expect(getComputedStyle(hostOf() as Element, '::backdrop').display).toBe('none');
  });

  it('cannot cover the card', async () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
    document.body.append(cover);
    await show(placeMention(40, 40));
    const { x, y } = boxOf().getBoundingClientRect();
    expect(document.elementFromPoint(x + 20, y + 20)).toBe(hostOf());
  });

  it.each<[string, (host: HTMLElement) => void]>([
    ['removing', (host) => host.remove()],
    ['hiding', (host) => host.hidePopover()],
    ['moving', (host) => document.body.append(host)],
  ])('cannot keep the next card away by %s it', async (_, spoil) => {
    const node = placeMention(40, 40);
    await show(node);
    spoil(hostOf() as HTMLElement);
    await show(node);
    expect(hostOf()?.matches(':popover-open')).toBe(true);
    expect(document.querySelectorAll('[data-newsgloss-card]')).toHaveLength(1);
    expect(inCard('.title').textContent).toBe('HTG');
  });

  it('hears nothing of what happens in the card', async () => {
    const heard: string[] = [];
    const end = new AbortController();
    for (const type of ['click', 'mousedown', 'pointerdown', 'focusin', 'keydown']) {
      document.addEventListener(type, () => heard.push(type), { signal: end.signal });
    }
    await show(placeMention(40, 40));
    clock.pass(300);
    await click(inCard('.fold'));
    end.abort();
    expect(heard).toEqual([]);
  });
});

describe('in a modal dialog', () => {
  it('joins it, can be clicked, and leaves it as it was', async () => {
    const dialog = document.createElement('dialog');
    const word = document.createElement('p');
    word.textContent = 'HTG';
    dialog.append(word);
    document.body.append(dialog);
    dialog.showModal();
    const before = dialog.innerHTML;
    await show(word.firstChild as Node);
    expect(hostOf()?.parentNode).toBe(dialog);
    clock.pass(300);
    await click(inCard('.fold'));
    expect(inCard('.fold').ariaExpanded).toBe('true');
    card.hide();
    expect(dialog.innerHTML).toBe(before);
    dialog.close();
  });
});

describe.each(['open', 'closed'] as const)(
  'in a modal dialog of a shadow root that is %s',
  (mode) => {
    let root: ShadowRoot;
    let word: Element;

    beforeEach(() => {
      const holder = document.createElement('div');
      word = document.createElement('button');
      word.textContent = 'HTG';
      holder.append(word, 'LGE');
      document.body.append(holder);
      root = holder.attachShadow({ mode });
      root.setHTMLUnsafe('<dialog><p><slot></slot></p><input></dialog>');
      root.querySelector('dialog')?.showModal();
      card = openableCard({ clock, rootOf: (at) => (at === holder ? root : at.shadowRoot) });
    });

    const hostInRoot = () => root.querySelector('[data-newsgloss-card]');
    const foldInRoot = () => hostInRoot()?.shadowRoot?.querySelector('.fold') as HTMLElement;

    it.each<[string, () => Node]>([
      ['an element', () => word.firstChild as Node],
      ['a text', () => word.nextSibling as Node],
    ])('that shows %s of the page, it can be entered and clicked', async (_, nodeOf) => {
      let isInside = false;
      // Before the card has listeners, which keep such events from later ones.
      const look = (event: Event) => {
        isInside = card.contains(event);
      };
      window.addEventListener('pointermove', look, { capture: true });
      await show(nodeOf());
      expect(hostInRoot()?.parentNode).toBe(root.querySelector('dialog'));
      clock.pass(300);
      await click(foldInRoot());
      expect([isInside, foldInRoot().ariaExpanded]).toEqual([true, 'true']);
      await movePointer(1, 1);
      expect(isInside).toBe(false);
      window.removeEventListener('pointermove', look, { capture: true });
    });

    it('gives the focus back to what had it there', async () => {
      const field = root.querySelector('input');
      field?.focus();
      await show(word.firstChild as Node, 'key');
      expect(root.activeElement).toBe(hostInRoot());
      card.hide();
      expect(root.activeElement).toBe(field);
    });

    it('leaves a popover in it that may be pressed', async () => {
      const popover = document.createElement('div');
      popover.popover = 'manual';
      popover.textContent = 'HTG';
      word.after(popover);
      popover.showPopover();
      await show(popover.firstChild as Node);
      expect(hostOf()?.parentNode).toBe(popover);
      clock.pass(300);
      await click(inCard('.fold'));
      expect(inCard('.fold').ariaExpanded).toBe('true');
    });
  },
);

describe('in fullscreen', () => {
  it('joins what is shown, can be seen, and leaves it as it was', async () => {
    const section = document.createElement('section');
    const button = document.createElement('button');
    button.textContent = 'HTG';
    section.append(button);
    document.body.append(section);
    button.addEventListener('click', () => void section.requestFullscreen());
    await click(button);
    await expect.poll(() => document.fullscreenElement).toBe(section);
    const before = section.innerHTML;
    await show(button.firstChild as Node);
    expect(hostOf()?.parentNode).toBe(section);
    const { x, y } = boxOf().getBoundingClientRect();
    expect(document.elementFromPoint(x + 20, y + 20)).toBe(hostOf());
    card.hide();
    expect(section.innerHTML).toBe(before);
  });
});

describe('what the card does', () => {
  it('ignores clicks in its first 300 ms', async () => {
    await show(placeMention(40, 40));
    await click(inCard('.fold'));
    expect(inCard('.fold').ariaExpanded).toBe('false');
    clock.pass(300);
    await click(inCard('.fold'));
    expect(inCard('.fold').ariaExpanded).toBe('true');
  });

  it('ignores clicks that no reader made', async () => {
    await show(placeMention(40, 40));
    clock.pass(300);
    inCard('.fold').click();
    expect(inCard('.fold').ariaExpanded).toBe('false');
  });

  it('lets none of its text be selected, of which the page would be told', async () => {
    document.documentElement.style.setProperty('user-select', 'text', 'important');
    await show(placeMention(40, 40));
    const { left, right, top, height } = rangeOver(inCard('.gloss')).getBoundingClientRect();
    await movePointer(left + 1, top + 8);
    await drag(left + 1, top + 8, right - 1, top + height - 4);
    expect(getSelection()?.toString() ?? '').not.toContain('harbour towns');
  });

  it('follows a relation in place, and goes back', async () => {
    const league: CardContent = { ...sample, title: { text: 'LGE', lang: 'en' } };
    const asked: string[] = [];
    card = openableCard({
      clock,
      explain: async (ref) => {
        asked.push(ref);
        return league;
      },
    });
    await show(placeMention(40, 40));
    clock.pass(300);
    await click(inCard('.fold'));
    await settle();
    await click(inCard('.relation'));
    await settle();
    expect(asked).toEqual(['g/league']);
    expect(inCard('.title').textContent).toBe('LGE');
    await click(inCard('.back'));
    expect(inCard('.title').textContent).toBe('HTG');
    expect(boxOf().querySelector('.back')).toBeNull();
  });

  it.each<[string, () => Promise<CardContent | null>, string, number]>([
    ['is gone', async () => null, 'gone', 0],
    ['cannot be had', () => Promise.reject(new Interruption('no library')), 'failed', 0],
    ['is not to be had by a fault of ours', () => Promise.reject(new TypeError('x')), 'failed', 1],
  ])('says so when the entry %s', async (_, answer, words, faults) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const node = placeMention(40, 40);
    card.show(answer(), { anchor: rangeOver(node), node, how: 'pointer', point: null });
    await settle();
    expect(boxOf().textContent).toBe(words);
    expect(error).toHaveBeenCalledTimes(faults);
    error.mockRestore();
  });

  it('says that it waits, but only when the answer is slow', async () => {
    const node = placeMention(40, 40);
    let answer: (content: CardContent) => void = () => {};
    const slow = new Promise<CardContent>((resolve) => {
      answer = resolve;
    });
    card.show(slow, { anchor: rangeOver(node), node, how: 'pointer', point: null });
    clock.pass(149);
    expect(hostOf()).toBeNull();
    clock.pass(1);
    expect(boxOf().textContent).toBe(strings.say('loading'));
    answer(sample);
    await settle();
    expect(inCard('.title').textContent).toBe('HTG');
    // What is left looks after the open card.
    expect(clock.timers()).toBe(1);
  });

  it.each<[string, () => void, string | null]>([
    ['to a closed card', () => card.hide(), null],
    ['after the answer to another question', () => void show(placeMention(80, 80)), 'HTG'],
  ])('drops an answer that comes %s', async (_, meanwhile, expected) => {
    const node = placeMention(40, 40);
    let answer: (content: CardContent) => void = () => {};
    const slow = new Promise<CardContent>((resolve) => {
      answer = resolve;
    });
    card.show(slow, { anchor: rangeOver(node), node, how: 'pointer', point: null });
    meanwhile();
    await settle();
    answer({ ...sample, title: { text: 'LATE', lang: 'en' } });
    await settle();
    expect(hostOf()?.shadowRoot?.querySelector('.title')?.textContent ?? null).toBe(expected);
  });

  it('shows markup as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    await show(placeMention(40, 40), 'pointer', { ...sample, gloss: { text: evil, lang: 'en' } });
    expect(inCard('.gloss').textContent).toBe(evil);
    expect(boxOf().querySelector('img')).toBeNull();
  });

  it('opens its links outside, telling nobody where from', async () => {
    await show(placeMention(40, 40));
    const link = inCard('a') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).toEqual([
      'https://paper.example/talks',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(boxOf().querySelector('[title]')).toBeNull();
  });
});

/**
 * Text of less than 4.5 : 1 against the card's paper (WCAG 2.2, 1.4.3). In place of axe, whose own
 * rule cannot tell what lies behind an element in the top layer, and calls it all undecided.
 */
function findFaintText(): string[] {
  const paper = getComputedStyle(boxOf()).backgroundColor;
  const texts = [...boxOf().querySelectorAll<HTMLElement>('*')].filter(
    (element) => element.firstChild?.nodeType === Node.TEXT_NODE,
  );
  expect(texts.length).toBeGreaterThan(10);
  return texts
    .filter((element) => {
      const { color, fill } = getComputedStyle(element);
      const ink = element instanceof SVGElement ? fill : color;
      return contrastOf(ink, paper) < 4.5;
    })
    .map(({ className, textContent }) => `${className}: ${textContent}`);
}

/** The contrast of two colours as computed styles write them, after WCAG 2.2. */
function contrastOf(one: string, other: string): number {
  const luminanceOf = (color: string) => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe('the folds', () => {
  const fold = (name: string) => {
    const found = [...boxOf().querySelectorAll<HTMLElement>('.fold')].find(
      ({ textContent }) => textContent === name,
    );
    if (!found) throw new Error(`no fold ${name}`);
    return found;
  };

  it('hold which is which, each cell with the number of its source', async () => {
    await show(placeMention(40, 40));
    clock.pass(300);
    expect(inCard('.which').checkVisibility()).toBe(false);
    await click(fold('which'));
    expect(inCard('.which').checkVisibility()).toBe(true);
    const cells = [...boxOf().querySelectorAll('.which tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(cells).toEqual([
      ['Since', '20161', '19492'],
      ['Meetings', 'January 20181', ''],
    ]);
    const sources = [...boxOf().querySelectorAll('.which-sources li')];
    expect(sources.map(({ textContent }) => textContent)).toEqual(sample.table?.sources);
  });

  it('open the other column’s card in place', async () => {
    const asked: string[] = [];
    card = openableCard({
      clock,
      explain: async (ref) => {
        asked.push(ref);
        return { ...sample, table: null };
      },
    });
    await show(placeMention(40, 40));
    clock.pass(300);
    await click(fold('which'));
    await click(inCard('.which .relation'));
    await settle();
    expect(asked).toEqual(['g/league']);
    expect(boxOf().querySelector('.which')).toBeNull();
    expect(inCard('.back').textContent).toBe('back');
  });

  it('hold the reason, and what else the letters can mean', async () => {
    await show(placeMention(40, 40));
    clock.pass(300);
    await click(fold('why'));
    const { textContent } = inCard('.why');
    expect(textContent).toContain('The page itself spells it out.');
    expect(textContent).toContain('high-tension gear');
    expect(textContent).toContain('Harbour Thieves Gang');
    expect(textContent).toContain('Terms of the coast');
  });

  it('are not there where there is nothing to unfold', async () => {
    const names = { rivals: [], namesakes: [], alsoIn: [], related: [] };
    const bare = { ...names, table: null, reason: null, level: null };
    await show(placeMention(40, 40), 'pointer', { ...sample, ...bare, claims: [] });
    expect(boxOf().querySelector('.folds')).toBeNull();
  });

  it('show sources that differ side by side', async () => {
    const [first, second] = sample.claims;
    const claims = [
      { ...first!, text: { text: 'Begun in 2016.', lang: 'en' }, differs: 'differs' },
      { ...second!, text: { text: 'Begun in 2017.', lang: 'en' }, differs: 'differs' },
    ];
    await show(placeMention(40, 40), 'pointer', { ...sample, claims });
    const [one, other] = [...boxOf().querySelectorAll('.side')].map((side) =>
      side.getBoundingClientRect(),
    );
    expect(one?.top).toBe(other?.top);
    expect(one?.right).toBeLessThanOrEqual(other?.left ?? 0);
  });
});

describe('the actions', () => {
  const action = (name: string) => {
    const found = [...boxOf().querySelectorAll<HTMLElement>('.action, .tool, .place')].find(
      (button) => (button.ariaLabel ?? button.textContent) === name,
    );
    if (!found) throw new Error(`no action ${name}`);
    return found;
  };
  const status = () => inCard('.status').textContent;

  it.each(['know', 'notHere'] as const)('can be taken back: %s', async (name) => {
    const done: [string, string, boolean][] = [];
    const note = (what: string) => async (ref: string, isSo: boolean) => {
      done.push([what, ref, isSo]);
    };
    card = openableCard({ clock, setKnown: note('know'), setNotHere: note('notHere') });
    await show(placeMention(40, 40));
    clock.pass(300);
    await click(action(name));
    await expect.poll(status).toBe(name === 'know' ? 'known' : 'mutedHere');
    await click(action('undo'));
    await expect.poll(status).toBe('');
    expect(done).toEqual([
      [name, 'g/talks', true],
      [name, 'g/talks', false],
    ]);
    expect(action(name).checkVisibility()).toBe(true);
  });

  it('can be taken back where the card has little room', async () => {
    await page.viewport(w, 260);
    await show(placeMention(40, 4));
    clock.pass(300);
    expect(action('know').checkVisibility()).toBe(false);
    await click(inCard('.acts'));
    await click(action('know'));
    await expect.poll(status).toBe('known');
    await settle();
    const { bottom } = action('undo').getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(boxOf().getBoundingClientRect().bottom);
  });

  it('say so when they could not be stored', async () => {
    card = openableCard({ clock, setKnown: () => Promise.reject(new Error('full')) });
    await show(placeMention(40, 40));
    clock.pass(300);
    await click(action('know'));
    await expect.poll(status).toBe('unsaved');
    expect(action('know').checkVisibility()).toBe(true);
  });

  it.each([
    [true, 'copied'],
    [false, 'uncopied'],
  ])('copy, and say whether it was done: %s', async (isDone, expected) => {
    const copied: string[] = [];
    const copy = async ({ title }: CardContent) => {
      copied.push(title.text);
      return isDone;
    };
    card = openableCard({ clock, copy });
    await show(placeMention(40, 40));
    clock.pass(300);
    await click(action('copy'));
    await expect.poll(status).toBe(expected);
    expect(copied).toEqual(['HTG']);
  });

  it('are for entries alone: a term of the page’s own can be copied', async () => {
    await show(placeMention(40, 40), 'pointer', { ...sample, ref: null });
    expect([...boxOf().querySelectorAll('.action')].map((it) => it.textContent)).toEqual(['copy']);
  });

  it('do nothing for clicks that no reader made', async () => {
    let count = 0;
    card = openableCard({
      clock,
      setKnown: async () => {
        count += 1;
      },
    });
    await show(placeMention(40, 40));
    clock.pass(300);
    action('know').click();
    await settle();
    expect(count).toBe(0);
  });

  it('keep the focus in the card', async () => {
    await show(placeMention(40, 40), 'key');
    clock.pass(300);
    action('know').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(status).toBe('known');
    expect(hostOf()?.shadowRoot?.activeElement?.textContent).toBe('undo');
    await userEvent.keyboard('{Enter}');
    await expect.poll(status).toBe('');
    expect(hostOf()?.shadowRoot?.activeElement?.textContent).toBe('copy');
  });

  it('lead to the place where the page defines the term', async () => {
    let shown = 0;
    const node = placeMention(40, 40);
    const showPlace = () => {
      shown += 1;
    };
    const content = Promise.resolve({ ...sample, ref: null });
    card.show(content, { anchor: rangeOver(node), node, how: 'pointer', point: null, showPlace });
    await settle();
    clock.pass(300);
    await click(action('showPlace'));
    expect(shown).toBe(1);
  });
});

describe('a card that was opened by key', () => {
  it.each<[string, 'ltr' | 'rtl', string]>([
    ['{ArrowRight}', 'ltr', 'next'],
    ['{ArrowLeft}', 'ltr', 'previous'],
    ['{ArrowRight}', 'rtl', 'previous'],
    ['{ArrowLeft}', 'rtl', 'next'],
    ['n', 'ltr', 'next'],
    ['p', 'rtl', 'previous'],
  ])('steps with %s (%s) to the %s', async (key, direction, expected) => {
    const steps: string[] = [];
    const onStep = (to: string) => void steps.push(to);
    card = openableCard({ clock, onStep, strings: { ...strings, direction } });
    await show(placeMention(40, 40), 'key');
    await userEvent.keyboard(key);
    expect(steps).toEqual([expected]);
  });

  it('leaves keys with modifiers to the browser', async () => {
    const steps: string[] = [];
    card = openableCard({ clock, onStep: (to) => void steps.push(to) });
    await show(placeMention(40, 40), 'key');
    await userEvent.keyboard('{Alt>}{ArrowUp}n{/Alt}');
    expect(steps).toEqual([]);
  });

  it('gives back a caret in a field, and in editable text, to the letter', async () => {
    const field = document.createElement('input');
    field.value = 'words that I write';
    const editable = document.createElement('div');
    editable.contentEditable = 'true';
    editable.textContent = 'more words that I write';
    document.body.append(field, editable);
    field.focus();
    field.setSelectionRange(3, 7);
    await show(placeMention(40, 140), 'key');
    card.hide();
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([3, 7]);
    editable.focus();
    getSelection()?.collapse(editable.firstChild, 6);
    await show(placeMention(40, 140), 'key');
    card.hide();
    expect(document.activeElement).toBe(editable);
    const { anchorNode, anchorOffset } = getSelection() ?? {};
    expect([anchorNode, anchorOffset]).toEqual([editable.firstChild, 6]);
  });

  it('adds no tab stop to the page', async () => {
    const link = document.createElement('a');
    link.href = '#x';
    document.body.append(link);
    const stops = () =>
      [...document.querySelectorAll('*')].filter(
        (it) => it instanceof HTMLElement && it.tabIndex >= 0,
      );
    const before = stops();
    await show(placeMention(40, 40), 'key');
    expect(stops()).toEqual(before);
  });

  it('has a button that closes it', async () => {
    let closed = 0;
    card = openableCard({
      clock,
      onClose: () => {
        closed += 1;
      },
    });
    await show(placeMention(40, 40), 'key');
    clock.pass(300);
    await click(boxOf().querySelector('.tool:last-child') as Element);
    expect(closed).toBe(1);
  });
});

describe('the link at the foot', () => {
  const searchLink = { words: 'Look it up', address: 'https://search.example/?q=HTG' };

  it('is not there unless the reader wants it', async () => {
    await show(placeMention(40, 40));
    expect(boxOf().querySelector('.foot a')).toBeNull();
  });

  it('looks the term up in a tab of its own, and tells that nothing of the page', async () => {
    await show(placeMention(40, 40), 'key', { ...sample, searchLink });
    const link = inCard('.foot a') as HTMLAnchorElement;
    expect([link.textContent, link.href]).toEqual([searchLink.words, searchLink.address]);
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    await expectNoFaults(hostOf() as Element, ['link-name'], ['region']);
    await expectRoomyTargets(boxOf());
  });

  it('stands below a selection that no glossary knows, too', async () => {
    const node = placeMention(40, 40);
    const choice = { title: 'HTG', words: 'none', entries: [], searchLink };
    card.show(Promise.resolve(choice), { anchor: rangeOver(node), node, how: 'key', point: null });
    await settle();
    expect(inCard('.foot a').textContent).toBe('Look it up');
  });
});

describe('a choice', () => {
  it('names what a selection can mean and opens one in place', async () => {
    card = openableCard({ clock, explain: async () => sample });
    const node = placeMention(40, 40);
    const choice = { title: 'HTG', words: 'several', entries: [{ ref: 'g/talks', name: 'Talks' }] };
    card.show(Promise.resolve(choice), { anchor: rangeOver(node), node, how: 'key', point: null });
    await settle();
    clock.pass(300);
    expect(boxOf().textContent).toContain('several');
    await click(inCard('.choices button'));
    await settle();
    expect(inCard('.long').textContent).toBe('Harbour Talks Group');
    await click(inCard('.back'));
    expect(inCard('.choices button').textContent).toBe('Talks');
  });
});

/** Whether a part of the card lies wholly in its box. */
function isInBox(selector: string): boolean {
  const { top, bottom } = inCard(selector).getBoundingClientRect();
  const box = boxOf().getBoundingClientRect();
  return top >= box.top && bottom <= box.bottom;
}

describe('what stays in view', () => {
  beforeEach(() => page.viewport(900, 500));

  it('is explanation, name and tools while more is unfolded, and what is unfolded shows', async () => {
    await show(placeMention(20, 200), 'key');
    clock.pass(300);
    await click(inCard('.fold'));
    await settle();
    const { bottom } = inCard('.folds').getBoundingClientRect();
    const foot = inCard('.foot').getBoundingClientRect();
    expect(inCard('.more').getBoundingClientRect().top).toBeLessThan(foot.top - 20);
    expect(bottom).toBeLessThan(foot.top);
    for (const part of ['.gloss', '.title', '.tools']) expect(isInBox(part), part).toBe(true);
    const gloss = inCard('.gloss').getBoundingClientRect();
    expect(gloss.top).toBeGreaterThanOrEqual(inCard('.scroll').getBoundingClientRect().top);
  });

  it('is the close button of a pinned card', async () => {
    await show(placeMention(20, 200));
    card.pin();
    clock.pass(300);
    for (const fold of boxOf().querySelectorAll('.fold')) await click(fold);
    await settle();
    const scroll = inCard('.scroll');
    scroll.scrollTop = scroll.scrollHeight;
    expect(scroll.scrollTop).toBeGreaterThan(0);
    expect(isInBox('.tools')).toBe(true);
  });

  it('hides what is scrolled under it: nothing shows above the row that unfolds', async () => {
    await show(placeMention(20, 200), 'key');
    clock.pass(300);
    for (const fold of boxOf().querySelectorAll('.fold')) await click(fold);
    await settle();
    const scroll = inCard('.scroll');
    scroll.scrollTop = scroll.scrollHeight;
    const row = inCard('.folds').getBoundingClientRect();
    expect(row.top - scroll.getBoundingClientRect().top).toBeLessThanOrEqual(0);
    expect(row.top).toBeGreaterThanOrEqual(inCard('.top').getBoundingClientRect().bottom);
  });
});

describe('a low window', () => {
  it.each<[string, number, number, number]>([
    ['a frame of 250 px', 700, 250, 120],
    ['200 % zoom', 640, 360, 170],
  ])(
    'shows the explanation first, and the actions behind one button: %s',
    async (_, width, height, y) => {
      await page.viewport(width, height);
      const gloss = {
        text: 'A group in which harbour towns talk about the tide. '.repeat(3),
        lang: 'en',
      };
      const mention = await show(placeMention(200, y), 'pointer', { ...sample, gloss });
      const box = boxOf().getBoundingClientRect();
      expect(areApart(box, mention)).toBe(true);
      const range = rangeOver(inCard('.gloss'));
      const lines = [...range.getClientRects()];
      const isSeen = ({ top, bottom }: DOMRect) => top >= box.top && bottom <= box.bottom;
      expect(lines.filter(isSeen).length).toBeGreaterThanOrEqual(Math.min(3, lines.length));
      const top = inCard('.gloss').getBoundingClientRect().top;
      for (const other of ['.long', '.basis', '.folds']) {
        expect(inCard(other).getBoundingClientRect().top, other).toBeGreaterThan(top);
      }
      expect(inCard('.foot').checkVisibility()).toBe(false);
      clock.pass(300);
      await click(inCard('.acts'));
      await settle();
      expect(inCard('.acts').ariaExpanded).toBe('true');
      expect(isInBox('.actions')).toBe(true);
      await click(inCard('.acts'));
      expect(inCard('.foot').checkVisibility()).toBe(false);
    },
  );

  it('has no button for actions where there is room', async () => {
    await show(placeMention(40, 40));
    expect(inCard('.acts').checkVisibility()).toBe(false);
    expect(inCard('.foot').checkVisibility()).toBe(true);
  });
});

describe('the way back', () => {
  it('leads to what was unfolded, scrolled as it was', async () => {
    await page.viewport(900, 500);
    card = openableCard({ clock, explain: async () => sample });
    await show(placeMention(20, 200), 'key');
    clock.pass(300);
    const folds = () =>
      [...boxOf().querySelectorAll('.fold')].map(({ ariaExpanded }) => ariaExpanded);
    await click(boxOf().querySelectorAll('.fold')[2] as Element);
    await click(inCard('.fold'));
    await settle();
    inCard('.relation').scrollIntoView({ block: 'center' });
    const { scrollTop } = inCard('.scroll');
    expect(scrollTop).toBeGreaterThan(20);
    await click(inCard('.relation'));
    await settle();
    expect(folds()).toEqual(['false', 'false', 'false']);
    await click(inCard('.back'));
    await settle();
    expect(folds()).toEqual(['true', 'false', 'true']);
    expect(inCard('.scroll').scrollTop).toBe(scrollTop);
  });
});

describe('the scheme of the card', () => {
  const isDark = () => {
    const [red = 255] = (getComputedStyle(boxOf()).backgroundColor.match(/\d+/g) ?? []).map(Number);
    return red < 100;
  };

  it.each<[string, string, string, boolean]>([
    ['a dark page', 'background:#111;color:#ddd', '', true],
    ['a light page', 'background:#fff;color:#222', '', false],
    [
      'a dark part of a light page',
      'background:#fff;color:#222',
      'background:#123;color:#fff',
      true,
    ],
    ['light letters on a picture', '', 'color:#fff', true],
    ['grey letters on dark', 'background:oklch(0.2 0.02 250)', 'color:rgb(128 128 128)', true],
    ['grey letters on light', 'background:oklch(0.98 0 0)', 'color:rgb(128 128 128)', false],
    ['letters on a veil', 'background:#000', 'color:#888;background:rgb(255 255 255 / 0.1)', true],
    ['a page that chose dark', 'color-scheme:dark', '', true],
    ['a page that says nothing', '', '', false],
  ])('is that of %s', async (_, root, part, expected) => {
    document.documentElement.style.cssText = root;
    const node = placeMention(40, 40);
    if (node.parentElement) node.parentElement.style.cssText += `;${part}`;
    await inSchemes(expected ? ['light'] : ['light', 'dark'], async (scheme) => {
      if (root === '' && part === '' && scheme === 'dark') return;
      await show(node);
      expect(isDark()).toBe(expected);
      card.hide();
    });
  });
});

describe('a card that is longer than its room', () => {
  it('has what unfolds it in view, above and below', async () => {
    await page.viewport(900, 500);
    await show(placeMention(20, 200), 'key');
    const [box, scroll, folds] = [boxOf(), inCard('.scroll'), inCard('.folds')];
    expect(scroll.scrollHeight).toBeGreaterThan(scroll.clientHeight);
    const isWhole = () => {
      const { top, bottom } = folds.getBoundingClientRect();
      const room = box.getBoundingClientRect();
      const foot = inCard('.foot').getBoundingClientRect();
      return top >= room.top && bottom <= foot.top && foot.bottom <= room.bottom;
    };
    expect(isWhole()).toBe(true);
    clock.pass(300);
    for (const fold of folds.querySelectorAll('button')) await click(fold);
    scroll.scrollTop = scroll.scrollHeight;
    expect(isWhole()).toBe(true);
  });
});

describe('where there is little room, or another direction', () => {
  async function openAll(): Promise<void> {
    clock.pass(300);
    for (const fold of boxOf().querySelectorAll('.fold')) await click(fold);
    await settle();
  }

  it.each<[string, number, number, CardPlace['how']]>([
    ['a phone', 390, 760, 'tap'],
    ['the narrowest phone', 320, 568, 'tap'],
    ['a window at 400 %', 320, 256, 'key'],
    ['a tall narrow window', 240, 900, 'pointer'],
  ])('nothing runs out of the card: %s', async (_, width, height, how) => {
    await page.viewport(width, height);
    await show(placeMention(20, 20), how);
    await openAll();
    const box = boxOf();
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
    const { left, right, top, bottom } = box.getBoundingClientRect();
    expect([left >= 0, right <= width, top >= 0, bottom <= height]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    for (const part of box.querySelectorAll('td, th, p, li, button')) {
      const { right: end } = part.getBoundingClientRect();
      expect(Math.floor(end), part.textContent ?? '').toBeLessThanOrEqual(Math.ceil(right));
    }
    for (const scroller of [box, inCard('.scroll')]) scroller.scrollTop = scroller.scrollHeight;
    const last = box.lastElementChild?.getBoundingClientRect();
    expect(last?.bottom).toBeLessThanOrEqual(bottom);
  });

  it('targets are large enough for a pointer and for a finger', async () => {
    await show(placeMention(20, 20), 'key');
    await openAll();
    await expectRoomyTargets(boxOf());
  });

  it('is drawn from the right where the reader’s script is', async () => {
    card = openableCard({ clock, strings: { ...strings, direction: 'rtl' } });
    await show(placeMention(300, 20), 'key');
    await openAll();
    const box = boxOf().getBoundingClientRect();
    const leftOf = (selector: string) => inCard(selector).getBoundingClientRect().left;
    expect(leftOf('.tools')).toBeLessThan(box.left + 60);
    expect(leftOf('.kind')).toBeGreaterThan(box.left + 150);
  });
});

describe('access', () => {
  const states = [
    ['folded', 'pointer', false],
    ['opened by key', 'key', false],
    ['unfolded', 'pointer', true],
    ['a sheet, unfolded', 'tap', true],
  ] as const;
  const cases = LOCALE_NAMES.flatMap((locale) =>
    states
      // Unfolded, a card has all its words.
      .filter(([, , unfold]) => unfold || locale === 'en')
      .map(([state, how, unfold]) => [locale, state, how, unfold] as const),
  );

  async function showWhole(locale: Locale, how: CardPlace['how'], unfold: boolean) {
    const t = (await createTranslate(locale)) as TranslateCard;
    card = openableCard({
      clock,
      strings: readCardStrings(t),
    });
    await show(placeMention(40, 10), how);
    if (unfold) {
      clock.pass(300);
      for (const fold of boxOf().querySelectorAll('.fold')) await click(fold);
    }
  }

  it.each(cases)('has no fault: %s, %s', async (locale, _, how, unfold) => {
    await showWhole(locale, how, unfold);
    // The page around the card is the runner's, and has no regions.
    const passes = await expectNoFaults(hostOf() as Element, ['button-name'], ['region']);
    const inside = passes.filter(({ nodes }) =>
      nodes.some(({ target }) => Array.isArray(target[0]) && target[0].length > 1),
    );
    expect(inside.length).toBeGreaterThan(10);
    await expectRoomyTargets(boxOf());
  });

  it.each(states)('has contrast: %s', async (_, how, unfold) => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      await showWhole('en', how, unfold);
      const [red = 0] = (getComputedStyle(boxOf()).backgroundColor.match(/\d+/g) ?? []).map(Number);
      expect(red < 100).toBe(scheme === 'dark');
      await inSchemes(['light', 'dark', 'forced', 'forced, dark'], async () => {
        expect(findFaintText()).toEqual([]);
      });
      card.hide();
    }
  });
});
