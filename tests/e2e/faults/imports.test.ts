/**
 * Threat "a pack or import", in the real import: files that are too big, too many or too deep. Faults
 * "storage full" and "the browser killed during an import": what was there stays, whole.
 */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Session } from '../../../src/cli/browser/drive.ts';
import { pause } from '../../../src/cli/browser/until.ts';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import { BROWSERS, type Harness, launchForTest, useHarness } from '../harness.ts';
import { evaluateInFirefox, stopBackground } from '../inside.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted } from '../paint.ts';
import { makeProfile, removeProfile } from '../profile.ts';
import {
  chooseFile,
  dropFile,
  expectSaid,
  openSettings,
  press,
  pressImport,
} from '../settings-page.ts';

const LAMPS: Glossary = {
  ...makeGlossary({ forum: { long: ['Lantern Point Forum'] } }, 'lamps'),
  title: 'Lamps',
};
const BODY = '<p>In Quill Harbour the Lantern Point Forum met the Span Bridge Authority.</p>';
const BRIDGES: Glossary = {
  ...makeGlossary({ span: { long: ['Span Bridge Authority'] } }, 'bridges'),
  title: 'Bridges',
};
const DEPTH = 100_000;

const deepIn = (pack: Glossary) =>
  JSON.stringify({ ...pack, entries: [{ ...pack.entries[0], cues: 'DEEP' }] }).replace(
    '"DEEP"',
    '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  );

const TOO_MUCH: readonly [what: string, make: () => string, said: RegExp][] = [
  [
    'ten million terms in a file for all glossaries',
    () => `{"newsgloss":1,"glossaries":[{"content":{"entries":[${'{},'.repeat(9_999_999)}{}]}}]}`,
    /the file must not have more than 5,000,000 parts .*: split it into several/,
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
  [
    'a depth of 100,000 lists',
    () => '['.repeat(DEPTH) + ']'.repeat(DEPTH),
    /is JSON, but neither a glossary nor an export/,
  ],
  [
    'a depth of 100,000 objects',
    () => `${'{"entries":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
    /schema is missing/,
  ],
  ['a depth of 100,000 in an entry', () => deepIn(LAMPS), /entries\[0\]\.cues\[0\] is/],
  ['a depth that never ends', () => '['.repeat(DEPTH), /column 100001 is not JSON/],
];

/** Near the cap for one glossary, and of words that a database cannot press together. */
function makeLarge(id: string): Glossary {
  let seed = 1;
  const word = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  };
  const entries = Array.from({ length: 6_000 }, (_, i) => [
    `entry-${i}`,
    { long: [`Quiet${i}x Talks Group`], gloss: Array.from({ length: 70 }, word).join(' ') },
  ]);
  return { ...makeGlossary(Object.fromEntries(entries), id), title: `Large ${id}` };
}

describe.each(BROWSERS)('an import that is too much, in %s', (kind) => {
  const harness = useHarness(kind);
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-faults-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is refused in clear words, and nothing is lost', async () => {
    const tab = await harness.visit(newsPage({ body: BODY }));
    const settings = await openSettings(harness);
    await dropFile(settings, 'lamps.json', JSON.stringify(LAMPS));
    await pressImport(settings);
    await expectPainted(tab, ['Lantern Point Forum']);
    for (const [i, [what, make, said]] of TOO_MUCH.entries()) {
      const path = join(folder, `${i}.json`);
      await writeFile(path, make());
      await chooseFile(settings, path, 'glossaries');
      await expectSaid(settings, new RegExp(`${i}\\.json could not be imported`), what);
      await expectSaid(settings, said, what);
      await expectPainted(tab, ['Lantern Point Forum']);
    }
    // One of 100 MB is not even read.
    const huge = join(folder, 'huge.json');
    await writeFile(huge, '{');
    await truncate(huge, 100_000_000);
    await chooseFile(settings, huge, 'glossaries');
    await expectSaid(
      settings,
      'the file must not be larger than 50 MB, the most for one file: split it into several',
    );
    await expectPainted(tab, ['Lantern Point Forum']);
    // What can be taken is taken still.
    await dropFile(settings, 'bridges.json', JSON.stringify(BRIDGES));
    await pressImport(settings);
    await expectPainted(tab, ['Lantern Point Forum', 'Span Bridge Authority']);
  });
});

/** Chromium keeps a database for two seconds after its last user; in milliseconds, with some to spare. */
const DATABASE_KEPT_MS = 4_000;

describe.each(BROWSERS)('an import for which there is no room, in %s', (kind) => {
  it('is refused, and taken once there is', async () => {
    const harness = await launchForTest(kind);
    const file = join(tmpdir(), `newsgloss-large-${process.pid}.json`);
    await writeFile(file, JSON.stringify(makeLarge('large')));
    try {
      const tab = await harness.visit(newsPage({ body: BODY }));
      let settings = await openSettings(harness);
      const bound = () => boundStorage(harness, tab, 2_000_000);
      // Chromium reckons for a while with the room that it once saw; Firefox drops connections.
      const early = kind === 'chromium' ? await bound() : null;
      if (early) {
        await settings.close();
        await stopBackground(harness);
        // It reckons anew once nobody has the database open.
        await pause(DATABASE_KEPT_MS);
        settings = await openSettings(harness);
      }
      await dropFile(settings, 'lamps.json', JSON.stringify(LAMPS));
      await pressImport(settings);
      await expectPainted(tab, ['Lantern Point Forum']);
      const giveRoom = early ?? (await bound());
      await chooseFile(settings, file, 'glossaries');
      await pressImport(settings);
      await expectSaid(
        settings,
        /could not save it\. Its storage may be full\. Nothing was changed/,
      );
      await expectPainted(tab, ['Lantern Point Forum']);
      await giveRoom();
      await press(settings, 'Close');
      await chooseFile(settings, file, 'glossaries');
      await pressImport(settings);
      await expectSaid(settings, 'Imported.');
      // Firefox's storage.local does not get over the end of its keeper: the list is asked for anew.
      const again = await openSettings(harness, '#again');
      await expectSaid(again, /Lamps\s+1 entry[\s\S]*Large large\s+6,000 entries · version/);
      await expectPainted(tab, ['Lantern Point Forum']);
    } finally {
      await rm(file);
    }
  });
});

/** Kills after so many milliseconds of an import; it takes about half a second. */
const KILLS_MS = [20, 200];

/** What a profile holds, as `readLibrary` tells it. */
interface Held {
  readonly glossaries: readonly string[];
  readonly style: string | null;
  readonly noted: boolean;
}

// What a killed browser leaves behind is read by the next one on the same profile.
describe.each(BROWSERS)('the end of %s in the midst of an import', (kind) => {
  const large = ['one', 'two', 'three'].map(makeLarge);

  /** A file for all glossaries, and what a profile holds when it is brought in. */
  function makeBackup(version: string, style: string): { file: string; held: Held } {
    const contents = [LAMPS, ...large].map((content) => ({ ...content, version }));
    const glossaries = contents.map((content) => ({ on: true, content }));
    const rows = contents.map(({ id, entries }) => `${id} ${version} ${entries.length} whole`);
    return {
      file: JSON.stringify({ newsgloss: 1, settings: { style }, glossaries }),
      held: { glossaries: rows.sort(), style, noted: false },
    };
  }

  it('leaves the old library or the new one', { timeout: 180_000 }, async () => {
    const profile = await makeProfile(kind);
    onTestFinished(() => removeProfile(profile));
    const path = join(profile, 'backup.json');
    let browser = await launchForTest(kind, { profile });
    let settings = await openSettings(browser);
    await dropFile(settings, 'lamps.json', JSON.stringify(LAMPS));
    await pressImport(settings);
    await expectSaid(settings, 'Imported.');
    let old: Held = { glossaries: ['lamps 1.0.0 1 whole'], style: null, noted: false };
    for (const [i, ms] of KILLS_MS.entries()) {
      const { file, held } = makeBackup(`${i + 2}.0.0`, i % 2 === 0 ? 'solid' : 'marker');
      await writeFile(path, file);
      await chooseFile(settings, path);
      await expectSaid(settings, 'What’s in backup.json');
      await pressImport(settings);
      await pause(ms);
      await kill(browser);

      browser = await launchForTest(kind, { profile });
      settings = await openSettings(browser);
      const left = (): Promise<Held> => settings.evaluate(readLibrary);
      const either = [old, held].map((it) => JSON.stringify(it));
      await expect
        .poll(left, { message: `killed after ${ms} ms` })
        .toSatisfy((found) => either.includes(JSON.stringify(found)));
      await expectSaid(settings, /Lamps[\s\S]*1 entry/);
      old = await left();
    }
  });
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
async function readLibrary() {
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
  return { glossaries: glossaries.sort(), style, noted: noted !== undefined };
}
