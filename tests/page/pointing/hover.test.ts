import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PlacedMention } from '../../../src/page/painting/painter.ts';
import { DWELL_MS, LEAVE_MS } from '../../../src/page/pointing/dwell.ts';
import { createHover, type Hover } from '../../../src/page/pointing/hover.ts';
import {
  boxOf,
  createClock,
  hostOf,
  inCard,
  openableCard,
  sample,
  settle,
} from '../card/card-sample.ts';
import {
  click,
  drag,
  movePen,
  movePointer,
  pointAt,
  pressEscape,
  tap,
  tapByPen,
} from './pointer.ts';

let clock: ReturnType<typeof createClock>;
let hover: Hover;
let end: AbortController;
let words: HTMLElement[];
let closeRoot: boolean;

/** A painter whose mentions are the elements with a term; it reads them anew at each question. */
const painter = {
  mentionAt(x: number, y: number): PlacedMention | null {
    const word = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-term]');
    return word ? placedOf(word) : null;
  },
};

function placedOf(word: HTMLElement): PlacedMention {
  const node = word.firstChild as Text;
  const index = words.indexOf(word);
  return {
    mention: {
      start: index,
      end: index + 1,
      ref: `g/${word.dataset.term}`,
      reason: { kind: 'name' },
    },
    block: blocks.get(node) ?? addBlock(node, word),
  };
}

const blocks = new WeakMap<Text, PlacedMention['block']>();
function addBlock(node: Text, root: Element): PlacedMention['block'] {
  const place = { container: null, isHeading: false, section: 0, order: 0 };
  const block = { text: node.data, nodes: [node], starts: [0], root, ...place };
  blocks.set(node, block);
  return block;
}

let approaches = 0;
let places = 0;

beforeEach(async () => {
  await page.viewport(900, 640);
  await movePointer(890, 630);
  const body = document.createElement('p');
  body.style.cssText = 'margin:100px 20px 2000px;font:16px/24px monospace';
  words = ['HTG', 'LGE'].map((term) => {
    const word = document.createElement('span');
    word.dataset.term = term.toLowerCase();
    word.textContent = term;
    return word;
  });
  const [first, second] = words as [HTMLElement, HTMLElement];
  body.append('Towns of the ', first, ' and of the ', second, ' met by the harbour.');
  document.body.append(body);
  clock = createClock();
  end = new AbortController();
  closeRoot = false;
  approaches = 0;
  places = 0;
  const open = openableCard({ clock });
  const closed = openableCard({ clock, mode: 'closed' });
  const current = () => (closeRoot ? closed : open);
  hover = createHover({
    document,
    painter,
    card: {
      contains: (event) => current().contains(event),
      keep: (event) => current().keep(event),
      isAnchored: () => current().isAnchored(),
      place: () => {
        places++;
        current().place();
      },
    },
    clock,
    signal: end.signal,
    onApproach: () => void approaches++,
    onOpen(placed, how, point) {
      if ('selected' in placed) throw new Error('nothing was selected');
      const node = placed.block.nodes[0] as Text;
      const anchor = document.createRange();
      anchor.selectNodeContents(node);
      const title = { text: node.data, lang: 'en' };
      current().show(Promise.resolve({ ...sample, title }), { anchor, node, how, point });
    },
    onClose: () => current().hide(),
  });
});

afterEach(() => {
  end.abort();
  expect(hostOf()).toBeNull();
  expect(clock.timers()).toBe(0);
  document.body.replaceChildren();
  getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
});

const word = (index: number) => words[index] as HTMLElement;
const titleOf = () => hostOf()?.shadowRoot?.querySelector('.title')?.textContent ?? null;

async function rest(ms: number): Promise<string | null> {
  clock.pass(ms);
  await settle();
  return titleOf();
}

async function openFirst(): Promise<void> {
  await pointAt(word(0));
  expect(await rest(DWELL_MS)).toBe('HTG');
}

describe('a card opens', () => {
  it('when the pointer has rested long enough, and not before', async () => {
    await pointAt(word(0));
    expect(await rest(DWELL_MS - 1)).toBeNull();
    expect(await rest(1)).toBe('HTG');
  });

  it('and is announced before, as soon as the pointer is over a mention', async () => {
    expect(approaches).toBe(0);
    await pointAt(word(0));
    expect(approaches).toBeGreaterThan(0);
    expect(await rest(0)).toBeNull();
  });

  it('at once on the next mention while one is open', async () => {
    await openFirst();
    await pointAt(word(1));
    expect(await rest(0)).toBe('LGE');
  });

  it('at once on a tap, and closes on a tap elsewhere', async () => {
    await tap(word(0));
    expect(await rest(0)).toBe('HTG');
    expect(boxOf().classList.contains('sheet')).toBe(true);
    await tap(document.querySelector('p') as Element);
    expect(await rest(0)).toBeNull();
  });

  it('at once on a tap of a pen, beside its mention, and stays when the pen is elsewhere', async () => {
    await tapByPen(word(0));
    expect(await rest(0)).toBe('HTG');
    expect(boxOf().classList.contains('sheet')).toBe(false);
    await movePen(700, 20);
    expect(await rest(5_000)).toBe('HTG');
    await tapByPen(word(1));
    expect(await rest(0)).toBe('LGE');
    await tapByPen(document.querySelector('p') as Element);
    expect(await rest(0)).toBeNull();
  });

  it('when a pen rests over a mention, and closes when it has left', async () => {
    const { x, y } = word(0).getBoundingClientRect();
    await movePen(x + 5, y + 5);
    expect(await rest(DWELL_MS)).toBe('HTG');
    await movePen(700, 20);
    expect(await rest(LEAVE_MS)).toBeNull();
  });

  it('at once when it is called, and takes the focus', async () => {
    hover.call(placedOf(word(1)));
    expect(await rest(0)).toBe('LGE');
    expect(document.activeElement).toBe(hostOf());
    expect(await rest(5_000)).toBe('LGE');
  });

  it('where the text stands by then, though the page rewrote it meanwhile', async () => {
    await pointAt(word(0));
    clock.pass(100);
    word(0).textContent = 'HTG';
    expect(await rest(DWELL_MS)).toBe('HTG');
  });
});

describe('no card opens', () => {
  it('on a fly-by', async () => {
    await pointAt(word(0));
    clock.pass(DWELL_MS - 50);
    await movePointer(700, 400);
    expect(await rest(5_000)).toBeNull();
  });

  it('when the text has gone by then', async () => {
    await pointAt(word(0));
    clock.pass(100);
    word(0).replaceWith('other');
    expect(await rest(DWELL_MS)).toBeNull();
  });

  it('while the page scrolls', async () => {
    await pointAt(word(0));
    clock.pass(100);
    window.scrollBy(0, 5);
    await settle();
    expect(await rest(5_000)).toBeNull();
  });

  it('for a mention that was moved under the pointer', async () => {
    await movePointer(400, 300);
    word(0).style.cssText = 'position:fixed;left:380px;top:290px;padding:20px';
    await settle();
    // A browser tells of it by an event of the pointer, at the same place.
    await movePointer(400, 300);
    expect(await rest(5_000)).toBeNull();
  });

  it('while text is being selected', async () => {
    const { left, top, right } = word(0).getBoundingClientRect();
    await movePointer(left - 40, top + 8);
    await drag(left - 40, top + 8, right - 4, top + 8);
    expect(await rest(5_000)).toBeNull();
    expect(getSelection()?.toString()).toContain('HT');
  });

  it('for events that no reader made', async () => {
    const { x, y } = word(0).getBoundingClientRect();
    const at = { clientX: x + 5, clientY: y + 5, bubbles: true };
    word(0).dispatchEvent(new PointerEvent('pointermove', at));
    word(0).dispatchEvent(new PointerEvent('click', { ...at, pointerType: 'touch' }));
    expect(await rest(5_000)).toBeNull();
  });

  it('for a tap on a link, which is followed', async () => {
    const link = document.createElement('a');
    link.href = '#followed';
    word(0).before(link);
    link.append(word(0));
    await tap(word(0));
    expect(await rest(0)).toBeNull();
    expect(location.hash).toBe('#followed');
    history.replaceState(null, '', location.pathname + location.search);
  });
});

describe('an open card', () => {
  it('closes when it was left for the grace, and not before', async () => {
    await openFirst();
    await movePointer(700, 20);
    expect(await rest(LEAVE_MS - 1)).toBe('HTG');
    expect(await rest(1)).toBeNull();
  });

  it('can be entered', async () => {
    await openFirst();
    const { x, y } = boxOf().getBoundingClientRect();
    await movePointer(x + 60, y - 2);
    clock.pass(LEAVE_MS - 10);
    await movePointer(x + 60, y + 40);
    expect(await rest(60_000)).toBe('HTG');
    await movePointer(700, 20);
    expect(await rest(LEAVE_MS)).toBeNull();
  });

  it('can be entered in a narrow window, however slowly', async () => {
    await page.viewport(470, 900);
    // The page hears of it with its next frame, and closes what is open.
    await settle();
    await openFirst();
    const { x, y } = word(0).getBoundingClientRect();
    const way = boxOf().getBoundingClientRect().top + 20 - y;
    const steps = 12;
    for (let at = 1; at <= steps; at++) {
      await movePointer(x + 8, y + (way * at) / steps);
      clock.pass(LEAVE_MS / 4);
    }
    expect(await rest(60_000)).toBe('HTG');
  });

  it('can be entered when its root is closed, as on a visited page', async () => {
    closeRoot = true;
    await pointAt(word(0));
    await rest(DWELL_MS);
    const { bottom, left } = word(0).getBoundingClientRect();
    expect(hostOf()?.shadowRoot).toBeNull();
    await movePointer(left + 60, bottom + 60);
    clock.pass(60_000);
    expect(hostOf()).not.toBeNull();
  });

  it('closes on Esc without a move, and stays closed until the pointer has been away', async () => {
    await openFirst();
    await pressEscape();
    expect(await rest(0)).toBeNull();
    const { x, y } = word(0).getBoundingClientRect();
    await movePointer(x + 3, y + 3);
    expect(await rest(5_000)).toBeNull();
    await movePointer(700, 20);
    await openFirst();
  });

  it('leaves Esc to the page when it is closed, and only then', async () => {
    let heard = 0;
    const count = () => {
      heard += 1;
    };
    document.addEventListener('keydown', count);
    await pressEscape();
    expect(heard).toBe(1);
    await openFirst();
    await pressEscape();
    expect(heard).toBe(1);
    document.removeEventListener('keydown', count);
  });

  it('closes when its mention scrolls away', async () => {
    await openFirst();
    window.scrollBy(0, 300);
    expect(await rest(0)).toBeNull();
  });

  it('follows its mention while that stays under the pointer', async () => {
    await openFirst();
    const before = boxOf().getBoundingClientRect().top;
    window.scrollBy(0, 4);
    expect(await rest(0)).toBe('HTG');
    expect(boxOf().getBoundingClientRect().top).toBe(before - 4);
  });

  it('closes on a press elsewhere', async () => {
    await openFirst();
    await drag(700, 20, 700, 20);
    expect(await rest(0)).toBeNull();
  });

  it('stays while text in it is dragged over, even out of it', async () => {
    await openFirst();
    const { left, top } = inCard('.gloss').getBoundingClientRect();
    await movePointer(left + 1, top + 8);
    await drag(left + 1, top + 8, 880, 600);
    expect(await rest(0)).toBe('HTG');
    await movePointer(881, 601);
    expect(await rest(LEAVE_MS)).toBeNull();
  });

  it('stays when something in it is pressed', async () => {
    await openFirst();
    clock.pass(LEAVE_MS);
    await click(inCard('.fold'));
    expect(await rest(5_000)).toBe('HTG');
  });

  it('is placed anew in a window of another size, also one that is pinned and no longer ours', () => {
    dispatchEvent(new Event('resize'));
    expect(places).toBe(1);
  });

  it('is closed when its mentions are taken away', async () => {
    await openFirst();
    hover.stop();
    expect(await rest(0)).toBeNull();
  });

  it('gives the focus back after a call', async () => {
    const button = document.createElement('button');
    document.body.prepend(button);
    button.focus();
    hover.call(placedOf(word(0)));
    await settle();
    await pressEscape();
    expect(document.activeElement).toBe(button);
  });
});
