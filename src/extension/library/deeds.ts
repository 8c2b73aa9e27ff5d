/** Changes of stored glossaries that can be taken back, also after others have come. */
import { takeBackPack } from '../../core/packs/take-back-pack.ts';
import { isSame } from '../../core/text/canonical.ts';
import { type Deed, takeBackValue } from '../../core/text/deeds.ts';
import {
  type Change,
  changeLibrary,
  noteImport,
  putInto,
  readable,
  removeFrom,
} from './glossary-store.ts';
import type { StoredGlossary } from './library-database.ts';

/** What the database holds under one id; `row` is null if it holds nothing. */
interface State {
  readonly id: string;
  readonly row: StoredGlossary | null;
  /** As it was stored, unchecked: broken content is restored as it was. */
  readonly content: unknown;
}

/** What an act did to glossaries. */
export type Deeds = readonly Deed<State>[];

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
): Promise<Deeds> {
  const deeds: Deed<State>[] = [];
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
 * Take back what was done, in one transaction. What has changed since stays: of a glossary that was
 * written anew only what is still as the act left it goes back to what it was.
 *
 * @param importId - As for `noteImport`.
 * @throws GlossaryError if what stays and what comes back exceed a limit of the format together;
 *   DOMException if storage is full or switched off; then nothing has changed.
 */
export function takeBack(deeds: Deeds, importId?: string): Promise<void> {
  return changeLibrary(async (change) => {
    for (const deed of deeds) await takeBackDeed(change, deed);
    if (importId !== undefined) await noteImport(change, importId);
  });
}

async function takeBackDeed(change: Change, { before, after }: Deed<State>): Promise<void> {
  const [now = before] = await readStates(change, [before.id]);
  const [was, did, is] = [before, after, now].map(({ content, id }) => readable(content, id));
  const on = takeBackValue(now.row?.on, { before: before.row?.on, after: after.row?.on });
  const row = before.row && { ...before.row, on: on ?? before.row.on };
  const restored = { ...before, row };
  if (isSame(now.content, after.content)) return restore(change, restored);
  if (!is || !did) return;
  const left = takeBackPack(is, { before: was ?? null, after: did });
  if (left === null) await restore(change, restored);
  else await putInto(change, [{ glossary: left, on: on ?? null }]);
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
