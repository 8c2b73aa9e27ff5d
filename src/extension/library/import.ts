/**
 * Takes over an import: all of it or nothing, also when the browser is killed midway.
 *
 * Glossaries and settings lie in two stores that cannot be written as one. So the settings are
 * noted first; the glossaries are then put in one transaction, which leaves its id; and what was
 * noted is taken over if, and only if, that id is there. `finishImport` does so at the next start.
 */
import type { ImportContent } from '../../core/packs/backup.ts';
import { type Choices, layOver, readLayer } from '../../core/settings/settings.ts';
import { readSettings, updateSettings } from '../storage/settings.ts';
import { readItem, removeItem, type StoredItem, writeItem } from '../storage/stored.ts';
import { readStates, restoreStates } from './glossary-states.ts';
import { putGlossaries, readLastImport } from './glossary-store.ts';

const NOTED: StoredItem = { area: 'local', key: 'import' };

/**
 * @returns Takes the import back, as a whole or not at all.
 * @throws Whatever storage says when it is full; then all is as it was.
 */
export async function applyImport({
  choices,
  glossaries,
}: ImportContent): Promise<() => Promise<void>> {
  const [before, settings] = await Promise.all([
    readStates(glossaries.map(({ glossary }) => glossary.id)),
    readSettings(),
  ]);
  await carryOut(choices, (id) => putGlossaries(glossaries, id));
  return () => carryOut(choices && settings, (id) => restoreStates(before, id));
}

/** Finish, or forget, an import in whose midst the browser ended. */
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
