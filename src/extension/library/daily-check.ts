/** Fetches glossaries when they are due, and those that an administrator has laid down. */
import { browser } from 'wxt/browser';
import { readPackAddress } from '../../core/subscriptions/pack-address.ts';
import {
  changeManaged,
  dueAt,
  nextDue,
  type Subscription,
} from '../../core/subscriptions/subscription.ts';
import { watchAlarm } from '../storage/alarms.ts';
import { readManaged, watchManaged } from '../storage/managed.ts';
import { readItem, type StoredItem, writeItem } from '../storage/stored.ts';
import { checkSubscription } from './check-subscriptions.ts';
import { removeGlossary } from './glossary-store.ts';
import {
  deleteSubscription,
  listSubscriptions,
  putSubscription,
  watchSubscriptions,
} from './subscription-store.ts';
import { lockSubscriptions } from './subscriptions.ts';

const ALARM = 'subscriptions';

/**
 * When each address was last tried from here, in milliseconds since 1970. It lies in memory, since
 * what came of it finds no room in a database where the disk is full.
 */
const TRIED: StoredItem = { area: 'session', key: 'subscriptions-tried' };

/**
 * Fetch what is due now and from now on, until the signal aborts. Where nothing is ever due, no
 * alarm is set. Nobody waits for an answer here, so failures go to the console.
 */
export function keepSubscriptions(signal: AbortSignal): void {
  let checks = Promise.resolve();
  // One after the other: an alarm that wakes the background would have each glossary fetched twice.
  const check = () => {
    checks = checks.then(checkDue).catch(console.error);
  };
  watchAlarm(ALARM, check, signal);
  watchSubscriptions(() => void setAlarm().catch(console.error), signal);
  const begin = () => void followPolicy().then(check).catch(console.error);
  watchManaged(begin, signal);
  begin();
}

/** Fetch what is due, one after the other. */
async function checkDue(): Promise<void> {
  const now = Date.now();
  for (const subscription of await listTried()) {
    const due = dueAt(subscription);
    if (due === null || due > now) continue;
    const { address } = subscription;
    // Before it is fetched: the background may end, or the outcome find no room.
    await writeItem(TRIED, { ...(await readTried()), [address]: now });
    await checkSubscription(address);
  }
  await setAlarm();
}

async function setAlarm(): Promise<void> {
  const due = nextDue(await listTried());
  if (due === null) await browser.alarms.clear(ALARM);
  else browser.alarms.create(ALARM, { when: due });
}

/** The subscriptions, checked when they were tried, even if that could not be stored with them. */
async function listTried(): Promise<Subscription[]> {
  const [all, tried] = await Promise.all([listSubscriptions(), readTried()]);
  return all.map((each) => ({
    ...each,
    checked: Math.max(each.checked, tried[each.address] ?? 0),
  }));
}

const readTried = async () => ((await readItem(TRIED)) ?? {}) as Readonly<Record<string, number>>;

/** Add the addresses of the policy, and remove what it no longer names, with its glossary. */
async function followPolicy(): Promise<void> {
  const { addresses } = await readManaged();
  const given = addresses.map(readPackAddress).flatMap((it) => ('address' in it ? it.address : []));
  await lockSubscriptions(async () => {
    const { added, dropped } = changeManaged(await listSubscriptions(), given);
    for (const { address, id } of dropped) {
      await deleteSubscription(address);
      if (id !== null) await removeGlossary(id);
    }
    for (const address of added) await putSubscription(managedAt(address));
  });
}

const managedAt = (address: string): Subscription => ({
  address,
  id: null,
  isManaged: true,
  isDaily: true,
  taking: 'at once',
  checked: 0,
  etag: null,
  sum: '',
  takenSum: null,
  fault: null,
  isWaiting: false,
  hasBefore: false,
  hasAsked: false,
});
