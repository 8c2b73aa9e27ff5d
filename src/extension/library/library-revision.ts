/**
 * A number that is stored anew after each change of the library. Pages of the extension and the
 * background watch it; the background informs the pages that are read.
 */
import { countUp, type StoredItem, watchItem } from '../storage/stored.ts';

export const REVISION: StoredItem = { area: 'session', key: 'library-revision' };

/** The number in a stored value; 0 if the value is no number. */
export const revisionIn = (stored: unknown): number => (typeof stored === 'number' ? stored : 0);

/** Announce to the whole extension that the library has changed. Wakes the background. */
export const announceLibraryChange = (): Promise<void> => countUp(REVISION);

/** Call back after each change of the library, made by any part, until the signal aborts. */
export function watchLibrary(callback: () => void, signal: AbortSignal): void {
  watchItem(REVISION, callback, signal);
}
