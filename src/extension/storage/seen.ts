/**
 * Which entries the reader has met on a page before: their names in the library alone, not where
 * or when. Private windows add nothing.
 */
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { readItem, removeItem, type StoredItem, writeItem } from './stored.ts';

const SEEN: StoredItem = { area: 'local', key: 'seen' };

/** Entries that are remembered, the last ones met: a quarter of what storage holds, at the longest. */
const MOST_SEEN = 15_000;

/** Pages and background of the extension share one origin, and so this lock. */
const LOCK = 'newsgloss-seen';

/**
 * Of some entries those that were never met, which from now on they are.
 *
 * @param isKept - Whether to remember them.
 */
export function takeUnseen(refs: readonly EntryRef[], isKept: boolean): Promise<EntryRef[]> {
  if (refs.length === 0) return Promise.resolve([]);
  return navigator.locks.request(LOCK, async () => {
    const seen = await readSeen();
    const unseen = refs.filter((ref) => !seen.has(ref));
    if (isKept && unseen.length > 0) {
      // No room for it: they count as new once more.
      await writeItem(SEEN, [...seen, ...unseen].slice(-MOST_SEEN)).catch(() => undefined);
    }
    return unseen;
  });
}

/** How many entries are remembered as met. */
export async function countSeen(): Promise<number> {
  return (await readSeen()).size;
}

/** @throws Whatever storage says when it cannot be written. */
export function forgetSeen(): Promise<void> {
  return navigator.locks.request(LOCK, () => removeItem(SEEN));
}

async function readSeen(): Promise<Set<EntryRef>> {
  try {
    const stored = await readItem(SEEN);
    const list = Array.isArray(stored) ? stored : [];
    return new Set(list.filter((ref): ref is EntryRef => typeof ref === 'string'));
  } catch {
    return new Set();
  }
}
