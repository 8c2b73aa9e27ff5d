/** Looks into the running extension: its storage, its toolbar button, its background. */
import type { Page } from 'puppeteer-core';
import { findWorker, openOwnPage, type Session } from '../../src/cli/drive.ts';
import { evaluateInWindow } from '../../src/cli/firefox-window.ts';

/** The part of the extension's world that tests ask for; Firefox has it under this name too. */
interface Inside {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      clear(): Promise<void>;
    };
  };
  readonly action: { getBadgeText(details: { tabId: number }): Promise<string> };
  readonly tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
}

declare const chrome: Inside;

/** Opens a page of the extension in a tab behind the others; close it when done. */
export function openInside(session: Session): Promise<Page> {
  return openOwnPage(session, 'popup.html?inside'); // Another address than the popup's.
}

export async function readStored(inside: Page, key: string): Promise<unknown> {
  return inside.evaluate(async (name) => (await chrome.storage.local.get(name))[name] ?? null, key);
}

export async function store(inside: Page, items: Record<string, unknown>): Promise<void> {
  await inside.evaluate((all) => chrome.storage.local.set(all), items);
}

export async function clearStorage(inside: Page): Promise<void> {
  await inside.evaluate(() => chrome.storage.local.clear());
}

/** What the toolbar button says on the tab that shows an address. */
export function badgeOf(inside: Page, address: string): Promise<string> {
  return inside.evaluate(async (url) => {
    // A pattern for `query` knows no ports in Firefox.
    const tab = (await chrome.tabs.query({})).find((it) => it.url === url);
    return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : 'no such tab';
  }, address);
}

/** Keep the background from answering for so many milliseconds; resolves when it is free again. */
export async function holdBackground(session: Session & { inside: Page }, ms: number) {
  // In Firefox the extension's pages share the background's thread.
  const there = session.kind === 'chromium' ? await findWorker(session) : session.inside;
  await there.evaluate((time: number) => {
    for (const start = Date.now(); Date.now() - start < time; );
  }, ms);
}

/** Stop the background, as the browser does when it has been idle. */
export async function stopBackground(session: Session): Promise<void> {
  if (session.kind === 'chromium') {
    const worker = await findWorker(session);
    const isIt = (url: string) => url.startsWith(session.home);
    await worker.close();
    for (const start = Date.now(); Date.now() - start < LIMIT_MS; await pause()) {
      const targets = session.browser.targets();
      if (!targets.some((it) => it.type() === 'service_worker' && isIt(it.url()))) return;
    }
    throw new Error('The background does not stop.');
  }
  const stop = `(async () => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(session.id)});
    await extension.terminateBackground();
    return extension.backgroundState;
  })()`;
  // A message that is on its way wakes it at once.
  for (const start = Date.now(); Date.now() - start < LIMIT_MS; await pause()) {
    if ((await evaluateInFirefox(session, stop)) === 'stopped') return;
  }
  throw new Error('The background does not stop.');
}

const POLL_MS = 50;
const LIMIT_MS = 10_000;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** Run a script in Firefox's own window; its result is a string. */
export async function evaluateInFirefox(session: Session, expression: string): Promise<string> {
  return String((await evaluateInWindow(session, expression)) ?? '');
}
