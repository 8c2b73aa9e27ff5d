/** Reads, writes and watches one item of the browser's storage. */
import { browser } from 'wxt/browser';
import { answered } from './answered.ts';

/**
 * `local` is kept; `session` ends with the browser, is never written to disk, and content scripts
 * cannot access it. Only Chromium can close `local` to content scripts. So whatever is read from
 * `local` is checked, and nothing that decides what pages are told is kept there.
 */
export interface StoredItem {
  readonly area: 'local' | 'session';
  readonly key: string;
}

/**
 * Read an item.
 *
 * @returns The stored value, unchecked; null if there is none.
 * @throws The error of storage if it is switched off or broken.
 */
export async function readItem({ area, key }: StoredItem): Promise<unknown> {
  const found = await answered(() => browser.storage[area].get(key));
  return found[key] ?? null;
}

/** @throws The error of storage if it cannot be written, for example because it is full. */
export function writeItem({ area, key }: StoredItem, value: unknown): Promise<void> {
  return browser.storage[area].set({ [key]: value });
}

export function removeItem({ area, key }: StoredItem): Promise<void> {
  return browser.storage[area].remove(key);
}

/** A storage area that content scripts can be kept out of; in Firefox (153) none of these can. */
interface Closable {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Deny content scripts access to settings, policy and sync, in browsers that can do so. */
export async function closeStorageToPages(): Promise<void> {
  const { local, managed, sync } = browser.storage;
  const areas: readonly Closable[] = [local, managed, sync];
  const level = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
  await Promise.allSettled(areas.map(async (area) => area.setAccessLevel?.(level)));
}

/** Call back after each change of an item, made by any part, until the signal aborts. */
export function watchItem(item: StoredItem, callback: () => void, signal: AbortSignal): void {
  watchArea(item.area, callback, signal, item.key);
}

/** Call back after each change of a storage area, or of one key in it, until the signal aborts. */
export function watchArea(
  area: StoredItem['area'] | 'managed' | 'sync',
  callback: () => void,
  signal: AbortSignal,
  key?: string,
): void {
  const listen = (changes: Readonly<Record<string, unknown>>, changed: string) => {
    if (changed === area && (key === undefined || Object.hasOwn(changes, key))) callback();
  };
  try {
    const { onChanged } = browser.storage;
    onChanged.addListener(listen);
    signal.addEventListener('abort', () => onChanged.removeListener(listen), { once: true });
  } catch {
    // Storage is switched off: nothing in it ever changes.
  }
}

/** Count a number in storage up, so that all who watch it hear of a change of what it stands for. */
export async function countUp(item: StoredItem): Promise<void> {
  try {
    await writeItem(item, (Number(await readItem(item)) || 0) + 1);
  } catch {
    // Storage is full or switched off. Open pages show the change once they are reloaded.
  }
}
