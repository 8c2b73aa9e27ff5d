/**
 * Stores settings: one item for all windows; a second one that overrides it in private windows and
 * ends with the session; the administrator's policy overrides both. Pages of the extension and the
 * background read and write settings. Content scripts do neither: the background tells them
 * (`places.ts`).
 */
import { layOver, readLayer, writeLayer } from '../../core/settings/layer.ts';
import type { Choices, Settings } from '../../core/settings/settings.ts';
import { readManaged, watchManaged } from './managed.ts';
import { readItem, removeItem, type StoredItem, watchItem, writeItem } from './stored.ts';

/** Which settings: those of normal windows, or those that apply in private ones. */
export type Windows = 'normal' | 'private';

const NORMAL: StoredItem = { area: 'local', key: 'settings' };
const PRIVATE: StoredItem = { area: 'session', key: 'settings-private' };

/** All pages and the background of the extension share one origin, and so this lock. */
const LOCK = 'newsgloss-settings';

/** The current settings. Never fails: a value that cannot be read gets its default. */
export async function readSettings(windows: Windows = 'normal'): Promise<Settings> {
  const [policy, ...layers] = await Promise.all([
    readManaged(),
    ...itemsOf(windows).map(readStored),
  ]);
  return layOver(...layers.map((stored) => readLayer(stored).choices), policy.choices);
}

/**
 * Call back as soon as settings may have changed, before they are read, until the signal aborts: what
 * was read of them before is out of date.
 */
export function watchStoredSettings(
  callback: () => void,
  signal: AbortSignal,
  windows: Windows = 'normal',
): void {
  for (const item of itemsOf(windows)) watchItem(item, callback, signal);
  watchManaged(callback, signal);
}

/**
 * Call back with the settings after each change, made by any part, until the signal aborts.
 *
 * Start to watch before the first `readSettings`, so that no change is missed in between.
 */
export function watchSettings(
  callback: (settings: Settings) => void,
  signal: AbortSignal,
  windows: Windows = 'normal',
): void {
  if (signal.aborted) return;
  let latest = 0;
  const announce = async () => {
    // Reads may finish in any order; only the latest result is used.
    const turn = ++latest;
    const settings = await readSettings(windows);
    if (turn === latest && !signal.aborted) callback(settings);
  };
  watchStoredSettings(() => void announce(), signal, windows);
}

/**
 * Change the settings under a lock, so that no update of another page or the background is lost.
 * Changes made for private windows apply only there. Values fixed by the administrator do not
 * change.
 *
 * @param change - A pure function from the current settings to the new ones.
 * @throws The error of storage if it cannot be written, for example because it is full.
 */
export async function updateSettings(
  change: (settings: Settings) => Settings,
  windows: Windows = 'normal',
): Promise<void> {
  const items = itemsOf(windows);
  const target = windows === 'private' ? PRIVATE : NORMAL;
  await navigator.locks.request(LOCK, async () => {
    // Unlike `readSettings`, this must fail if it cannot read what it would overwrite.
    const [{ choices: fixed }, ...layers] = await Promise.all([
      readManaged(),
      ...items.map(readItem),
    ]);
    const before = layOver(...layers.map((stored) => readLayer(stored).choices), fixed);
    const stored = layers.at(-1);
    const next = writeLayer(stored, before, { ...change(before), ...fixed });
    if (next !== stored) await writeItem(target, next);
  });
}

/**
 * Change what the reader chose for normal windows, under the same lock. What an administrator has
 * fixed lies above it, and stays in force.
 *
 * @param change - Gets what was chosen, and returns what is to be stored; called once.
 * @throws The error of storage if it cannot be read or written.
 */
export async function updateChoices(change: (choices: Choices) => Choices): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const stored = await readItem(NORMAL);
    const { choices } = readLayer(stored);
    const next = writeLayer(stored, layOver(choices), layOver(change(choices)));
    if (next !== stored) await writeItem(NORMAL, next);
  });
}

/** Call back after each change of what was chosen for normal windows, until the signal aborts. */
export function watchChoices(callback: () => void, signal: AbortSignal): void {
  watchItem(NORMAL, callback, signal);
}

/** The stored settings of normal windows, unchecked, for a backup. */
export function readStoredSettings(): Promise<unknown> {
  return readStored(NORMAL);
}

/** Remove the settings of private windows. To be called once the last of them has closed. */
export async function forgetPrivateSettings(): Promise<void> {
  await navigator.locks.request(LOCK, () => removeItem(PRIVATE));
}

function itemsOf(windows: Windows): readonly StoredItem[] {
  return windows === 'private' ? [NORMAL, PRIVATE] : [NORMAL];
}

async function readStored(item: StoredItem): Promise<unknown> {
  try {
    return await readItem(item);
  } catch {
    // Storage is switched off: the defaults apply.
    return null;
  }
}
