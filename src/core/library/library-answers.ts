/** What the library says of its entries: to a card, to the popup, to a search. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Entry, Glossary } from '../glossary/glossary.ts';
import { keyOf } from '../matching/matcher.ts';
import { chooseCompared } from './compared.ts';
import { foldName, type IndexedEntry, type LibraryIndex, refOf } from './library-index.ts';
import type { Explained, NamedEntry, Told } from './told.ts';

/** An entry in one line. */
export interface EntryLine extends NamedEntry {
  /** Empty where the name is all there is. */
  readonly long: string;
  readonly gloss: string;
  /** Language of the gloss. */
  readonly lang: string;
}

/** What a search finds: the best of it, and how many entries there are in all. */
export interface Hits {
  readonly lines: readonly EntryLine[];
  readonly count: number;
}

/** All that a card shows of an entry; null if it is not there. */
export function explainEntry(index: LibraryIndex, ref: EntryRef): Explained | null {
  const found = index.entries.get(ref);
  if (!found) return null;
  const { entry, glossary } = found;
  const find = (id: string) => index.entries.get(refOf(glossary, id))?.entry;
  return {
    ...tellEntry(index, ref, found),
    compared: chooseCompared(entry, find, findConfused(glossary, entry)).map((other) =>
      tellEntry(index, refOf(glossary, other.id), { glossary, entry: other, twins: [] }),
    ),
    namesakes: findNamesakes(index, [ref, ...found.twins], entry),
    alsoIn: found.twins.map((twin) => ({ ref: twin, name: titleOf(index, twin) })),
  };
}

/** An entry in one line, in the reader's language where it has that; null if it is not there. */
export function describeEntry(
  { entries }: LibraryIndex,
  ref: EntryRef,
  language: string,
): EntryLine | null {
  const found = entries.get(ref);
  if (!found) return null;
  const { entry, glossary } = found;
  const base = language.split('-')[0];
  const isHome = ({ lang }: { readonly lang: string }) => lang.split('-')[0] === base;
  const longs = entry.names.filter(({ role }) => role === 'long');
  const own = { lang: glossary.language, gloss: entry.gloss };
  const { lang, gloss } = [own, ...entry.translations].find(isHome) ?? own;
  const name = nameEntry(entry);
  const long = (longs.find(isHome) ?? longs[0])?.text ?? '';
  return { ref, name, long: long === name ? '' : long, gloss, lang };
}

/** What an entry is called for short. */
export function nameEntry({ names }: Entry): string {
  const name =
    names.find(({ role }) => role === 'short') ?? names.find(({ role }) => role === 'long');
  return (name ?? names[0])?.text ?? '';
}

function tellEntry(
  { entries }: LibraryIndex,
  ref: EntryRef,
  { entry, glossary }: IndexedEntry,
): Told {
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

/** Who says of itself that it is confused with an entry. */
function findConfused({ entries }: Glossary, { id }: Entry): string[] {
  const isConfused = ({ related }: Entry) =>
    related.some(({ entry, how }) => entry === id && how === 'confused with');
  return entries.filter(isConfused).map((entry) => entry.id);
}

const titleOf = ({ entries }: LibraryIndex, ref: EntryRef): string =>
  entries.get(ref)?.glossary.title ?? '';

/** @param same - The entry itself and its twins. */
function findNamesakes(
  index: LibraryIndex,
  same: readonly EntryRef[],
  { names }: Entry,
): NamedEntry[] {
  const found = new Map<EntryRef, NamedEntry>();
  for (const { text } of names) {
    const folded = foldName(text);
    const key = keyOf(text);
    if (key === null || (index.bearers.get(folded) ?? 0) < 2) continue;
    for (const posting of index.byKey.get(key) ?? []) {
      const other = index.entries.get(posting.ref)?.entry;
      const name = other?.names[posting.name];
      const isNamesake = name !== undefined && foldName(name.text) === folded;
      if (other && isNamesake && !same.includes(posting.ref)) {
        found.set(posting.ref, { ref: posting.ref, name: fullNameOf(other) });
      }
    }
  }
  return [...found.values()];
}

/** What tells an entry from others of the same letters. */
export function fullNameOf({ names }: Entry): string {
  const name = names.find(({ role }) => role === 'long') ?? names[0];
  return name?.text ?? '';
}

function sourceIdsOf(entry: Entry): Set<string> {
  const ids = [...entry.basis, ...entry.claims.map(({ source }) => source)];
  for (const { source } of [...entry.names, ...entry.related]) if (source) ids.push(source);
  if (entry.level) ids.push(entry.level.source);
  return new Set(ids);
}
