/**
 * The browsers of this worker: one of a kind for all its files, started when it is first asked for,
 * since a start takes longer than most tests. Between two files nothing is left in them but tabs to
 * go on in. `browsers-environment.ts` ends them.
 */
import type { Page } from 'puppeteer-core';
import { type Session, startBrowser } from '../../src/cli/browser/drive.ts';
import type { BrowserKind } from '../../src/cli/build/build-extension.ts';
import { endWithWorker } from './endings.ts';
import { emptyExtension, openInside } from './inside.ts';
import { makeProfile, removeProfile } from './profile.ts';

export interface SharedBrowser {
  readonly session: Session;
  /** The tab with which it started, empty: without any it would end, as when ours close with us. */
  readonly first: Page | undefined;
  /** A page of the extension, behind the others. */
  inside: Page;
  /** Tabs that tests have left for others to go on in. */
  readonly left: Page[];
  /** Set where a test has failed in it: nobody knows in which state it is. */
  isSpoilt: boolean;
  close(): Promise<void>;
}

declare global {
  /** Global, since the environment that ends them has modules of its own. */
  var workerBrowsers: Map<BrowserKind, Promise<SharedBrowser>> | undefined;
}

/**
 * Pages share one process in Firefox, and none is started in advance: it would start one for nearly
 * every tab, and that takes longer than most tests. The extension's own process is another still.
 */
const ONE_PROCESS = { 'dom.ipc.processCount': 1, 'dom.ipc.processPrelaunch.enabled': false };

/** More tabs than a test opens at once: each takes memory. */
const MOST_LEFT = 3;

/**
 * The browser of this worker, with the extension as it is after its installation.
 *
 * @throws Error when there is no such browser on this machine.
 */
export async function borrowBrowser(kind: BrowserKind): Promise<SharedBrowser> {
  globalThis.workerBrowsers ??= new Map();
  const browsers = globalThis.workerBrowsers;
  const known = await browsers.get(kind);
  if (known) {
    if (await clear(known)) return known;
    browsers.delete(kind);
    await known.close();
  }
  const starting = start(kind);
  browsers.set(kind, starting);
  starting.catch(() => browsers.delete(kind));
  return starting;
}

async function start(kind: BrowserKind): Promise<SharedBrowser> {
  const profile = await makeProfile(kind);
  // Tests read what the extension says in English.
  const session = await startBrowser(kind, {
    profile,
    language: 'en',
    firefoxPrefs: ONE_PROCESS,
  }).catch(async (error) => {
    await removeProfile(profile);
    throw error;
  });
  endWithWorker(session.browser);
  const [first] = await session.browser.pages();
  return {
    session,
    first,
    inside: await openInside(session),
    left: [],
    isSpoilt: false,
    async close() {
      await session.close().catch(() => undefined);
      await removeProfile(profile);
    },
  };
}

/** @returns Whether it can be used again. */
async function clear(shared: SharedBrowser): Promise<boolean> {
  const { session, first, inside, left, isSpoilt } = shared;
  if (isSpoilt || !session.browser.connected) return false;
  left.length = Math.min(left.length, MOST_LEFT);
  const kept = new Set([first, inside, ...left]);
  for (const page of await session.browser.pages()) {
    if (!kept.has(page)) await page.close().catch(() => undefined);
  }
  return emptyExtension({ ...session, inside }).then(
    () => true,
    () => false,
  );
}
