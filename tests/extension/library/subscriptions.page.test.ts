/** In real Chromium, for its database: what is kept of glossaries that have an address. */
import '../fake-browser.ts';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mergePacks } from '../../../src/core/packs/pack-merge.ts';
import { checkSubscription } from '../../../src/extension/library/check-subscriptions.ts';
import { keepSubscriptions } from '../../../src/extension/library/daily-check.ts';
import { putGlossary, readGlossary } from '../../../src/extension/library/glossary-store.ts';
import {
  listSubscriptions,
  putSubscription,
  readSubscription,
} from '../../../src/extension/library/subscription-store.ts';
import {
  changeSubscription,
  declineWaiting,
  goBack,
  readKeptVersion,
  subscribe,
  takeWaiting,
  unsubscribe,
} from '../../../src/extension/library/subscriptions.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';

const OLD = makeGlossary({ quay: { long: ['Quay Board'] } }, 'quays');
const NEWER = { ...OLD, version: '2.0.0' };
const ADDRESS = 'https://quays.example/quays.json';

const returned: string[] = [];
Object.assign(fakeBrowser, {
  permissions: {
    contains: async () => true,
    remove: async ({ origins }: { readonly origins: readonly string[] }) =>
      void returned.push(...origins),
  },
});

const found = (address: string, id: string, hasAsked = false) => ({
  address,
  glossary: { ...OLD, id },
  etag: '"1"',
  sum: 'a',
  hasAsked,
});
const versionOf = async () => (await readGlossary('quays'))?.version;

beforeEach(async () => {
  fakeBrowser.reset();
  returned.length = 0;
  await Promise.all([deleteDB('newsgloss'), deleteDB('newsgloss-subscriptions')]);
});

/** The old one in the library, the newer one waiting. */
async function letWait(): Promise<void> {
  await putGlossary(OLD);
  await subscribe(found(ADDRESS, 'quays'));
  const subscription = await readSubscription(ADDRESS);
  if (subscription) {
    await putSubscription({ ...subscription, isWaiting: true }, { waiting: NEWER });
  }
}

describe('a newer glossary', () => {
  it('is taken, and the one before comes back and goes again', async () => {
    await letWait();
    await takeWaiting(ADDRESS);
    expect(await versionOf()).toBe('2.0.0');
    expect(await readSubscription(ADDRESS)).toMatchObject({ isWaiting: false, hasBefore: true });
    await goBack(ADDRESS);
    expect(await versionOf()).toBe('1.0.0');
    await goBack(ADDRESS);
    expect(await versionOf()).toBe('2.0.0');
  });

  it('is left, and nothing of it is kept', async () => {
    await letWait();
    await declineWaiting(ADDRESS);
    expect(await versionOf()).toBe('1.0.0');
    expect(await readSubscription(ADDRESS)).toMatchObject({ isWaiting: false, fault: null });
    expect(await readKeptVersion('waiting', ADDRESS)).toBeNull();
  });

  it('goes with its address, and comes back with it', async () => {
    await letWait();
    const before = await readSubscription(ADDRESS);
    const comeBack = await unsubscribe(ADDRESS);
    expect(await listSubscriptions()).toEqual([]);
    expect(await readKeptVersion('waiting', ADDRESS)).toBeNull();
    await comeBack();
    expect(await readSubscription(ADDRESS)).toEqual(before);
    expect(await readKeptVersion('waiting', ADDRESS)).toEqual(NEWER);
  });
});

describe('a newer glossary that may be taken at once', () => {
  let served = OLD;
  const update = async (version: string) => {
    served = { ...OLD, version };
    await checkSubscription(ADDRESS);
    return versionOf();
  };
  beforeEach(async () => {
    // Glossaries that come along are read by their paths.
    vi.stubGlobal('fetch', async (address: unknown) => {
      const content = address === ADDRESS ? served : makeGlossary({}, 'along');
      const headers = { 'content-type': 'application/json' };
      return new Response(JSON.stringify(content), { headers });
    });
    await putGlossary(OLD);
    await subscribe(found(ADDRESS, 'quays'));
    await changeSubscription(ADDRESS, { taking: 'at once' });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('is, as long as the present one is as it came', async () => {
    expect(await update('2.0.0')).toBe('2.0.0');
    expect(await update('3.0.0')).toBe('3.0.0');
    expect(await readSubscription(ADDRESS)).toMatchObject({ isWaiting: false, fault: null });
  });

  it('waits for a look where the present one was changed here, or merged with another', async () => {
    const mine = makeGlossary({ pier: { long: ['Pier Guild'] } }, 'quays');
    await putGlossary(mergePacks(OLD, mine).glossary);
    expect(await update('2.0.0')).toBe('1.0.0');
    const waiting = { isWaiting: true, fault: { code: 'changed' } };
    expect(await readSubscription(ADDRESS)).toMatchObject(waiting);
    await checkSubscription(ADDRESS);
    expect(await readSubscription(ADDRESS)).toMatchObject(waiting);
    await takeWaiting(ADDRESS);
    expect(await update('3.0.0')).toBe('3.0.0');
  });

  it('is the present one again where that has become the same by another way', async () => {
    await putGlossary({ ...OLD, version: '2.0.0' });
    expect(await update('2.0.0')).toBe('2.0.0');
    expect(await readSubscription(ADDRESS)).toMatchObject({ isWaiting: false, fault: null });
    expect(await update('3.0.0')).toBe('3.0.0');
  });

  it('waits for a look once the reader has gone back', async () => {
    await update('2.0.0');
    await goBack(ADDRESS);
    expect(await update('3.0.0')).toBe('1.0.0');
    await goBack(ADDRESS);
    expect(await update('4.0.0')).toBe('4.0.0');
  });
});

describe('a glossary', () => {
  it('has one address, the last', async () => {
    await subscribe(found(ADDRESS, 'quays'));
    await subscribe(found('https://other.example/quays.json', 'quays'));
    const addresses = (await listSubscriptions()).map(({ address }) => address);
    expect(addresses).toEqual(['https://other.example/quays.json']);
  });
});

/** Ring the alarm by which what is due is fetched. */
const ring = () =>
  fakeBrowser.alarms.onAlarm.trigger({
    name: 'subscriptions',
    scheduledTime: 0,
    persistAcrossSessions: true,
  });

/** Let the network answer with one thing; gives the list of what it is asked for from outside. */
function stubNetwork(answer: Promise<Response>): unknown[] {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', (address: unknown) => {
    // Glossaries that come along are read by their paths.
    if (address === ADDRESS) asked.push(address);
    return answer.then((it) => it.clone());
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return asked;
}

const answerWith = (glossary: unknown) =>
  new Response(JSON.stringify(glossary), { headers: { 'content-type': 'application/json' } });

async function makeDue(): Promise<void> {
  await subscribe(found(ADDRESS, 'quays'));
  const subscription = await readSubscription(ADDRESS);
  await putSubscription({ ...subscription!, isDaily: true, checked: 0 });
}

/** Start as the background does; gives what ends it. */
function start(): AbortController {
  const life = new AbortController();
  onTestFinished(() => life.abort());
  keepSubscriptions(life.signal);
  return life;
}

describe('a check', () => {
  const check = (glossary: unknown) => {
    stubNetwork(Promise.resolve(answerWith(glossary)));
    return checkSubscription(ADDRESS);
  };

  it('tells whether a newer one came, was taken, or could not be stored', async () => {
    await putGlossary(OLD);
    await subscribe(found(ADDRESS, 'quays'));
    expect(await check(OLD)).toBe('same');
    expect(await check(NEWER)).toBe('told');
    await changeSubscription(ADDRESS, { taking: 'at once' });
    expect(await check({ ...OLD, version: '3.0.0' })).toBe('taken');
    expect(await check({ ...OLD, id: 'others' })).toBe('told');
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await check({ ...OLD, version: '4.0.0' })).toBe('unsaved');
  });
});

describe('a glossary that is due', () => {
  it('is fetched once by an alarm that wakes the background', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<Response>();
    const asked = stubNetwork(answered);
    await makeDue();
    start();
    await ring();
    await expect.poll(() => asked).toEqual([ADDRESS]);
    // The start comes as far meanwhile; were this too short, a fault could only be missed.
    await new Promise((resolve) => setTimeout(resolve, 300));
    answer(answerWith(OLD));
    await expect.poll(async () => (await readSubscription(ADDRESS))?.checked).toBeGreaterThan(0);
    await expect.poll(() => fakeBrowser.alarms.get('subscriptions')).toBeTruthy();
    expect(asked).toEqual([ADDRESS]);
  });

  it('is not fetched again and again where storage is full', async () => {
    const asked = stubNetwork(Promise.resolve(answerWith(NEWER)));
    await makeDue();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const planned = vi.spyOn(fakeBrowser.alarms, 'create');
    onTestFinished(() => void vi.restoreAllMocks());
    const life = start();
    await ring();
    await ring();
    // Each check ends with a plan for the next one.
    await expect.poll(() => planned.mock.calls.length).toBe(3);
    life.abort();
    start();
    await expect.poll(() => planned.mock.calls.length).toBe(4);
    expect(asked).toEqual([ADDRESS]);
    expect(full).toHaveBeenCalled();
    expect(told).toHaveBeenCalledOnce();
    const { scheduledTime = 0 } = (await fakeBrowser.alarms.get('subscriptions')) ?? {};
    expect(scheduledTime).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });
});

describe('access to a host', () => {
  it('goes with the last glossary from there, if we asked for it', async () => {
    await subscribe(found(ADDRESS, 'quays', true));
    await subscribe(found('https://quays.example/piers.json', 'piers'));
    await unsubscribe(ADDRESS);
    expect(returned).toEqual([]);
    await unsubscribe('https://quays.example/piers.json');
    expect(returned).toEqual(['https://quays.example/*']);
  });

  it('stays where the reader had given it before', async () => {
    await subscribe(found(ADDRESS, 'quays'));
    await unsubscribe(ADDRESS);
    expect(returned).toEqual([]);
  });

  it('stays when a glossary moves on its host', async () => {
    await subscribe(found(ADDRESS, 'quays', true));
    await subscribe(found('https://quays.example/new.json', 'quays'));
    expect(returned).toEqual([]);
  });
});
