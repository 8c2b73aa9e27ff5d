/** Starts a browser with the built extension in it, for the demo, tests and measurements. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Browser,
  type LaunchOptions,
  launch,
  type Page,
  type WebWorker,
} from 'puppeteer-core';
import type { BrowserKind } from '../build/build-extension.ts';
import { extensionFolder } from '../build/build-extension.ts';
import { findBrowser } from './browsers.ts';
import { evaluateInWindow } from './firefox-window.ts';
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
}

/** A running browser in which the extension is installed. */
export interface Session {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** The start of the extension's own addresses, e.g. `chrome-extension://<id>/`. */
  readonly home: string;
  /** The browser's id of the extension. */
  readonly id: string;
  /** Install the extension again: as new after `uninstall`, else as an update. */
  install(options?: Pick<DriveOptions, 'keepsWelcome'>): Promise<void>;
  uninstall(): Promise<void>;
  close(): Promise<void>;
}

/** The fields of a built manifest that are used here. */
interface Manifest {
  readonly name: string;
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: {
    readonly gecko?: { readonly id: string; readonly strict_min_version: string };
  };
}

/** No network requests of the browser itself, no questions, no GPU, little shared memory. */
const CHROMIUM_ARGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * The host name of the extension's pages in Firefox, which would otherwise be random. It is always
 * the same, since storage depends on it: in a reused profile the extension finds its storage.
 */
const FIREFOX_HOST = '5d1c2f0e-7a3b-4c64-9e58-0b6f1a92d437';

/** Time limit for Firefox to move a tab to the extension process, in ms; usually it takes 300. */
const FIREFOX_MOVE_MS = 10_000;

/** The preference in which Firefox keeps these host names by extension id. */
const FIREFOX_HOSTS = 'extensions.webextensions.uuids';

/**
 * Start a browser with the last built extension.
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
  const folder = extensionFolder(kind);
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const shared: LaunchOptions = {
    executablePath,
    headless: options.headless ?? true,
    defaultViewport: options.headless === false ? null : { width: 1280, height: 900 },
    ...(options.profile && { userDataDir: options.profile }),
    ...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
    // Our caller closes the browser. Handlers here would exit before the other clean-up is done.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  const start = kind === 'chromium' ? startChromium : startFirefox;
  const session = await start(shared, folder, manifest, options.language);
  try {
    await expectVersion(session.browser, manifest);
    const isGreeted = await isFirstStart(options.profile);
    if (isGreeted && !options.keepsWelcome) await closeWelcome(session.browser);
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}

async function startChromium(
  shared: LaunchOptions,
  folder: string,
  _manifest: Manifest,
  language?: string,
): Promise<Session> {
  const args = [...CHROMIUM_ARGS];
  if (language) args.push(`--lang=${language}`);
  if (shared.headless) args.push('--disable-gpu');
  if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium's sandbox refuses root.
  const browser = await launch({ ...shared, pipe: true, enableExtensions: true, args });
  const id = await installOrClose(browser, folder);
  return toSession('chromium', browser, folder, id, `chrome-extension://${id}/`);
}

async function startFirefox(
  shared: LaunchOptions,
  folder: string,
  manifest: Manifest,
  language?: string,
): Promise<Session> {
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${folder} was not built for Firefox: it has no gecko id.`);
  const browser = await launch({
    ...shared,
    browser: 'firefox',
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      [FIREFOX_HOSTS]: JSON.stringify({ [id]: FIREFOX_HOST }),
      'extensions.webextOptionalPermissionPrompts': false,
      ...(language && { 'intl.locale.requested': language, 'intl.accept_languages': language }),
    },
  });
  await installOrClose(browser, folder);
  return toSession('firefox', browser, folder, id, `moz-extension://${FIREFOX_HOST}/`);
}

function toSession(
  kind: BrowserKind,
  browser: Browser,
  folder: string,
  id: string,
  home: string,
): Session {
  let isThere = true;
  return {
    kind,
    browser,
    home,
    id,
    async install({ keepsWelcome = false } = {}) {
      if (kind === 'firefox' && !isThere) await giveHost(browser, id);
      await browser.installExtension(folder);
      if (!isThere && !keepsWelcome) await closeWelcome(browser);
      isThere = true;
    },
    async uninstall() {
      await browser.uninstallExtension(id);
      isThere = false;
    },
    close: () => browser.close(),
  };
}

/** Set the host name of an extension in Firefox, which forgets it when the extension is removed. */
async function giveHost(browser: Browser, id: string): Promise<void> {
  const hosts = JSON.stringify(JSON.stringify({ [id]: FIREFOX_HOST }));
  await evaluateInWindow(
    { browser },
    `Services.prefs.setStringPref(${JSON.stringify(FIREFOX_HOSTS)}, ${hosts})`,
  );
}

/** Whether the extension has never run in a profile; then it opens the welcome page. */
async function isFirstStart(profile: string | undefined): Promise<boolean> {
  if (profile === undefined) return true;
  const note = join(profile, 'newsgloss-was-here');
  if (existsSync(note)) return false;
  await writeFile(note, '');
  return true;
}

/** Close the welcome page, which is in front of all other tabs. */
async function closeWelcome(browser: Browser): Promise<void> {
  await (await findWelcome(browser)).close();
}

/** Wait for the welcome page. */
export function findWelcome(browser: Browser): Promise<Page> {
  return findTab(browser, 'the welcome page', (address) =>
    /^\w+-extension:\/\/[^/]+\/welcome\.html$/.test(address),
  );
}

/**
 * Wait for a tab with an address. In Firefox the driver does not know the addresses of an
 * extension's tabs, so each page is asked for its own.
 *
 * @param what - Name of the tab, for the error.
 */
export function findTab(
  browser: Browser,
  what: string,
  isIt: (address: string) => boolean,
): Promise<Page> {
  return until(what, async () => {
    for (const page of await browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (isIt(address)) return page;
    }
    return null;
  });
}

/** @returns The extension's id. */
async function installOrClose(browser: Browser, folder: string): Promise<string> {
  try {
    return await browser.installExtension(folder);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function expectVersion(browser: Browser, manifest: Manifest): Promise<void> {
  const version = await browser.version();
  const oldest =
    manifest.minimum_chrome_version ??
    manifest.browser_specific_settings?.gecko?.strict_min_version ??
    '0';
  const major = (text: string) => Number(/\d+/.exec(text)?.[0]);
  if (major(version) < major(oldest)) {
    throw new Error(`${version} is too old: Newsgloss needs ${oldest} or newer.`);
  }
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
  const page = await browser.newPage();
  if (kind === 'chromium') {
    await page.goto(home + path);
    return page;
  }
  // Firefox moves the tab to another process while loading: the navigation reports a detached frame
  // or never ends, the page object stops working, and the new one does not know its address.
  page.goto(home + path, { timeout: FIREFOX_MOVE_MS }).catch(() => {});
  const address = home + path;
  return findTab(browser, `${address} in Firefox`, (it) => it === address);
}
