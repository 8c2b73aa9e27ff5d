/** The tab that a toolbar window was opened over. */
import { browser } from 'wxt/browser';
import { siteOf } from '../../core/settings/site.ts';
import type { Windows } from '../storage/settings.ts';

export interface FrontTab {
  readonly id: number;
  /** Null where no script of ours can be: the browser shows addresses of web pages alone. */
  readonly site: string | null;
  readonly windows: Windows;
  readonly title: string;
  readonly address: string;
}

/** The active tab of this window; null where it has none. */
export async function findFrontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  // In Chrome a popup over a private window does not know that it is one; its tab does.
  const windows = tab.incognito ? 'private' : 'normal';
  const { id, title = '', url: address = '' } = tab;
  return { id, site: siteOf(address), windows, title, address };
}

/** Call back whenever a page in the tab has sent something: what is known of it may be old. */
export function watchReports(tabId: number, callback: () => void, signal: AbortSignal): void {
  const listen = (_: unknown, sender: { tab?: { id?: number | undefined } | undefined }) => {
    // No answer from here: the background gives it.
    if (sender.tab?.id === tabId) callback();
    return undefined;
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}
