/**
 * Long-running test: `npm run soak [-- minutes] [--browser firefox] [--kills 100]`. Navigates and
 * changes pages all the time, kills the background at random moments, and reports what is left
 * behind: growth of the heap, nodes, detached nodes, listeners, errors. A control page, on which
 * highlights are off, is changed in the same way, to tell what the browser itself leaves behind.
 * Exits with 1 if a page's text was changed by us, anything was thrown, or detached nodes were
 * kept.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { openOwnPage, type Session, startBrowser } from './browser/drive.ts';
import { evaluateInWindow } from './browser/firefox-window.ts';
import { hoverOver, readPainted } from './browser/painted.ts';
import { serve } from './browser/serve.ts';
import { pause } from './browser/until.ts';
import type { BrowserKind } from './build/build-extension.ts';
import { buildExtension } from './build/build-extension.ts';
import { measure, type Sample, slopeOf } from './soak/measure.ts';
import { makePage, mutate, REST } from './soak/pages.ts';

/** Navigations between two measurements. */
const LOOK_EVERY = 25;
/** Changes of a page after each navigation. */
const CHANGES = 200;
/**
 * The pages that stay are changed after every fourth navigation. With more changes they would use
 * up their budget, and reading would pause.
 */
const STAY_EVERY = 4;
/** Time for removed nodes to be released, in ms: the extension does so after an idle second. */
const SETTLE_MS = 2_500;
/** Detached nodes that the page may keep in excess of the control page. */
const MOST_DETACHED = 10;
/** Host of the control page, on the same server as the others; highlights are off there. */
const OFF = 'localhost';
/** Share of the first measurements that is ignored, while caches fill and code is compiled. */
const WARM_UP = 1 / 3;
/** Painters take turns between two measurements; all measurements are made with the same one. */
const STYLE_AT = new Map([
  [10, 'marker'],
  [20, 'dotted'],
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    kills: { type: 'string', default: '100' },
  },
});
const kind: BrowserKind = values.browser === 'firefox' ? 'firefox' : 'chromium';
const minutes = Number(positionals[0] ?? 10);
const wantedKills = Number(values.kills);
if (!(minutes > 0) || !(wantedKills >= 0)) {
  console.error('How long? npm run soak -- 10 [--browser firefox] [--kills 100]');
  process.exit(2);
}

/** The measurements of each page. */
type Looks = Record<'page left' | 'page that stays' | 'the same, left alone', Sample[]>;

const errors: string[] = [];
await buildExtension(kind);
const server = await serve(async (path) => {
  const number = /^\/page\/(\d+)$/.exec(path)?.[1];
  return { body: number === undefined ? REST : makePage(Number(number)) };
});
const session = await startBrowser(kind);
try {
  await soak(session);
} finally {
  await session.close();
  await server.close();
}

async function soak(session: Session): Promise<void> {
  const inside = await openOwnPage(session, 'popup.html');
  await setStyle(inside, 'dotted');
  const stays = await openWatched(session, `${server.origin}/page/0`);
  const control = await openWatched(session, `${server.origin.replace('127.0.0.1', OFF)}/page/0`);
  const moves = await openWatched(session, `${server.origin}/rest`);
  const looks: Looks = { 'page left': [], 'page that stays': [], 'the same, left alone': [] };
  const counts = { navigations: 0, changes: 0, cards: 0, kills: 0, missed: 0, rests: 0 };
  const start = Date.now();
  const share = () => (Date.now() - start) / (minutes * 60_000);
  while (share() < 1) {
    const number = ++counts.navigations;
    await moves.goto(`${server.origin}/page/${number}`);
    const killing = counts.kills < wantedKills * share() && killSoon(session);
    if (killing) counts.kills++;
    for (const page of number % STAY_EVERY > 0 ? [moves] : [moves, stays, control]) {
      // A background tab draws no frames, for which `mutate` waits.
      await page.bringToFront();
      const wrong = await page.evaluate(mutate, CHANGES, number * 1_000);
      errors.push(...wrong.map((text) => `A page says “${text}”.`));
      counts.changes += CHANGES;
    }
    await killing;
    if (number % 10 === 0) counts[(await showCard(moves)) ? 'cards' : 'missed']++;
    const style = STYLE_AT.get(number % LOOK_EVERY);
    if (style) await setStyle(inside, style);
    if (number % LOOK_EVERY > 0) continue;
    await moves.goto(`${server.origin}/rest`);
    await pause(SETTLE_MS);
    looks['page left'].push(await measure(session, moves, number));
    if (kind === 'chromium') {
      looks['page that stays'].push(await measure(session, stays, number));
      looks['the same, left alone'].push(await measure(session, control, number));
    }
    if ((await readPainted(stays)).length === 0) counts.rests++;
    console.log(
      `${Math.round(share() * minutes * 60)} s: ${number} navigations, ${counts.kills} kills`,
    );
  }
  const shown = await showCard(await reload(stays));
  if (!shown) errors.push('At the end no card opened.');
  expectLetGo(looks['page that stays'], looks['the same, left alone']);
  print(counts, looks);
}

/**
 * Report an error if, in the last measurement, the page keeps more detached nodes than the control
 * page, by more than the limit.
 */
function expectLetGo(samples: readonly Sample[], control: readonly Sample[]): void {
  const held = (samples.at(-1)?.detached ?? 0) - (control.at(-1)?.detached ?? 0);
  if (held > MOST_DETACHED) errors.push(`The page that stays holds ${held} nodes of former text.`);
}

function print(counts: Readonly<Record<string, number>>, looks: Readonly<Looks>): void {
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
  for (const [name, all] of Object.entries(looks)) {
    const samples = all.slice(all.length * WARM_UP);
    const [first, last] = [samples[0], samples.at(-1)];
    if (!first || !last) continue;
    const heap = (slopeOf(samples, 'heap') / 1024).toFixed(0);
    const parts = [`heap ${mb(first.heap)} → ${mb(last.heap)} (${heap} KB)`];
    for (const what of ['nodes', 'detached', 'listeners'] as const) {
      if (first[what] === null) continue;
      const slope = slopeOf(samples, what).toFixed(0);
      parts.push(`${what} ${first[what]} → ${last[what]} (${slope})`);
    }
    console.log(`${name}, in brackets the slope per 1,000 navigations: ${parts.join(', ')}`);
  }
  console.log(errors.length === 0 ? 'no errors' : `${errors.length} errors:`);
  for (const error of new Set(errors)) console.log(`  ${error}`);
  if (errors.length > 0) process.exitCode = 1;
}

function mb(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

async function openWatched({ browser }: Session, address: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address);
  return page;
}

async function reload(page: Page): Promise<Page> {
  await page.goto(page.url().replace(/#.*/, '?again'));
  return page;
}

/** Whether a card opens on the first mention. Its closed shadow root cannot be read here. */
async function showCard(page: Page): Promise<boolean> {
  await page.bringToFront();
  const isThere = () =>
    page.evaluate(() => document.querySelector('[data-newsgloss-card]') !== null);
  if (!(await waitUntil(async () => (await readPainted(page)).length > 0))) return false;
  // Where the mention has gone, no card comes, and that is what is looked at.
  await hoverOver(page, 'EDSCG').catch(() => undefined);
  const came = await waitUntil(isThere);
  await page.keyboard.press('Escape');
  return came;
}

/** Wait for a condition, up to 5 s: a killed background answers again within 2 s. */
async function waitUntil(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const since = Date.now(); Date.now() - since < 5_000; ) {
    if (await isSo()) return true;
    await pause(50);
  }
  return false;
}

async function killSoon(session: Session): Promise<void> {
  await pause(Math.random() * 300);
  if (session.kind === 'chromium') {
    const isIt = (url: string) => url.startsWith(session.home);
    const target = session.browser
      .targets()
      .find((it) => it.type() === 'service_worker' && isIt(it.url()));
    // It may have ended by itself.
    const worker = await target?.worker().catch(() => null);
    await worker?.close().catch(() => undefined);
  } else {
    const id = JSON.stringify(session.id);
    await evaluateInWindow(
      session,
      `WebExtensionPolicy.getByID(${id}).extension.terminateBackground().then(() => 0)`,
    );
  }
}

async function setStyle(inside: Page, style: string): Promise<void> {
  const settings = { version: 1, style, sitesOff: [OFF] };
  await inside.evaluate((wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    return chrome.storage.local.set({ settings: wanted });
  }, settings);
}
