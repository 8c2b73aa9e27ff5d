/** What a test expects to be painted, waited for. */
import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { paintedHere, readPainted } from '../../src/cli/browser/painted.ts';
import type { Harness } from './harness.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from './news-page.ts';
import { waitInPage } from './wait-in-page.ts';

/** The painted texts of a page or frame, in reading order. */
export async function textsOf(page: Page | Frame): Promise<string[]> {
  return (await readPainted(page)).map(({ text }) => text);
}

/** Wait until just these texts are painted, in this order, and none of them twice. */
export async function expectPainted(page: Page | Frame, texts: readonly string[]): Promise<void> {
  await waitInPage(page, arePaintedHere, texts);
  await expect.poll(() => textsOf(page)).toEqual(texts);
  expect(await doublesOf(page)).toEqual([]);
}

const arePaintedHere = `(wanted) => {
  const painted = (${paintedHere})();
  return painted.length === wanted.length && painted.every(({ text }, i) => text === wanted[i]);
}`;

/** Wait until the rules by which mentions look have come, a little after the first mention. */
export async function expectRules(page: Page | Frame): Promise<void> {
  const read = () =>
    page.evaluate(
      () =>
        getComputedStyle(document.documentElement, '::highlight(newsgloss-place)').backgroundColor,
    );
  await expect.poll(read).toMatch(/^rgba\(20, 84, 111/);
}

/**
 * Expect a page to have been left alone: one that was opened later is painted, this one is bare. For
 * pages in which nothing ever comes that could be waited for.
 */
export async function expectLeftAlone(harness: Harness, page: Page): Promise<void> {
  const later = await harness.visit(newsPage({ body: ALLIANCE }));
  await expectPainted(later, IN_ALLIANCE);
  harness.leave(later);
  await page.bringToFront();
  expect(await textsOf(page)).toEqual([]);
}

/** Go back in a tab's history, and wait until it shows an address. */
export async function goBack(page: Page, address: string): Promise<void> {
  // The driver's own way back waits for ever for a page that was kept.
  await page.evaluate(() => history.back());
  await expectAt(page, address);
}

/** Wait until a tab shows an address. */
export async function expectAt(page: Page, address: string): Promise<void> {
  await expectSoon(() => page.evaluate(() => location.href).catch(() => ''), address);
}

/** Wait until something is so. */
export async function expectSoon<T>(read: () => Promise<T> | T, wanted: T): Promise<void> {
  await expect.poll(read).toEqual(wanted);
}

/** Texts on which two ranges lie. */
function doublesOf(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const ends = new Map<Node, [start: number, end: number][]>();
    const doubles: string[] = [];
    for (const [name, highlight] of CSS.highlights ?? []) {
      if (!name.startsWith('newsgloss')) continue;
      for (const { startContainer, startOffset, endOffset } of highlight) {
        const others = ends.get(startContainer) ?? [];
        if (others.some(([start, end]) => start < endOffset && startOffset < end)) {
          doubles.push(`${name}: ${startContainer.nodeValue?.slice(startOffset, endOffset)}`);
        }
        ends.set(startContainer, [...others, [startOffset, endOffset]]);
      }
    }
    for (const { textContent } of document.querySelectorAll('news-gloss news-gloss')) {
      doubles.push(textContent);
    }
    return doubles;
  });
}
