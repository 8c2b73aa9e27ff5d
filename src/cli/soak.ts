/**
 * The soak: `npm run soak [-- minutes] [--browser firefox] [--kills 100]`. Navigates and changes pages
 * without end, kills the background at random moments, and says what is left behind: heap slope,
 * nodes, those detached, listeners, errors. Ends with 1 when a page did not say its own or anything
 * was thrown.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { openOwnPage, type Session, startBrowser } from './drive.ts';
import { evaluateInWindow } from './firefox-window.ts';
import { hoverOver, readPainted } from './painted.ts';
import { serve } from './serve.ts';
import { measure, type Sample, slopeOf } from './soak/measure.ts';
import { makePage, mutate, REST } from './soak/pages.ts';

/** Navigations between two looks at what is there. */
const LOOK_EVERY = 25;
/** Changes of each page. */
const CHANGES = 200;
/** What is kept on purpose fills up first, and code is compiled: so many looks do not count. */
const WARM_UP_LOOKS = 2;

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
  const stays = await openWatched(session, '/page/0');
  const moves = await openWatched(session, '/rest');
  const rested: Sample[] = [];
  const stayed: Sample[] = [];
  const counts = { navigations: 0, changes: 0, cards: 0, kills: 0, missed: 0 };
  const start = Date.now();
  const share = () => (Date.now() - start) / (minutes * 60_000);
  while (share() < 1) {
    const number = ++counts.navigations;
    await moves.goto(`${server.origin}/page/${number}`);
    const killing = counts.kills < wantedKills * share() && killSoon(session);
    if (killing) counts.kills++;
    for (const page of [moves, stays]) {
      // A page in the background draws no frames, and `mutate` waits for them.
      await page.bringToFront();
      const wrong = await page.evaluate(mutate, CHANGES, number * 1_000);
      errors.push(...wrong.map((text) => `A page says “${text}”.`));
      counts.changes += CHANGES;
    }
    await killing;
    if (number % 10 === 0) counts[(await showCard(moves)) ? 'cards' : 'missed']++;
    if (number % 20 === 0) await setStyle(inside, number % 40 === 0 ? 'marker' : 'dotted');
    if (number % LOOK_EVERY > 0) continue;
    await moves.goto(`${server.origin}/rest`);
    rested.push(await measure(session, moves, number));
    stayed.push(await measure(session, stays, number));
    console.log(
      `${Math.round(share() * minutes * 60)} s: ${number} navigations, ${counts.kills} kills`,
    );
  }
  const shown = await showCard(await reload(stays));
  if (!shown) errors.push('At the end no card opened.');
  print(counts, { 'page left': rested, 'page that stays': stayed });
}

function print(
  counts: Readonly<Record<string, number>>,
  looks: Readonly<Record<string, Sample[]>>,
) {
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
  for (const [name, all] of Object.entries(looks)) {
    const samples = all.slice(WARM_UP_LOOKS);
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

async function openWatched({ browser }: Session, path: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(server.origin + path);
  return page;
}

async function reload(page: Page): Promise<Page> {
  await page.goto(page.url().replace(/#.*/, '?again'));
  return page;
}

/** Whether a card opens on the first mention. Its closed root hides what it says even from here. */
async function showCard(page: Page): Promise<boolean> {
  await page.bringToFront();
  const isThere = () => page.evaluate(() => document.querySelector('news-gloss-card') !== null);
  if (!(await waitUntil(async () => (await readPainted(page)).length > 0))) return false;
  await hoverOver(page, 'EDSCG').catch(() => undefined);
  const came = await waitUntil(isThere);
  await page.keyboard.press('Escape');
  return came;
}

/** A killed background answers anew within two seconds. */
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
  await inside.evaluate((wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    return chrome.storage.local.set({ settings: { version: 1, style: wanted } });
  }, style);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
