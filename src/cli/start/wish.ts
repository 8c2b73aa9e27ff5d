/** Reads the command line of the demo. */
import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../build/build-extension.ts';

const USAGE = `Usage:
  npm start                              the sample site in Chromium
  npm start -- --browser firefox         the same in Firefox
  npm start -- <address or HTML file>    another page, e.g. https://news.example/ or page.html`;

export interface Wish {
  readonly kind: BrowserKind;
  readonly page: WishedPage;
}

export type WishedPage =
  | { readonly is: 'sample' }
  | { readonly is: 'address'; readonly address: string }
  /** `path` is absolute. */
  | { readonly is: 'file'; readonly path: string };

/**
 * Read the arguments.
 *
 * @param args - Without the program and the script.
 * @param folder - Base of relative paths. npm stores the caller's folder in `INIT_CWD`.
 * @throws Error that says what is wrong and ends with the usage.
 */
export function readWish(args: readonly string[], folder: string): Wish {
  const { values, positionals } = readArgs(args);
  const kind = values.browser;
  if (kind !== 'chromium' && kind !== 'firefox') {
    throw refuse(`There is no browser “${kind}” here, but chromium and firefox.`);
  }
  if (positionals.length > 1) throw refuse(`One page at a time, not ${positionals.length}.`);
  const [what] = positionals;
  return { kind, page: what === undefined ? { is: 'sample' } : readPage(what, folder) };
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { browser: { type: 'string', default: 'chromium' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
}

function readPage(what: string, folder: string): WishedPage {
  if (/^https?:\/\//i.test(what) && URL.canParse(what)) {
    return { is: 'address', address: new URL(what).href };
  }
  const path = resolve(folder, what);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw refuse(`“${what}” is no file, nor an address that begins with http:// or https://.`);
  }
  if (!/^\.html?$/i.test(extname(path))) throw refuse(`“${what}” is not an HTML file.`);
  return { is: 'file', path };
}

function refuse(message: string): Error {
  return new Error(`${message}\n\n${USAGE}`);
}
