/** Each measurement on a page of its own, whose code has never run: as a visit finds it. */
import type { Browser, Page } from 'puppeteer-core';

/** The longest that one measurement may take, in ms: mark.js needs 20 s on the largest page. */
const LIMIT_MS = 120_000;

/**
 * Open an address in a new browser context, load what is measured with, and run a task on it.
 *
 * @param script - Path of the module to load, from the page's origin.
 */
export async function onFreshPage<T>(
  browser: Browser,
  address: string,
  script: string,
  task: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate((path) => import(path), script);
    return await task(page);
  } finally {
    await context.close();
  }
}

/** @returns The middle one; of an even number the lower of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}
