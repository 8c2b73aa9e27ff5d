/**
 * Stores what is known of glossaries that are fetched, in a database of its own: the reader's
 * glossaries stay readable whatever happens here.
 */
import type { DBSchema } from 'idb';
import type { Subscription } from '../../core/subscriptions/subscription.ts';
import { keepOpen } from '../storage/database.ts';
import { countUp, type StoredItem, watchItem } from '../storage/stored.ts';

/** A version beside the one in the library: it waits for a look, or was there before. */
export type Version = 'waiting' | 'before';

interface SubscriptionDatabase extends DBSchema {
  subscriptions: { key: string; value: Subscription };
  /** Glossaries by version and address, checked again when they are read. */
  versions: { key: string; value: unknown };
}

const open = keepOpen<SubscriptionDatabase>('newsgloss-subscriptions', 1, (database) => {
  database.createObjectStore('subscriptions', { keyPath: 'address' });
  database.createObjectStore('versions');
});

/** A number that is stored anew after each change, so that all pages hear of it. */
const REVISION: StoredItem = { area: 'session', key: 'subscriptions-revision' };

const keyOf = (version: Version, address: string) => `${version} ${address}`;

/** All of them, by address. @throws DOMException if storage is switched off. */
export async function listSubscriptions(): Promise<Subscription[]> {
  return (await open()).getAll('subscriptions');
}

export async function readSubscription(address: string): Promise<Subscription | null> {
  return (await (await open()).get('subscriptions', address)) ?? null;
}

/** A version as it was stored, unchecked; undefined if there is none. */
export async function readVersion(version: Version, address: string): Promise<unknown> {
  return (await open()).get('versions', keyOf(version, address));
}

/**
 * Store a subscription, and versions beside it, in one transaction. A version that is null is
 * removed; one that is left out stays.
 *
 * @throws DOMException if storage is full or switched off; then nothing has changed.
 */
export async function putSubscription(
  subscription: Subscription,
  versions: Partial<Record<Version, unknown>> = {},
): Promise<void> {
  const change = (await open()).transaction(['subscriptions', 'versions'], 'readwrite');
  const store = change.objectStore('versions');
  const { address } = subscription;
  const writes = Object.entries(versions).map(([version, content]) => {
    const key = keyOf(version as Version, address);
    return content === null ? store.delete(key) : store.put(content, key);
  });
  await Promise.all([
    change.objectStore('subscriptions').put(subscription),
    ...writes,
    change.done,
  ]);
  await countUp(REVISION);
}

/** Forget an address with its versions. */
export async function deleteSubscription(address: string): Promise<void> {
  const change = (await open()).transaction(['subscriptions', 'versions'], 'readwrite');
  await Promise.all([
    change.objectStore('subscriptions').delete(address),
    change.objectStore('versions').delete(keyOf('waiting', address)),
    change.objectStore('versions').delete(keyOf('before', address)),
    change.done,
  ]);
  await countUp(REVISION);
}

/** Call back after each change, made by any part, until the signal aborts. */
export function watchSubscriptions(callback: () => void, signal: AbortSignal): void {
  watchItem(REVISION, callback, signal);
}
