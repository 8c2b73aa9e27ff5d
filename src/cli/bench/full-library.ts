/** Fills the extension's library with glossaries. */
import { openOwnPage, type Session } from '../browser/drive.ts';
import type { BenchServer } from './bench-server.ts';
import { makeGlossaries } from './terms.ts';

/** Time limit for storing the index after the glossaries have changed, in milliseconds. */
const INDEXING_MS = 60_000;

/** The part of the browser's global `chrome` that is used in a page of the extension. */
declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly session: { set(items: object): Promise<void> } };
};

/** Fill the extension's library with generated terms, and wait until they are indexed. */
export async function fillLibrary(
  session: Session,
  server: BenchServer,
  terms: number,
): Promise<void> {
  const addresses = makeGlossaries(terms).map((glossary, i) =>
    server.put(`/glossary-${i}`, JSON.stringify(glossary), 'application/json'),
  );
  const own = await openOwnPage(session, 'popup.html');
  await own.evaluate(putGlossaries, addresses, INDEXING_MS);
  await own.close();
}

/** Runs in a page of the extension. */
async function putGlossaries(addresses: readonly string[], limit: number): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // Send a message, so that the background creates the database.
  await chrome.runtime.sendMessage({ name: 'listFaults', args: [] });
  const database = await done(indexedDB.open('newsgloss'));
  for (const [order, address] of addresses.entries()) {
    const content = await (await fetch(address)).json();
    const { id, title, version, language, entries } = content;
    const change = database.transaction(['glossaries', 'contents', 'index'], 'readwrite');
    change.objectStore('contents').put(content, id);
    change.objectStore('index').put(crypto.randomUUID(), 'state');
    const names = 2 * entries.length;
    const record = {
      id,
      title,
      version,
      language,
      entries: entries.length,
      names,
      on: true,
      order,
    };
    await done(change.objectStore('glossaries').put(record));
  }
  await chrome.storage.session.set({ 'library-revision': Date.now() });
  const start = Date.now();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const index = database.transaction('index').objectStore('index');
    if (await done(index.get('head'))) return;
    if (Date.now() - start > limit) throw new Error('The library was not indexed.');
  }
}
