/** A browser with the built extension, and a web site that a test fills with pages as it goes. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import { type DriveOptions, type Session, startBrowser } from '../../src/cli/drive.ts';
import { type Answer, serve } from '../../src/cli/serve.ts';
import { clearStorage, openInside } from './inside.ts';
import { makeProfile, removeProfile } from './profile.ts';

/** For `describe.each`: every end-to-end test runs in both. */
export const BROWSERS: readonly BrowserKind[] = ['chromium', 'firefox'];

export interface Harness extends Session {
  /** `http://127.0.0.1:<port>`; the same pages stand under `http://localhost:<port>`, another site. */
  readonly origin: string;
  /** The paths that were asked for, in order. */
  readonly requests: readonly string[];
  /** Put a page (HTML, or an answer with headers) at a path of the site; its address comes back. */
  put(path: string, page: string | Answer): string;
  /** A tab that was left, or a new one. */
  tab(): Promise<Page>;
  /** Open an address, or HTML at an address of its own, in a tab in front. */
  visit(addressOrHtml: string): Promise<Page>;
  /**
   * Be done with a tab, for another test to go on in it: a new one takes longer than most tests. A
   * tab that was changed itself (its size, say) or went back in its history is to be closed.
   */
  leave(page: Page): void;
}

/** What the tests of a `describe` share. */
export interface SharedHarness extends Harness {
  /** A page of the extension; its storage is empty when a test begins. */
  readonly inside: Page;
  /** Open `inside` again, which an update of the extension has closed. */
  reopenInside(): Promise<void>;
}

/** In a `describe`: one browser for all its tests. What is returned is filled before the first. */
export function useHarness(kind: BrowserKind): SharedHarness {
  const shared = {} as SharedHarness;
  const reopenInside = async () => {
    Object.assign(shared, { inside: await openInside(shared) });
  };
  beforeAll(async () => {
    Object.assign(shared, await launch(kind), { reopenInside });
    await reopenInside();
  });
  beforeEach(() => clearStorage(shared.inside));
  afterAll(() => shared.close?.());
  return shared;
}

/** Start both; `close()` ends them, and the profile with them unless it was given. */
export async function launch(kind: BrowserKind, options: DriveOptions = {}): Promise<Harness> {
  const profile = options.profile ?? (await makeProfile(kind));
  const end = () => (options.profile ? undefined : removeProfile(profile));
  const pages = new Map<string, Answer>();
  const requests: string[] = [];
  const left: Page[] = [];
  const server = await serve(async (path) => {
    requests.push(path);
    return pages.get(path) ?? null;
  });
  const session = await startBrowser(kind, { ...options, profile }).catch(async (error) => {
    await server.close();
    await end();
    throw error;
  });
  const put = (path: string, page: string | Answer) => {
    pages.set(path, typeof page === 'string' ? { body: page } : page);
    return server.origin + path;
  };
  const tab = async () => {
    const page = left.pop();
    if (!page) return session.browser.newPage();
    // The pointer would rest on what the next page has there; only in front does it move at once.
    await page.bringToFront();
    await page.mouse.move(0, 0);
    return page;
  };
  return {
    ...session,
    origin: server.origin,
    requests,
    put,
    tab,
    async visit(what) {
      const address = /^https?:\/\//.test(what) ? what : put(`/news/${pages.size + 1}`, what);
      const page = await tab();
      await page.goto(address);
      await page.bringToFront();
      return page;
    },
    leave(page) {
      left.push(page);
    },
    async close() {
      await session.close();
      await server.close();
      await end();
    },
  };
}
