/** Applies an import as a whole or not at all, and takes it back in the same way. */
import type { ImportContent } from '../../core/packs/backup.ts';
import { carryOut } from './carry-out.ts';
import { act, type Deeds, takeBack } from './deeds.ts';
import { noteImport, putInto } from './glossary-store.ts';

/**
 * @returns A function that takes back what the import did, as a whole or not at all. What was
 *   written since stays.
 * @throws The error of storage if it is full; then nothing has changed.
 */
export async function applyImport({
  choices,
  glossaries,
}: ImportContent): Promise<() => Promise<void>> {
  const ids = glossaries.map(({ glossary }) => glossary.id);
  let deeds: Deeds = [];
  const before = await carryOut(choices && { choices }, async (importId) => {
    deeds = await act(ids, async (change) => {
      await putInto(change, glossaries);
      await noteImport(change, importId);
    });
  });
  const wish = choices && before && { choices: before, taken: choices };
  return async () => {
    await carryOut(wish, (importId) => takeBack(deeds, importId));
  };
}
