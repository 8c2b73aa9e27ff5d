/** Rows that are measured with the built extension in real Chromium, with 100,000 terms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { createKeySet } from '../../core/key-set.ts';
import { readWords } from '../../core/word-keys.ts';
import { buildExtension, extensionFolder } from '../build-extension.ts';
import { findWorker, openOwnPage, type Session, startBrowser } from '../drive.ts';
import { medianOf } from './fresh-page.ts';
import { PLANS, writePage } from './pages.ts';
import { popupRows } from './popup-rows.ts';
import type { BenchServer } from './sources.ts';
import { atMost, mustBe, type Row } from './table.ts';
import { listNames, makeGlossaries, TERMS_ON_PAGES } from './terms.ts';

const TERMS = 100_000;
/** Time for the index to be stored after the glossaries have changed, in ms. */
const INDEXING_MS = 60_000;

export async function* measureExtension(server: BenchServer, quick: boolean): AsyncGenerator<Row> {
  await buildExtension('chromium');
  yield* sizeRows();
  const html = writePage(PLANS.news, listNames(makeGlossaries(TERMS_ON_PAGES)));
  const address = server.put('/extension', html);
  const runs = quick ? 3 : 7;
  const control = await measurePlain(address, runs);
  const session = await startBrowser('chromium');
  try {
    const own = await openOwnPage(session, 'popup.html');
    await fillLibrary(own, server);
    yield* lookUpRows(session, own, html, runs);
    yield* paintRows(session, own, address, runs);
    yield* popupRows(session, address);
    yield* pageRows(session, address, runs, control);
  } finally {
    await session.close();
  }
}

function* sizeRows(): Generator<Row> {
  const folder = extensionFolder('chromium');
  const size = (path: string) => gzipSync(readFileSync(join(folder, path))).length / 1024;
  const content = size('content-scripts/content.js');
  yield atMost('content script, gzip', content, 24, ' KB');
  yield atMost('content script with the card, gzip', content + size('card.js'), 36, ' KB');
}

/** Put the glossaries where the extension keeps them, and wait until they are indexed. */
async function fillLibrary(own: Page, server: BenchServer): Promise<void> {
  const glossaries = makeGlossaries(TERMS);
  for (const [i, glossary] of glossaries.entries()) {
    server.put(`/glossary-${i}`, JSON.stringify(glossary));
  }
  const addresses = glossaries.map((_, i) => `${server.origin}/glossary-${i}`);
  await own.evaluate(putGlossaries, addresses, INDEXING_MS);
}

/** Runs in a page of the extension. */
async function putGlossaries(addresses: readonly string[], limit: number): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // Make sure that the background has made the database.
  await chrome.runtime.sendMessage({ name: 'lookUp', args: [[1]] });
  const database = await done(indexedDB.open('newsgloss'));
  for (const [order, address] of addresses.entries()) {
    const content = await (await fetch(address)).json();
    const { id, title, version, language, entries } = content;
    const change = database.transaction(['glossaries', 'contents', 'index'], 'readwrite');
    change.objectStore('contents').put(content, id);
    change.objectStore('index').put(crypto.randomUUID(), 'state');
    const names = 2 * entries.length;
    const record = {
      id,
      title,
      version,
      language,
      entries: entries.length,
      names,
      on: true,
      order,
    };
    await done(change.objectStore('glossaries').put(record));
  }
  await chrome.storage.local.set({ 'library-revision': Date.now() });
  const start = Date.now();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const index = database.transaction('index').objectStore('index');
    if (await done(index.get('head'))) return;
    if (Date.now() - start > limit) throw new Error('The library was not indexed.');
  }
}

/** What a page of the extension may call by its global name. */
declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
};

function keysOf(html: string): number[] {
  const words = readWords(html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, ' '));
  const keys = createKeySet();
  keys.addWords(words.keys, 0, words.count);
  return [...keys.fresh()];
}

async function* lookUpRows(
  session: Session,
  own: Page,
  html: string,
  runs: number,
): AsyncGenerator<Row> {
  const keys = keysOf(html);
  const ask = () =>
    own.evaluate(async (asked) => {
      const start = performance.now();
      const answer = await chrome.runtime.sendMessage({ name: 'lookUp', args: [asked] });
      const ms = performance.now() - start;
      const count = Array.isArray(answer) ? answer.length : 0;
      return { ms, at: Date.now(), size: JSON.stringify(answer).length / 1024, count };
    }, keys);
  const cold: number[] = [];
  const ready: number[] = [];
  const warm: number[] = [];
  let size = 0;
  for (let run = 0; run < runs; run++) {
    await stopBackground(session);
    const first = await ask();
    cold.push(first.ms);
    const worker = await findWorker(session);
    ready.push(first.at - (await worker.evaluate(() => performance.timeOrigin)));
    const next = await ask();
    warm.push(next.ms);
    size = next.size;
  }
  const note = `${keys.length} keys`;
  yield atMost('look-up at 100,000 terms, round trip', medianOf(warm), 20, ' ms', note);
  yield atMost('look-up at 100,000 terms, size of the answer', size, 64, ' KB');
  const whole = `${medianOf(cold).toFixed(0)} ms from the question to the answer`;
  yield atMost('index ready after the background’s restart', medianOf(ready), 100, ' ms', whole);
}

async function stopBackground(session: Session): Promise<void> {
  const worker = await findWorker(session);
  await worker.close();
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** From `document_idle`, which is at the earliest when the document has been parsed. */
async function* paintRows(
  session: Session,
  own: Page,
  address: string,
  runs: number,
): AsyncGenerator<Row> {
  for (const [state, goal] of [
    ['awake', 50],
    ['asleep', 120],
  ] as const) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      if (state === 'asleep') await stopBackground(session);
      else await own.evaluate(() => chrome.runtime.sendMessage({ name: 'lookUp', args: [[1]] }));
      times.push(await timePaint(session, address));
    }
    yield atMost(`first paint in view, background ${state}`, medianOf(times), goal, ' ms');
  }
}

async function timePaint({ browser }: Session, address: string): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const look = () => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('newsgloss') || highlight.size === 0) continue;
        Object.assign(window, { paintedAt: performance.now() });
        return;
      }
      setTimeout(look, 1);
    };
    look();
  });
  await page.goto(address);
  const painted = await page.waitForFunction('window.paintedAt', { timeout: 10_000 });
  const at = (await painted.jsonValue()) as number;
  const idle = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return (entry as PerformanceNavigationTiming).domContentLoadedEventEnd;
  });
  await page.close();
  return at - idle;
}

interface Footprint {
  /** Kilobytes of the page's heap, ours and its own. */
  readonly heap: number;
  /** Tasks of more than 50 ms. */
  readonly longTasks: number;
}

async function measurePlain(address: string, runs: number): Promise<Footprint> {
  const { launch } = await import('puppeteer-core');
  const { findBrowser } = await import('../browsers.ts');
  const browser = await launch({
    executablePath: findBrowser('chromium')!,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  try {
    return await takeFootprint(() => browser.newPage(), address, runs);
  } finally {
    await browser.close();
  }
}

async function takeFootprint(
  open: () => Promise<Page>,
  address: string,
  runs: number,
): Promise<Footprint> {
  const heaps: number[] = [];
  const tasks: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await open();
    await page.evaluateOnNewDocument(() => {
      let count = 0;
      new PerformanceObserver((list) => {
        count += list.getEntries().length;
        Object.assign(window, { longTasks: count });
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(address);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const client = await page.createCDPSession();
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    heaps.push(usedSize / 1024);
    tasks.push((await page.evaluate('window.longTasks ?? 0')) as number);
    await page.close();
  }
  return { heap: medianOf(heaps), longTasks: medianOf(tasks) };
}

async function* pageRows(
  { browser }: Session,
  address: string,
  runs: number,
  control: Footprint,
): AsyncGenerator<Row> {
  const ours = await takeFootprint(() => browser.newPage(), address, runs);
  yield atMost('memory of a frame at 100,000 terms', (ours.heap - control.heap) / 1024, 1, ' MB');
  const more = ours.longTasks - control.longTasks;
  yield mustBe('long tasks of ours on a news page', `${more} more than without us`, '0', more <= 0);
}
