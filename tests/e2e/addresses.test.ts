/** A glossary by address: fetched, looked at, kept up to date, and safe from what servers do. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findWorker } from '../../src/cli/browser/drive.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import {
  type Behaviour,
  brokenOff,
  bytes,
  endless,
  type FaultyServer,
  huge,
  json,
  silent,
  startFaultyServer,
  status,
} from './faulty-server.ts';
import { BROWSERS, type SharedHarness, useHarness } from './harness.ts';
import { evaluateInFirefox } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted } from './paint.ts';
import { expectSaid, fill, openSettings, press, pressImport, reload } from './settings-page.ts';

const BODY =
  '<p>In Quill Harbour the Lantern Point Forum met the Span Bridge Authority and the Quay Board.</p>';

const entries = (...names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [name.toLowerCase().replace(/ /g, '-'), { long: [name] }]),
  );

const packOf = (version: string, ...names: readonly string[]): Glossary => ({
  ...makeGlossary(entries(...names), 'quays'),
  title: 'Quays',
  version,
});
const FIRST = packOf('1.0.0', 'Lantern Point Forum', 'Span Bridge Authority', 'Mole Office');
const NEWER: Glossary = {
  ...packOf('1.1.0', 'Lantern Point Forum', 'Span Bridge Authority', 'Mole Office', 'Quay Board'),
  home: 'https://quays.example/about',
};
const OLD_MARKS = ['Lantern Point Forum', 'Span Bridge Authority'];
const NEW_MARKS = [...OLD_MARKS, 'Quay Board'];
const SEALED = { ...FIRST, sha256: 'a'.repeat(64) };

const LABEL = 'Address of a glossary';

/** What servers do, and what a reader is told: never the same twice in a row. `elsewhere` is another host. */
const FAULTS: readonly [what: string, (elsewhere: string) => Behaviour, said: RegExp][] = [
  ['nothing is there', () => status(404), /Nothing is at this address any more \(404\)\. Ask/],
  ['it is gone for good', () => status(410), /Nothing is at this address any more \(410\)\. Ask/],
  [
    'it leads to another host',
    (elsewhere) => status(302, { location: elsewhere }),
    /leads to another one, which is not followed\. Open it in a tab/,
  ],
  ['it wants a login', () => status(401), /lets nobody in without a login \(401\)/],
  [
    'it leads elsewhere on its own host',
    () => status(301, { location: '/trap' }),
    /leads to another one, which is not followed\. Open it in a tab/,
  ],
  ['it is out of order', () => status(503), /cannot answer just now \(503\)\. Try again later/],
  ['it makes no sense', () => status(418), /answered with 418\. Check the address/],
  [
    'it is a web page',
    () => bytes('<p>Hello', 'text/html'),
    /What is there is “text\/html”, not J/,
  ],
  ['it says that it is too big', () => huge, /larger than 15 MB, the most that is fetched/],
  ['it breaks off', () => brokenOff, /could not be reached, or the connection broke off/],
  ['it never ends', () => endless, /larger than 15 MB, the most that is fetched/],
  ['it is cut short', () => json(JSON.stringify(FIRST).slice(0, -9)), /ends too early/],
  ['it is no glossary', () => json([1, 2]), /neither a glossary nor an export/],
  [
    'it is not UTF-8',
    () => bytes(Buffer.from(JSON.stringify({ ...FIRST, title: 'Æ' }), 'latin1'), 'text/plain'),
    /It is not text in UTF-8/,
  ],
  ['it has a bad entry', () => json({ ...FIRST, licence: '' }), /licence must not be empty/],
  ['it is not what it was', () => json(SEALED), /does not match the SHA-256 that it names/],
];

/** What a server may answer with once its glossary was taken, and what a reader is told. */
const LATER_FAULTS: readonly [what: string, Behaviour, said: RegExp][] = [
  ['it has moved', status(302, { location: '/trap' }), /leads to another one/],
  ['it is gone', status(410), /Nothing is at this address any more/],
  ['it is broken', json('{"schema": 1,'), /ends too early/],
  [
    'it is another one',
    json({ ...FIRST, id: 'piers' }),
    /Another glossary .+ “piers” instead of “q/,
  ],
  ['it is the reader’s own', json({ ...FIRST, id: 'own' }), /“own” instead of “quays”/],
];

/** What a reader may give, and is told; no two of them are told the same in a row. */
const NO_ADDRESSES: readonly [what: string, address: string, said: RegExp][] = [
  ['nothing', '', /Enter an address such as/],
  ['no address', 'quays', /Enter an address that begins with https/],
  ['no encryption', 'http://quays.example/a.json', /Use https:\/\/ instead of http/],
  ['a file', 'file:///etc/quays.json', /Enter an address that begins with https/],
  ['a password', 'https://me:secret@quays.example/a.json', /Take the user name and password/],
];

describe.each(BROWSERS)('a glossary by address in %s', (kind) => {
  const harness = useHarness(kind);
  let server: FaultyServer;
  let tab: Page;
  let settings: Page;
  beforeAll(async () => {
    server = await startFaultyServer();
    tab = await harness.visit(newsPage({ body: BODY }));
    settings = await openSettings(harness);
  });
  beforeEach(async () => {
    await reload(settings);
    // The list of glossaries moves what stands below it.
    await settings.waitForSelector('.glossary ~ .glossary');
  });
  afterAll(() => server?.close());

  async function fetchFrom(address: string, page = settings): Promise<void> {
    await page.bringToFront();
    await fill(page, LABEL, address);
    await press(page, 'Fetch');
  }

  async function subscribe(content: Glossary = FIRST): Promise<string> {
    const address = server.put('/quays.json', json(content));
    await fetchFrom(address);
    await pressImport(settings);
    // Beside its glossary: one whose glossary is not listed yet stands alone.
    await settings.waitForSelector('.glossary:has(.switch) .subscription');
    return address;
  }

  it('is shown first, then taken, without a cookie or a referrer', async () => {
    const address = server.put('/quays.json', json(NEWER));
    await fetchFrom(address);
    await expectSaid(settings, /What’s in http:[^ ]+quays\.json\s+Quays \(new\) · 4 entries/);
    await expectSaid(settings, /Licence: CC0-1\.0 · Its home page/);
    await expectPainted(tab, []);
    await pressImport(settings);
    await expectPainted(tab, NEW_MARKS);
    await press(settings, 'Check now: Quays');
    await expectSaid(settings, 'Nothing new.');
    const asked = server.asked.filter(({ path }) => path === '/quays.json').slice(-2);
    expect(asked.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([
      false,
      true,
    ]);
    for (const { headers } of asked) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('origin');
    }
    await press(settings, 'Undo');
    await expectPainted(tab, []);
    await expect.poll(() => settings.$('.subscription')).toBeNull();
  });

  it('differs later in words, is taken after a look, and the one before comes back', async () => {
    await subscribe();
    await expectPainted(tab, OLD_MARKS);
    server.put('/quays.json', json(NEWER));
    await press(settings, 'Check now: Quays');
    await expectSaid(settings, 'A newer version is available: 1.1.0');
    await expectSaid(settings, '1 new entry · 2 details changed');
    await expectPainted(tab, OLD_MARKS);
    await press(settings, 'Update');
    await expectPainted(tab, NEW_MARKS);
    await press(settings, 'Go back to the earlier version: Quays');
    await expectPainted(tab, OLD_MARKS);
    await press(settings, 'Undo');
    await expectPainted(tab, NEW_MARKS);
  });

  it('is left as it is, and what was left is not offered again', async () => {
    await subscribe();
    server.put('/quays.json', bytes(JSON.stringify(NEWER), 'text/plain'));
    await press(settings, 'Check now: Quays');
    await press(settings, 'Keep mine');
    await expectSaid(settings, 'You keep your Quays.');
    await press(settings, 'Check now: Quays');
    await expectSaid(settings, 'Nothing new.');
    expect(await settings.$('.newer')).toBeNull();
    await expectPainted(tab, OLD_MARKS);
  });

  it('is fetched by itself once a day, and taken at once, if the reader says so', async () => {
    await subscribe();
    // The alarm is set anew after each change: once there is one, it has heard of both.
    await press(settings, 'Update without asking');
    await press(settings, 'Check once a day');
    // What the reader has chosen is stored after the press, and would be stored over what comes first.
    const stored = () => harness.inside.evaluate(listStored);
    await expect.poll(stored).toMatchObject([{ isDaily: true, taking: 'at once' }]);
    server.put('/quays.json', json(NEWER));
    await expect.poll(() => harness.inside.evaluate(alarmTimes)).toHaveLength(1);
    const [due = 0] = await harness.inside.evaluate(alarmTimes);
    expect(due).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    await harness.inside.evaluate(makeDue);
    await expectPainted(tab, NEW_MARKS);
  });

  it('is refused when the server does wrong, and the reader is told what', async () => {
    // What never answers is given up after a while. All else gets the time that it has.
    const patient = await openSettings(harness, '#silent');
    const calm = await hurryBackground(harness);
    // One that has ended hurries no more.
    onTestFinished(() => calm().catch(() => undefined));
    await fetchFrom(server.put('/silent.json', silent), patient);
    await expectSaid(patient, /took too long\. Try again/);
    await calm();
    await patient.close();
    await settings.bringToFront();
    const trap = server.put('/trap', json(FIRST)).replace('127.0.0.1', 'localhost');
    const before = server.asked.length;
    const asked = () => server.asked.slice(before).map(({ path }) => path);
    for (const [i, [what, behaviour, said]] of FAULTS.entries()) {
      await fetchFrom(server.put(`/wrong-${i}.json`, behaviour(trap)));
      await expectSaid(settings, said, what);
      expect(await settings.$('.preview'), what).toBeNull();
    }
    await fetchFrom('http://127.0.0.1:9/quays.json');
    await expectSaid(settings, /127\.0\.0\.1:9 could not be reached/);
    expect(asked()).toEqual(FAULTS.map((_, i) => `/wrong-${i}.json`));
  });

  it('keeps what is there when a later answer is none', async () => {
    await subscribe();
    for (const [what, behaviour, said] of LATER_FAULTS) {
      server.put('/quays.json', behaviour);
      await press(settings, 'Check now: Quays');
      await expectSaid(settings, said, what);
      await expectSaid(settings, 'Yours is unchanged.', what);
      await expectPainted(tab, OLD_MARKS);
    }
  });

  it('is looked at first when it has lost more than half, whatever the reader has set', async () => {
    await subscribe();
    await press(settings, 'Update without asking');
    server.put('/quays.json', json(packOf('2.0.0', 'Quay Board')));
    await press(settings, 'Check now: Quays');
    await expectSaid(settings, 'The number of entries would fall from 3 to 1.');
    await expectSaid(settings, /1 new entry · 3 entries removed · 1 detail changed/);
    await expectPainted(tab, OLD_MARKS);
  });

  it('goes with its address, and comes back with it', async () => {
    const address = await subscribe();
    await press(settings, 'Remove Quays');
    await expectPainted(tab, []);
    // Until then “Undo” is that of the import.
    await expectSaid(settings, 'Quays was removed.');
    await expect.poll(() => settings.$('.subscription')).toBeNull();
    await press(settings, 'Undo');
    await expectPainted(tab, OLD_MARKS);
    await expectSaid(settings, `From ${address}`);
  });

  it('is not asked for when the reader gives no address that may be asked', async () => {
    const before = server.asked.length;
    for (const [what, address, said] of NO_ADDRESSES) {
      await fetchFrom(address);
      await expectSaid(settings, said, what);
    }
    expect(server.asked).toHaveLength(before);
  });

  it('asks for its host alone where all are withheld, and gives it back when it goes', async ({
    skip,
  }) => {
    skip(kind === 'chromium', 'Nothing can answer Chromium’s question for access.');
    const prompts = 'extensions.webextOptionalPermissionPrompts';
    await evaluateInFirefox(harness, `Services.prefs.setBoolPref('${prompts}', false)`);
    const all = ['http://*/*', 'https://*/*'];
    await harness.inside.evaluate(dropAccess, all);
    try {
      expect(await harness.inside.evaluate(listAccess)).toEqual([]);
      await subscribe();
      const mine = 'http://127.0.0.1/*';
      expect(await harness.inside.evaluate(hasAccess, mine)).toBe(true);
      expect(await harness.inside.evaluate(hasAccess, 'https://quays.example/*')).toBe(false);
      await press(settings, 'Remove Quays');
      await expect.poll(() => harness.inside.evaluate(hasAccess, mine)).toBe(false);
      await harness.inside.evaluate(dropAccess, [mine]);
    } finally {
      await grantAll(settings, all);
      await evaluateInFirefox(harness, `Services.prefs.clearUserPref('${prompts}')`);
    }
  });
});

/** The part of the extension's world that is asked for here; what follows is sent as text. */
declare const chrome: {
  readonly alarms: {
    getAll(): Promise<{ readonly scheduledTime: number }[]>;
    create(name: string, info: { readonly when: number }): Promise<void>;
  };
  readonly permissions: {
    getAll(): Promise<{ readonly origins: readonly string[] }>;
    contains(what: { readonly origins: readonly string[] }): Promise<boolean>;
    remove(what: { readonly origins: readonly string[] }): Promise<boolean>;
    request(what: { readonly origins: readonly string[] }): Promise<boolean>;
  };
};

/** Sent as text: the glossaries by address, as they are stored. */
async function listStored(): Promise<unknown[]> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('newsgloss-subscriptions'));
  const all = await done(
    database.transaction('subscriptions').objectStore('subscriptions').getAll(),
  );
  database.close();
  return all;
}

async function alarmTimes(): Promise<number[]> {
  return (await chrome.alarms.getAll()).map(({ scheduledTime }) => scheduledTime);
}

const hasAccess = (origin: string) => chrome.permissions.contains({ origins: [origin] });
const listAccess = async () => (await chrome.permissions.getAll()).origins;
const dropAccess = (origins: readonly string[]) => chrome.permissions.remove({ origins });

/** Browsers grant access in a click only. */
async function grantAll(page: Page, origins: readonly string[]): Promise<void> {
  await page.evaluate((wanted) => {
    const grant = () => void chrome.permissions.request({ origins: wanted });
    document.querySelector('h1')?.addEventListener('click', grant, { once: true });
  }, origins);
  await page.$eval('h1', (it) => it.scrollIntoView({ block: 'center' }));
  await page.click('h1');
  await expect.poll(() => page.evaluate(hasAccess, origins[0] ?? '')).toBe(true);
}

/** Hurry the timers of the background, whose fetches take 20 s to be given up; what comes back ends that. */
async function hurryBackground(harness: SharedHarness): Promise<() => Promise<void>> {
  // In Firefox it is a page, which the extension's others can reach.
  const there = harness.kind === 'chromium' ? await findWorker(harness) : harness.inside;
  await there.evaluate(setHurried, true);
  return () => there.evaluate(setHurried, false);
}

/** Sent as text: whether what the background would wait 10 s or longer for comes in half a second. */
function setHurried(hurries: boolean): void {
  interface World {
    setTimeout(then: () => void, ms?: number): unknown;
    unhurried?: World['setTimeout'];
  }
  const { chrome } = globalThis as unknown as {
    chrome: { extension?: { getBackgroundPage?(): World | null } };
  };
  const world = chrome.extension?.getBackgroundPage?.() ?? (globalThis as unknown as World);
  world.unhurried ??= world.setTimeout;
  const wait = world.unhurried;
  const sooner: World['setTimeout'] = (then, ms = 0) => wait(then, ms >= 10_000 ? 500 : ms);
  world.setTimeout = hurries ? sooner : wait;
}

/** Make as if all had been fetched long ago, and ring the alarm. */
async function makeDue(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('newsgloss-subscriptions'));
  const store = database.transaction('subscriptions', 'readwrite').objectStore('subscriptions');
  for (const each of await done(store.getAll())) await done(store.put({ ...each, checked: 0 }));
  database.close();
  await chrome.alarms.create('subscriptions', { when: Date.now() });
}
