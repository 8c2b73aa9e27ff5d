/** Reads the card as a reader sees it, and waits for it. */
import type { Page } from 'puppeteer-core';
import { inCard } from '../../src/cli/card-root.ts';
import { type Box, hoverOver } from '../../src/cli/painted.ts';

const POLL_MS = 50;
/** Opening takes 350 ms of rest and an answer of the background; a loaded machine takes longer. */
const LIMIT_MS = 10_000;
/** A reader moves the pointer again when no card has come by then. */
const REST_MS = 3_000;

export interface OpenCard {
  /** As a reader sees it, with its line breaks. */
  readonly text: string;
  /** In CSS pixels of the viewport. */
  readonly box: Box;
}

/** The open card, or null. */
export function cardOf(page: Page): Promise<OpenCard | null> {
  return inCard(page, (root) => {
    const card = [...root.children].find(
      (child): child is HTMLElement =>
        child instanceof HTMLElement && child.localName !== 'style' && child.checkVisibility(),
    );
    if (!card) return null;
    const { x, y, width, height } = card.getBoundingClientRect();
    // biome-ignore lint/performance/useDomNodeTextContent: line breaks and hidden parts as a reader has them.
    return { text: card.innerText, box: { x, y, width, height } };
  });
}

/** Wait for an open card whose text fits. */
export async function waitForCard(
  page: Page,
  fits: RegExp = /./,
  limitMs = LIMIT_MS,
): Promise<OpenCard> {
  let last: OpenCard | null = null;
  for (const start = Date.now(); Date.now() - start < limitMs; await pause()) {
    last = await cardOf(page);
    if (last && fits.test(last.text)) return last;
  }
  throw new Error(
    `No card with ${fits}; ${last ? `the open one says: ${last.text}` : 'none is open'}`,
  );
}

/**
 * Rest the pointer on a mention until its card says what fits: for a page that is just being read
 * anew, which is bare for a moment and closes its card, so that a reader moves the pointer again.
 */
export async function hoverUntilCard(page: Page, text: string, fits: RegExp): Promise<OpenCard> {
  for (const start = Date.now(); ; ) {
    try {
      await hoverOver(page, text);
      return await waitForCard(page, fits, REST_MS);
    } catch (error) {
      if (Date.now() - start > LIMIT_MS) throw error;
    }
  }
}

/** Wait until no card is open. */
export async function waitForNoCard(page: Page): Promise<void> {
  for (const start = Date.now(); Date.now() - start < LIMIT_MS; await pause()) {
    if ((await cardOf(page)) === null) return;
  }
  throw new Error('The card stays open.');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
