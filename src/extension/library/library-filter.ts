/**
 * The filter of the library's keys. Most pages contain no name that the library knows; with the
 * filter they find that out without asking the background. It is kept in session storage, since the
 * background loses its memory whenever it sleeps.
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
  /** Identifies the glossaries that the library was made from. */
  readonly origin: string;
  /** Revision of the library; version of the extension, which may compute keys differently. */
  readonly revision: number;
  readonly version: string;
}

const versionNow = () => browser.runtime.getManifest().version;

/** The current revision and filter. Never fails: without storage, revision 0 and no filter. */
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
 * Store the filter of a library, unless it is stored already. If the library differs although its
 * revision does not, as after an administrator's change, announce a change to all pages.
 *
 * @param revision - The revision at the time the library was read.
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
