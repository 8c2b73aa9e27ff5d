/** Looks into the running extension: its storage, its toolbar button, its background. */
import type { Page } from 'puppeteer-core';
import { findWorker, openOwnPage, type Session } from '../../src/cli/browser/drive.ts';
import { evaluateInWindow } from '../../src/cli/browser/firefox-window.ts';
import { until } from '../../src/cli/browser/until.ts';

/** The part of the extension's world that tests ask for; Firefox has it under this name too. */
interface Inside {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      clear(): Promise<void>;
    };
    readonly sync: { get(): Promise<Record<string, unknown>>; clear(): Promise<void> };
    readonly session: {
      get(key: string): Promise<Record<string, unknown>>;
      clear(): Promise<void>;
    };
  };
  readonly runtime: {
    getManifest(): { readonly version: string };
    sendMessage(message: unknown): Promise<unknown>;
  };
  readonly action: { getBadgeText(details: { tabId: number }): Promise<string> };
  readonly tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
}

declare const chrome: Inside;

/** Opens a page of the extension in a tab behind the others; close it when done. */
export async function openInside(session: Session): Promise<Page> {
  const inside = await openOwnPage(session, 'popup.html?inside'); // Another address than the popup's.
  // Drawn, it has asked which tab is in front: had it asked later, it would watch a tab of a test, and
  // have all of us brought in there.
  const isDrawn = () => inside.evaluate(() => document.body?.firstElementChild !== null);
  await until('a page of the extension that is drawn', isDrawn);
  return inside;
}

export async function readStored(inside: Page, key: string): Promise<unknown> {
  return inside.evaluate(async (name) => (await chrome.storage.local.get(name))[name] ?? null, key);
}

/** What the browser keeps for this session alone. */
export async function readInSession(inside: Page, key: string): Promise<unknown> {
  return inside.evaluate(
    async (name) => (await chrome.storage.session.get(name))[name] ?? null,
    key,
  );
}

export async function store(inside: Page, items: Record<string, unknown>): Promise<void> {
  await inside.evaluate((all) => chrome.storage.local.set(all), items);
}

export async function clearStorage(inside: Page): Promise<void> {
  await inside.evaluate(() => chrome.storage.local.clear());
}

/**
 * Make the extension what it is after its installation: nothing stored, and a background that
 * remembers nothing. Where no test has touched the library, emptying its storage does. The index of
 * what comes along is put back: to make it anew takes longer than most tests.
 */
export async function emptyExtension(session: Session & { inside: Page }): Promise<void> {
  const { inside } = session;
  const isTouched = await inside.evaluate(`(async () => {
    await (${awaitWriters})();
    if (await (${isLibraryTouched})()) return true;
    await (${emptyStorage})();
    await (${keepIndex})();
    return false;
  })()`);
  if (isTouched) {
    await inside.evaluate(emptyDatabases);
    await inside.evaluate(emptyStorage);
    await stopBackground(session);
    await inside.evaluate(async () => {
      await chrome.storage.session.clear();
      // What opens the popup or gives commands finds it awake, as at any reader’s.
      await chrome.runtime.sendMessage({ name: 'wake', args: [] }).catch(() => undefined);
    });
  }
}

/** Sent as text: what is still being stored would be there again after the emptying. */
async function awaitWriters(): Promise<void> {
  for (const name of ['newsgloss-sync', 'newsgloss-subscriptions', 'newsgloss-settings']) {
    await navigator.locks.request(name, () => undefined);
  }
}

/** Sent as text. It has met its reader, so that an update opens no welcome page. */
async function emptyStorage(): Promise<void> {
  // Browsers count what is written to sync, and allow two writes a second.
  const synced = Object.keys(await chrome.storage.sync.get());
  if (synced.length > 0) await chrome.storage.sync.clear();
  await chrome.storage.local.clear();
  await chrome.storage.local.set({ 'news-seen': chrome.runtime.getManifest().version });
}

/** Sent as text: whether a glossary or a review was stored. */
async function isLibraryTouched(): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name ?? ''));
    // The index is made of what comes along, too: it tells of nothing that a test has stored.
    const stores = [...database.objectStoreNames].filter((name) => name !== 'index');
    const counts = await Promise.all(
      stores.map((it) => done(database.transaction(it).objectStore(it).count())),
    );
    database.close();
    if (counts.some((count) => count > 0)) return true;
  }
  return false;
}

/** What the store `index` holds while nothing else is stored; it names what it was made of. */
declare global {
  var keptIndex: readonly (readonly [key: IDBValidKey, value: unknown])[] | undefined;
}

/** Sent as text: remember the index of what comes along, once there is one. */
async function keepIndex(): Promise<void> {
  if (globalThis.keptIndex) return;
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === 'newsgloss')) return;
  const database = await done(indexedDB.open('newsgloss'));
  const index = database.transaction('index').objectStore('index');
  const [keys, values] = await Promise.all([done(index.getAllKeys()), done(index.getAll())]);
  database.close();
  if (keys.includes('head')) globalThis.keptIndex = keys.map((key, i) => [key, values[i]]);
}

/** Sent as text: delete all databases, but for an index that is remembered. */
async function emptyDatabases(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { keptIndex } = globalThis;
  for (const { name } of await indexedDB.databases()) {
    if (name !== 'newsgloss' || !keptIndex) {
      await done(indexedDB.deleteDatabase(name ?? ''));
      continue;
    }
    const database = await done(indexedDB.open(name));
    const change = database.transaction([...database.objectStoreNames], 'readwrite');
    for (const store of change.objectStoreNames) change.objectStore(store).clear();
    for (const [key, value] of keptIndex) change.objectStore('index').put(value, key);
    await new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onerror = () => reject(change.error);
    });
    database.close();
  }
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
  if (session.kind === 'chromium') return stopWorker(session);
  const stop = `(async () => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(session.id)});
    await extension.terminateBackground();
    return extension.backgroundState;
  })()`;
  // A message that is on its way wakes it at once.
  await until('a background that stops', async () => {
    return (await evaluateInFirefox(session, stop)) === 'stopped';
  });
}

async function stopWorker({ browser, home }: Session): Promise<void> {
  const find = () =>
    browser.targets().find((it) => it.type() === 'service_worker' && it.url().startsWith(home));
  const target = find();
  if (!target) return;
  const worker = await target.worker();
  // Asked again: what happens just as it stops starts it anew, and Chromium takes both for one.
  await until('a background that stops', async () => {
    if (find() === target) await worker?.close();
    return find() !== target;
  });
}

/** Run a script in Firefox's own window; its result is a string. */
export async function evaluateInFirefox(session: Session, expression: string): Promise<string> {
  return String((await evaluateInWindow(session, expression)) ?? '');
}
