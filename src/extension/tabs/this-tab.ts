/** What one of our own pages does with its tab and its address. */
import { browser } from 'wxt/browser';
import { readItem, removeItem } from '../storage/stored.ts';
import { isAllPrivate, openPage, TO_ADD } from './own-pages.ts';

/** Close the tab of this page. `window.close` works only on tabs that a script has opened. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/**
 * Where this page stands in a private window, as from Firefox's list of extensions, open it in a
 * normal one instead.
 *
 * @returns Whether it goes.
 */
export async function leavePrivateWindow(): Promise<boolean> {
  if (!browser.extension.inIncognitoContext || (await isAllPrivate())) return false;
  await openPage(location.href);
  await closeThisTab();
  return true;
}

/** Take the term that an address refers to; null if there is none. Works once for each term. */
export async function takeTermToAdd(hash: string): Promise<string | null> {
  if (!hash.startsWith('#add=')) return null;
  // If storage is switched off, the form starts empty.
  const stored = await readItem(TO_ADD).catch(() => null);
  const { id, words } = (stored ?? {}) as { readonly id?: unknown; readonly words?: unknown };
  if (id !== hash.slice(5) || typeof words !== 'string') return null;
  await removeItem(TO_ADD);
  return words;
}
