/** Works the review screen as a reader does. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findTab, openOwnPage, type Session } from '../../src/cli/browser/drive.ts';
import { until } from '../../src/cli/browser/until.ts';
import type { SharedHarness } from './harness.ts';
import { expectSoon } from './paint.ts';
import { openPopup, textOf } from './popup.ts';

/** Add the article of a page through the popup; its review comes back, in front. */
export async function addArticle(session: Session | SharedHarness, page: Page): Promise<Page> {
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

/** Firefox moves a new tab of the extension to another process; longer than that takes, in ms. */
const MOVED_MS = 20_000;

/** The tab that shows a review, waited for, in front. */
export async function findReview(session: Session | SharedHarness): Promise<Page> {
  const { browser, home } = session;
  const isReview = (address: string) => address.startsWith(`${home}review.html`);
  const isShared = 'inside' in session && session.kind === 'firefox';
  const found = isShared
    ? findTab(browser, 'a review', isReview, MOVED_MS).catch(() => openLostReview(session))
    : findTab(browser, 'a review', isReview);
  const page = await found;
  await page.bringToFront();
  return page;
}

/**
 * Open a review again whose tab the driver has lost while Firefox moved it (seen in 153, on a busy
 * machine): the extension has the tab, and the driver can ask no page of it for its address.
 */
async function openLostReview(session: SharedHarness): Promise<Page> {
  const address = await until('the tab of a review', () => session.inside.evaluate(closeReview));
  return openOwnPage(session, address.slice(session.home.length));
}

/** Sent as text: close the tab of the review, and give its address; empty if there is none. */
async function closeReview(): Promise<string> {
  interface View {
    readonly location: Location;
    readonly browser: {
      readonly tabs: { getCurrent(): Promise<{ id: number }>; remove(id: number): Promise<void> };
      readonly extension: { getViews(filter: object): readonly View[] };
    };
  }
  const own = (globalThis as unknown as View).browser;
  const view = own.extension
    .getViews({ type: 'tab' })
    .find(({ location: { pathname } }) => pathname === '/review.html');
  if (!view) return '';
  const { href } = view.location;
  const { id } = await view.browser.tabs.getCurrent();
  // Not by the page that goes: nobody would hear of it.
  await own.tabs.remove(id);
  return href;
}

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
