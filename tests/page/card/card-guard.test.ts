import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Card } from '../../../src/page/card/card-options.ts';
import { click } from '../pointing/pointer.ts';
import { boxOf, createClock, hostOf, inCard, openableCard, sample, settle } from './card-sample.ts';

let clock: ReturnType<typeof createClock>;
let card: Card;
let word: HTMLElement;

beforeEach(async () => {
  await page.viewport(900, 640);
  clock = createClock();
  card = openableCard({ clock });
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
