/** A browser with the built extension, and a web site that a test fills with pages as it goes. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { type DriveOptions, type Session, startBrowser } from '../../src/cli/browser/drive.ts';
import { type Answer, type Server, serve } from '../../src/cli/browser/serve.ts';
import type { BrowserKind } from '../../src/cli/build/build-extension.ts';
import { endWithWorker } from './endings.ts';
import { keepTraces } from './failed.ts';
import { emptyExtension, openInside } from './inside.ts';
import { makeProfile, removeProfile } from './profile.ts';
import { borrowBrowser, type SharedBrowser } from './worker-browsers.ts';

/** For `describe.each`: every end-to-end test runs in both. */
export const BROWSERS: readonly BrowserKind[] = ['chromium', 'firefox'];

export interface Harness extends Session {
  /** `http://127.0.0.1:<port>`; the same pages stand under `http://localhost:<port>`, another site. */
  readonly origin: string;
  /** `http://localhost:<port>`: the same pages, as those of another site. */
  readonly otherOrigin: string;
  /** The paths that were asked for, in order. */
  readonly requests: readonly string[];
  /** Put a page (HTML, or an answer with headers) at a path of the site; its address comes back. */
  put(path: string, page: string | Answer): string;
  /** A tab that was left, or a new one, in front. */
  tab(): Promise<Page>;
  /** Open an address, or HTML at an address of its own, in a tab in front. */
  visit(addressOrHtml: string): Promise<Page>;
  /**
   * Be done with a tab, for another test to go on in it: a new one takes longer than most tests. A
   * tab that was changed itself (its size, say), went back in its history or has a huge page, which
   * is kept behind the next one, is to be closed.
   */
  leave(page: Page): void;
}

/**
 * What the tests of a `describe` share. `install` opens `inside` again, in front; what a test has
 * removed is installed again when it ends.
 */
export interface SharedHarness extends Harness {
  /** A page of the extension, which is as after its installation when a test begins. */
  readonly inside: Page;
  /** Open `inside` again, when the extension itself has closed its pages. */
  reopenInside(): Promise<void>;
}

/**
 * In a `describe`: the browser that this worker has, and a site of its own. What is returned is
 * filled before the first test. The end of a browser, and what must be there at its start, need one
 * of their own: `launch`.
 */
export function useHarness(kind: BrowserKind): SharedHarness {
  const shared = {} as SharedHarness;
  let browser: SharedBrowser | undefined;
  let closeSite: (() => Promise<void>) | undefined;
  let isRemoved = false;
  let before = new Set<Page>();
  const reopenInside = async () => {
    const inside = await openInside(shared);
    if (browser) browser.inside = inside;
    Object.assign(shared, { inside });
  };
  beforeAll(async () => {
    browser = await borrowBrowser(kind);
    const { session, inside, left } = browser;
    const { site, server } = await openSite(session, left);
    closeSite = server.close;
    Object.assign(shared, site, {
      inside,
      reopenInside,
      async install(options) {
        await session.install(options);
        isRemoved = false;
        await reopenInside();
      },
      async uninstall() {
        await session.uninstall();
        isRemoved = true;
      },
      close: server.close,
    } satisfies Partial<SharedHarness>);
  });
  beforeEach(async () => {
    before = new Set(await shared.browser.pages());
    await emptyExtension(shared);
  });
  afterEach(async ({ task }) => {
    if (browser && task.result?.state === 'fail') {
      browser.isSpoilt = true;
      await keepTraces(shared.browser, task);
      // The next test could take them for its own.
      for (const page of await shared.browser.pages()) {
        if (!before.has(page) && page !== shared.inside) await page.close().catch(() => undefined);
      }
    }
    if (isRemoved) await shared.install();
  });
  afterAll(() => closeSite?.());
  return shared;
}

/** Start both; `close()` ends them, and the profile with them unless it was given. */
export async function launch(kind: BrowserKind, options: DriveOptions = {}): Promise<Harness> {
  const profile = options.profile ?? (await makeProfile(kind));
  const end = () => (options.profile ? undefined : removeProfile(profile));
  const session = await startBrowser(kind, { language: 'en', ...options, profile }).catch(
    async (error) => {
      await end();
      throw error;
    },
  );
  endWithWorker(session.browser);
  const { site, server } = await openSite(session, []);
  return {
    ...site,
    async close() {
      // Some tests have killed it.
      if (session.browser.connected) await session.close();
      await server.close();
      await end();
    },
  };
}

/** In a test: `launch`, with its end when the test ends, whichever way. */
export async function launchForTest(kind: BrowserKind, options?: DriveOptions): Promise<Harness> {
  const harness = await launch(kind, options);
  onTestFinished(async ({ task }) => {
    const { connected } = harness.browser;
    if (connected && task.result?.state === 'fail') await keepTraces(harness.browser, task);
    await harness.close();
  });
  return harness;
}

/** @param left - Tabs that were left. */
async function openSite(
  session: Session,
  left: Page[],
): Promise<{ site: Harness; server: Server }> {
  const pages = new Map<string, Answer>();
  const requests: string[] = [];
  const server = await serve(async (path) => {
    requests.push(path);
    return pages.get(path) ?? null;
  });
  const put = (path: string, page: string | Answer) => {
    pages.set(path, typeof page === 'string' ? { body: page } : page);
    return server.origin + path;
  };
  const tab = async () => {
    let page = left.pop();
    // A test that failed has closed the tabs that it left.
    while (page?.isClosed()) page = left.pop();
    if (!page) return session.browser.newPage(); // It comes in front.
    // The pointer would rest on what the next page has there; only in front does it move at once.
    await page.bringToFront();
    await page.mouse.move(0, 0);
    return page;
  };
  const site: Harness = {
    ...session,
    origin: server.origin,
    otherOrigin: server.origin.replace('127.0.0.1', 'localhost'),
    requests,
    put,
    tab,
    async visit(what) {
      const address = /^https?:\/\//.test(what) ? what : put(`/news/${pages.size + 1}`, what);
      const page = await tab();
      await page.goto(address);
      return page;
    },
    leave(page) {
      left.push(page);
    },
  };
  return { site, server };
}
