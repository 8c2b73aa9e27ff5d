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
export function watchItem({ area, key }: StoredItem, callback: () => void, signal: AbortSignal) {
  const { onChanged } = browser.storage;
  const listen = (changes: Readonly<Record<string, unknown>>, changed: string) => {
    if (changed === area && Object.hasOwn(changes, key)) callback();
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen), { once: true });
}
