/** Measures what our style rules cost a page each time it works out its styles anew. */
import type { Browser } from 'puppeteer-core';
import { pause } from '../browser/until.ts';
import { type Bench, medianOf } from './bench.ts';
import { putPage } from './page-visits.ts';
import { atMost, type Row } from './table.ts';

/** Style changes over which the time of one is averaged. */
const RESTYLES = 5;
/** Time for the page to be read before the changes, in milliseconds. */
const READ_MS = 1_000;

/** Measures how much our CSS rules slow down the calculation of a page's styles. */
export async function* measureRestyle(bench: Bench): AsyncGenerator<Row> {
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
