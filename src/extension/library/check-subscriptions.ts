/** Fetches glossaries from their addresses, and stores what came of it. In the background only. */
import type { Glossary } from '../../core/glossary/glossary.ts';
import { diffPacks, isNoDiff } from '../../core/packs/pack-diff.ts';
import { type FetchFault, fetchFault } from '../../core/subscriptions/fetch-fault.ts';
import { hasShrunk, readFetched, type Tools } from '../../core/subscriptions/read-fetched.ts';
import type { Checked, Subscription } from '../../core/subscriptions/subscription.ts';
import type { FirstFetch } from '../messages/messages.ts';
import { type Fetched, fetchPack } from '../network/fetch-pack.ts';
import { hasAccess } from '../network/host-access.ts';
import { listAllGlossaries } from './glossary-list.ts';
import { readGlossary } from './glossary-store.ts';
import { sha256 } from './sha256.ts';
import { putSubscription, readSubscription } from './subscription-store.ts';
import { lockSubscriptions, sumOf, takeNewer } from './subscriptions.ts';

const TOOLS: Tools = {
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  digest: sha256,
};

/** Fetch a glossary for a first look. */
export async function fetchFirst(address: string): Promise<FirstFetch | FetchFault> {
  const fetched = await fetchIfAllowed(address, null);
  if (fetched === 'unchanged') return fetchFault('status', '304');
  if ('code' in fetched) return fetched;
  const fixed = await fixedIds(null);
  const glossary = await readFetched(fetched.bytes, address, { id: null, fixed }, TOOLS);
  if ('code' in glossary) return glossary;
  return { glossary, etag: fetched.etag, sum: await sha256(fetched.bytes) };
}

/** Fetch what is at the address of a subscription now. Does nothing if there is none. */
export async function checkSubscription(address: string): Promise<Checked> {
  const subscription = await readSubscription(address);
  if (subscription === null) return 'told';
  const fetched = await fetchIfAllowed(address, subscription.etag);
  return lockSubscriptions(async () => {
    // It may have been changed or removed in the meantime.
    const now = await readSubscription(address);
    if (now === null) return 'told';
    const checked = { ...now, checked: Date.now() };
    try {
      return await noteOutcome(checked, fetched);
    } catch (error) {
      // Most often storage is full; else it is a fault of ours.
      console.error(error);
      // There may be no room for the note either: then the next check tries again.
      await putSubscription({ ...checked, fault: fetchFault('unsaved') }).catch(() => undefined);
      return 'unsaved';
    }
  });
}

async function fetchIfAllowed(address: string, etag: string | null) {
  return (await hasAccess(address)) ? fetchPack(address, etag) : fetchFault('withheld');
}

async function noteOutcome(
  subscription: Subscription,
  fetched: Fetched | 'unchanged' | FetchFault,
): Promise<Checked> {
  if (fetched === 'unchanged') return stayAsItIs(subscription);
  if ('code' in fetched) return tellFault(subscription, fetched);
  const { bytes, etag } = fetched;
  const sum = await sha256(bytes);
  const read = { ...subscription, etag, sum };
  if (sum === subscription.sum) return stayAsItIs(read);
  const { address, id } = subscription;
  const expected = { id, fixed: await fixedIds(id) };
  const glossary = await readFetched(bytes, address, expected, TOOLS);
  if ('code' in glossary) return tellFault(subscription, glossary);
  // One that cannot be read is replaced.
  const current = await readGlossary(glossary.id).catch(() => null);
  if (id === null && current !== null) {
    return tellFault(subscription, fetchFault('taken', glossary.id));
  }
  return offer({ ...read, id: glossary.id, fault: null }, glossary, current);
}

/** Take a newer glossary, or let it wait for the reader's look. */
async function offer(
  subscription: Subscription,
  glossary: Glossary,
  current: Glossary | null,
): Promise<Checked> {
  if (current !== null && isNoDiff(diffPacks(current, glossary))) {
    const same = { ...subscription, isWaiting: false, takenSum: await sumOf(current) };
    await putSubscription(same, { waiting: null });
    return 'same';
  }
  const fault = current && (await findLoss(subscription, glossary, current));
  if (subscription.taking === 'at once' && !fault) {
    await takeNewer(subscription, glossary);
    return 'taken';
  }
  await putSubscription({ ...subscription, isWaiting: true, fault }, { waiting: glossary });
  return 'told';
}

async function tellFault(subscription: Subscription, fault: FetchFault): Promise<Checked> {
  await putSubscription({ ...subscription, fault });
  return 'told';
}

/** Why the reader looks at a newer glossary before it takes the place of the present one, if so. */
async function findLoss(
  { isManaged, takenSum }: Subscription,
  glossary: Glossary,
  current: Glossary,
): Promise<FetchFault | null> {
  if (hasShrunk(current, glossary)) {
    const counts = [current, glossary].map(({ entries }) => String(entries.length));
    return fetchFault('shrunk', ...counts);
  }
  // Nobody can change what an administrator has laid down.
  return isManaged || (await sumOf(current)) === takenSum ? null : fetchFault('changed');
}

/** Nothing new came. A warning about what waits holds on; faults of earlier fetches are over. */
async function stayAsItIs(subscription: Subscription): Promise<Checked> {
  const { isWaiting, fault } = subscription;
  const isOfWaiting = isWaiting && (fault?.code === 'shrunk' || fault?.code === 'changed');
  await putSubscription({ ...subscription, fault: isOfWaiting ? fault : null });
  return 'same';
}

/** The ids that a fetched glossary cannot have; its own is none of them. */
async function fixedIds(own: string | null): Promise<ReadonlySet<string>> {
  const all = await listAllGlossaries();
  return new Set(
    all.filter(({ id, origin }) => origin !== 'added' && id !== own).map(({ id }) => id),
  );
}
