/**
 * The index over a large library, kept in the database: the background is started and ended many
 * times a day, and to read the whole library each time would keep pages waiting.
 */

import type { IDBPObjectStore, StoreNames } from 'idb';
import {
  type CompactIndex,
  findNumbers,
  packIndex,
  withNames,
} from '../../core/library/compact-index.ts';
import { type LibraryIndex, listCandidates } from '../../core/library/library-index.ts';
import type { Candidate } from '../../core/matching/candidate.ts';
import { type LibraryDatabase, openLibraryDatabase } from './library-database.ts';

/** Up to so many entries the whole library is read in less time than the database answers. */
const FEW_ENTRIES = 100;
/** Entries that are stored as one record: a page asks for a few of tens of thousands. */
const PER_PACK = 16;
/** To be raised when what is stored changes its shape. */
const FORMAT = 3;
/** Where the head lies; packs have their numbers. */
const HEAD = 'head';
/** Where it is noted which state the stored glossaries are in. */
const STATE = 'state';

interface Head extends CompactIndex {
  /** Names the format and all that the index was made of. */
  readonly origin: string;
}

export interface StoredIndex {
  /** Answers look-ups as the whole library would. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /** All keys that lead to a name. */
  keys(): ReadonlySet<number>;
}

/** Note that the stored glossaries change, in the transaction that changes them. */
export async function noteChange(
  index: IDBPObjectStore<
    LibraryDatabase,
    ArrayLike<StoreNames<LibraryDatabase>>,
    'index',
    'readwrite'
  >,
): Promise<void> {
  await index.put(crypto.randomUUID(), STATE);
}

/** Names the state that the stored glossaries are in; to be asked before they are read. */
export async function readState(): Promise<string> {
  const database = await openLibraryDatabase();
  return String(await database.get('index', STATE));
}

/**
 * Open the stored index.
 *
 * @param origin - Tells of what it must have been made, the state of the stored glossaries included.
 * @returns Null if there is none, or one of another library.
 */
export async function openStoredIndex(origin: string): Promise<StoredIndex | null> {
  const database = await openLibraryDatabase();
  const head = (await database.get('index', HEAD)) as Head | undefined;
  if (head?.origin !== nameOf(origin)) return null;
  const kept = new Map<number, Promise<readonly Candidate[]>>();
  const readPack = (number: number) => {
    let pack = kept.get(number);
    if (!pack) {
      pack = database.get('index', number) as Promise<readonly Candidate[]>;
      kept.set(number, pack);
    }
    return pack;
  };
  return {
    lookUp: (keys) =>
      Promise.all(
        [...findNumbers(head, keys)].map(async ([number, places]) => {
          const pack = await readPack(Math.floor(number / PER_PACK));
          return withNames(pack[number % PER_PACK] as Candidate, places);
        }),
      ),
    keys: () => new Set(head.keys),
  };
}

/**
 * Store the index of a large library, as a whole or not at all; a small one needs none.
 *
 * @param state - Of the stored glossaries when they were read: if they have changed since, what was
 *   made of them is worth nothing.
 */
export async function storeIndex(
  index: LibraryIndex,
  origin: string,
  state: string,
): Promise<void> {
  if (index.entries.size <= FEW_ENTRIES) return;
  const candidates = listCandidates(index);
  const database = await openLibraryDatabase();
  const change = database.transaction('index', 'readwrite');
  if (String(await change.store.get(STATE)) !== state) return;
  const writes: Promise<unknown>[] = [change.done];
  for (let from = 0; from < candidates.length; from += PER_PACK) {
    const pack = candidates.slice(from, from + PER_PACK);
    writes.push(change.store.put(pack, from / PER_PACK));
  }
  const head: Head = { ...packIndex(candidates), origin: nameOf(origin) };
  writes.push(change.store.put(head, HEAD));
  await Promise.all(writes);
}

const nameOf = (origin: string) => `${FORMAT} ${origin}`;
