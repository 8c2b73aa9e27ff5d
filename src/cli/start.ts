/**
 * The demo: builds the extension, serves the sample site and opens a browser with both. Without a
 * display, prints what is painted, takes a picture of an open card, and ends.
 */
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askForReport } from './browser/ask.ts';
import { hasDisplay } from './browser/browsers.ts';
import { type Session, startBrowser } from './browser/drive.ts';
import { hoverOver, waitForPaint } from './browser/painted.ts';
import { type Server, serveFolder, servePage } from './browser/serve.ts';
import { buildExtension, ROOT } from './build/build-extension.ts';
import { formatTable, rowsOfPaint, rowsOfTerms } from './start/report.ts';
import { readWish, type Wish, type WishedPage } from './start/wish.ts';

/**
 * Time limit for the card to open after the pointer has come to rest, in milliseconds; then the
 * demo continues without it.
 */
const CARD_LIMIT_MS = 5_000;
/** Time for the card to fade in, in milliseconds. */
const CARD_SETTLES_MS = 500;

/** Time between two checks whether our parent process still runs, in milliseconds. */
const LOOK_UP_MS = 250;

/** The clean-up functions, called in reverse order. */
const endings: (() => Promise<void>)[] = [];
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
endWithParent(process.ppid);
try {
  await start(readWish(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd()));
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : error);
  await end(1);
}

async function start({ kind, page: wished }: Wish): Promise<void> {
  const headless = !hasDisplay();
  provide(headless ? [kind, 'korean-font?'] : [kind]);
  console.log(`Building for ${kind} …`);
  await buildExtension(kind);
  const address = await findAddress(wished);
  const session = await startBrowser(kind, { headless });
  endings.push(session.close);
  const [first] = await session.browser.pages();
  const page = first ?? (await session.browser.newPage());
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.bringToFront();
  console.log(`Opened ${address}`);
  if (headless) {
    await showInTerminal(session, page);
    return end(0);
  }
  console.log('Close the browser or press Ctrl-C to end.');
  session.browser.once('disconnected', () => end(0));
}

/** Serve the page if needed, and return its address. */
async function findAddress(page: WishedPage): Promise<string> {
  if (page.is === 'address') return page.address;
  if (page.is === 'file') {
    const { origin } = await keep(servePage(page.path));
    return `${origin}/${encodeURIComponent(basename(page.path))}`;
  }
  const { origin } = await keep(serveFolder(join(import.meta.dirname, 'sample')));
  return `${origin}/alliance.html`;
}

async function keep(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  endings.push(server.close);
  return server;
}

async function showInTerminal(session: Session, page: Page): Promise<void> {
  const painted = await waitForPaint(page);
  const report = await askForReport(session, page);
  const rows = report ? rowsOfTerms(report.terms) : rowsOfPaint(painted);
  console.log(rows.length > 0 ? `\n${formatTable(rows)}\n` : 'Nothing is painted on this page.');
  const card = painted[0] ? await openCard(page, painted[0].text) : false;
  const picture = join(ROOT, '.output', `start-${session.kind}.png`) as `${string}.png`;
  await page.screenshot({ path: picture });
  console.log(`Picture of the page ${card ? 'with a card open' : '(no card opened)'}: ${picture}`);
}

/** @returns Whether a card opened. */
async function openCard(page: Page, text: string): Promise<boolean> {
  await hoverOver(page, text);
  const host = await page
    .waitForSelector('[data-newsgloss-card]', { timeout: CARD_LIMIT_MS })
    .catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, CARD_SETTLES_MS));
  return host !== null;
}

/** Install what is missing, or exit with a message that names the command for it. */
function provide(needs: readonly string[]): void {
  const script = join(import.meta.dirname, 'set-up/provide.ts');
  const { status } = spawnSync(process.execPath, [script, ...needs], { stdio: 'inherit' });
  if (status !== 0) throw new Error('Without a browser there is no demo.');
}

/** End if the parent process ends. A signal to npm ends npm and its shell, but not us. */
function endWithParent(parent: number): void {
  setInterval(() => {
    if (process.ppid !== parent) end(0);
  }, LOOK_UP_MS).unref();
}

/** Close everything that was started, then exit, which also ends browsers still starting. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.allSettled(endings.reverse().map((close) => close()));
  process.exit(code);
}
