/**
 * Where settings live: one item for all windows, one over it for private windows, which ends with
 * the session, and over both what an administrator has fixed. Pages of the extension and its
 * background read and write; content scripts do neither, and are told (`places.ts`).
 */
import { layOver, readLayer, type Settings, writeLayer } from '../../core/settings/settings.ts';
import { readManaged, watchManaged } from './managed.ts';
import { readItem, removeItem, type StoredItem, watchItem, writeItem } from './stored.ts';

/** Whose settings: those of normal windows, or those that hold in private ones. */
export type Windows = 'normal' | 'private';

const NORMAL: StoredItem = { area: 'local', key: 'settings' };
const PRIVATE: StoredItem = { area: 'session', key: 'settings-private' };

/** Pages and worker of the extension share one origin, and so this lock. */
const LOCK = 'newsgloss-settings';

/** The settings that hold now. Never fails: what cannot be read is left at its default. */
export async function readSettings(windows: Windows = 'normal'): Promise<Settings> {
  const [policy, ...layers] = await Promise.all([
    readManaged(),
    ...itemsOf(windows).map(readStored),
  ]);
  return layOver(...layers.map((stored) => readLayer(stored).choices), policy.choices);
}

/**
 * Call back with the settings after each change, whoever makes it, until the signal aborts.
 *
 * Begin to watch before the first `readSettings`, so that no change falls between the two.
 */
export function watchSettings(
  callback: (settings: Settings) => void,
  signal: AbortSignal,
  windows: Windows = 'normal',
): void {
  if (signal.aborted) return;
  let latest = 0;
  const announce = async () => {
    // Two reads may end in either order; the later one knows more.
    const turn = ++latest;
    const settings = await readSettings(windows);
    if (turn === latest && !signal.aborted) callback(settings);
  };
  for (const item of itemsOf(windows)) {
    try {
      watchItem(item, () => void announce(), signal);
    } catch {
      // Storage is switched off: nothing will ever change, and reading gives the defaults.
    }
  }
  watchManaged(() => void announce(), signal);
}

/**
 * Change the settings: reads, changes and writes while no other page or worker does, so that no
 * update is lost. What is changed for private windows stays in them; what is fixed stays as it is.
 *
 * @param change - Pure; is handed the settings that hold, returns the wanted ones.
 * @throws Whatever storage says when it cannot be written, such as that it is full.
 */
export async function updateSettings(
  change: (settings: Settings) => Settings,
  windows: Windows = 'normal',
): Promise<void> {
  const items = itemsOf(windows);
  const target = windows === 'private' ? PRIVATE : NORMAL;
  await navigator.locks.request(LOCK, async () => {
    // Unlike reading for display, this must fail when it cannot see what it would overwrite.
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

/** What is stored of normal windows, unchecked: for a reader who takes it along. */
export function readStoredSettings(): Promise<unknown> {
  return readStored(NORMAL);
}

/** Forget what was chosen in private windows: to be called once the last of them has closed. */
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
    return null;
  }
}
