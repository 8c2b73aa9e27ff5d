/**
 * Stores the glossaries that the reader adds, in IndexedDB, since they may be larger than
 * `storage.local` allows.
 *
 * Each call is one transaction: it is carried out as a whole or not at all, even if the browser is
 * killed midway. Content that this version cannot read stays stored, for a later version or for
 * export.
 */

import type { IDBPTransaction } from 'idb';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../../core/glossary/parse-glossary.ts';
import {
  type LibraryDatabase,
  openLibraryDatabase,
  type StoredGlossary,
} from './library-database.ts';
import { announceLibraryChange } from './library-revision.ts';
import { noteChange } from './stored-index.ts';

/** A stored glossary with its content as it was put, unchecked. */
interface StoredContent extends StoredGlossary {
  readonly content: unknown;
}

/**
 * List the glossaries that the reader has added, including those that are off, sorted by `order`.
 *
 * Does not check whether their content can be read: the library does (`listFaults`, where `origin`
 * is the id).
 *
 * @throws DOMException if storage is switched off.
 */
export async function listGlossaries(): Promise<StoredGlossary[]> {
  const database = await openLibraryDatabase();
  return (await database.getAll('glossaries')).sort(inOrder);
}

/**
 * Read and check one added glossary; null if none has this id.
 *
 * @throws GlossaryError naming each fault if the stored content is broken or of a newer version.
 */
export async function readGlossary(id: string): Promise<Glossary | null> {
  const database = await openLibraryDatabase();
  const content = await database.get('contents', id);
  return content === undefined ? null : parseGlossary(content, id);
}

/** Stored content as a glossary; null if there is none that can be read. */
export function readable(content: unknown, id: string): Glossary | null {
  if (content === undefined) return null;
  try {
    return parseGlossary(content, id);
  } catch (error) {
    if (error instanceof GlossaryError) return null;
    throw error;
  }
}

/**
 * Add a glossary, or replace the one with the same id, which keeps its order and its on/off state.
 * Open pages are then read again.
 *
 * @param glossary - As `parseGlossary` returned it.
 * @throws DOMException if storage is full or switched off; then nothing has changed.
 */
export function putGlossary(glossary: Glossary): Promise<void> {
  return changeLibrary((change) => putInto(change, [{ glossary, on: null }]));
}

/** A glossary to store. If `on` is null, a stored one keeps its state and a new one is on. */
interface GlossaryToPut {
  readonly glossary: Glossary;
  readonly on: boolean | null;
}

/**
 * Read and change one glossary in one transaction, so that no change made meanwhile is lost.
 *
 * @param change - Gets the stored glossary, or null if there is none; returns what is to be stored:
 *   the same to leave it, null to remove it. It must not wait for anything.
 * @throws GlossaryError if the stored one cannot be read; DOMException as `putGlossary` does.
 */
export function changeGlossary(
  id: string,
  change: (stored: Glossary | null) => Glossary | null,
): Promise<void> {
  return changeLibrary(async (writing) => {
    const content = await writing.objectStore('contents').get(id);
    const stored = content === undefined ? null : parseGlossary(content, id);
    const next = change(stored);
    if (next === stored) return false;
    await (next ? putInto(writing, [{ glossary: next, on: null }]) : removeFrom(writing, id));
    return true;
  });
}

/** A transaction that may change all there is of the library. */
export type Change = IDBPTransaction<
  LibraryDatabase,
  ('glossaries' | 'contents' | 'index')[],
  'readwrite'
>;

/**
 * Change the stored glossaries in one transaction, and announce it to all who watch the library.
 *
 * @param write - Waits for nothing but the stores; false: it has changed nothing.
 * @throws What `write` throws, or DOMException; then nothing has changed.
 */
export async function changeLibrary(write: (change: Change) => Promise<unknown>): Promise<void> {
  const database = await openLibraryDatabase();
  const change = database.transaction(['glossaries', 'contents', 'index'], 'readwrite');
  let hasChanged = false;
  try {
    hasChanged = (await write(change)) !== false;
    if (hasChanged) await noteChange(change.objectStore('index'));
    await change.done;
  } catch (error) {
    await undoChange(change);
    throw error;
  }
  if (hasChanged) await announceLibraryChange();
}

/** Put glossaries in a transaction that is under way. */
export async function putInto(change: Change, wanted: readonly GlossaryToPut[]): Promise<void> {
  const glossaries = change.objectStore('glossaries');
  const contents = change.objectStore('contents');
  const known = await glossaries.getAll();
  let last = Math.max(0, ...known.map(({ order }) => order));
  const put = async ({ glossary, on }: GlossaryToPut) => {
    const { id, title, version, language, entries } = glossary;
    const before = known.find((each) => each.id === id);
    await contents.put(glossary, id);
    await glossaries.put({
      id,
      title,
      version,
      language,
      entries: entries.length,
      names: entries.reduce((sum, { names }) => sum + names.length, 0),
      on: on ?? before?.on ?? true,
      order: before?.order ?? ++last,
    });
  };
  for (const each of wanted) await put(each);
}

/** Key in `contents` of the id of the last complete import. No glossary can have this id. */
const LAST_IMPORT = '(import)';

/** Note the id of an import in the transaction that carries it out, for `readLastImport`. */
export async function noteImport(change: Change, id: string): Promise<void> {
  await change.objectStore('contents').put(id, LAST_IMPORT);
}

/** The id of the last complete import; null if there was none. */
export async function readLastImport(): Promise<unknown> {
  const database = await openLibraryDatabase();
  return (await database.get('contents', LAST_IMPORT)) ?? null;
}

/** Remove a glossary for good. Does nothing if none has this id. */
export function removeGlossary(id: string): Promise<void> {
  return changeLibrary((change) => removeFrom(change, id));
}

/** Remove a glossary in a transaction that is under way. */
export async function removeFrom(change: Change, id: string): Promise<void> {
  await change.objectStore('glossaries').delete(id);
  await change.objectStore('contents').delete(id);
}

/** Switch a glossary on or off; it stays stored. Does nothing if none has this id. */
export function setGlossaryOn(id: string, on: boolean): Promise<void> {
  return changeLibrary(async (change) => {
    const glossaries = change.objectStore('glossaries');
    const before = await glossaries.get(id);
    if (before) await glossaries.put({ ...before, on });
  });
}

/**
 * Read all added glossaries with their contents, sorted by `order`, for the library and for
 * backups. The contents are not checked, so that a backup also keeps broken ones.
 */
export async function readContents(): Promise<StoredContent[]> {
  const database = await openLibraryDatabase();
  const reading = database.transaction(['glossaries', 'contents']);
  const glossaries = (await reading.objectStore('glossaries').getAll()).sort(inOrder);
  return Promise.all(
    glossaries.map(async (each) => ({
      ...each,
      content: await reading.objectStore('contents').get(each.id),
    })),
  );
}

/**
 * Abort a transaction after an error. A value that cannot be cloned throws without ending the
 * transaction, so the writes before it would otherwise be kept.
 */
async function undoChange(change: Change): Promise<void> {
  try {
    change.abort();
  } catch {
    // The transaction has already ended.
  }
  await change.done.catch(() => undefined);
}

const inOrder = (one: StoredGlossary, other: StoredGlossary) =>
  one.order - other.order || (one.id < other.id ? -1 : 1);
