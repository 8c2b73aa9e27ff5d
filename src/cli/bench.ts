/**
 * Measures what Newsgloss costs a page, each figure beside its goal.
 *
 *   npm run bench [-- --quick] [-- --browser firefox]
 *
 * L is the limit: a TreeWalker over the text nodes and one `charCodeAt` pass, on the same page in
 * the same run. Every measurement is on a fresh page, whose code has never run; medians. Firefox:
 * the rows of the first pass. `--quick`: fewer runs, and without the largest page. Ends with 1 when a
 * goal is missed.
 */
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { measureExtension } from './bench/extension-rows.ts';
import { measurePages } from './bench/page-rows.ts';
import { serveSources } from './bench/sources.ts';
import { formatRow, type Row } from './bench/table.ts';
import { type BrowserKind, findBrowser } from './browsers.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
  },
});

process.exitCode = await bench(values.browser as BrowserKind, values.quick);

async function bench(kind: BrowserKind, quick: boolean): Promise<number> {
  const rows: Row[] = [];
  const print = (row: Row) => {
    rows.push(row);
    console.log(formatRow(row));
  };
  const executablePath = findBrowser(kind);
  if (executablePath === null) throw new Error(`There is no ${kind} here.`);
  const server = await serveSources();
  const browser = await launch({
    browser: kind === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    args: kind === 'chromium' ? ['--no-sandbox', '--disable-gpu', '--no-first-run'] : [],
    defaultViewport: { width: 1280, height: 900 },
    protocolTimeout: 300_000,
  });
  try {
    const firstPassOnly = kind === 'firefox';
    for await (const row of measurePages({ browser, server, quick, firstPassOnly })) print(row);
  } finally {
    await browser.close();
  }
  try {
    if (kind === 'chromium') for await (const row of measureExtension(server, quick)) print(row);
  } finally {
    await server.close();
  }
  const missed = rows.filter(({ met }) => !met).length;
  console.log(`\n${rows.length - missed} of ${rows.length} goals met.`);
  return missed === 0 ? 0 : 1;
}
