/** Finds the browsers that are installed on this machine, and whether they can show a window. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserKind } from '../build/build-extension.ts';

/** Paths of browsers that are not on the PATH, on macOS and Windows. */
const USUAL_PLACES: Record<BrowserKind, readonly string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Firefox Developer Edition\\firefox.exe',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Chromium first: since version 137, Chrome loads no extensions from the command line. */
const COMMANDS: Record<BrowserKind, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing'],
  firefox: ['firefox-developer-edition', 'firefox-esr', 'firefox'],
};

/**
 * Find an installed browser. The variables `NEWSGLOSS_CHROMIUM` and `NEWSGLOSS_FIREFOX` override
 * the search.
 *
 * @returns The path of its executable, or null if there is none.
 */
export function findBrowser(kind: BrowserKind): string | null {
  const chosen = process.env[`NEWSGLOSS_${kind.toUpperCase()}`];
  if (chosen) return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES[kind]].find(isExecutable) ?? null;
}

/** Whether a browser can open a window here. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
