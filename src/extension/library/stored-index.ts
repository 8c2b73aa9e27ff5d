/**
 * Stores the index of a large library in the database. The background starts many times a day, and
 * pages would wait each time if it had to read the whole library.
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

/** Entries of a library that gets no stored index: reading 100 entries is faster than a query. */
const FEW_ENTRIES = 100;
/**
 * Entries in one record. A page asks for a few of hundreds or tens of thousands: with 16 a dense page
 * read nearly all records. Fewer than 4 make storing an index of 50,000 entries too slow.
 */
const PER_PACK = 4;
/** To be raised whenever the shape of the stored records changes. */
const FORMAT = 5;
/** Key of the head record. Packs have numbers as keys. */
const HEAD = 'head';
/** Key under which the state of the stored glossaries is noted. */
const STATE = 'state';

interface Head extends CompactIndex {
  /** Identifies the format and all glossaries that the index was made from. */
  readonly origin: string;
}

interface StoredIndex {
  /** Returns the same candidates as the whole library does. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
}

/** Note in the current transaction that it changes the stored glossaries. */
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

/** Identifies the state of the stored glossaries. Read it before reading them. */
export async function readState(): Promise<string> {
  const database = await openLibraryDatabase();
  return String(await database.get('index', STATE));
}

/**
 * Open the stored index.
 *
 * @param origin - Identifies the glossaries, including the state of the stored ones.
 * @returns Null if there is no index, or only one with another origin.
 */
export async function openStoredIndex(origin: string): Promise<StoredIndex | null> {
  const database = await openLibraryDatabase();
  const head = (await database.get('index', HEAD)) as Head | undefined;
  if (head?.origin !== nameOf(origin)) return null;
  const kept = new Map<number, Promise<readonly Candidate[]>>();
  // One transaction for all packs: one for each takes about twice as long.
  const readPacks = (numbers: ReadonlySet<number>) => {
    const missing = [...numbers].filter((number) => !kept.has(number));
    if (missing.length === 0) return;
    const { store } = database.transaction('index');
    for (const number of missing) {
      kept.set(number, store.get(number) as Promise<readonly Candidate[]>);
    }
  };
  const packOf = (number: number) => Math.floor(number / PER_PACK);
  return {
    async lookUp(keys) {
      const found = [...findNumbers(head, keys)];
      readPacks(new Set(found.map(([number]) => packOf(number))));
      return Promise.all(
        found.map(async ([number, places]) => {
          const pack = (await kept.get(packOf(number))) as readonly Candidate[];
          return withNames(pack[number % PER_PACK] as Candidate, places);
        }),
      );
    },
  };
}

/**
 * Store the index of a large library in one transaction; a library of few entries gets none.
 *
 * @param state - State of the stored glossaries before they were read. If it has changed since,
 *   nothing is stored, since the index would be outdated.
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
