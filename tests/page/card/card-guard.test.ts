import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Card } from '../../../src/page/card/card-options.ts';
import { click } from '../pointing/pointer.ts';
import { boxOf, createClock, hostOf, inCard, openableCard, sample, settle } from './card-sample.ts';

let clock: ReturnType<typeof createClock>;
let card: Card;
let word: HTMLElement;
/** What waits for a frame; null: all is drawn at once. */
let undrawn: (() => void)[] | null;

beforeEach(async () => {
  await page.viewport(900, 640);
  clock = createClock();
  undrawn = null;
  card = openableCard({ clock, whenDrawn: (run) => (undrawn ? undrawn.push(run) : run()) });
  word = document.createElement('span');
  word.style.cssText = 'position: fixed; left: 40px; top: 40px; font: 16px/20px monospace';
  word.textContent = 'HTG';
  document.body.append(word);
  const anchor = document.createRange();
  anchor.selectNodeContents(word);
  card.show(Promise.resolve(sample), { anchor, node: word, how: 'pointer', point: null });
  await settle();
  clock.pass(300);
});

afterEach(() => {
  vi.restoreAllMocks();
  card.hide();
  document.body.replaceChildren();
});

/** Press a button that unfolds a part, and see whether it did. */
async function isPressed(): Promise<boolean> {
  const before = inCard('.fold').ariaExpanded;
  await click(inCard('.fold'));
  return inCard('.fold').ariaExpanded !== before;
}

function openPopover(): HTMLElement {
  const popover = document.createElement('div');
  popover.popover = 'manual';
  popover.style.cssText = 'inset: 0; width: 100%; height: 100%; pointer-events: none';
  document.body.append(popover);
  popover.showPopover();
  return popover;
}

describe('a press in a card', () => {
  it('counts once the card has been in view for a while', async () => {
    expect(await isPressed()).toBe(true);
  });

  it('does not count when the card has just moved', async () => {
    word.style.top = '90px';
    card.place();
    await settle();
    expect(await isPressed()).toBe(false);
    clock.pass(300);
    expect(await isPressed()).toBe(true);
  });

  it('does not count when something has come over it, and then the card is above that', async () => {
    const popover = openPopover();
    expect(await isPressed()).toBe(false);
    popover.style.pointerEvents = 'auto';
    const { x, y } = boxOf().getBoundingClientRect();
    expect(document.elementFromPoint(x + 20, y + 20)).toBe(hostOf());
    clock.pass(300);
    expect(await isPressed()).toBe(true);
  });

  it('does not count before the card has been drawn for a while as it is', async () => {
    undrawn = [];
    word.style.top = '90px';
    card.place();
    await settle();
    clock.pass(5_000);
    expect(await isPressed()).toBe(false);
    for (const draw of undrawn) draw();
    expect(await isPressed()).toBe(false);
    clock.pass(300);
    expect(await isPressed()).toBe(true);
  });

  it('does not count below what is closed and still drawn, and then the card is above that', async () => {
    const style = document.createElement('style');
    style.textContent =
      '[popover] { transition: overlay 60s allow-discrete, display 60s allow-discrete }';
    document.body.append(style);
    const popover = openPopover();
    await settle();
    // As if its events had not been heard, and between two checks.
    popover.hidePopover();
    expect(popover.checkVisibility()).toBe(true);
    expect(await isPressed()).toBe(false);
    popover.style.pointerEvents = 'auto';
    const { x, y } = boxOf().getBoundingClientRect();
    expect(document.elementFromPoint(x + 20, y + 20)).toBe(hostOf());
    clock.pass(300);
    expect(await isPressed()).toBe(true);
  });

  it('does not count where the page has taken the card with what holds it', async () => {
    card.hide();
    const holder = openPopover();
    holder.style.pointerEvents = 'auto';
    holder.append(word);
    const anchor = document.createRange();
    anchor.selectNodeContents(word);
    card.show(Promise.resolve(sample), { anchor, node: word, how: 'pointer', point: null });
    await settle();
    const host = hostOf() as HTMLElement;
    expect(host.parentNode).toBe(holder);
    const fold = inCard('.fold');
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%';
    document.body.append(frame);
    frame.contentDocument?.body.append(holder);
    holder.showPopover();
    host.showPopover();
    clock.pass(100);
    clock.pass(300);
    await click(fold);
    expect(fold.ariaExpanded).toBe('false');
  });

  it('is looked after between presses', async () => {
    openPopover();
    clock.pass(100);
    clock.pass(300);
    expect(await isPressed()).toBe(true);
  });

  it('does not count when the page has shown the card anew, or elsewhere', async () => {
    const host = hostOf() as HTMLElement;
    host.hidePopover();
    host.showPopover();
    expect(await isPressed()).toBe(false);
    document.body.append(host);
    host.showPopover();
    clock.pass(300);
    expect(await isPressed()).toBe(false);
  });

  it('keeps the focus in a card that is raised', async () => {
    card.hide();
    const anchor = document.createRange();
    anchor.selectNodeContents(word);
    card.show(Promise.resolve(sample), { anchor, node: word, how: 'key', point: null });
    await settle();
    openPopover();
    clock.pass(100);
    expect(document.activeElement).toBe(hostOf());
  });
});

describe('an open card', () => {
  /** Have each search of the document take so many milliseconds, and count them from now on. */
  function countSearches(ms: number) {
    vi.restoreAllMocks();
    const search = document.querySelectorAll;
    return vi.spyOn(document, 'querySelectorAll').mockImplementation((selectors: string) => {
      clock.pass(ms);
      return search.call(document, selectors);
    });
  }

  /** Let a time go by in which every timer comes when it is due. */
  function wait(ms: number): void {
    for (let left = ms; left > 0; left -= 100) clock.pass(100);
  }

  it('has the document searched the less the longer that takes', async () => {
    const searches = countSearches(0);
    wait(3_000);
    expect(searches).toHaveBeenCalledTimes(30);
    const slow = countSearches(20);
    wait(3_000);
    expect(slow).toHaveBeenCalledTimes(3);
  });

  it('has it searched before each press, even so', async () => {
    countSearches(20);
    wait(200);
    // As if its events had not been heard.
    const end = new AbortController();
    const options = { capture: true, signal: end.signal };
    document.addEventListener('beforetoggle', (event) => event.stopImmediatePropagation(), options);
    openPopover();
    end.abort();
    expect(await isPressed()).toBe(false);
  });

  it('has it searched soon after something has come, which may be gone before a press', async () => {
    countSearches(20);
    wait(200);
    const popover = openPopover();
    wait(100);
    popover.remove();
    expect(await isPressed()).toBe(false);
  });

  it('has nothing searched when the page scrolls', async () => {
    const searches = countSearches(20);
    wait(200);
    searches.mockClear();
    card.place();
    await settle();
    expect(searches).not.toHaveBeenCalled();
  });

  it('has nothing looked for in a hidden tab', async () => {
    const searches = countSearches(0);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    wait(1_000);
    expect(searches).not.toHaveBeenCalled();
    visibility.mockReturnValue('visible');
    wait(100);
    expect(searches).toHaveBeenCalledTimes(1);
  });

  it('is closed for good once the page has removed it', async () => {
    const host = hostOf() as HTMLElement;
    host.remove();
    wait(100);
    expect(clock.timers()).toBe(0);
    document.documentElement.append(host);
    host.showPopover();
    expect(host.shadowRoot?.childElementCount).toBe(0);
    host.remove();
  });
});

describe('a closed card', () => {
  it('leaves nothing in its element, which a page may keep', async () => {
    const host = hostOf() as HTMLElement;
    card.hide();
    document.body.append(host);
    host.showPopover();
    expect(host.shadowRoot?.childElementCount).toBe(0);
    host.remove();
  });
});
