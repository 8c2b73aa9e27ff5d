/**
 * A number that changes with the library, by which all pages of the extension and its background
 * hear of it. The background tells the pages that are read.
 */
import { readItem, type StoredItem, watchItem, writeItem } from '../storage/stored.ts';

export const REVISION: StoredItem = { area: 'session', key: 'library-revision' };

/** The number in what is stored of it. */
export const revisionIn = (stored: unknown): number => (typeof stored === 'number' ? stored : 0);

/** The number now; 0 where storage is switched off. */
export async function readRevision(): Promise<number> {
  return revisionIn(await readItem(REVISION).catch(() => null));
}

/** Tell everybody that the library has changed; wakes the background. */
export async function announceLibraryChange(): Promise<void> {
  try {
    await writeItem(REVISION, revisionIn(await readItem(REVISION)) + 1);
  } catch {
    // No room for a number: pages that are open learn of it when they are loaded again.
  }
}

/** Call back after each change of the library, whoever makes it, until the signal aborts. */
export function watchLibrary(callback: () => void, signal: AbortSignal): void {
  try {
    watchItem(REVISION, callback, signal);
  } catch {
    // Storage is switched off: the library holds what comes with the extension, for good.
  }
}
