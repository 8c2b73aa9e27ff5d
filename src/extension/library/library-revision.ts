/**
 * A number that is stored anew after each change of the library. Pages of the extension and the
 * background watch it; the background informs the pages that are read.
 */
import { readItem, type StoredItem, watchItem, writeItem } from '../storage/stored.ts';

export const REVISION: StoredItem = { area: 'session', key: 'library-revision' };

/** The number in a stored value; 0 if the value is no number. */
export const revisionIn = (stored: unknown): number => (typeof stored === 'number' ? stored : 0);

/** Announce to the whole extension that the library has changed. Wakes the background. */
export async function announceLibraryChange(): Promise<void> {
  try {
    await writeItem(REVISION, revisionIn(await readItem(REVISION)) + 1);
  } catch {
    // Storage is full. Open pages use the new library once they are reloaded.
  }
}

/** Call back after each change of the library, made by any part, until the signal aborts. */
export function watchLibrary(callback: () => void, signal: AbortSignal): void {
  try {
    watchItem(REVISION, callback, signal);
  } catch {
    // Storage is switched off: the library holds only bundled glossaries and never changes.
  }
}
