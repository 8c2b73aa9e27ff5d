/** Indexes the glossaries of the library by the words with which their names begin. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Entry, Glossary, Name } from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { NEARLY_ALWAYS } from '../glossary/usually.ts';
import type { Candidate, CandidateName } from '../matching/candidate.ts';
import { keyOf } from '../matching/matcher.ts';
import { foldOwnName, judgeOwnName } from '../own/own-names.ts';
import { isCommonWord } from '../text/common-words.ts';
import { usualLetters } from '../text/same-letters.ts';
import { weighCues } from './cues.ts';
import { createSameEntryFinder, isCountry } from './same-entries.ts';

/** The library, ready for look-ups. */
export interface LibraryIndex {
  readonly entries: ReadonlyMap<EntryRef, IndexedEntry>;
  readonly byKey: ReadonlyMap<number, readonly Posting[]>;
  /** For each name folded by `foldName`: how many entries have it. The same entry counts once. */
  readonly bearers: ReadonlyMap<string, number>;
  /** For each name folded by `foldOwnName`: the own entry with this name that was written last. */
  readonly speakers: ReadonlyMap<string, EntryRef>;
}

export interface IndexedEntry {
  readonly glossary: Glossary;
  readonly entry: Entry;
  /** The same entry in other glossaries. */
  readonly sameEntries: readonly EntryRef[];
}

interface Posting {
  readonly ref: EntryRef;
  /** Place of the name in the names of its entry. */
  readonly name: number;
}

const BODIES: ReadonlySet<Entry['kind']> = new Set([
  'alliance',
  'body',
  'command',
  'force',
  'ministry',
]);
/** Short forms with this many letters or fewer have many meanings. */
const FEW_LETTERS = 4;
/** Hangul names with this many syllables or fewer are often ordinary words too. */
const FEW_SYLLABLES = 3;
/** Phrases of this many ordinary words or fewer occur by chance. */
const FEW_WORDS = 2;

export function refOf(glossary: Pick<Glossary, 'id'>, entry: string): EntryRef {
  return `${glossary.id}/${entry}`;
}

/** The parts of the index that names give. */
type NameIndex = Pick<LibraryIndex, 'byKey' | 'bearers' | 'speakers'>;

/** Index glossaries; names at the first look-up, since explaining an entry needs none. */
export function indexGlossaries(glossaries: readonly Glossary[]): LibraryIndex {
  const entries = indexEntries(glossaries);
  let names: NameIndex | null = null;
  const ofNames = () => {
    names ??= indexNames(entries);
    return names;
  };
  return {
    entries,
    get byKey() {
      return ofNames().byKey;
    },
    get bearers() {
      return ofNames().bearers;
    },
    get speakers() {
      return ofNames().speakers;
    },
  };
}

function indexEntries(glossaries: readonly Glossary[]): Map<EntryRef, IndexedEntry> {
  const entries = new Map<EntryRef, IndexedEntry>();
  const finder = createSameEntryFinder<IndexedEntry & { readonly sameEntries: EntryRef[] }>();
  for (const glossary of glossaries) {
    for (const entry of glossary.entries) {
      const ref = refOf(glossary, entry.id);
      const indexed = { glossary, entry, sameEntries: [] as EntryRef[] };
      const sameEntries = glossaries.length > 1 ? finder.add(indexed) : [];
      for (const same of sameEntries) {
        same.sameEntries.push(ref);
        indexed.sameEntries.push(refOf(same.glossary, same.entry.id));
      }
      entries.set(ref, indexed);
    }
  }
  return entries;
}

function indexNames(entries: ReadonlyMap<EntryRef, IndexedEntry>): NameIndex {
  const byKey = new Map<number, Posting[]>();
  const bearers = new Map<string, number>();
  const speakers = new Map<string, EntryRef>();
  const counted = new Set<EntryRef>();
  for (const [ref, { glossary, entry, sameEntries }] of entries) {
    entry.names.forEach((name, i) => {
      const key = keyOf(name.text);
      if (key === null) return;
      const postings = byKey.get(key);
      if (postings) postings.push({ ref, name: i });
      else byKey.set(key, [{ ref, name: i }]);
    });
    const before = sameEntries.filter((same) => counted.has(same));
    const known = new Set(
      before.flatMap((same) => foldNames((entries.get(same) as IndexedEntry).entry)),
    );
    counted.add(ref);
    for (const folded of new Set(foldNames(entry))) {
      if (!known.has(folded)) bearers.set(folded, (bearers.get(folded) ?? 0) + 1);
    }
    if (glossary.id !== OWN_GLOSSARY) continue;
    for (const { text } of entry.names) speakers.set(foldOwnName(text), ref);
  }
  return { byKey, bearers, speakers };
}

/** The form by which names are compared: usual letters in lower case. */
export const foldName = (text: string): string => usualLetters(text).toLowerCase();

const foldNames = ({ names }: Entry): string[] => names.map(({ text }) => foldName(text));

/**
 * Find the entries with names that have one of some keys.
 *
 * @param keys - As `collectKeys` gathers them.
 * @returns A candidate for each entry, with those of its names that have such a key and that pages
 *   are to find.
 */
export function lookUp(index: LibraryIndex, keys: Iterable<number>): Candidate[] {
  return lookUpAll(index, keys)
    .map((candidate) => withoutSilent(index, candidate))
    .filter(({ names }) => names.length > 0);
}

/** The same, including names that pages are not to find, for readers who ask for such a name. */
export function lookUpAll(index: LibraryIndex, keys: Iterable<number>): Candidate[] {
  const found = new Map<EntryRef, Set<number>>();
  for (const key of keys) {
    for (const { ref, name } of index.byKey.get(key) ?? []) {
      const names = found.get(ref);
      if (names) names.add(name);
      else found.set(ref, new Set([name]));
    }
  }
  return [...found].map(([ref, names]) => candidateOf(index, ref, names));
}

/** All entries with all their names that pages are to find, in the order of the library. */
export function listCandidates(index: LibraryIndex): Candidate[] {
  return [...index.entries].map(([ref, { entry }]) =>
    withoutSilent(index, candidateOf(index, ref, new Set(entry.names.keys()))),
  );
}

/** Leave out names of own entries that are everyday words or that a later own entry has too. */
function withoutSilent({ entries, speakers }: LibraryIndex, candidate: Candidate): Candidate {
  const { ref, names } = candidate;
  if (entries.get(ref)?.glossary.id !== OWN_GLOSSARY) return candidate;
  const isHeard = ({ text }: CandidateName) =>
    judgeOwnName(text) !== 'everyday' && speakers.get(foldOwnName(text)) === ref;
  return { ...candidate, names: names.filter(isHeard) };
}

function candidateOf(index: LibraryIndex, ref: EntryRef, names: ReadonlySet<number>): Candidate {
  const { glossary, entry } = index.entries.get(ref) as IndexedEntry;
  const longNames = entry.names.filter(({ role }) => role !== 'short');
  const isOwn = glossary.id === OWN_GLOSSARY;
  return {
    ref,
    ...(isOwn && { own: true }),
    names: [...names].map((i) => nameOf(index, entry, entry.names[i] as Name, isOwn)),
    longForms: longNames.map(({ text }) => text),
    languages: [...new Set(longNames.map(({ lang }) => lang))],
    related: entry.related
      .filter(({ how }) => how !== 'confused with')
      .map((relation) => refOf(glossary, relation.entry)),
    cues: weighCues(entry, glossary),
    rivals: entry.rivals,
    parties: entry.parties.filter(isCountry),
    isBody: BODIES.has(entry.kind),
  };
}

function nameOf(index: LibraryIndex, entry: Entry, name: Name, isOwn: boolean): CandidateName {
  const { text, lang, role } = name;
  const usual = usualLetters(text);
  const ambiguous = isOwn
    ? judgeOwnName(text) !== 'sure'
    : isAmbiguous(index, entry, { ...name, text: usual });
  const { usually, shared } = name;
  return {
    text,
    lang,
    role,
    case: name.case,
    ambiguous,
    ...(usually !== undefined && { usually }),
    ...(shared && { shared }),
  };
}

/**
 * Whether a name needs evidence. The rivals of an entry concern its short forms; if it has none
 * (Pentagon, strategic assets), they concern all its names.
 */
function isAmbiguous(
  index: LibraryIndex,
  entry: Entry,
  { text, role, usually, shared }: Name,
): boolean {
  const folded = text.toLowerCase();
  if (shared || (usually ?? 1) < NEARLY_ALWAYS) return true;
  if ((index.bearers.get(folded) ?? 0) > 1 || isCommonWord(text)) return true;
  const shorts = entry.names.filter((name) => name.role === 'short');
  const isShort = role === 'short' || shorts.some((name) => foldName(name.text) === folded);
  if (entry.rivals.length > 0 && (isShort || shorts.length === 0)) return true;
  return isShort ? countLetters(text) <= FEW_LETTERS : isOrdinary(text);
}

/**
 * Whether a name may occur in other meanings too: a short phrase without a proper name ("2+2
 * working group", "nuclear umbrella", 나토) or a single proper name (Pentagon).
 */
function isOrdinary(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (/\p{Lu}/u.test(text)) return words.length === 1 && text !== text.toUpperCase();
  if (/\p{Script=Hangul}/u.test(text)) return countLetters(text) <= FEW_SYLLABLES;
  return words.length <= FEW_WORDS || /\p{N}/u.test(text);
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
