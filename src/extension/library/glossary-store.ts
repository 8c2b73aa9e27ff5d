/**
 * The reader's own glossaries: in IndexedDB, since they may be larger than `storage.local` holds.
 *
 * Each call is one transaction: it happens as a whole or not at all, also when the browser is killed
 * midway. What cannot be read is left where it is, for a later version or for export.
 */

import type { Glossary } from '../../core/glossary/glossary.ts';
import { parseGlossary } from '../../core/glossary/parse-glossary.ts';
import { openLibraryDatabase, type StoredGlossary } from './library-database.ts';
import { announceLibraryChange, watchLibrary } from './library-revision.ts';
import { noteChange } from './stored-index.ts';

export type { StoredGlossary } from './library-database.ts';

/** A stored glossary with its content as it was put, unchecked. */
export interface StoredContent extends StoredGlossary {
  readonly content: unknown;
}

/**
 * The glossaries that the reader has added, first one first; those that are off included.
 *
 * Says nothing of whether they can be read: the library does that (`listFaults`, by id as origin).
 *
 * @throws DOMException when storage is switched off.
 */
export async function listGlossaries(): Promise<StoredGlossary[]> {
  const database = await openLibraryDatabase();
  return (await database.getAll('glossaries')).sort(inOrder);
}

/**
 * A glossary as a whole, checked; null if there is none by this id.
 *
 * @throws GlossaryError naming each fault, when what is stored is broken or newer than this version.
 */
export async function readGlossary(id: string): Promise<Glossary | null> {
  const database = await openLibraryDatabase();
  const content = await database.get('contents', id);
  return content === undefined ? null : parseGlossary(content, id);
}

/**
 * Add a glossary, or put it in the place of the one with its id, which keeps its rank and whether
 * it is on. Pages that are open are read again with it.
 *
 * @param glossary - As `parseGlossary` returned it.
 * @throws DOMException when storage is full or switched off; then all is as it was.
 */
export async function putGlossary(glossary: Glossary): Promise<void> {
  await putGlossaries([{ glossary, on: null }]);
}

/** A glossary to put; `on` null leaves it as it is, and a new one on. */
export interface GlossaryToPut {
  readonly glossary: Glossary;
  readonly on: boolean | null;
}

/** In `contents`, where no glossary can have this id: which import was the last to be put whole. */
export const LAST_IMPORT = '(import)';

/**
 * Put several glossaries, all of them or none.
 *
 * @param importId - Kept beside them, to be asked for by `readLastImport`.
 * @throws DOMException when storage is full or switched off; then all is as it was.
 */
export async function putGlossaries(
  wanted: readonly GlossaryToPut[],
  importId?: string,
): Promise<void> {
  const database = await openLibraryDatabase();
  const change = database.transaction(['glossaries', 'contents', 'index'], 'readwrite');
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
  try {
    for (const each of wanted) await put(each);
    if (importId !== undefined) await contents.put(importId, LAST_IMPORT);
    await noteChange(change.objectStore('index'));
    await change.done;
  } catch (error) {
    await undoChange(change);
    throw error;
  }
  await announceLibraryChange();
}

/** Which import was the last to be put whole; null if none was. */
export async function readLastImport(): Promise<unknown> {
  const database = await openLibraryDatabase();
  return (await database.get('contents', LAST_IMPORT)) ?? null;
}

/** Remove a glossary for good; nothing happens if there is none by this id. */
export async function removeGlossary(id: string): Promise<void> {
  const database = await openLibraryDatabase();
  const change = database.transaction(['glossaries', 'contents', 'index'], 'readwrite');
  await Promise.all([
    change.objectStore('glossaries').delete(id),
    change.objectStore('contents').delete(id),
    noteChange(change.objectStore('index')),
    change.done,
  ]);
  await announceLibraryChange();
}

/** Switch a glossary on or off; it stays stored. Nothing happens if there is none by this id. */
export async function setGlossaryOn(id: string, on: boolean): Promise<void> {
  const database = await openLibraryDatabase();
  const change = database.transaction(['glossaries', 'index'], 'readwrite');
  const glossaries = change.objectStore('glossaries');
  const before = await glossaries.get(id);
  if (before) await glossaries.put({ ...before, on });
  await noteChange(change.objectStore('index'));
  await change.done;
  await announceLibraryChange();
}

/**
 * Call back with the list after each change, in whichever page or worker it was made, until the
 * signal aborts. Begin to watch before the first `listGlossaries`, so that no change falls between.
 */
export function watchGlossaries(
  callback: (glossaries: readonly StoredGlossary[]) => void,
  signal: AbortSignal,
): void {
  let latest = 0;
  watchLibrary(async () => {
    const turn = ++latest;
    const glossaries = await listGlossaries().catch(() => null);
    if (glossaries && turn === latest && !signal.aborted) callback(glossaries);
  }, signal);
}

/**
 * All glossaries with what is in them, first one first: for the library, and for a reader who takes
 * everything along. Nothing is checked, so that nothing broken is lost.
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

/** What cannot even be written does not end a transaction: the writes before it would stay. */
export async function undoChange(change: {
  abort(): void;
  readonly done: Promise<void>;
}): Promise<void> {
  try {
    change.abort();
  } catch {
    // It has ended by itself.
  }
  await change.done.catch(() => undefined);
}

const inOrder = (one: StoredGlossary, other: StoredGlossary) =>
  one.order - other.order || (one.id < other.id ? -1 : 1);
