/** Reads the card as a reader sees it, and waits for it. */
import type { Page } from 'puppeteer-core';
import { inCard, pressInCard } from '../../src/cli/browser/card-root.ts';
import { type Box, hoverOver } from '../../src/cli/browser/painted.ts';
import { PATIENCE_MS, pause, until } from '../../src/cli/browser/until.ts';
import { waitInPage } from './wait-in-page.ts';

/** Selects the element that holds a card, in the document only while it is open. */
export const HOST = '[data-newsgloss-card]';

/** In the first 300 ms after it was drawn a card takes no click: it was meant for what lay there. */
const GUARD_MS = 350;

/** A reader moves the pointer again when no card has come by then. */
const REST_MS = 1_500;

/**
 * Settings with which a card opens 150 ms after the pointer rests, not 350: for tests that open many,
 * and ask something else.
 */
export const SOON = { version: 1, dwell: 'short' } as const;

export interface OpenCard {
  /** As a reader sees it, with its line breaks. */
  readonly text: string;
  /** In CSS pixels of the viewport. */
  readonly box: Box;
}

/** The open card, or null. */
export function cardOf(page: Page): Promise<OpenCard | null> {
  return inCard(page, (root) => {
    const card = root.querySelector<HTMLElement>('.tokens');
    if (!card?.checkVisibility()) return null;
    const { x, y, width, height } = card.getBoundingClientRect();
    // biome-ignore lint/performance/useDomNodeTextContent: line breaks and hidden parts as a reader has them.
    return { text: card.innerText, box: { x, y, width, height } };
  });
}

/** Any card but one that says that it is still loading. */
const ANSWERED = /^(?!\s*Looking it up)[\s\S]*\S/;

/** Wait for an open card whose text fits. */
export async function waitForCard(
  page: Page,
  fits = ANSWERED,
  limitMs = PATIENCE_MS,
): Promise<OpenCard> {
  let last: OpenCard | null = null;
  // The card of a frame stands there.
  if (page.frames().length === 1) await waitInPage(page, isHostThere, HOST);
  try {
    const find = async () => {
      last = await cardOf(page);
      return last && fits.test(last.text) && last;
    };
    return await until(`a card with ${fits}`, find, limitMs);
  } catch (cause) {
    const said = (last as OpenCard | null)?.text;
    throw new Error(said ? `The open card says: ${said}` : 'No card is open.', { cause });
  }
}

function isHostThere(host: string): boolean {
  return document.querySelector(host) !== null;
}

/**
 * Rest the pointer on a mention until its card says what fits: for a page that is just being read
 * anew, which is bare for a moment and closes its card, so that a reader moves the pointer again.
 */
export function hoverUntilCard(page: Page, text: string, fits = ANSWERED): Promise<OpenCard> {
  return until(`a card of ${text} with ${fits}`, async () => {
    await hoverOver(page, text);
    return waitForCard(page, fits, REST_MS);
  });
}

/** Wait until no card is open. */
export async function waitForNoCard(page: Page): Promise<void> {
  await waitInPage(page, (host) => document.querySelector(host) === null, HOST);
  await until('a page without a card', async () => (await cardOf(page)) === null);
}

/** Wait until a card that has just opened takes a click. Nothing of it changes by then. */
export async function passGuard(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });
  await pause(GUARD_MS);
}

/** Press a button or link of a card that has just opened, as soon as it takes a click. */
export async function pressInNewCard(page: Page, name: string): Promise<void> {
  await passGuard(page);
  await pressInCard(page, name);
}

/** Press “More” of a card that has just opened, and wait until all its statements are there. */
export async function pressMore(page: Page): Promise<void> {
  await pressInNewCard(page, 'More');
  const isOpen = () =>
    inCard(page, (root) => root.querySelector('button[aria-expanded="true"]') !== null);
  await until('a card that shows all', isOpen);
}

/** From now on: count the cards that open on a page. */
export async function countCards(page: Page): Promise<() => Promise<number>> {
  await page.evaluate((host) => {
    const { dataset } = document.documentElement;
    dataset.cards = '0';
    new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
      const cards = added.filter((node) => node instanceof Element && node.matches(host));
      dataset.cards = String(Number(dataset.cards) + cards.length);
    }).observe(document.documentElement, { childList: true });
  }, HOST);
  return () => page.evaluate(() => Number(document.documentElement.dataset.cards));
}
