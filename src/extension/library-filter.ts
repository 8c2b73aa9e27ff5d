/**
 * The filter of the library's keys, kept where every page reads its settings: most pages name
 * nothing that the library knows, and need not ask the background to learn it.
 */
import { browser } from 'wxt/browser';
import { type KeyFilter, makeKeyFilter } from '../core/key-filter.ts';
import { answered } from './answered.ts';
import { announceLibraryChange, REVISION, revisionIn } from './library-revision.ts';
import { readItem, type StoredItem, writeItem } from './stored.ts';

const FILTER: StoredItem = { area: 'local', key: 'library-filter' };

interface StoredFilter {
  readonly bits: KeyFilter;
  /** All that the library is made of. */
  readonly origin: string;
  /** Of the library, and of the extension, whose keys may be others in the next version. */
  readonly revision: number;
  readonly version: string;
}

const versionNow = () => browser.runtime.getManifest().version;

/** @returns The filter of the library as it is now; null if there is none, or an older one. */
export async function readLibraryFilter(): Promise<KeyFilter | null> {
  try {
    const found = await answered(() => browser.storage.local.get([REVISION.key, FILTER.key]));
    const { bits, revision, version } = partsOf(found[FILTER.key]);
    const isOfNow = revision === revisionIn(found[REVISION.key]) && version === versionNow();
    return isOfNow && typeof bits === 'string' && isPowerOfTwo(bits.length) ? bits : null;
  } catch {
    return null;
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
