/** What cards, the popup and searches get from the library about its entries. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Entry, Glossary, Name } from '../glossary/glossary.ts';
import { sourceIdsOf } from '../glossary/source-ids.ts';
import { keyOf } from '../matching/matcher.ts';
import { chooseCompared } from './compared.ts';
import { foldName, type IndexedEntry, type LibraryIndex, refOf } from './library-index.ts';
import type { Explained, NamedEntry, Told } from './told.ts';

/** An entry in one line. */
export interface EntryLine extends NamedEntry {
  readonly kind: Entry['kind'];
  /** The long form; empty if it is the name. */
  readonly long: string;
  readonly gloss: string;
  /** Language of the gloss. */
  readonly lang: string;
}

/** The best results of a search, and how many entries it found in all. */
export interface Hits {
  readonly lines: readonly EntryLine[];
  readonly count: number;
}

/**
 * Collect all that a card shows of an entry; null if the library does not have it.
 *
 * @param language - The reader's language tag: other entries are named in it where they can be. By
 *   default by their first names.
 */
export function explainEntry(index: LibraryIndex, ref: EntryRef, language = ''): Explained | null {
  const found = index.entries.get(ref);
  if (!found) return null;
  const { entry, glossary } = found;
  const find = (id: string) => index.entries.get(refOf(glossary, id))?.entry;
  return {
    ...tellEntry(index, ref, found, language),
    compared: chooseCompared(entry, find, findConfused(glossary, entry)).map((other) =>
      tellEntry(
        index,
        refOf(glossary, other.id),
        { glossary, entry: other, sameEntries: [] },
        language,
      ),
    ),
    namesakes: findNamesakes(index, [ref, ...found.sameEntries], entry, language),
    alsoIn: found.sameEntries.map((same) => ({ ref: same, name: titleOf(index, same) })),
  };
}

/**
 * Describe an entry in one line, if possible in the reader's language; null if the library does not
 * have it.
 */
export function describeEntry(
  { entries }: LibraryIndex,
  ref: EntryRef,
  language: string,
): EntryLine | null {
  const found = entries.get(ref);
  if (!found) return null;
  const { entry, glossary } = found;
  const isHome = isIn(language);
  const longs = entry.names.filter(({ role }) => role === 'long');
  const own = { lang: glossary.language, gloss: entry.gloss };
  const { lang, gloss } = [own, ...entry.translations].find(isHome) ?? own;
  const name = nameEntry(entry, language);
  const long = (longs.find(isHome) ?? longs[0])?.text ?? '';
  return { ref, name, kind: entry.kind, long: long === name ? '' : long, gloss, lang };
}

/**
 * The name by which an entry is listed: a short form if it has one, else a long form, and of these
 * one in the reader's language if there is one.
 */
export const nameEntry = (entry: Entry, language = ''): string => findName(entry, language).text;

function findName({ names }: Entry, language: string): Name {
  const home = names.filter(isIn(language));
  const find = (role: Name['role']) => [...home, ...names].find((name) => name.role === role);
  return find('short') ?? find('long') ?? (names[0] as Name);
}

/** Make a test of whether something is in a language, whatever its region. */
function isIn(language: string): (it: { readonly lang: string }) => boolean {
  const base = language.split('-')[0];
  return ({ lang }) => lang.split('-')[0] === base;
}

function tellEntry(
  { entries }: LibraryIndex,
  ref: EntryRef,
  { entry, glossary }: IndexedEntry,
  language: string,
): Told {
  const sources = sourceIdsOf(entry);
  return {
    ref,
    language: glossary.language,
    entry,
    sources: glossary.sources.filter(({ id }) => sources.has(id)),
    related: entry.related.map(({ entry: id, how }) => {
      const other = refOf(glossary, id);
      const { text, lang } = findName((entries.get(other) as IndexedEntry).entry, language);
      return { ref: other, how, name: text, lang };
    }),
  };
}

/** The ids of the entries with the relation "confused with" to an entry. */
function findConfused({ entries }: Glossary, { id }: Entry): string[] {
  const isConfused = ({ related }: Entry) =>
    related.some(({ entry, how }) => entry === id && how === 'confused with');
  return entries.filter(isConfused).map((entry) => entry.id);
}

const titleOf = ({ entries }: LibraryIndex, ref: EntryRef): string =>
  entries.get(ref)?.glossary.title ?? '';

/**
 * Find other entries with one of some names.
 *
 * @param same - The entry with these names, and the same entry in other glossaries.
 */
function findNamesakes(
  index: LibraryIndex,
  same: readonly EntryRef[],
  { names }: Entry,
  language: string,
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
        found.set(posting.ref, { ref: posting.ref, name: fullNameOf(other, language) });
      }
    }
  }
  return [...found.values()];
}

/**
 * The name that distinguishes an entry from others with the same short form.
 *
 * @param language - A language tag: a long form in it is preferred.
 */
export function fullNameOf({ names }: Entry, language = ''): string {
  const longs = names.filter(({ role }) => role === 'long');
  return (longs.find(isIn(language)) ?? longs[0] ?? names[0])?.text ?? '';
}
