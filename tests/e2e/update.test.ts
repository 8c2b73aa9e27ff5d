/**
 * An update from the first version keeps all that a reader has. Its build lies in
 * tests/fixtures/builds, and what it had stored once a reader had used it in
 * tests/fixtures/stored-0.1.0.json: looks chosen, a site off, a term known, an entry written, a
 * glossary added, a review half done. The build is installed, finds that, and is updated under an
 * open page.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openOwnPage } from '../../src/cli/browser/drive.ts';
import { readPainted } from '../../src/cli/browser/painted.ts';
import { type BrowserKind, extensionFolder, ROOT } from '../../src/cli/build/build-extension.ts';
import { hoverUntilCard } from './card.ts';
import { BROWSERS, type Harness, launchForTest } from './harness.ts';
import { openInside } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { expectInHand, statesOf } from './review.ts';
import { expectSaid, openSettings } from './settings-page.ts';

const OLD = '0.1.0';

/** What a version has stored. */
interface Stored {
  readonly local: Readonly<Record<string, unknown>>;
  readonly databases: Readonly<Record<string, StoredDatabase>>;
}

interface StoredDatabase {
  readonly version: number;
  readonly stores: Readonly<
    Record<string, { keyPath: string | null; records: readonly (readonly [string, unknown])[] }>
  >;
}

const NEWS = newsPage({
  body: `<p>The Lantern Point Forum met in Seoul with USFK and the Span Bridge Authority.</p>
    <p>The EDSCG came as well.</p><p id="later"></p>`,
});

/** What both versions paint of it: own entry, bundled one, one of an added glossary; none that is known. */
const PAINTED = ['Lantern Point Forum', 'USFK', 'Span Bridge Authority'];

describe.each(BROWSERS)(`an update from ${OLD} in %s`, (kind) => {
  it('keeps looks, sites, known terms, entries, glossaries and a review that is half done', async () => {
    const path = join(ROOT, `tests/fixtures/stored-${OLD}.json`);
    const stored: Stored = JSON.parse(await readFile(path, 'utf8'));
    const folder = await unpackOld(kind);
    const harness = await launchForTest(kind, { folder });
    await useOld(harness, stored);
    const open = await visitNews(harness);
    const said: string[] = [];
    open.on('console', (message) => said.push(message.text()));
    open.on('pageerror', (error) => said.push(String(error)));

    const opened = (await harness.browser.pages()).length;
    await update(harness, folder);
    await open.bringToFront();
    await open.$eval('#later', (element) => element.append('USFK left.'));
    await expectPainted(open, [...PAINTED, 'USFK']);
    await hoverUntilCard(open, 'USFK', /Forces Korea/);
    expect(said).toEqual([]);
    // No tab opens: what is new is told in the settings.
    expect((await harness.browser.pages()).length).toBeLessThanOrEqual(opened);

    const site = await harness.visit(harness.put('/off', NEWS).replace('127.0.0.1', 'localhost'));
    const page = await visitNews(harness);
    for (const { by } of await readPainted(page)) expect(by).toBe('newsgloss-solid-red');
    expect(await readPainted(site)).toEqual([]);

    const [review = ''] = stored.databases['newsgloss-reviews']?.stores.heads?.records[0] ?? [];
    const later = await openOwnPage(harness, `review.html#${review}`);
    await expectInHand(later, 'NCG');
    expect(await statesOf(later)).toEqual(['CLC: accepted', 'HPB: rejected', 'NCG: open']);
    const settings = await openSettings(harness);
    await expectSaid(settings, 'Bridges');
    // The first version had no such part.
    expect(await settings.$('#sync')).not.toBeNull();
    // Firefox counts what is far below the window as not rendered, and so as no text.
    const own = () => settings.$$eval('#own .term-name', (all) => all.map((it) => it.textContent));
    await expectSoon(own, ['Lantern Point Forum']);

    // News are told by a dot beside their heading.
    await settings.waitForSelector('.masthead .dot');
    const heading = () => settings.$eval('#news h3', (it) => it.textContent);
    await expectSoon(heading, `In version ${await versionOf(settings)}`);
  });
});

/** The build of the first version in a new folder, which goes when the test ends. */
async function unpackOld(kind: BrowserKind): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `newsgloss-${OLD}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const name = kind === 'chromium' ? 'chrome' : 'firefox';
  const zip = await readFile(join(ROOT, `tests/fixtures/builds/newsgloss-${OLD}-${name}.zip`));
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    if (!path.endsWith('/')) await writeFile(target, bytes);
  }
  return folder;
}

/** Have the first version find what it had stored, and begin with it. */
async function useOld(harness: Harness, stored: Stored): Promise<void> {
  const inside = await openInside(harness);
  expect(await versionOf(inside)).toBe(OLD);
  await putStored(inside, stored);
  await harness.install();
}

async function visitNews(harness: Harness): Promise<Page> {
  const page = await harness.visit(NEWS);
  await expectPainted(page, PAINTED);
  return page;
}

/** Put the present build in the place of the first one; Firefox would go on with files that it has read. */
async function update(harness: Harness, folder: string): Promise<void> {
  const present = extensionFolder(harness.kind);
  if (harness.kind === 'firefox') return harness.install({ folder: present });
  await rm(folder, { recursive: true });
  await cp(present, folder, { recursive: true });
  await harness.install();
}

function versionOf(inside: Page): Promise<string> {
  return inside.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      readonly chrome: { runtime: { getManifest(): { readonly version: string } } };
    };
    return chrome.runtime.getManifest().version;
  });
}

/** Replace what the extension has stored. */
function putStored(inside: Page, stored: Stored): Promise<void> {
  return inside.evaluate(async ({ local, databases }) => {
    const { chrome } = globalThis as unknown as {
      readonly chrome: {
        storage: { local: { clear(): Promise<void>; set(items: object): Promise<void> } };
      };
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    await chrome.storage.local.clear();
    await chrome.storage.local.set(local);
    for (const [name, { version, stores }] of Object.entries(databases)) {
      await done(indexedDB.deleteDatabase(name));
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const [store, { keyPath }] of Object.entries(stores)) {
          opening.result.createObjectStore(store, { keyPath });
        }
      };
      const database = await done(opening);
      const change = database.transaction(Object.keys(stores), 'readwrite');
      for (const [store, { keyPath, records }] of Object.entries(stores)) {
        for (const [key, value] of records) {
          change.objectStore(store).put(value, ...(keyPath === null ? [key] : []));
        }
      }
      await new Promise((resolve, reject) => {
        change.oncomplete = resolve;
        change.onerror = () => reject(change.error);
      });
      database.close();
    }
  }, stored);
}
