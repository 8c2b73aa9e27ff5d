/** Opens the extension's own pages in tabs. */
import { browser } from 'wxt/browser';

/** How long a term may be that is handed over, in UTF-16 code units. */
const LONGEST_TERM = 200;

/** Open the settings, at one of their parts. */
export async function openSettings(part = ''): Promise<void> {
  await browser.tabs.create({
    url: `${browser.runtime.getURL('/options.html')}${part && `#${part}`}`,
  });
}

/** Open the settings with the form for a new entry on a term, such as a selection. */
export async function openSettingsToAdd(term: string): Promise<void> {
  const words = term.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TERM);
  await openSettings(`add=${encodeURIComponent(words)}`);
}

/** The term that an address asks to add; null if it asks for none. */
export function readTermToAdd(hash: string): string | null {
  if (!hash.startsWith('#add=')) return null;
  try {
    return decodeURIComponent(hash.slice(5)).slice(0, LONGEST_TERM);
  } catch {
    return null;
  }
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
