/** Measurements with the built extension in Chromium, with 100,000 terms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Telling } from '../../core/reading/telling.ts';
import { toldSheet } from '../../core/reading/told-sheet.ts';
import { findWorker, openOwnPage, type Session } from '../browser/drive.ts';
import { pause } from '../browser/until.ts';
import { buildExtension, extensionFolder } from '../build/build-extension.ts';
import { type Bench, medianOf } from './bench.ts';
import { measureFootprint } from './footprint.ts';
import type { Group } from './group.ts';
import { putPage } from './page-visits.ts';
import { PLANS, writePage } from './pages.ts';
import { popupRows } from './popup-rows.ts';
import { measureRestyle } from './restyle.ts';
import { atMost, type Row } from './table.ts';

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

const runsOf = ({ quick }: Bench) => (quick ? 3 : 7);

async function* measureSize(): AsyncGenerator<Row> {
  const folder = await buildExtension('chromium').then(() => extensionFolder('chromium'));
  const size = (path: string) => gzipSync(readFileSync(join(folder, path))).length / 1024;
  const content = size('content-scripts/content.js');
  yield atMost('what every frame runs, gzip', size('ear.js') + size('scout.js'), 4, ' KB');
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
  const telling = tellingOf(writePage(PLANS.news, bench.names));
  const ask = () => own.evaluate(tellBackground, telling);
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
  const note = `${telling.sheets[0]?.text.length} characters`;
  yield atMost('page read by 100,000 terms, round trip', medianOf(warm), 20, ' ms', note);
  yield atMost('page read by 100,000 terms, size of the answer', size, 64, ' KB');
  const whole = `${medianOf(cold).toFixed(0)} ms from the question to the answer`;
  yield atMost('index ready after the background’s restart', medianOf(ready), 100, ' ms', whole);
}

/** Runs in a page of the extension. */
async function tellBackground(telling: Telling) {
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ name: 'read', args: [telling] });
  const ms = performance.now() - start;
  return { ms, at: Date.now(), size: JSON.stringify(answer).length / 1024 };
}

/** All text of a page, as its first telling: one block for each paragraph. */
function tellingOf(html: string): Telling {
  const body = html.slice(html.indexOf('<body>'));
  const texts = body.split(/<\/p>/).map((part) => part.replace(/<[^>]+>/g, ' '));
  const blocks = texts.map((text, order) => ({ text, section: 1, order }));
  const sheet = toldSheet(blocks, 0);
  return { page: 'bench', count: 0, lang: 'en', sheets: [sheet], gone: [], orders: [] };
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
      else await own.evaluate(() => chrome.runtime.sendMessage({ name: 'askPlace', args: [] }));
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
 * Times painting from the start of the scout, once the document was parsed. It includes the wait
 * for `document_idle`, when the content script starts: the browser chooses that moment, up to 200 ms
 * later.
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
    name === 'EvaluateScript' && args.data?.url?.endsWith('/scout.js');
  const start = events.find(isStart);
  const end = events.find(({ name }) => name === 'painted');
  return start && end ? (end.ts - start.ts) / 1_000 : Number.NaN;
}

async function* measurePopup(bench: Bench): AsyncGenerator<Row> {
  yield* popupRows(await bench.extension(), putPage(bench, 'news'), runsOf(bench));
}
