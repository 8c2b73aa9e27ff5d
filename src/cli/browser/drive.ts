/** Starts a real browser with the built extension in it, for the demo, tests and measurements. */
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
  /** Without a window; true unless said. */
  readonly headless?: boolean;
  /** A profile to keep, so that a later start finds its storage; a fresh one unless said. */
  readonly profile?: string;
  /** Language of the browser, e.g. `ko`; the system's own unless said. */
  readonly language?: string;
  /** Leave the welcome page, which opens on installation, in front; it is put away unless said. */
  readonly keepsWelcome?: boolean;
}

/** A running browser in which the extension is installed. */
export interface Session {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Begins each address of the extension's own pages, e.g. `chrome-extension://<id>/`. */
  readonly home: string;
  /** What the browser calls the extension. */
  readonly id: string;
  /** Install it again: anew after `uninstall`, else as an update of the one that is there. */
  install(options?: Pick<DriveOptions, 'keepsWelcome'>): Promise<void>;
  uninstall(): Promise<void>;
  close(): Promise<void>;
}

/** What we read of a built manifest. */
interface Manifest {
  readonly name: string;
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: {
    readonly gecko?: { readonly id: string; readonly strict_min_version: string };
  };
}

/** Nothing that calls home, asks questions or needs a graphics card or much shared memory. */
const CHROMIUM_ARGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Firefox draws the host name of an extension's pages at random; given beforehand, we know it. Always
 * the same, since storage goes by it: a profile that is kept finds its own again.
 */
const FIREFOX_HOST = '5d1c2f0e-7a3b-4c64-9e58-0b6f1a92d437';

/** How long Firefox may take to move a tab to the process of extensions, in ms; 0.3 s is usual. */
const FIREFOX_MOVE_MS = 10_000;

/** The preference in which Firefox keeps those names, by the ids of extensions. */
const FIREFOX_HOSTS = 'extensions.webextensions.uuids';

/**
 * Start a browser with the extension that was built last.
 *
 * @throws Error when there is no such browser, or when it is older than the manifest asks.
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
    // Who starts a browser ends it: a handler here would leave before the others have cleaned up.
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

/** Give an extension its host name in Firefox, which forgets it when the extension is removed. */
async function giveHost(browser: Browser, id: string): Promise<void> {
  const hosts = JSON.stringify(JSON.stringify({ [id]: FIREFOX_HOST }));
  await evaluateInWindow(
    { browser },
    `Services.prefs.setStringPref(${JSON.stringify(FIREFOX_HOSTS)}, ${hosts})`,
  );
}

/** Whether the extension has never run in a profile: it greets a reader once. */
async function isFirstStart(profile: string | undefined): Promise<boolean> {
  if (profile === undefined) return true;
  const note = join(profile, 'newsgloss-was-here');
  if (existsSync(note)) return false;
  await writeFile(note, '');
  return true;
}

/** Put the welcome page away, which stands in front of all other tabs. */
async function closeWelcome(browser: Browser): Promise<void> {
  await (await findWelcome(browser)).close();
}

/** The welcome page, waited for. */
export function findWelcome(browser: Browser): Promise<Page> {
  return findTab(browser, 'the welcome page', (address) =>
    /^\w+-extension:\/\/[^/]+\/welcome\.html$/.test(address),
  );
}

/**
 * A tab by its address, waited for. In Firefox an extension's own tab does not know its address from
 * outside, so each is asked for it.
 *
 * @param what - Its name, for the error.
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

/** The extension's background in Chromium, woken if it sleeps. */
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
 * @param path - Without a slash before it, e.g. `popup.html?tab=3`.
 */
export async function openOwnPage(session: Session, path: string): Promise<Page> {
  const { browser, home, kind } = session;
  const page = await browser.newPage();
  if (kind === 'chromium') {
    await page.goto(home + path);
    return page;
  }
  // Firefox moves the tab to another process on the way: the navigation reports a detached frame
  // or never ends, the page object is dead, and the new one does not know its address.
  page.goto(home + path, { timeout: FIREFOX_MOVE_MS }).catch(() => {});
  const address = home + path;
  return findTab(browser, `${address} in Firefox`, (it) => it === address);
}
