/** Starts Chromium and Firefox, each in its own way, and installs the extension. */
import { type Browser, type LaunchOptions, launch } from 'puppeteer-core';
import { evaluateInWindow } from './firefox-window.ts';

/** The fields of a built manifest that are used here. */
export interface Manifest {
  readonly name: string;
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: {
    readonly gecko?: { readonly id: string; readonly strict_min_version: string };
  };
}

/** A browser that has just been started, with the extension in it. */
export interface Launched {
  readonly browser: Browser;
  /** The browser's id of the extension. */
  readonly id: string;
  /** The start of the extension's own addresses. */
  readonly home: string;
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

/** The preference in which Firefox keeps these host names by extension id. */
const FIREFOX_HOSTS = 'extensions.webextensions.uuids';

export async function startChromium(
  shared: LaunchOptions,
  folder: string,
  _manifest: Manifest,
  language?: string,
): Promise<Launched> {
  const args = [...CHROMIUM_ARGS];
  if (language) args.push(`--lang=${language}`);
  if (shared.headless) args.push('--disable-gpu');
  if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium's sandbox refuses root.
  const browser = await launch({ ...shared, pipe: true, enableExtensions: true, args });
  const id = await installOrClose(browser, folder);
  return { browser, id, home: `chrome-extension://${id}/` };
}

export async function startFirefox(
  shared: LaunchOptions,
  folder: string,
  manifest: Manifest,
  language?: string,
): Promise<Launched> {
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${folder} was not built for Firefox: it has no gecko id.`);
  const browser = await launch({
    ...shared,
    browser: 'firefox',
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      [FIREFOX_HOSTS]: JSON.stringify({ [id]: FIREFOX_HOST }),
      'extensions.webextOptionalPermissionPrompts': false,
      ...shared.extraPrefsFirefox,
      ...(language && { 'intl.locale.requested': language, 'intl.accept_languages': language }),
    },
  });
  await installOrClose(browser, folder);
  return { browser, id, home: `moz-extension://${FIREFOX_HOST}/` };
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

/** Set the host name of an extension in Firefox, which forgets it when the extension is removed. */
export async function giveHost(browser: Browser, id: string): Promise<void> {
  const hosts = JSON.stringify(JSON.stringify({ [id]: FIREFOX_HOST }));
  await evaluateInWindow(
    { browser },
    `Services.prefs.setStringPref(${JSON.stringify(FIREFOX_HOSTS)}, ${hosts})`,
  );
}

/** @throws Error if the browser is older than the manifest requires. */
export async function expectVersion(browser: Browser, manifest: Manifest): Promise<void> {
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
