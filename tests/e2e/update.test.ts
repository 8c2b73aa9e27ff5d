/**
 * An update from the first version keeps all that a reader has. What that version has stored lies in
 * tests/fixtures/stored-0.1.0.json, as it stood after a reader had used its build: looks chosen, a
 * site off, a term known, an entry written, a glossary added, a review half done.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { openOwnPage } from '../../src/cli/browser/drive.ts';
import { readPainted } from '../../src/cli/browser/painted.ts';
import { ROOT } from '../../src/cli/build/build-extension.ts';
import { BROWSERS, useHarness } from './harness.ts';
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
    <p>The EDSCG came as well.</p>`,
});

describe.each(BROWSERS)(`an update from ${OLD} in %s`, (kind) => {
  const harness = useHarness(kind);

  it('keeps looks, sites, known terms, entries, glossaries and a review that is half done', async () => {
    const path = join(ROOT, `tests/fixtures/stored-${OLD}.json`);
    const stored: Stored = JSON.parse(await readFile(path, 'utf8'));
    await putStored(harness.inside, stored);
    await harness.install();

    const page = await harness.visit(NEWS);
    const painted = async () => (await readPainted(page)).map(({ text, by }) => [text, by]);
    await expect.poll(painted).toContainEqual(['Lantern Point Forum', 'newsgloss-solid-red']);
    for (const text of ['USFK', 'Span Bridge Authority']) {
      expect(await painted()).toContainEqual([text, 'newsgloss-solid-red']);
    }
    expect((await painted()).map(([text]) => text)).not.toContain('EDSCG');
    const site = await harness.visit(harness.put('/off', NEWS).replace('127.0.0.1', 'localhost'));
    await expectPainted(site, []);

    const [review = ''] = stored.databases['newsgloss-reviews']?.stores.heads?.records[0] ?? [];
    const later = await openOwnPage(harness, `review.html#${review}`);
    await expectInHand(later, 'NCG');
    expect(await statesOf(later)).toEqual(['CLC: accepted', 'HPB: rejected', 'NCG: open']);
    const settings = await openSettings(harness);
    await expectSaid(settings, 'Bridges');
    // Firefox counts what is far below the window as not rendered, and so as no text.
    const own = () => settings.$$eval('#own .term-name', (all) => all.map((it) => it.textContent));
    await expectSoon(own, ['Lantern Point Forum']);

    // News are told by a dot beside their heading, and only where there are some.
    const isNew = (await versionOf(settings)) !== OLD;
    expect((await settings.$('.dot')) !== null).toBe(isNew);
  });
});

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
