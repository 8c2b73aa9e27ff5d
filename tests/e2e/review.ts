/** Works the review screen as a reader does. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findTab, type Session } from '../../src/cli/browser/drive.ts';
import { expectSoon } from './paint.ts';
import { openPopup, textOf } from './popup.ts';

/** Add the article of a page through the popup; its review comes back, in front. */
export async function addArticle(session: Session, page: Page): Promise<Page> {
  const popup = await openPopup(session, page);
  await popup.waitForSelector('.foot-link.add');
  await popup.$eval('.foot-link.add', (button) => (button as HTMLElement).click());
  const review = await findReview(session).catch(async (cause) => {
    throw new Error(`The popup says: ${await textOf(popup, '.trouble')}`, { cause });
  });
  // The real popup has closed itself.
  await popup.close().catch(() => undefined);
  return review;
}

/** The tab that shows a review, waited for, in front. */
export async function findReview(session: Session): Promise<Page> {
  const page = await findTab(session, 'a review', (address) =>
    address.startsWith(`${session.home}review.html`),
  );
  await page.bringToFront();
  return page;
}

interface Tab {
  readonly active: boolean;
  readonly url?: string;
}

/** As the extension's pages see it, in both browsers. */
declare const chrome: {
  readonly tabs: { getCurrent(): Promise<Tab>; query(filter: object): Promise<Tab[]> };
};

/** Whether a review is the tab in front. */
export const isInFront = (review: Page): Promise<boolean> =>
  review.evaluate(async () => (await chrome.tabs.getCurrent()).active);

/** How many tabs show the review that a tab shows. */
export const countTabs = (review: Page): Promise<number> =>
  review.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    return tabs.filter(({ url }) => url === location.href).length;
  });

/** Wait until a proposal is in hand and has the focus; then keys go to it. */
export async function expectInHand(review: Page, name: string): Promise<void> {
  const inHand = () =>
    review.evaluate(() => {
      const { activeElement } = document;
      const isHead = activeElement?.matches('.proposal-head[aria-expanded="true"]');
      return isHead ? activeElement?.querySelector('.term-name')?.textContent : null;
    });
  await expect.poll(inHand).toBe(name);
}

/** The proposals by name, each with what has become of it. */
export function statesOf(review: Page): Promise<string[]> {
  return review.$$eval('.proposal', (rows) =>
    rows.map((row) => {
      const state = row.className.replace('proposal', '').trim();
      return `${row.querySelector('.term-name')?.textContent}: ${state}`;
    }),
  );
}

/** Wait until so many decisions are stored: what is shown at once would go with its tab. */
export async function expectStored(review: Page, decided: number): Promise<void> {
  await expectSoon(() => review.evaluate(countDecided), decided);
}

/** Sent as text: how many decisions of the review in this tab are stored. */
async function countDecided(): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('newsgloss-reviews'));
  const heads = database.transaction('heads').objectStore('heads');
  const { choices } = await done(heads.get(location.hash.slice(1)));
  database.close();
  return choices.filter(({ verdict }: { verdict: string }) => verdict !== 'open').length;
}
