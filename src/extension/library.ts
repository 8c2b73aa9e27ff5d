/** The library: all glossaries of the reader, checked and indexed. What is broken is set aside. */
import { type Entry, type Glossary, GlossaryError, parseGlossary } from '../core/glossary.ts';
import {
  type IndexedEntry,
  indexGlossaries,
  type LibraryIndex,
  lookUp,
  refOf,
} from '../core/library-index.ts';
import type { Candidate, EntryRef } from '../core/mention.ts';
import type { Explanation, GlossaryFault } from './messages.ts';
import { readItem, type StoredItem } from './stored.ts';

/** Where the reader's own glossaries are stored: a list, each item checked by itself. */
const STORED: StoredItem = { area: 'local', key: 'glossaries' };

/** A glossary that comes with the extension, unread. */
export interface BundledGlossary {
  readonly origin: string;
  readonly content: unknown;
}

export interface Library {
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  explain(ref: EntryRef): Promise<Explanation | null>;
  /** The long form of an entry; empty if it has none or is gone. */
  longNameOf(ref: EntryRef): Promise<string>;
  faults(): Promise<readonly GlossaryFault[]>;
}

/** Open the library; a question that comes while it is being read waits, it does not fail. */
export function openLibrary(bundled: readonly BundledGlossary[]): Library {
  const ready = readLibrary(bundled);
  return {
    lookUp: async (keys) => lookUp((await ready).index, keys),
    explain: async (ref) => explainEntry((await ready).index, ref),
    longNameOf: async (ref) => {
      const names = (await ready).index.entries.get(ref)?.entry.names;
      return names?.find(({ role }) => role === 'long')?.text ?? '';
    },
    faults: async () => (await ready).faults,
  };
}

async function readLibrary(bundled: readonly BundledGlossary[]) {
  const glossaries: Glossary[] = [];
  const faults: GlossaryFault[] = [];
  for (const { origin, content } of [...bundled, ...(await readStored())]) {
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

async function readStored(): Promise<BundledGlossary[]> {
  try {
    const stored = await readItem(STORED);
    if (stored === null) return [];
    const list = Array.isArray(stored) ? stored : [stored];
    return list.map((content, i) => ({ origin: `stored glossary ${i + 1}`, content }));
  } catch {
    // Storage is switched off: what comes with the extension is there all the same.
    return [];
  }
}

function explainEntry({ entries }: LibraryIndex, ref: EntryRef): Explanation | null {
  const found = entries.get(ref);
  if (!found) return null;
  const { entry, glossary } = found;
  const sources = sourceIdsOf(entry);
  return {
    ref,
    language: glossary.language,
    entry,
    sources: glossary.sources.filter(({ id }) => sources.has(id)),
    related: entry.related.map(({ entry: id, how }) => {
      const other = refOf(glossary, id);
      return { ref: other, how, name: nameEntry((entries.get(other) as IndexedEntry).entry) };
    }),
  };
}

function sourceIdsOf(entry: Entry): Set<string> {
  const ids = [...entry.basis, ...entry.claims.map(({ source }) => source)];
  for (const { source } of [...entry.names, ...entry.related]) if (source) ids.push(source);
  if (entry.level) ids.push(entry.level.source);
  return new Set(ids);
}

function nameEntry({ names }: Entry): string {
  const name =
    names.find(({ role }) => role === 'short') ?? names.find(({ role }) => role === 'long');
  return (name ?? names[0])?.text ?? '';
}
