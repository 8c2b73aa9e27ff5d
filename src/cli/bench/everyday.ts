/** Measures what pages pay that a reader opens all day, most of which hold nothing for us. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { findBrowser } from '../browser/browsers.ts';
import { startBrowser } from '../browser/drive.ts';
import { buildExtension } from '../build/build-extension.ts';
import { type Bench, medianOf } from './bench.ts';
import { createChance } from './chance.ts';
import { timeCompiling } from './compiling.ts';
import type { Group } from './group.ts';
import { writeWords } from './pages.ts';
import { atMost, type Row } from './table.ts';
import { capitalise } from './vocabulary.ts';

export const EVERYDAY: Group = { name: 'everyday', measure: measureEveryday };

const PARAGRAPHS = 40;
/** UTF-16 code units. */
const PARAGRAPH_LENGTH = 300;
const FRAMES = 24;
const ROWS = 300;
/** Time for a page to be read, in milliseconds. */
const READ_MS = 1_500;

/** A page, with its goals beyond an extension with an empty content script. */
interface EverydayPage {
  readonly name: string;
  readonly html: string;
  /** Main-thread time that we add, as a share of the page's own. */
  readonly mostShare: number;
  /** Heap that we add, in megabytes. */
  readonly mostHeap: number;
}

/** What a page has cost: milliseconds of the main thread, and of script; megabytes of heap. */
interface Cost {
  readonly task: number;
  readonly script: number;
  readonly heap: number;
}

async function* measureEveryday(bench: Bench): AsyncGenerator<Row> {
  const frame = bench.server.put('/everyday-frame', FRAME);
  const pages = writePages(new URL(frame).pathname).map((page) => ({
    ...page,
    address: bench.server.put(`/everyday-${page.name.replace(/\W+/g, '-')}`, page.html),
  }));
  const empty = await startWithEmpty();
  await buildExtension('chromium');
  const session = await startBrowser('chromium');
  try {
    const browsers = [await bench.browser('chromium'), empty.browser, session.browser];
    for (const { name, address, mostShare, mostHeap } of pages) {
      const [plain, bare, ours] = (await measureIn(browsers, address, bench.quick ? 3 : 7)) as [
        ...[Cost, Cost, Cost],
      ];
      const share = (cost: Cost) => (cost.task - plain.task) / plain.task;
      const script = (ours.script - plain.script).toFixed(0);
      const compiling = await timeCompiling(session.browser, address, READ_MS);
      const note = [
        `${plain.task.toFixed(0)} ms without us`,
        `${script} ms of script`,
        `${compiling.toFixed(0)} ms of compiling, by a trace`,
        `empty: ${share(bare).toFixed(2)}`,
      ].join(', ');
      yield atMost(`${name}: time that we add`, share(ours), mostShare, '', note);
      yield atMost(`${name}: heap beyond an empty script`, ours.heap - bare.heap, mostHeap, ' MB');
    }
  } finally {
    await session.close();
    await empty.close();
  }
}

/** Measure a page in each of some browsers in turn, so that all share what else the machine does. */
async function measureIn(
  browsers: readonly Browser[],
  address: string,
  runs: number,
): Promise<Cost[]> {
  const costs = browsers.map((): Cost[] => []);
  // The first run warms the browsers up.
  for (let run = 0; run <= runs; run++) {
    for (const [i, browser] of browsers.entries()) {
      const cost = await measurePage(browser, address);
      if (run > 0) costs[i]!.push(cost);
    }
  }
  return costs.map((each) => ({
    task: medianOf(each.map(({ task }) => task)),
    script: medianOf(each.map(({ script }) => script)),
    heap: medianOf(each.map(({ heap }) => heap)),
  }));
}

async function measurePage(browser: Browser, address: string): Promise<Cost> {
  const page = await browser.newPage();
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address);
  await new Promise((resolve) => setTimeout(resolve, READ_MS));
  const { metrics } = await client.send('Performance.getMetrics');
  const spent = (wanted: string) =>
    (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1_000;
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await page.close();
  return { task: spent('TaskDuration'), script: spent('ScriptDuration'), heap: usedSize / 1e6 };
}

/** Start Chromium with an extension whose content script is empty: what no extension can go below. */
async function startWithEmpty(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'newsgloss-empty-'));
  const script = { matches: ['http://*/*'], js: ['empty.js'], all_frames: true };
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', content_scripts: [script] };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'empty.js'), '');
  const browser = await launch({
    executablePath: findBrowser('chromium') ?? '',
    headless: true,
    pipe: true,
    enableExtensions: [folder],
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    defaultViewport: { width: 1280, height: 900 },
  });
  const close = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, close };
}

const FRAME =
  '<!DOCTYPE html><title>Advertisement</title><body><a href="#"><div style="height: 60px"></div></a>';

const TERMS =
  '<p>In Seoul the EDSCG met again, and so did the NCG with USFK and NATO. The Nuclear Consultative ' +
  'Group (NCG) was founded after the Washington Declaration; the SCM and the MCM meet, too.</p>';

function writePages(frame: string): EverydayPage[] {
  const chance = createChance(5);
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    () => `<p>${capitalise(writeWords(chance, PARAGRAPH_LENGTH))}.</p>`,
  ).join('\n');
  const frames = `<iframe src="${frame}"></iframe>`.repeat(FRAMES);
  const rows =
    `<script>for (let i = 0; i < ${ROWS}; i++) { const row = document.createElement('div');` +
    " row.append('Task ' + i, document.createElement('button')); document.body.append(row); }</script>";
  return [
    { name: 'news without a term', html: writeNews(paragraphs), mostShare: 0.25, mostHeap: 0.1 },
    {
      name: 'news with terms',
      html: writeNews(TERMS + paragraphs + TERMS),
      mostShare: 0.8,
      mostHeap: 0.7,
    },
    {
      name: `news with ${FRAMES} frames`,
      html: writeNews(paragraphs + frames),
      mostShare: 0.12,
      mostHeap: 0.5,
    },
    { name: 'app', html: `${HEAD}${rows}`, mostShare: 0.15, mostHeap: 0.1 },
    {
      name: `app with ${FRAMES} frames`,
      html: `${HEAD}${rows}${frames}`,
      mostShare: 0.3,
      mostHeap: 0.5,
    },
  ];
}

const HEAD = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>A page</title><body>';

const writeNews = (body: string) =>
  `${HEAD.replace('<body>', '<meta property="og:type" content="article"><body>')}<article><h1>A day</h1>${body}</article>`;
