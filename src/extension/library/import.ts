/**
 * Applies an import as a whole or not at all, even if the browser is killed midway.
 *
 * Glossaries and settings are in two stores that have no common transaction. So the settings are
 * first noted with an id; then one transaction puts the glossaries and the same id; then the noted
 * settings are applied if that id was stored. After a crash, `finishImport` does the last step at
 * the next start.
 */
import type { ImportContent } from '../../core/packs/backup.ts';
import { layOver, readLayer } from '../../core/settings/layer.ts';
import type { Choices } from '../../core/settings/settings.ts';
import { readSettings, updateSettings } from '../storage/settings.ts';
import { readItem, removeItem, type StoredItem, writeItem } from '../storage/stored.ts';
import { act, type Deed, takeBack } from './deeds.ts';
import { noteImport, putInto, readLastImport } from './glossary-store.ts';

const NOTED: StoredItem = { area: 'local', key: 'import' };

/**
 * @returns A function that undoes the import, as a whole or not at all.
 * @throws The error of storage if it is full; then nothing has changed.
 */
export async function applyImport({
  choices,
  glossaries,
}: ImportContent): Promise<() => Promise<void>> {
  const settings = await readSettings();
  const ids = glossaries.map(({ glossary }) => glossary.id);
  let deeds: readonly Deed[] = [];
  await carryOut(choices, async (importId) => {
    deeds = await act(ids, async (change) => {
      await putInto(change, glossaries);
      await noteImport(change, importId);
    });
  });
  return () => carryOut(choices && settings, (importId) => takeBack(deeds, importId));
}

/** Apply or drop the settings of an import during which the browser ended. */
export async function finishImport(): Promise<void> {
  const noted = (await readItem(NOTED)) as { id?: unknown; choices?: unknown } | null;
  if (noted === null) return;
  if (noted.id === (await readLastImport())) await takeOver(readLayer(noted.choices).choices);
  else await removeItem(NOTED);
}

async function carryOut(
  choices: Choices | null,
  changeGlossaries: (importId: string) => Promise<void>,
): Promise<void> {
  const id = crypto.randomUUID();
  if (choices) await writeItem(NOTED, { id, choices });
  try {
    await changeGlossaries(id);
  } catch (error) {
    await removeItem(NOTED);
    throw error;
  }
  if (choices) await takeOver(choices);
}

async function takeOver(choices: Choices): Promise<void> {
  await updateSettings(() => layOver(choices));
  await removeItem(NOTED);
}
