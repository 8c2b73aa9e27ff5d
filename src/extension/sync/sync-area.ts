/** The one door to the browser's sync, which hands what lies there to the reader's other devices. */
import { browser } from 'wxt/browser';
import { answered } from '../storage/answered.ts';
import { watchArea } from '../storage/stored.ts';

/** All that lies there, unchecked. */
export function readSyncArea(): Promise<Record<string, unknown>> {
  return answered(() => browser.storage.sync.get(null));
}

/** @throws The browser's error if it is too much, too often, or if sync is not to be had. */
export async function writeSyncArea(
  set: Readonly<Record<string, unknown>>,
  remove: readonly string[],
): Promise<void> {
  await browser.storage.sync.set(set);
  if (remove.length > 0) await browser.storage.sync.remove([...remove]);
}

/** Delete all that lies there, also on the reader's other devices. */
export function clearSyncArea(): Promise<void> {
  return browser.storage.sync.clear();
}

/** Call back after each change there, from here or from another device, until the signal aborts. */
export function watchSyncArea(callback: () => void, signal: AbortSignal): void {
  watchArea('sync', callback, signal);
}
