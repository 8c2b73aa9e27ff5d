/**
 * Threat "a pack or import", in the real import: files that are too big, too many or too deep. Faults
 * "storage full" and "the browser killed during an import": what was there stays, whole.
 */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Session, startBrowser } from '../../../src/cli/drive.ts';
import type { Glossary } from '../../../src/core/glossary.ts';
import { makeGlossary } from '../../core/sample-glossary.ts';
import { BROWSERS, type Harness, launch } from '../harness.ts';
import { evaluateInFirefox } from '../inside.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted } from '../paint.ts';
import { makeProfile, removeProfile } from '../profile.ts';
import { chooseFile, dropFile, expectSaid, openSettings, press } from '../settings-page.ts';
import { pause } from './fault-page.ts';

const LAMPS: Glossary = {
  ...makeGlossary({ forum: { long: ['Lantern Point Forum'] } }, 'lamps'),
  title: 'Lamps',
};
const BODY = '<p>In Quill Harbour the Lantern Point Forum met the Span Bridge Authority.</p>';
const DEPTH = 100_000;

/** Near the cap for one glossary, and of words that a database cannot press together. */
function makeLarge(id: string): Glossary {
  let seed = 1;
  const word = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  };
  const entries = Array.from({ length: 6_000 }, (_, i) => [
    `entry-${i}`,
    { long: [`Quiet Talks Group ${i}x`], gloss: Array.from({ length: 70 }, word).join(' ') },
  ]);
  return { ...makeGlossary(Object.fromEntries(entries), id), title: `Large ${id}` };
}

describe.each(BROWSERS)('an import that is too much, in %s', (kind) => {
  let harness: Harness;
  let folder: string;
  let tab: Page;
  let settings: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-faults-'));
    harness = await launch(kind);
    tab = await harness.visit(newsPage({ body: BODY }));
    settings = await openSettings(harness);
  });
  afterAll(async () => {
    await harness?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function choose(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    await chooseFile(settings, path, 'glossaries');
    return path;
  }

  it('is not a small one', async () => {
    await dropFile(settings, 'lamps.json', JSON.stringify(LAMPS));
    await press(settings, 'Bring it in');
    await expectPainted(tab, ['Lantern Point Forum']);
  });

  const deepIn = (pack: Glossary) =>
    JSON.stringify({ ...pack, entries: [{ ...pack.entries[0], cues: 'DEEP' }] }).replace(
      '"DEEP"',
      '['.repeat(DEPTH) + ']'.repeat(DEPTH),
    );
  it.each<[what: string, make: () => string, said: RegExp]>([
    [
      'ten million terms in a file for all glossaries',
      () => `{"newsgloss":1,"glossaries":[{"content":{"entries":[${'{},'.repeat(9_999_999)}{}]}}]}`,
      /the file must not hold more than 5000000 items/,
    ],
    [
      'ten million terms in a glossary',
      () => `{"schema":1,"entries":[${'{},'.repeat(9_999_999)}{}]}`,
      /the file must not be longer than 5 million characters/,
    ],
    [
      'as many bad names as fit',
      () => JSON.stringify({ ...LAMPS, entries: Array(49_000).fill({ names: Array(44).fill(1) }) }),
      /entries\[0\]\.id is missing: add it[\s\S]*And \d+ more/,
    ],
    ['a depth of 100,000 lists', () => '['.repeat(DEPTH) + ']'.repeat(DEPTH), /schema is missing/],
    [
      'a depth of 100,000 objects',
      () => `${'{"entries":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
      /schema is missing/,
    ],
    ['a depth of 100,000 in an entry', () => deepIn(LAMPS), /entries\[0\]\.cues\[0\] is/],
    ['a depth that never ends', () => '['.repeat(DEPTH), /column 100001 is not JSON/],
  ])('is refused in clear words, and nothing is lost: %s', async (_, make, said) => {
    await choose('a.json', make());
    await expectSaid(settings, said);
    await expectPainted(tab, ['Lantern Point Forum']);
    await choose('b.json', '{');
    await expectSaid(settings, 'b.json cannot be brought in');
  });

  it('is refused unread at 100 MB', async () => {
    const path = join(folder, 'huge.json');
    await writeFile(path, '{');
    await truncate(path, 100_000_000);
    await chooseFile(settings, path, 'glossaries');
    await expectSaid(settings, 'the file must not be larger than 50 MB');
    await expectPainted(tab, ['Lantern Point Forum']);
  });
});

describe.each(BROWSERS)('an import for which there is no room, in %s', (kind) => {
  it('is refused, and taken once there is', { timeout: 120_000 }, async () => {
    const harness = await launch(kind);
    const file = join(tmpdir(), `newsgloss-large-${process.pid}.json`);
    await writeFile(file, JSON.stringify(makeLarge('large')));
    try {
      const tab = await harness.visit(newsPage({ body: BODY }));
      const settings = await openSettings(harness);
      const bound = () => boundStorage(harness, settings, 2_000_000);
      // Chromium reckons for a while with the room that it once saw; Firefox drops connections.
      const early = kind === 'chromium' ? await bound() : null;
      await dropFile(settings, 'lamps.json', JSON.stringify(LAMPS));
      await press(settings, 'Bring it in');
      await expectPainted(tab, ['Lantern Point Forum']);
      const giveRoom = early ?? (await bound());
      await chooseFile(settings, file, 'glossaries');
      await press(settings, 'Bring it in');
      await expectSaid(
        settings,
        /could not store it\. Its storage may be full\. Nothing was changed/,
      );
      await expectPainted(tab, ['Lantern Point Forum']);
      await giveRoom();
      await press(settings, 'Close');
      await chooseFile(settings, file, 'glossaries');
      await press(settings, 'Bring it in');
      await expectSaid(settings, 'It is brought in.');
      // Firefox's storage.local does not get over the end of its keeper: the list is asked for anew.
      const again = await openSettings(harness, '#again');
      await expectSaid(again, /Lamps\s+1 entry[\s\S]*Large large\s+6,000 entries · version/);
      await expectPainted(tab, ['Lantern Point Forum']);
    } finally {
      await harness.close();
      await rm(file);
    }
  });
});

/** Kills after so many milliseconds of an import; it takes about half a second. */
const KILLS_MS = [20, 200];

// What a killed browser leaves behind is read by the next one on the same profile.
describe.each(BROWSERS)('the end of %s in the midst of an import', (kind) => {
  const large = ['one', 'two', 'three'].map(makeLarge);
  const backup = JSON.stringify({
    newsgloss: 1,
    settings: { style: 'solid' },
    glossaries: [{ on: true, content: { ...LAMPS, version: '2.0.0' } }].concat(
      large.map((content) => ({ on: true, content })),
    ),
  });

  it.each(KILLS_MS)(
    'leaves the old library or the new one: after %d ms',
    { timeout: 120_000 },
    async (ms) => {
      const profile = await makeProfile(kind);
      const file = join(profile, 'backup.json');
      await writeFile(file, backup);
      try {
        const first = await startBrowser(kind, { profile });
        const settings = await openSettings(first);
        await dropFile(settings, 'lamps.json', JSON.stringify(LAMPS));
        await press(settings, 'Bring it in');
        await expectSaid(settings, 'It is brought in.');
        await chooseFile(settings, file);
        await expectSaid(settings, 'What backup.json brings');
        await press(settings, 'Bring it in');
        await pause(ms);
        await kill(first);

        const second = await startBrowser(kind, { profile });
        const again = await openSettings(second);

        const left = () => again.evaluate(readLibrary);
        const counts = large.map(({ id, entries }) => `${id} 1.0.0 ${entries.length} whole`);
        const whole = ['lamps 2.0.0 1 whole', ...counts].sort();
        await expect
          .poll(left, { timeout: 10_000 })
          .toSatisfy((found) =>
            [
              JSON.stringify({ glossaries: ['lamps 1.0.0 1 whole'], style: null, noted: false }),
              JSON.stringify({ glossaries: whole, style: 'solid', noted: false }),
            ].includes(found as string),
          );
        await expectSaid(again, /Lamps[\s\S]*1 entry/);
        await second.close();
      } finally {
        await removeProfile(profile);
      }
    },
  );
});

/** End the browser as a power cut does. */
async function kill({ browser }: Session): Promise<void> {
  const child = browser.process();
  if (!child) throw new Error('The browser is not ours to kill.');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  await browser.disconnect();
  // Its children see that it has gone and let go of the profile.
  await pause(500);
}

/** Give the extension no more than so many bytes for its glossaries; what comes back ends that. */
async function boundStorage(
  harness: Harness,
  page: Page,
  bytes: number,
): Promise<() => Promise<unknown>> {
  if (harness.kind === 'chromium') {
    const session = await page.createCDPSession();
    const origin = harness.home.slice(0, -1);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
    return () => session.detach();
  }
  // Firefox reads the bound, in kilobytes, when its keeper of storage starts.
  const setLimit = (limit: number) =>
    evaluateInFirefox(
      harness,
      `new Promise((resolve, reject) => {
        Services.prefs.setBoolPref('dom.quotaManager.testing', true);
        Services.prefs.setIntPref('dom.quotaManager.temporaryStorage.fixedLimit', ${limit});
        const request = Services.qms.reset();
        request.callback = () => request.resultCode === 0 ? resolve('') : reject(request.resultCode);
      })`,
    );
  await setLimit(bytes / 1_000);
  return () => setLimit(-1);
}

/** Sent as text: what a profile holds, each glossary with whether its row and its content agree. */
async function readLibrary(): Promise<string> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { get(): Promise<Record<string, unknown>> } } };
  };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('newsgloss'));
  const stores = database.transaction(['glossaries', 'contents']);
  const rows = await done(stores.objectStore('glossaries').getAll());
  const glossaries: string[] = [];
  for (const { id, version, entries } of rows) {
    const content = await done(stores.objectStore('contents').get(id));
    const isWhole = content?.version === version && content?.entries.length === entries;
    glossaries.push(`${id} ${version} ${entries} ${isWhole ? 'whole' : 'broken'}`);
  }
  database.close();
  const { settings, import: noted } = await chrome.storage.local.get();
  const style = (settings as { style?: string } | undefined)?.style ?? null;
  return JSON.stringify({ glossaries: glossaries.sort(), style, noted: noted !== undefined });
}
