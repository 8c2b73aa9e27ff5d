/** Measurements with the built extension in Chromium, with 100,000 terms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { createKeySet } from '../../core/matching/key-set.ts';
import { readWords } from '../../core/text/word-keys.ts';
import { findWorker, openOwnPage, type Session } from '../browser/drive.ts';
import { buildExtension, extensionFolder } from '../build/build-extension.ts';
import { type Bench, medianOf } from './bench.ts';
import type { Group } from './group.ts';
import { type PageName, PLANS, writePage } from './pages.ts';
import { popupRows } from './popup-rows.ts';
import { atMost, mustBe, type Row } from './table.ts';

export const EXTENSION: readonly Group[] = [
  { name: 'size', measure: measureSize },
  { name: 'look-up', measure: measureLookUp },
  { name: 'first paint', measure: measurePaint },
  { name: 'popup', measure: measurePopup },
  { name: 'restyle', measure: measureRestyle },
  { name: 'memory long tasks news', measure: (bench) => measureFootprint(bench, 'news') },
  { name: 'memory long tasks live', measure: (bench) => measureFootprint(bench, 'live') },
  {
    name: 'memory long tasks huge',
    isLong: true,
    measure: (bench) => measureFootprint(bench, 'huge'),
  },
];

/** Style changes over which the time of one is averaged. */
const RESTYLES = 5;
/** Time for the page to be read before the changes, in milliseconds. */
const READ_MS = 1_000;

const runsOf = ({ quick }: Bench) => (quick ? 3 : 7);

async function* measureSize(): AsyncGenerator<Row> {
  const folder = await buildExtension('chromium').then(() => extensionFolder('chromium'));
  const size = (path: string) => gzipSync(readFileSync(join(folder, path))).length / 1024;
  const content = size('content-scripts/content.js');
  yield atMost('content script, gzip', content, 24, ' KB');
  yield atMost('content script with the card, gzip', content + size('card.js'), 36, ' KB');
}

/** The part of the browser's global `chrome` that is used in a page of the extension. */
declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
};

async function* measureLookUp(bench: Bench): AsyncGenerator<Row> {
  const session = await bench.extension();
  const own = await openOwnPage(session, 'popup.html');
  const keys = keysOf(writePage(PLANS.news, bench.names));
  const ask = () => own.evaluate(askLibrary, keys);
  const cold: number[] = [];
  const ready: number[] = [];
  const warm: number[] = [];
  let size = 0;
  for (let run = 0; run < runsOf(bench); run++) {
    await stopBackground(session);
    const first = await ask();
    cold.push(first.ms);
    const worker = await findWorker(session);
    ready.push(first.at - (await worker.evaluate(() => performance.timeOrigin)));
    const next = await ask();
    warm.push(next.ms);
    size = next.size;
  }
  await own.close();
  const note = `${keys.length} keys`;
  yield atMost('look-up at 100,000 terms, round trip', medianOf(warm), 20, ' ms', note);
  yield atMost('look-up at 100,000 terms, size of the answer', size, 64, ' KB');
  const whole = `${medianOf(cold).toFixed(0)} ms from the question to the answer`;
  yield atMost('index ready after the background’s restart', medianOf(ready), 100, ' ms', whole);
}

/** Runs in a page of the extension. */
async function askLibrary(keys: readonly number[]) {
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ name: 'lookUp', args: [keys] });
  const ms = performance.now() - start;
  return { ms, at: Date.now(), size: JSON.stringify(answer).length / 1024 };
}

function keysOf(html: string): number[] {
  const words = readWords(html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, ' '));
  const keys = createKeySet();
  keys.addWords(words.keys, [words.count], 0, 1);
  return [...keys.fresh()];
}

async function stopBackground(session: Session): Promise<void> {
  const worker = await findWorker(session);
  await worker.close();
  await pause(200);
}

async function* measurePaint(bench: Bench): AsyncGenerator<Row> {
  const session = await bench.extension();
  const own = await openOwnPage(session, 'popup.html');
  const address = putPage(bench, 'news');
  for (const [state, goal] of [
    ['awake', 50],
    ['asleep', 120],
  ] as const) {
    const times: number[] = [];
    for (let run = 0; run < runsOf(bench); run++) {
      if (state === 'asleep') await stopBackground(session);
      else await own.evaluate(() => chrome.runtime.sendMessage({ name: 'lookUp', args: [[1]] }));
      times.push(await timePaint(session, address));
    }
    yield atMost(`first paint in view, background ${state}`, medianOf(times), goal, ' ms');
  }
  await own.close();
}

/** The fields of a trace event that are used; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

/**
 * Times painting from the start of the content script (`document_idle`). The browser chooses that
 * moment, up to 200 ms after the document was parsed.
 */
async function timePaint({ browser }: Session, address: string): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const look = () => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('newsgloss') || highlight.size === 0) continue;
        performance.mark('painted');
        return;
      }
      setTimeout(look, 1);
    };
    look();
  });
  await page.tracing.start({ categories: ['devtools.timeline', 'blink.user_timing'] });
  await page.goto(address);
  const isPainted = () => performance.getEntriesByName('painted').length > 0;
  await page.waitForFunction(isPainted, { timeout: 10_000 });
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  await page.close();
  const events = trace.traceEvents as readonly TraceEvent[];
  const isStart = ({ name, args }: TraceEvent) =>
    name === 'EvaluateScript' && args.data?.url?.endsWith('/content.js');
  const start = events.find(isStart);
  const end = events.find(({ name }) => name === 'painted');
  return start && end ? (end.ts - start.ts) / 1_000 : Number.NaN;
}

async function* measurePopup(bench: Bench): AsyncGenerator<Row> {
  yield* popupRows(await bench.extension(), putPage(bench, 'news'), runsOf(bench));
}

/** Measures how much our CSS rules slow down the calculation of a page's styles. */
async function* measureRestyle(bench: Bench): AsyncGenerator<Row> {
  const address = putPage(bench, 'live');
  const plain = await bench.browser('chromium');
  const { browser } = await bench.extension();
  const [without, ours]: [number[], number[]] = [[], []];
  for (let run = 0; run < (bench.quick ? 2 : 7); run++) {
    without.push(await timeRestyle(plain, address));
    ours.push(await timeRestyle(browser, address));
  }
  const [before, now] = [medianOf(without), medianOf(ours)];
  const note = `${now.toFixed(0)} ms instead of ${before.toFixed(0)}`;
  yield atMost('live: the page’s styles worked out anew', now / before, 1.25, '×', note);
}

/** Main-thread time of one style change that affects every element, in milliseconds. */
async function timeRestyle(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(address);
  await pause(READ_MS);
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'RecalcStyleDuration')?.value ?? Number.NaN;
  };
  const before = await spent();
  await page.evaluate((turns) => {
    const { style } = document.documentElement;
    for (let turn = 0; turn < turns; turn++) {
      style.color = turn % 2 === 0 ? '#111' : '#121212';
      document.body.getBoundingClientRect();
    }
  }, RESTYLES);
  const after = await spent();
  await page.close();
  return ((after - before) * 1_000) / RESTYLES;
}

interface Footprint {
  /** Kilobytes of the page's JavaScript heap, the page's own objects included. */
  readonly heap: number;
  /** The number of tasks of more than 50 ms. */
  readonly longTasks: number;
}

async function* measureFootprint(bench: Bench, page: PageName): AsyncGenerator<Row> {
  const address = putPage(bench, page);
  const plain = await bench.browser('chromium');
  const { browser } = await bench.extension();
  const [without, ours]: [Footprint[], Footprint[]] = [[], []];
  for (let run = 0; run < (bench.quick ? 1 : 3); run++) {
    without.push(await takeFootprint(plain, address));
    ours.push(await takeFootprint(browser, address));
  }
  const more = (part: keyof Footprint) =>
    medianOf(ours.map((each) => each[part])) - medianOf(without.map((each) => each[part]));
  // The goal is for an article: on longer pages, the mentions themselves take more memory.
  if (page === 'news') {
    yield atMost('memory of a frame at 100,000 terms', more('heap') / 1024, 1, ' MB');
  }
  const tasks = more('longTasks');
  const what = `${tasks} more than without us`;
  yield mustBe(`${page}: long tasks of ours, 100,000 terms`, what, '0', tasks <= 0);
}

async function takeFootprint(browser: Browser, address: string): Promise<Footprint> {
  const page: Page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    let count = 0;
    new PerformanceObserver((list) => {
      count += list.getEntries().length;
      Object.assign(window, { longTasks: count });
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address);
  await pause(2_000);
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const longTasks = (await page.evaluate('window.longTasks ?? 0')) as number;
  await page.close();
  return { heap: usedSize / 1024, longTasks };
}

function putPage({ server, names }: Bench, page: PageName): string {
  return server.put(`/extension-${page}`, writePage(PLANS[page], names));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
