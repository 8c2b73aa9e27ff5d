/** What all measurements share: a server, browsers, terms, the extension with a full library. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { indexGlossaries } from '../../core/library/library-index.ts';
import { findBrowser } from '../browser/browsers.ts';
import type { Session } from '../browser/drive.ts';
import { startBrowser } from '../browser/drive.ts';
import type { BrowserKind } from '../build/build-extension.ts';
import { buildExtension, ROOT, runTool } from '../build/build-extension.ts';
import { type BenchServer, serveBench } from './bench-server.ts';
import { fillLibrary } from './full-library.ts';
import { listNames, makeGlossaries, TERMS_ON_PAGES } from './terms.ts';

export interface Bench {
  /** Fewer runs and fewer pages. */
  readonly quick: boolean;
  readonly server: BenchServer;
  /** The names that occur on the pages. */
  readonly names: readonly string[];
  /** Read what pages tell at `/read/<terms>`, by a library of that many terms. */
  index(terms: number): void;
  /**
   * Open an address in a fresh page and evaluate an expression there.
   *
   * @param prepare - Runs on the page first.
   */
  measure<T>(
    kind: BrowserKind,
    address: string,
    expression: string,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<T>;
  /** A browser without the extension. */
  browser(kind: BrowserKind): Promise<Browser>;
  /** Chromium with the built extension, whose library holds 100,000 terms. */
  extension(): Promise<Session>;
  close(): Promise<void>;
}

/** The terms of the full library, far more than any reader will have. */
export const MANY_TERMS = 100_000;

/** Time limit of one measurement, in milliseconds: mark.js needs 20 s on the largest page. */
const LIMIT_MS = 120_000;

const SCRIPT = '.output/bench/in-page.js';

export async function createBench(quick: boolean): Promise<Bench> {
  await runTool('node_modules/vite/bin/vite.js', ['build', '-c', 'tests/bench/vite.config.ts']);
  const server = await serveBench();
  const script = await readFile(join(ROOT, SCRIPT), 'utf8');
  server.put('/in-page.js', script, 'text/javascript; charset=utf-8');
  const indexed = new Set<number>();
  const browsers = new Map<BrowserKind, Promise<Browser>>();
  let session: Promise<Session> | undefined;

  function browser(kind: BrowserKind): Promise<Browser> {
    const open = browsers.get(kind) ?? launchPlain(kind);
    browsers.set(kind, open);
    return open;
  }

  return {
    quick,
    server,
    names: listNames(makeGlossaries(TERMS_ON_PAGES)),
    index(terms) {
      if (indexed.has(terms)) return;
      indexed.add(terms);
      server.addIndex(String(terms), indexGlossaries(makeGlossaries(terms)));
    },
    async measure<T>(
      kind: BrowserKind,
      address: string,
      expression: string,
      prepare?: (page: Page) => Promise<unknown>,
    ): Promise<T> {
      const context = await (await browser(kind)).createBrowserContext();
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(LIMIT_MS);
        // Firefox draws no frames of a page in a background tab.
        await page.bringToFront();
        await page.goto(address, { waitUntil: 'load' });
        await prepare?.(page);
        await page.evaluate((path) => import(path), '/in-page.js');
        return (await page.evaluate(expression)) as T;
      } finally {
        await context.close();
      }
    },
    browser,
    extension() {
      session ??= startFull(server);
      return session;
    },
    async close() {
      const open = await Promise.allSettled([...browsers.values(), session]);
      for (const each of open) if (each.status === 'fulfilled') await each.value?.close();
      await server.close();
    },
  };
}

async function launchPlain(kind: BrowserKind): Promise<Browser> {
  const executablePath = findBrowser(kind);
  if (executablePath === null) throw new Error(`There is no ${kind} here.`);
  return launch({
    browser: kind === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    args: kind === 'chromium' ? ['--no-sandbox', '--disable-gpu', '--no-first-run'] : [],
    // Otherwise Firefox rounds its clock to 1 ms.
    extraPrefsFirefox: { 'privacy.reduceTimerPrecision': false },
    defaultViewport: { width: 1280, height: 900 },
    protocolTimeout: LIMIT_MS,
  });
}

async function startFull(server: BenchServer): Promise<Session> {
  await buildExtension('chromium');
  const session = await startBrowser('chromium');
  try {
    await fillLibrary(session, server, MANY_TERMS);
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}

/** @returns The median; the lower of the two middle values if their number is even. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}
