/** Measures how long many changes at once block a page, with and without the extension. */
import type { Browser, Page } from 'puppeteer-core';
import { openOwnPage, type Session, startBrowser } from '../browser/drive.ts';
import type { BrowserKind } from '../build/build-extension.ts';
import { buildExtension } from '../build/build-extension.ts';
import type { Bench } from './bench.ts';
import type { Group } from './group.ts';
import { STORMS, type Storm } from './storm-acts.ts';
import { mustBe, type Row } from './table.ts';

export const STORM_GROUPS: readonly Group[] = (['chromium', 'firefox'] as const).flatMap((kind) =>
  (['dotted', 'marker'] as const).map((style) => ({
    name: `storms-${kind}-${style}`,
    isLong: true,
    measure: (bench: Bench) => measureStorms(bench, kind, style),
  })),
);

/** Changes in a storm; a storm with twice as many is measured too. */
const CHANGES = 10_000;
/** A storm may block the page for this much longer with the extension, in milliseconds… */
const MORE_MS = 60;
/** …or, after twice as many changes, not for more than this many times as long… */
const GROWTH = 2.2;
/** …and not for this much longer, in milliseconds. */
const LONGEST_MS = 200;
/** Runs of which the fastest counts, since other work on the machine only makes them slower. */
const RUNS = 3;
/** Time for the page to be read before the storm, in milliseconds. */
const READ_MS = 1_000;
/** After this long without work, the extension no longer reacts to a change, in milliseconds. */
const CALM_MS = 1_200;
/** Time limit for a busy machine on which that never happens, in milliseconds. */
const MOST_MS = 20_000;

/** The part of the browser's global `chrome` that is used here. */
declare const chrome: {
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
};

async function* measureStorms(bench: Bench, kind: BrowserKind, style: string): AsyncGenerator<Row> {
  await buildExtension(kind);
  const session = await startBrowser(kind);
  try {
    await setStyle(session, style);
    const plain = await bench.browser(kind);
    for (const storm of STORMS) yield await measureStorm(bench, session.browser, plain, storm);
  } finally {
    await session.close();
  }
}

async function setStyle(session: Session, style: string): Promise<void> {
  const own = await openOwnPage(session, 'popup.html');
  await own.evaluate(
    (look) => chrome.storage.local.set({ settings: { version: 1, style: look, on: true } }),
    style,
  );
  await own.close();
}

async function measureStorm(
  bench: Bench,
  read: Browser,
  plain: Browser,
  storm: Storm,
): Promise<Row> {
  const many = bench.quick ? CHANGES / 5 : CHANGES;
  let [alone, watched, once, twice] = [NEVER, NEVER, NEVER, NEVER];
  // In turns, so that whatever else the machine does falls on all of them.
  for (let run = 0; run < (bench.quick ? 1 : RUNS); run++) {
    alone = Math.min(alone, await standstill(bench, plain, storm, 2 * many));
    watched = Math.min(watched, await standstill(bench, plain, storm, 2 * many, true));
    once = Math.min(once, await standstill(bench, read, storm, many));
    twice = Math.min(twice, await standstill(bench, read, storm, 2 * many));
  }
  const least = Math.max(alone, watched);
  const isLinear = twice <= GROWTH * once && twice - least <= LONGEST_MS;
  const figure =
    `${once.toFixed(0)} → ${twice.toFixed(0)} ms  ` +
    `(without us ${alone.toFixed(0)} ms, with a bare observer ${watched.toFixed(0)} ms)`;
  const goal = `+${MORE_MS} ms, ${GROWTH}×`;
  const what = `${storm.name}, ${many} → ${2 * many}`;
  return mustBe(what, figure, goal, twice <= least + MORE_MS || isLinear);
}

const NEVER = Number.POSITIVE_INFINITY;

/**
 * The longest time for which a storm keeps a page from doing anything else, in milliseconds.
 *
 * @param isObserved - Whether the page has a MutationObserver that does nothing. The browser's notes
 *   for it are the least that following a page costs: 100,000 of them take half a second.
 */
async function standstill(
  { server }: Bench,
  browser: Browser,
  { name, markup, act }: Storm,
  n: number,
  isObserved = false,
): Promise<number> {
  const address = server.put(`/storm-${name.replace(/\W+/g, '-')}-${n}`, writePage(markup(n)));
  const page: Page = await browser.newPage();
  try {
    await page.bringToFront();
    await page.goto(address);
    await new Promise((resolve) => setTimeout(resolve, READ_MS));
    if (isObserved) await page.evaluate(observeAll);
    return (await page.evaluate(
      `(${watchStandstill})(${toFunction(act)}, ${n}, ${CALM_MS}, ${MOST_MS})`,
    )) as number;
  } finally {
    await page.close();
  }
}

/** The source of an act as an expression; the source of a method is none by itself. */
function toFunction(act: Storm['act']): string {
  return `({ ${act} }).act`;
}

/** Runs in the page. */
function observeAll(): void {
  const what = { subtree: true, childList: true, characterData: true };
  new MutationObserver(() => undefined).observe(document, what);
}

/** Runs in the page. */
function watchStandstill(
  act: Storm['act'],
  n: number,
  calmMs: number,
  mostMs: number,
): Promise<number> {
  return new Promise((resolve) => {
    const place = document.querySelector<HTMLElement>('#place')!;
    let longest = 0;
    let last = performance.now();
    let busyUntil = last;
    let hasActed = false;
    let end = Number.POSITIVE_INFINITY;
    const look = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      if (!hasActed || now - last > 50) busyUntil = now;
      last = now;
      if (now - busyUntil > calmMs || now > end) resolve(longest);
      else setTimeout(look);
    };
    setTimeout(look);
    void Promise.resolve(act(place, n)).then(() => {
      hasActed = true;
      end = performance.now() + mostMs;
    });
  });
}

function writePage(markup: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Storm</title><meta property="og:type" content="article"></head>
<body><article id="place">${markup}</article></body>
</html>`;
}
