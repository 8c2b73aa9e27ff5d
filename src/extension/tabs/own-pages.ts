/** Opens the extension's own pages in tabs. */
import { browser } from 'wxt/browser';
import { type StoredItem, writeItem } from '../storage/stored.ts';

/** Longest term that is passed on, in UTF-16 code units. */
const LONGEST_TERM = 200;

/**
 * The term to add. It is kept in session storage, so that a selection in a private window is never
 * written to disk.
 */
export const TO_ADD: StoredItem = { area: 'session', key: 'term-to-add' };

/** Open the settings, at one of their parts. */
export async function openSettings(part = ''): Promise<void> {
  await openPage(`${browser.runtime.getURL('/options.html')}${part && `#${part}`}`);
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

/**
 * Open a review in a tab, or bring the one to the front that shows it: what is decided in one tab
 * would overwrite what was decided in another.
 */
export async function openReview(id: string): Promise<void> {
  const url = `${browser.runtime.getURL('/review.html')}#${id}`;
  const there = (await browser.tabs.query({})).find((tab) => tab.url === url);
  if (there?.id === undefined) return openPage(url);
  // Both at once, since the popup ends with its tab in the background. Android has no windows.
  await Promise.all([
    browser.tabs.update(there.id, { active: true }),
    browser.windows?.update(there.windowId, { focused: true }),
  ]);
}

/** Open the welcome page. */
export async function openWelcome(): Promise<void> {
  await openPage(browser.runtime.getURL('/welcome.html'));
}

/**
 * Open one of our pages in a tab in front, in a normal window: Firefox would have it in a private one,
 * if that is in front, where it has databases of its own, which the background does not read and
 * which end with the window. Chrome opens our pages in normal windows alone.
 */
export async function openPage(url: string): Promise<void> {
  // Firefox for Android has no windows, and Chrome may have none open.
  const last = await browser.windows?.getLastFocused().catch(() => null);
  if (!last?.incognito || (await isAllPrivate())) {
    await browser.tabs.create({ url });
    return;
  }
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const id = windows.find(({ incognito }) => !incognito)?.id;
  if (id === undefined) {
    await browser.windows.create({ url, incognito: false });
    return;
  }
  await browser.tabs.create({ url, windowId: id });
  await browser.windows.update(id, { focused: true });
}

/**
 * Whether Firefox is set to have private windows alone: then the background is private too. To what
 * is private it gives no other background.
 */
export async function isAllPrivate(): Promise<boolean> {
  if (!browser.extension.inIncognitoContext) return false;
  return Boolean(await browser.runtime.getBackgroundPage());
}
