/**
 * Changes glossaries and settings as a whole or not at all, even if the browser is killed midway.
 *
 * The two are in stores that have no common transaction. So the settings are first noted with an id;
 * then one transaction changes the glossaries and puts the same id; then the noted settings are
 * applied if that id was stored. After a crash, `finishImport` does the last step at the next start.
 * It stands apart from the import, which the background does not load.
 */
import { layOver, readLayer } from '../../core/settings/layer.ts';
import type { Choices, Settings } from '../../core/settings/settings.ts';
import { takeBackSettings } from '../../core/settings/take-back-settings.ts';
import { updateSettings } from '../storage/settings.ts';
import { readItem, removeItem, type StoredItem, writeItem } from '../storage/stored.ts';
import { readLastImport } from './glossary-store.ts';

const NOTED: StoredItem = { area: 'local', key: 'import' };

/** The settings to apply. */
interface Wish {
  readonly choices: Choices;
  /**
   * Absent for an import, whose choices replace all. To take it back: what it chose. The choices
   * before it then return where they are still as it left them.
   */
  readonly taken?: Choices;
}

/** Apply or drop the settings of an import during which the browser ended. */
export async function finishImport(): Promise<void> {
  const noted = (await readItem(NOTED)) as Partial<Record<'id' | keyof Wish, unknown>> | null;
  if (noted === null) return;
  if (noted.id !== (await readLastImport())) return removeItem(NOTED);
  const { choices } = readLayer(noted.choices);
  const taken = noted.taken === undefined ? {} : { taken: readLayer(noted.taken).choices };
  await apply({ choices, ...taken });
}

/**
 * @param changeGlossaries - Calls `noteImport` with the id in its transaction.
 * @returns The settings before; null if none were to be applied.
 * @throws What `changeGlossaries` throws, or the error of storage; then nothing has changed.
 */
export async function carryOut(
  wish: Wish | null,
  changeGlossaries: (importId: string) => Promise<void>,
): Promise<Settings | null> {
  const id = crypto.randomUUID();
  if (wish) await writeItem(NOTED, { id, ...wish });
  try {
    await changeGlossaries(id);
  } catch (error) {
    await removeItem(NOTED);
    throw error;
  }
  return wish && apply(wish);
}

/** @returns The settings before. */
async function apply({ choices, taken }: Wish): Promise<Settings> {
  let before = layOver();
  await updateSettings((now) => {
    before = now;
    const wanted = layOver(choices);
    return taken ? takeBackSettings(now, { before: wanted, after: layOver(taken) }) : wanted;
  });
  await removeItem(NOTED);
  return before;
}
