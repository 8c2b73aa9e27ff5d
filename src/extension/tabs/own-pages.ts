/** Opens the extension's own pages in tabs. */
import { browser } from 'wxt/browser';
import { readItem, removeItem, type StoredItem, writeItem } from '../storage/stored.ts';

/** How long a term may be that is handed over, in UTF-16 code units. */
const LONGEST_TERM = 200;

/** A term on its way to the settings, in memory: what was selected in a private window stays there. */
const TO_ADD: StoredItem = { area: 'session', key: 'term-to-add' };

/** Open the settings, at one of their parts. */
export async function openSettings(part = ''): Promise<void> {
  await browser.tabs.create({
    url: `${browser.runtime.getURL('/options.html')}${part && `#${part}`}`,
  });
}

/**
 * Open the settings with the form for a new entry on a term, such as a selection. The address holds
 * a number in place of the term: addresses go into the history, which may be of another window.
 */
export async function openSettingsToAdd(term: string): Promise<void> {
  const words = term.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TERM);
  const id = crypto.randomUUID();
  await writeItem(TO_ADD, { id, words });
  await openSettings(`add=${id}`);
}

/** Take the term that an address asks to add, once; null if it asks for none that is there. */
export async function takeTermToAdd(hash: string): Promise<string | null> {
  if (!hash.startsWith('#add=')) return null;
  const stored = await readItem(TO_ADD).catch(() => null);
  const { id, words } = (stored ?? {}) as { readonly id?: unknown; readonly words?: unknown };
  if (id !== hash.slice(5) || typeof words !== 'string') return null;
  await removeItem(TO_ADD);
  return words;
}

/** Open a review in a tab. */
export async function openReview(id: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/review.html')}#${id}` });
}

/** Close the tab that this page is in; `window.close` may not where no script has opened it. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** Open the welcome page. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
