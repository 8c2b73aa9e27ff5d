/** Changes of stored glossaries that can be taken back, also after others have come. */
import { canonical } from '../../core/text/canonical.ts';
import { type Change, changeLibrary, noteImport, removeFrom } from './glossary-store.ts';
import type { StoredGlossary } from './library-database.ts';

/** What the database holds under one id; `row` is null if it holds nothing. */
interface State {
  readonly id: string;
  readonly row: StoredGlossary | null;
  /** As it was stored, unchecked: broken content is restored as it was. */
  readonly content: unknown;
}

/** What an act did to one glossary. */
export interface Deed {
  readonly before: State;
  readonly after: State;
}

/**
 * Change glossaries in one transaction.
 *
 * @param ids - Those that may change.
 * @param write - As for `changeLibrary`.
 * @returns What was done, for `takeBack`.
 * @throws As `changeLibrary` does.
 */
export async function act(
  ids: readonly string[],
  write: (change: Change) => Promise<unknown>,
): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  await changeLibrary(async (change) => {
    const before = await readStates(change, ids);
    await write(change);
    const after = await readStates(change, ids);
    deeds.push(...before.map((state, i) => ({ before: state, after: after[i] ?? state })));
  });
  return deeds;
}

/**
 * Remove an added glossary.
 *
 * @returns A function that brings it back as it was: off, in its place, even if it is broken.
 * @throws The error of storage if it cannot be written.
 */
export async function dropGlossary(id: string): Promise<() => Promise<void>> {
  const deeds = await act([id], (change) => removeFrom(change, id));
  return () => takeBack(deeds);
}

/**
 * Take back what was done, in one transaction. A glossary that has changed since stays as it is.
 *
 * @param importId - As for `noteImport`.
 * @throws DOMException if storage is full or switched off; then nothing has changed.
 */
export function takeBack(deeds: readonly Deed[], importId?: string): Promise<void> {
  return changeLibrary(async (change) => {
    for (const { before, after } of deeds) {
      const [now] = await readStates(change, [before.id]);
      if (now && isSame(now.content, after.content)) await restore(change, before);
    }
    if (importId !== undefined) await noteImport(change, importId);
  });
}

function readStates(change: Change, ids: readonly string[]): Promise<State[]> {
  return Promise.all(
    ids.map(async (id) => {
      const [row, content] = await Promise.all([
        change.objectStore('glossaries').get(id),
        change.objectStore('contents').get(id),
      ]);
      return { id, row: row ?? null, content };
    }),
  );
}

async function restore(change: Change, { id, row, content }: State): Promise<void> {
  const glossaries = change.objectStore('glossaries');
  const contents = change.objectStore('contents');
  await (row ? glossaries.put(row) : glossaries.delete(id));
  await (row ? contents.put(content, id) : contents.delete(id));
}

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
