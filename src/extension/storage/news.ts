/** Which version's news the reader has seen: an update shows a dot there, and nothing else. */
import { browser } from 'wxt/browser';
import { readItem, type StoredItem, writeItem } from './stored.ts';

const SEEN: StoredItem = { area: 'local', key: 'news-seen' };

export const currentVersion = (): string => browser.runtime.getManifest().version;

/** Whether the version that runs has news that were not looked at. */
export async function hasUnseenNews(): Promise<boolean> {
  try {
    const seen = await readItem(SEEN);
    return seen !== null && seen !== currentVersion();
  } catch {
    return false;
  }
}

/** Whether the reader was greeted before. */
export async function hasMetReader(): Promise<boolean> {
  return (await readItem(SEEN).catch(() => null)) !== null;
}

/** The news of the version that runs are seen; on installation nothing is new. */
export async function markNewsSeen(): Promise<void> {
  // No room for it: the dot stays.
  await writeItem(SEEN, currentVersion()).catch(() => undefined);
}
