/** Applies an import as a whole or not at all, and takes it back in the same way. */
import type { ImportContent } from '../../core/packs/backup.ts';
import { takeInPack } from '../../core/packs/pack-merge.ts';
import { carryOut } from './carry-out.ts';
import { act, type Deeds, takeBack } from './deeds.ts';
import { type Change, noteImport, putInto, readable } from './glossary-store.ts';

/**
 * @returns A function that takes back what the import did, as a whole or not at all. What was
 *   written since stays.
 * @throws The error of storage if it is full, or GlossaryError if two that are joined exceed a limit
 *   of the format; then nothing has changed.
 */
export async function applyImport({
  choices,
  glossaries,
}: ImportContent): Promise<() => Promise<void>> {
  const ids = glossaries.map(({ glossary }) => glossary.id);
  let deeds: Deeds = [];
  const before = await carryOut(choices && { choices }, async (importId) => {
    deeds = await act(ids, async (change) => {
      await putInto(change, await takeIn(change, glossaries));
      await noteImport(change, importId);
    });
  });
  const wish = choices && before && { choices: before, taken: choices };
  return async () => {
    await carryOut(wish, (importId) => takeBack(deeds, importId));
  };
}

/** The glossaries to store: each as it comes, or joined with the one that is stored now. */
function takeIn(change: Change, glossaries: ImportContent['glossaries']) {
  const contents = change.objectStore('contents');
  return Promise.all(
    glossaries.map(async ({ glossary, on, way = 'replace' }) => {
      const content = way === 'merge' ? await contents.get(glossary.id) : undefined;
      const taken = takeInPack(readable(content, glossary.id), glossary, way);
      return { glossary: taken.glossary, on };
    }),
  );
}
