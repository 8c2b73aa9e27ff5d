/**
 * Stores whether sync is on, and what this device knows of what is synced. It is a database of its
 * own, since in Firefox content scripts can write `storage.local`: no page may switch sync on.
 */
import type { DBSchema } from 'idb';
import type { AreaFault } from '../../core/sync/area.ts';
import { type Left, NOTHING_LEFT } from '../../core/sync/left.ts';
import { newReplica, type Replica } from '../../core/sync/replica.ts';
import { keepOpen } from '../storage/database.ts';
import { countUp, type StoredItem, watchItem } from '../storage/stored.ts';

/** What is known while sync is on. */
export interface SyncState {
  readonly replica: Replica;
  /** When this device last looked, in milliseconds since 1970; 0 before the first time. */
  readonly met: number;
  /** Why nothing is synced; `refused`: the browser did not take or give it. */
  readonly fault: AreaFault | 'refused' | null;
  /** What found no room. */
  readonly left: Left;
}

interface SyncDatabase extends DBSchema {
  state: { key: string; value: SyncState };
}

const open = keepOpen<SyncDatabase>('newsgloss-sync', 1, (database) => {
  database.createObjectStore('state');
});

const KEY = 'state';

/** A number that is stored anew after each change, so that all pages hear of it. */
const REVISION: StoredItem = { area: 'session', key: 'sync-revision' };

/** All pages and the background of the extension share one origin, and so this lock. */
export function lockSync<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks.request('newsgloss-sync', task);
}

/** What is known; null while sync is off. @throws DOMException if storage is switched off. */
export async function readSync(): Promise<SyncState | null> {
  return (await (await open()).get('state', KEY)) ?? null;
}

/** Store what is known. To be called under the lock. */
export async function storeSync(state: SyncState): Promise<void> {
  await (await open()).put('state', state, KEY);
  await countUp(REVISION);
}

/**
 * Switch sync on or off. Once it is off nothing more is written, and what was known is forgotten.
 *
 * @throws DOMException if storage is full or switched off.
 */
export function switchSync(on: boolean): Promise<void> {
  return lockSync(async () => {
    if (((await readSync()) !== null) === on) return;
    if (on)
      await storeSync({ replica: newReplica(newId()), met: 0, fault: null, left: NOTHING_LEFT });
    else {
      await (await open()).delete('state', KEY);
      await countUp(REVISION);
    }
  });
}

/** Call back after each change, made by any part, until the signal aborts. */
export function watchSync(callback: () => void, signal: AbortSignal): void {
  watchItem(REVISION, callback, signal);
}

/** Eight letters and digits: no two devices of a reader get the same. */
function newId(): string {
  return crypto.randomUUID().slice(0, 8);
}
