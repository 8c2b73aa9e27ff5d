/** Saves what the database holds under some ids, so that an import can be undone. */
import { changeLibrary, LAST_IMPORT } from './glossary-store.ts';
import { openLibraryDatabase, type StoredGlossary } from './library-database.ts';

/** What the database holds under one id; `row` is null if it holds nothing. */
interface GlossaryState {
  readonly id: string;
  readonly row: StoredGlossary | null;
  /** As it was stored, unchecked: broken content is restored as it was. */
  readonly content: unknown;
}

/** @throws DOMException if storage is switched off. */
export async function readStates(ids: readonly string[]): Promise<GlossaryState[]> {
  const database = await openLibraryDatabase();
  const reading = database.transaction(['glossaries', 'contents']);
  return Promise.all(
    ids.map(async (id) => {
      const [row, content] = await Promise.all([
        reading.objectStore('glossaries').get(id),
        reading.objectStore('contents').get(id),
      ]);
      return { id, row: row ?? null, content };
    }),
  );
}

/**
 * Restore the saved states in one transaction, and remove glossaries that did not exist then.
 *
 * @param importId - As for `putGlossaries`.
 * @throws DOMException if storage is full or switched off; then nothing has changed.
 */
export function restoreStates(states: readonly GlossaryState[], importId: string): Promise<void> {
  return changeLibrary(async (change) => {
    const glossaries = change.objectStore('glossaries');
    const contents = change.objectStore('contents');
    for (const { id, row, content } of states) {
      await (row ? glossaries.put(row) : glossaries.delete(id));
      await (row ? contents.put(content, id) : contents.delete(id));
    }
    await contents.put(importId, LAST_IMPORT);
  });
}
