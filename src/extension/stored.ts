/** One item of the browser's storage: read, written, watched. */
import { browser } from 'wxt/browser';
import { answered } from './answered.ts';

/** `local` stays; `session` ends with the browser, is never on disk and closed to pages. */
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

/** Call back after each change of an item, whoever makes it, until the signal aborts. */
export function watchItem({ area, key }: StoredItem, callback: () => void, signal: AbortSignal) {
  const { onChanged } = browser.storage;
  const listen = (changes: Readonly<Record<string, unknown>>, changed: string) => {
    if (changed === area && Object.hasOwn(changes, key)) callback();
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen), { once: true });
}
