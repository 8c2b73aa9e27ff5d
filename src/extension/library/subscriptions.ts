/** What a reader does with glossaries that have an address. Fetching is the background's. */
import type { Glossary } from '../../core/glossary/glossary.ts';
import { parseGlossary } from '../../core/glossary/parse-glossary.ts';
import { hostPatternOf } from '../../core/subscriptions/pack-address.ts';
import type { Subscription } from '../../core/subscriptions/subscription.ts';
import { canonical } from '../../core/text/canonical.ts';
import { returnAccess } from '../network/host-access.ts';
import { putGlossary } from './glossary-store.ts';
import { openLibraryDatabase } from './library-database.ts';
import { sha256 } from './sha256.ts';
import {
  deleteSubscription,
  listSubscriptions,
  putSubscription,
  readSubscription,
  readVersion,
  type Version,
} from './subscription-store.ts';

/** All pages and the background of the extension share one origin, and so this lock. */
export function lockSubscriptions<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks.request('newsgloss-subscriptions', task);
}

/** What is known of a glossary once the reader has taken it from an address. */
export type NewSubscription = Pick<Subscription, 'address' | 'etag' | 'sum' | 'hasAsked'> & {
  /** As it was fetched; the one in the library may be merged from it and another one. */
  readonly glossary: Glossary;
};

/** The SHA-256 of a glossary's content, by which a change of it is noticed. */
export const sumOf = (glossary: Glossary): Promise<string> =>
  sha256(new TextEncoder().encode(canonical(glossary)));

/**
 * Note the address of a glossary that was just imported. A glossary has one address: the new one
 * takes the place of an older one.
 */
export function subscribe({ glossary, ...found }: NewSubscription): Promise<void> {
  return lockSubscriptions(async () => {
    const { id } = glossary;
    const others = (await listSubscriptions()).filter(
      (each) => each.id === id && each.address !== found.address && !each.isManaged,
    );
    const before = await readSubscription(found.address);
    await putSubscription(
      {
        isManaged: false,
        isDaily: false,
        taking: 'look',
        hasBefore: false,
        ...before,
        ...found,
        id,
        takenSum: await sumOf(glossary),
        hasAsked: found.hasAsked || (before?.hasAsked ?? false),
        checked: Date.now(),
        fault: null,
        isWaiting: false,
      },
      { waiting: null },
    );
    for (const other of others) await forget(other);
  });
}

/** Change whether it is fetched daily, and what becomes of a newer one. */
export function changeSubscription(
  address: string,
  wish: Partial<Pick<Subscription, 'isDaily' | 'taking'>>,
): Promise<void> {
  return lockSubscriptions(async () => {
    const subscription = await readSubscription(address);
    if (subscription) await putSubscription({ ...subscription, ...wish });
  });
}

/**
 * Read a version that is kept beside the one in the library; null if there is none.
 *
 * @throws GlossaryError if it cannot be read any more.
 */
export async function readKeptVersion(version: Version, address: string): Promise<Glossary | null> {
  const content = await readVersion(version, address);
  return content === undefined ? null : parseGlossary(content, address);
}

/** Take the version that waits. */
export function takeWaiting(address: string): Promise<void> {
  return takeKept('waiting', address, takeNewer);
}

/** Put the version before in the place of the present one, which is then the one before. */
export function goBack(address: string): Promise<void> {
  return takeKept('before', address, takeGlossary);
}

function takeKept(
  version: Version,
  address: string,
  take: (subscription: Subscription, glossary: Glossary) => Promise<void>,
): Promise<void> {
  return lockSubscriptions(async () => {
    const subscription = await readSubscription(address);
    const glossary = await readKeptVersion(version, address);
    if (subscription && glossary) await take(subscription, glossary);
  });
}

/** Keep the present version; the one that waits is not offered again. */
export function declineWaiting(address: string): Promise<void> {
  return lockSubscriptions(async () => {
    const subscription = await readSubscription(address);
    if (!subscription) return;
    await putSubscription({ ...subscription, isWaiting: false, fault: null }, { waiting: null });
  });
}

/** Take a glossary that has come from the address. To be called under the lock. */
export async function takeNewer(subscription: Subscription, glossary: Glossary): Promise<void> {
  await takeGlossary({ ...subscription, takenSum: await sumOf(glossary) }, glossary);
}

/**
 * Put a glossary into the library; the present one is kept as the one before. If the browser ends
 * midway, the one before is the present one, and nothing is lost.
 */
async function takeGlossary(subscription: Subscription, glossary: Glossary): Promise<void> {
  const before = await (await openLibraryDatabase()).get('contents', glossary.id);
  const stored = (await readSubscription(subscription.address)) ?? subscription;
  const hasBefore = before !== undefined;
  // First of all its id: pages that list the glossary as soon as it is there see whose it is.
  const named = { ...stored, id: glossary.id, hasBefore };
  await putSubscription(named, hasBefore ? { before } : {});
  await putGlossary(glossary);
  const next = { ...subscription, fault: null, isWaiting: false, hasBefore };
  await putSubscription(next, { waiting: null });
}

/**
 * Forget an address, and give back the access to its host if we asked for it and no other glossary
 * needs it.
 *
 * @returns A function that undoes it; access is then asked for when the glossary is next fetched.
 */
export function unsubscribe(address: string): Promise<() => Promise<void>> {
  return lockSubscriptions(async () => {
    const subscription = await readSubscription(address);
    if (!subscription) return async () => undefined;
    const versions = {
      before: (await readVersion('before', address)) ?? null,
      waiting: (await readVersion('waiting', address)) ?? null,
    };
    await forget(subscription);
    return () => lockSubscriptions(() => putSubscription(subscription, versions));
  });
}

/**
 * Delete a subscription. Access that we asked for goes with it; where another glossary needs it, it
 * goes with that one.
 */
async function forget({ address, hasAsked }: Subscription): Promise<void> {
  await deleteSubscription(address);
  if (!hasAsked) return;
  const sharing = (await listSubscriptions()).find(
    (other) => hostPatternOf(other.address) === hostPatternOf(address),
  );
  if (sharing) await putSubscription({ ...sharing, hasAsked: true });
  else await returnAccess(address);
}
