/** The tab over which the popup was opened. */
import { browser } from 'wxt/browser';
import { siteOf } from '../../core/settings/site.ts';
import type { Windows } from '../storage/settings.ts';

export interface FrontTab {
  readonly id: number;
  /** Null if our script cannot run there: the browser tells addresses of web pages only. */
  readonly site: string | null;
  readonly windows: Windows;
  readonly title: string;
  readonly address: string;
}

/** The active tab of this window; null where it has none. */
export async function findFrontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  // In Chrome a popup over a private window does not know that the window is private; its tab does.
  const windows = tab.incognito ? 'private' : 'normal';
  const { id, title = '', url: address = '' } = tab;
  return { id, site: siteOf(address), windows, title, address };
}

/** Call back whenever a page in the tab sends a message: its report may have changed. */
export function watchReports(tabId: number, callback: () => void, signal: AbortSignal): void {
  const listen = (_: unknown, sender: { tab?: { id?: number | undefined } | undefined }) => {
    // Return no answer here: the background answers.
    if (sender.tab?.id === tabId) callback();
    return undefined;
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}
