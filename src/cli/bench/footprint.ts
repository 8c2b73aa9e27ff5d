/** Measures the memory and the long tasks that the extension adds to a page. */
import type { Browser, Page } from 'puppeteer-core';
import { pause } from '../browser/until.ts';
import { type Bench, medianOf } from './bench.ts';
import { putPage } from './page-visits.ts';
import type { PageName } from './pages.ts';
import { atMost, mustBe, type Row } from './table.ts';

interface Footprint {
  /** Kilobytes of the page's JavaScript heap, the page's own objects included. */
  readonly heap: number;
  /** The number of tasks of more than 50 ms. */
  readonly longTasks: number;
}

export async function* measureFootprint(bench: Bench, page: PageName): AsyncGenerator<Row> {
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
