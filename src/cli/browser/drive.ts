/** Drives a browser with the built extension in it, for the demo, tests and measurements. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, LaunchOptions, Page, WebWorker } from 'puppeteer-core';
import type { BrowserKind } from '../build/build-extension.ts';
import { extensionFolder } from '../build/build-extension.ts';
import { findBrowser } from './browsers.ts';
import { evaluateInWindow } from './firefox-window.ts';
import {
  expectVersion,
  giveHost,
  type Launched,
  type Manifest,
  startChromium,
  startFirefox,
} from './launch.ts';
import { until } from './until.ts';

export interface DriveOptions {
  /** Without a window; the default is true. */
  readonly headless?: boolean;
  /** A profile folder, to reuse its storage in a later start; by default a new one. */
  readonly profile?: string;
  /** Language of the browser, e.g. `ko`; by default that of the system. */
  readonly language?: string;
  /** Whether the welcome page, which opens on installation, stays open; by default it is closed. */
  readonly keepsWelcome?: boolean;
  /** The folder of the extension; by default that of the last build. */
  readonly folder?: string;
  /** Preferences of Firefox, by their names in `about:config`; Chromium has none such. */
  readonly firefoxPrefs?: Readonly<Record<string, boolean | number | string>>;
}

/** A running browser in which the extension is installed. */
export interface Session {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** The start of the extension's own addresses, e.g. `chrome-extension://<id>/`. */
  readonly home: string;
  /** The browser's id of the extension. */
  readonly id: string;
  /**
   * Install the extension again: as new after `uninstall`, else as an update. Chromium tells by its
   * folder which extension it is, so there an update comes from the same one.
   */
  install(options?: Pick<DriveOptions, 'keepsWelcome' | 'folder'>): Promise<void>;
  uninstall(): Promise<void>;
  close(): Promise<void>;
}

/** Time limit for Firefox to move a tab to the extension process, in ms; usually it takes 300. */
const FIREFOX_MOVE_MS = 10_000;

/** After so many ms without a tab, Firefox is asked whether it has one that the driver has lost. */
const LOST_MS = 20_000;

/**
 * Start a browser with the extension.
 *
 * @throws Error if the browser is missing or older than the manifest requires.
 */
export async function startBrowser(
  kind: BrowserKind,
  options: DriveOptions = {},
): Promise<Session> {
  const executablePath = findBrowser(kind);
  if (executablePath === null) {
    throw new Error(`There is no ${kind} here: node src/cli/setup.mjs ${kind} sees to it.`);
  }
  const folder = options.folder ?? extensionFolder(kind);
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const shared: LaunchOptions = {
    executablePath,
    headless: options.headless ?? true,
    defaultViewport: options.headless === false ? null : { width: 1280, height: 900 },
    ...(options.profile && { userDataDir: options.profile }),
    ...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
    ...(options.firefoxPrefs && { extraPrefsFirefox: options.firefoxPrefs }),
    // Our caller closes the browser. Handlers here would exit before the other clean-up is done.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  const start = kind === 'chromium' ? startChromium : startFirefox;
  const launched = await start(shared, folder, manifest, options.language);
  const session = toSession(kind, folder, launched);
  try {
    await expectVersion(session.browser, manifest);
    const isGreeted = await isFirstStart(options.profile);
    if (isGreeted && !options.keepsWelcome) await closeWelcome(session);
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}

function toSession(kind: BrowserKind, folder: string, { browser, id, home }: Launched): Session {
  let isThere = true;
  return {
    kind,
    browser,
    home,
    id,
    async install({ keepsWelcome = false, folder: from = folder } = {}) {
      if (kind === 'firefox' && !isThere) await giveHost(browser, id);
      await browser.installExtension(from);
      if (!isThere && !keepsWelcome) await closeWelcome({ browser, kind });
      isThere = true;
    },
    async uninstall() {
      await browser.uninstallExtension(id);
      isThere = false;
    },
    close: () => browser.close(),
  };
}

/** Whether the extension has never run in a profile; then it opens the welcome page. */
async function isFirstStart(profile: string | undefined): Promise<boolean> {
  if (profile === undefined) return true;
  const note = join(profile, 'newsgloss-was-here');
  if (existsSync(note)) return false;
  await writeFile(note, '');
  return true;
}

/** What is needed to look for a tab. */
type Tabs = Pick<Session, 'browser' | 'kind'>;

/** Close the welcome page, which is in front of all other tabs. */
async function closeWelcome(tabs: Tabs): Promise<void> {
  await (await findWelcome(tabs)).close();
}

/** Wait for the welcome page. */
export function findWelcome(tabs: Tabs): Promise<Page> {
  return findTab(tabs, 'the welcome page', (address) =>
    /^\w+-extension:\/\/[^/]+\/welcome\.html$/.test(address),
  );
}

/**
 * Wait for a tab with an address. In Firefox the driver does not know the addresses of an
 * extension's tabs, so each page is asked for its own, the newest first; and now and then the driver
 * has lost such a tab while Firefox moved it to the process of extensions (seen in 153, on a busy
 * machine), so it is opened again.
 *
 * @param what - Name of the tab, for the error.
 * @param others - Tabs that were there before it, which are not asked: asking takes a while.
 */
export async function findTab(
  tabs: Tabs,
  what: string,
  isIt: (address: string) => boolean,
  others: ReadonlySet<Page> = new Set(),
): Promise<Page> {
  const find = async () => {
    for (const page of (await tabs.browser.pages()).reverse()) {
      if (others.has(page)) continue;
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (isIt(address)) return page;
    }
    return null;
  };
  if (tabs.kind === 'chromium') return until(what, find);
  const found = await until(what, find, LOST_MS).catch(() => null);
  if (found) return found;
  await reopenLost(tabs.browser, isIt);
  return until(what, find);
}

/** Open a tab of an extension anew that Firefox has, in its first window, in place of it. */
async function reopenLost(browser: Browser, isIt: (address: string) => boolean): Promise<void> {
  const listed = await evaluateInWindow(
    { browser },
    'JSON.stringify(gBrowser.browsers.map(({ currentURI }) => currentURI.spec))',
  );
  const addresses: string[] = JSON.parse(String(listed));
  const at = addresses.findIndex((it) => it.startsWith('moz-extension:') && isIt(it));
  const address = addresses[at];
  if (address === undefined) return;
  const page = await browser.newPage();
  page.goto(address, { timeout: FIREFOX_MOVE_MS }).catch(() => {});
  await evaluateInWindow({ browser }, `gBrowser.removeTab(gBrowser.tabs[${at}])`);
}

/** The extension's background worker in Chromium, started if it is not running. */
export async function findWorker({ browser, home }: Session): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (it) => it.type() === 'service_worker' && it.url().startsWith(home),
  );
  const worker = await target.worker();
  if (worker === null) throw new Error('The background has just gone to sleep.');
  return worker;
}

/**
 * Open one of the extension's own pages in a tab.
 *
 * @param path - Without a leading slash, e.g. `popup.html?tab=3`.
 */
export async function openOwnPage(session: Session, path: string): Promise<Page> {
  const { browser, home, kind } = session;
  const others = new Set(await browser.pages());
  const page = await browser.newPage();
  if (kind === 'chromium') {
    await page.goto(home + path);
    return page;
  }
  // Firefox moves the tab to another process while loading: the navigation reports a detached frame
  // or never ends, the page object stops working, and the new one does not know its address.
  page.goto(home + path, { timeout: FIREFOX_MOVE_MS }).catch(() => {});
  const address = home + path;
  return findTab(session, `${address} in Firefox`, (it) => it === address, others);
}
