/**
 * Notes which glossaries the library was made from, in session storage, since the background loses
 * its memory whenever it sleeps. So a library that has changed meanwhile is seen.
 */
import { browser } from 'wxt/browser';
import type { LibraryState } from '../messages/messages.ts';
import { answered } from '../storage/answered.ts';
import { readItem, type StoredItem, writeItem } from '../storage/stored.ts';
import { announceLibraryChange, REVISION, revisionIn } from './library-revision.ts';

const ORIGIN: StoredItem = { area: 'session', key: 'library-origin' };

interface NotedOrigin {
  /** Identifies the glossaries that the library was made from. */
  readonly origin: string;
  readonly revision: number;
}

/** The current revision. Never fails: without storage it is 0. */
export async function readLibraryState(): Promise<LibraryState> {
  try {
    const found = await answered(() => browser.storage.session.get([REVISION.key]));
    return { revision: revisionIn(found[REVISION.key]) };
  } catch {
    return { revision: 0 };
  }
}

/**
 * Note what the library was made from. If it differs although its revision does not, as after an
 * administrator's change, announce a change to all pages.
 *
 * @param revision - The revision at the time the library was read.
 */
export async function noteOrigin(origin: string, revision: number): Promise<void> {
  const noted = ((await readItem(ORIGIN)) ?? {}) as Partial<NotedOrigin>;
  if (noted.revision === revision && noted.origin === origin) return;
  await writeItem(ORIGIN, { origin, revision } satisfies NotedOrigin);
  if (noted.revision === revision) await announceLibraryChange();
}
