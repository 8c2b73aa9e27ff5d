/**
 * Remembers which entries the reader has met on pages: only their refs, not where or when. Private
 * windows add nothing.
 */
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { readItem, removeItem, type StoredItem, writeItem } from './stored.ts';

const SEEN: StoredItem = { area: 'local', key: 'seen' };

/** Most entries remembered, the latest ones. They take a quarter of the storage at most. */
const MOST_SEEN = 15_000;

/** All pages and the background of the extension share one origin, and so this lock. */
const LOCK = 'newsgloss-seen';

/**
 * Return those entries that the reader has not met before, and remember them as met.
 *
 * @param isKept - Whether to remember them.
 */
export function takeUnseen(refs: readonly EntryRef[], isKept: boolean): Promise<EntryRef[]> {
  if (refs.length === 0) return Promise.resolve([]);
  return navigator.locks.request(LOCK, async () => {
    const seen = await readSeen();
    const unseen = refs.filter((ref) => !seen.has(ref));
    if (isKept && unseen.length > 0) {
      // If storage is full, they count as new again next time.
      await writeItem(SEEN, [...seen, ...unseen].slice(-MOST_SEEN)).catch(() => undefined);
    }
    return unseen;
  });
}

/** How many entries are remembered as met. */
export async function countSeen(): Promise<number> {
  return (await readSeen()).size;
}

/** @throws The error of storage if it cannot be written. */
export function forgetSeen(): Promise<void> {
  return navigator.locks.request(LOCK, () => removeItem(SEEN));
}

async function readSeen(): Promise<Set<EntryRef>> {
  try {
    const stored = await readItem(SEEN);
    const list = Array.isArray(stored) ? stored : [];
    return new Set(list.filter((ref): ref is EntryRef => typeof ref === 'string'));
  } catch {
    // Storage is switched off: every entry counts as new.
    return new Set();
  }
}
