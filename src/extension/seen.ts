/**
 * Which entries the reader has met on a page before: their names in the library alone, not where
 * or when. Private windows add nothing.
 */
import type { EntryRef } from '../core/mention.ts';
import { readItem, type StoredItem, writeItem } from './stored.ts';

const SEEN: StoredItem = { area: 'local', key: 'seen' };

/**
 * Of some entries those that were never met, which from now on they are.
 *
 * @param isKept - Whether to remember them. Calls must not overlap.
 */
export async function takeUnseen(refs: readonly EntryRef[], isKept: boolean): Promise<EntryRef[]> {
  const seen = await readSeen();
  const unseen = refs.filter((ref) => !seen.has(ref));
  if (isKept && unseen.length > 0) {
    // No room for it: they count as new once more.
    await writeItem(SEEN, [...seen, ...unseen]).catch(() => undefined);
  }
  return unseen;
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
