/** Asks the extension what it shows on a page, as its popup does. */
import type { Page } from 'puppeteer-core';
import type { Messages } from '../../extension/messages/messages.ts';
import type { TabReport } from '../../extension/messages/reports.ts';
import { openOwnPage, type Session } from './drive.ts';

/** The part of the browser's extension API that is used in a page of the extension. */
interface ExtensionApi {
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/**
 * Ask what is shown on a page.
 *
 * Opens the popup's page in a tab for this and closes it again, since only the extension's own
 * pages may ask.
 *
 * @returns null if the extension does not answer.
 */
export async function askForReport(session: Session, page: Page): Promise<TabReport | null> {
  const own = await openOwnPage(session, 'popup.html').catch(() => null);
  if (own === null) return null;
  try {
    const tabId = await findTabId(own, page.url());
    if (tabId === null) return null;
    const answer = await own.evaluate(
      (message) => {
        const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
        return (browser ?? chrome)?.runtime.sendMessage(message);
      },
      wrap('summarise', tabId),
    );
    return (answer ?? null) as TabReport | null; // By the signature of `summarise`.
  } catch {
    return null; // No answer: the caller can still read what is painted.
  } finally {
    await own.close();
    await page.bringToFront();
  }
}

/** A message in the form in which it is sent. */
function wrap<K extends keyof Messages>(name: K, ...args: Parameters<Messages[K]>) {
  return { name, args };
}

/** The browser's id of the tab with an address, asked in a page of the extension. */
function findTabId(own: Page, address: string): Promise<number | null> {
  return own.evaluate(async (url) => {
    const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
    const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
    return tabs.find((tab) => tab.url === url)?.id ?? null;
  }, address);
}
