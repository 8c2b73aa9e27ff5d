/** One item of the browser's storage: read, written, watched. */
import { browser } from 'wxt/browser';
import { answered } from './answered.ts';

/**
 * `local` stays; `session` ends with the browser, is never on disk, and no content script reaches
 * it. `local` is closed to them in Chromium alone: what is read from it is checked, and nothing that
 * pages are read or explained with lies there.
 */
export interface StoredItem {
  readonly area: 'local' | 'session';
  readonly key: string;
}

/**
 * Read an item.
 *
 * @returns Whatever is there, unchecked; null if nothing is.
 * @throws Whatever storage says when it is switched off or broken.
 */
export async function readItem({ area, key }: StoredItem): Promise<unknown> {
  const found = await answered(() => browser.storage[area].get(key));
  return found[key] ?? null;
}

/** @throws Whatever storage says when it cannot be written, such as that it is full. */
export function writeItem({ area, key }: StoredItem, value: unknown): Promise<void> {
  return browser.storage[area].set({ [key]: value });
}

export function removeItem({ area, key }: StoredItem): Promise<void> {
  return browser.storage[area].remove(key);
}

/** An area that can be closed; Firefox (153) can do that with none of these. */
interface Closable {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Keep content scripts out of what the reader and an administrator have set, where it can be done. */
export async function closeStorageToPages(): Promise<void> {
  const areas: readonly Closable[] = [browser.storage.local, browser.storage.managed];
  const level = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
  await Promise.allSettled(areas.map(async (area) => area.setAccessLevel?.(level)));
}

/** Call back after each change of an item, whoever makes it, until the signal aborts. */
export function watchItem({ area, key }: StoredItem, callback: () => void, signal: AbortSignal) {
  const { onChanged } = browser.storage;
  const listen = (changes: Readonly<Record<string, unknown>>, changed: string) => {
    if (changed === area && Object.hasOwn(changes, key)) callback();
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen), { once: true });
}
