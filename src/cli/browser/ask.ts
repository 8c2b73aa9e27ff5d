/** Asks the extension itself what it shows on a page, as its popup does. */
import type { Page } from 'puppeteer-core';
import type { Messages, TabReport } from '../../extension/messages/messages.ts';
import { openOwnPage, type Session } from './drive.ts';

/** The parts of the extension interface that are used inside an own page. */
interface ExtensionApi {
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/**
 * Ask for what is shown on a page.
 *
 * It needs the popup's page, which it opens in a tab and closes again: only the extension's own
 * pages may ask.
 *
 * @returns null when the extension has no answer.
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
    return null; // Nobody listens: what is painted can still be read off the page.
  } finally {
    await own.close();
    await page.bringToFront();
  }
}

/** A message as it travels. */
function wrap<K extends keyof Messages>(name: K, ...args: Parameters<Messages[K]>) {
  return { name, args };
}

/** The extension's number for the tab that shows an address, asked on one of its own pages. */
export function findTabId(own: Page, address: string): Promise<number | null> {
  return own.evaluate(async (url) => {
    const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
    const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
    return tabs.find((tab) => tab.url === url)?.id ?? null;
  }, address);
}
