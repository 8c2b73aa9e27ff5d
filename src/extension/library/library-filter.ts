/**
 * The filter of the library's keys: most pages name nothing that the library knows, and need not ask
 * for their words to learn it. It is kept for the session, since the background sleeps and forgets.
 */
import { browser } from 'wxt/browser';
import { type KeyFilter, makeKeyFilter } from '../../core/matching/key-filter.ts';
import type { LibraryState } from '../messages/messages.ts';
import { answered } from '../storage/answered.ts';
import { readItem, type StoredItem, writeItem } from '../storage/stored.ts';
import { announceLibraryChange, REVISION, revisionIn } from './library-revision.ts';

export const FILTER: StoredItem = { area: 'session', key: 'library-filter' };

interface StoredFilter {
  readonly bits: KeyFilter;
  /** All that the library is made of. */
  readonly origin: string;
  /** Of the library, and of the extension, whose keys may be others in the next version. */
  readonly revision: number;
  readonly version: string;
}

const versionNow = () => browser.runtime.getManifest().version;

/** The library as it is now. Never fails: where storage is switched off there is no filter. */
export async function readLibraryState(): Promise<LibraryState> {
  try {
    const found = await answered(() => browser.storage.session.get([REVISION.key, FILTER.key]));
    const revision = revisionIn(found[REVISION.key]);
    const { bits, revision: made, version } = partsOf(found[FILTER.key]);
    const isOfNow = made === revision && version === versionNow();
    const isSound = typeof bits === 'string' && isPowerOfTwo(bits.length);
    return { revision, filter: isOfNow && isSound ? bits : null };
  } catch {
    return { revision: 0, filter: null };
  }
}

/**
 * Store the filter of a library, unless it is there. Where the library is another one although
 * nobody has said so, as after an administrator's change, pages are told.
 *
 * @param revision - Of the library when it was read.
 */
export async function storeLibraryFilter(
  origin: string,
  revision: number,
  keys: () => Promise<ReadonlySet<number>>,
): Promise<void> {
  const version = versionNow();
  const stored = partsOf(await readItem(FILTER));
  const isSameTime = stored.revision === revision && stored.version === version;
  if (isSameTime && stored.origin === origin) return;
  const bits = stored.origin === origin && stored.version === version ? stored.bits : undefined;
  const filter: StoredFilter = {
    bits: bits ?? makeKeyFilter(await keys()),
    origin,
    revision,
    version,
  };
  await writeItem(FILTER, filter);
  if (isSameTime) await announceLibraryChange();
}

const partsOf = (stored: unknown) => (stored ?? {}) as Partial<StoredFilter>;

const isPowerOfTwo = (count: number) => count > 0 && (count & (count - 1)) === 0;
