/** Measures how soon the popup shows something, opened over a news page in Chromium. */
import type { Page } from 'puppeteer-core';
import { findWorker, type Session } from '../browser/drive.ts';
import { waitForPaint } from '../browser/painted.ts';
import { medianOf } from './bench.ts';
import { atMost, type Row } from './table.ts';

/** Time for late changes, such as a report of the page, in milliseconds. */
const SETTLE_MS = 400;

/** Paint times as the browser reports them, in milliseconds after opening. */
interface Paints {
  readonly first: number;
  readonly last: number;
}

export async function* popupRows(
  session: Session,
  address: string,
  runs: number,
): AsyncGenerator<Row> {
  const page = await session.browser.newPage();
  await page.goto(address);
  await page.bringToFront();
  await waitForPaint(page);
  await timePopup(session); // Not counted: it loads code and fonts from disk.
  const all: Paints[] = [];
  for (let run = 0; run < runs; run++) all.push(await timePopup(session));
  await page.close();
  const last = medianOf(all.map((paints) => paints.last)).toFixed(0);
  const note = `${last} ms until its list is there`;
  yield atMost('popup, first paint', medianOf(all.map(({ first }) => first)), 100, ' ms', note);
}

async function timePopup(session: Session): Promise<Paints> {
  const appears = session.browser.waitForTarget((it) => it.url() === `${session.home}popup.html`);
  await (await findWorker(session)).evaluate('chrome.action.openPopup()');
  const popup = await (await appears).asPage();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const paints = await readPaints(popup);
  await popup.close();
  return paints;
}

/** The largest paint is the list of terms, or the notice in its place. */
function readPaints(popup: Page): Promise<Paints> {
  return popup.evaluate(
    () =>
      new Promise<Paints>((resolve) => {
        const [first] = performance.getEntriesByName('first-contentful-paint');
        new PerformanceObserver((list) => {
          resolve({
            first: first?.startTime ?? Number.NaN,
            last: list.getEntries().at(-1)?.startTime ?? Number.NaN,
          });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}
