/** Opens the extension's own pages in tabs. */
import { browser } from 'wxt/browser';
import { readItem, removeItem, type StoredItem, writeItem } from '../storage/stored.ts';

/** Longest term that is passed on, in UTF-16 code units. */
const LONGEST_TERM = 200;

/**
 * The term to add. It is kept in session storage, so that a selection in a private window is never
 * written to disk.
 */
const TO_ADD: StoredItem = { area: 'session', key: 'term-to-add' };

/** Open the settings, at one of their parts. */
export async function openSettings(part = ''): Promise<void> {
  await browser.tabs.create({
    url: `${browser.runtime.getURL('/options.html')}${part && `#${part}`}`,
  });
}

/**
 * Open the settings with the form for a new entry for a term, such as a selection. The address
 * holds a number instead of the term, since addresses are kept in the history, also that of normal
 * windows.
 */
export async function openSettingsToAdd(term: string): Promise<void> {
  const words = term.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TERM);
  const id = crypto.randomUUID();
  await writeItem(TO_ADD, { id, words });
  await openSettings(`add=${id}`);
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

/**
 * Open a review in a tab, or bring the one to the front that shows it: what is decided in one tab
 * would overwrite what was decided in another.
 */
export async function openReview(id: string): Promise<void> {
  const url = `${browser.runtime.getURL('/review.html')}#${id}`;
  const there = (await browser.tabs.query({})).find((tab) => tab.url === url);
  if (there?.id === undefined) return void (await browser.tabs.create({ url }));
  // Both at once, since the popup ends with its tab in the background. Android has no windows.
  await Promise.all([
    browser.tabs.update(there.id, { active: true }),
    browser.windows?.update(there.windowId, { focused: true }),
  ]);
}

/** Close the tab of this page. `window.close` works only on tabs that a script has opened. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** Open the welcome page. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
