/** Which sites and tabs the reader lets us read. */
import { browser } from 'wxt/browser';
import { ALL_SITES } from '../network/host-access.ts';

/** Whether all pages may be read that match the patterns. */
export function mayRead(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Whether a tab may be read: its site, or its page alone, since the reader pressed our button. */
export async function mayReadTab(tabId: number, site: string): Promise<boolean> {
  if (await mayRead(originsOf(site))) return true;
  // The browser tells the address of such a page. A script that may not run there would wait, in
  // Chrome, until the reader presses our button.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url !== undefined;
}

/**
 * Ask the reader for access. Call it in the handler of a press: browsers ask at no other time.
 *
 * @returns Whether it was given.
 */
export function askToRead(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/**
 * The patterns of a page's site: its host and all hosts below it, by http and https.
 *
 * @param site - As `siteOf` gives it.
 */
export function originsOf(site: string): string[] {
  // An address in numbers has no hosts below it.
  const hosts = /^[\d.]+$|[[\]]/.test(site) ? site : `*.${site}`;
  return ALL_SITES.map((all) => all.replace('*/', `${hosts}/`));
}
