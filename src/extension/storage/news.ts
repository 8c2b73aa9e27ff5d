/** Stores which version's news the reader has seen. After an update, a dot is shown until then. */
import { browser } from 'wxt/browser';
import { readItem, type StoredItem, writeItem } from './stored.ts';

const SEEN: StoredItem = { area: 'local', key: 'news-seen' };

export const currentVersion = (): string => browser.runtime.getManifest().version;

/** Whether the reader has not yet seen the news of the running version. */
export async function hasUnseenNews(): Promise<boolean> {
  try {
    const seen = await readItem(SEEN);
    return seen !== null && seen !== currentVersion();
  } catch {
    // Storage is switched off: the dot could never be removed.
    return false;
  }
}

/** Whether the reader has been shown the welcome page; false where storage is switched off. */
export async function hasMetReader(): Promise<boolean> {
  return (await readItem(SEEN).catch(() => null)) !== null;
}

/** Mark the news of the running version as seen, also on installation, when nothing is new. */
export async function markNewsSeen(): Promise<void> {
  // If storage is full, the dot stays.
  await writeItem(SEEN, currentVersion()).catch(() => undefined);
}
