/** The library: all glossaries of the reader, checked and indexed. What is broken is set aside. */

import type { Explained } from '../core/explain.ts';
import { type Glossary, GlossaryError, parseGlossary } from '../core/glossary.ts';
import { describeEntry, type EntryLine, explainEntry } from '../core/library-answers.ts';
import { indexGlossaries, lookUp, refOf } from '../core/library-index.ts';
import type { Candidate, EntryRef } from '../core/mention.ts';
import { identify, searchLibrary } from '../core/search.ts';
import { readContents } from './glossary-store.ts';
import { watchLibrary } from './library-revision.ts';
import { readManaged } from './managed.ts';
import type { GlossaryFault } from './messages.ts';
import { readSettings } from './settings.ts';
import { readItem, type StoredItem } from './stored.ts';

/** Where glossaries were kept before they had a database: a list, each item checked by itself. */
const STORED: StoredItem = { area: 'local', key: 'glossaries' };

/** A glossary that comes with the extension, unread. */
export interface BundledGlossary {
  readonly origin: string;
  readonly content: unknown;
}

export interface Library {
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  explain(ref: EntryRef): Promise<Explained | null>;
  /** Each entry in one line; those that are gone are left out. */
  describe(refs: readonly EntryRef[], language: string): Promise<readonly EntryLine[]>;
  /** The entries that a selected text names, each in one line. */
  identify(text: string, language: string): Promise<readonly EntryLine[]>;
  search(query: string, limit: number, language: string): Promise<readonly EntryLine[]>;
  faults(): Promise<readonly GlossaryFault[]>;
}

/**
 * Open the library, and read it again after each change until the signal aborts; a question that
 * comes while it is being read waits, it does not fail.
 */
export function openLibrary(bundled: readonly BundledGlossary[], signal?: AbortSignal): Library {
  let ready = readLibrary(bundled);
  const readAgain = () => {
    ready = readLibrary(bundled);
  };
  if (signal) watchLibrary(readAgain, signal);
  const describe = async (refs: readonly EntryRef[], language: string) => {
    const { index } = await ready;
    return refs
      .map((ref) => describeEntry(index, ref, language))
      .filter((line): line is EntryLine => line !== null);
  };
  return {
    lookUp: async (keys) => lookUp((await ready).index, keys),
    explain: async (ref) => explainEntry((await ready).index, ref),
    describe,
    identify: async (text, language) => describe(identify((await ready).index, text), language),
    search: async (query, limit, language) => {
      const found = searchLibrary((await ready).index, query, limit);
      return describe(
        found.map(({ glossary, entry }) => refOf(glossary, entry.id)),
        language,
      );
    },
    faults: async () => (await ready).faults,
  };
}

async function readLibrary(bundled: readonly BundledGlossary[]) {
  const glossaries: Glossary[] = [];
  const faults: GlossaryFault[] = [];
  for (const { origin, content } of await readContent(bundled)) {
    try {
      const glossary = parseGlossary(content, origin);
      if (glossaries.some(({ id }) => id === glossary.id)) {
        faults.push({
          origin,
          path: 'id',
          remedy: `is "${glossary.id}", which another glossary has: give it its own`,
        });
      } else glossaries.push(glossary);
    } catch (error) {
      faults.push(...describeFault(error, origin));
    }
  }
  return { index: indexGlossaries(glossaries), faults };
}

function describeFault(error: unknown, origin: string): GlossaryFault[] {
  if (error instanceof GlossaryError) return error.faults.map((fault) => ({ origin, ...fault }));
  return [{ origin, path: '', remedy: `cannot be read: ${String(error)}` }];
}

/** All that is switched on: with the extension, from an administrator, from the reader. */
async function readContent(bundled: readonly BundledGlossary[]): Promise<BundledGlossary[]> {
  const [{ glossariesOff }, { glossaries: managed }, old, stored] = await Promise.all([
    readSettings(),
    readManaged(),
    readOld(),
    // Storage is switched off: what comes with the extension is there all the same.
    readContents().catch(() => []),
  ]);
  const laidDown = managed.map((content, i) => ({ origin: `policy glossary ${i + 1}`, content }));
  const added = stored.filter(({ on }) => on).map(({ id, content }) => ({ origin: id, content }));
  const isOn = ({ content }: BundledGlossary) => !glossariesOff.includes(idOf(content));
  return [...[...bundled, ...laidDown].filter(isOn), ...old, ...added];
}

async function readOld(): Promise<BundledGlossary[]> {
  const stored = await readItem(STORED).catch(() => null);
  if (stored === null) return [];
  const list = Array.isArray(stored) ? stored : [stored];
  return list.map((content, i) => ({ origin: `stored glossary ${i + 1}`, content }));
}

function idOf(content: unknown): string {
  const { id } = (content ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
}
