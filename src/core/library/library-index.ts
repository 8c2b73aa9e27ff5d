/** All glossaries of the library, indexed by the words that their names begin with. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Entry, Glossary, Name } from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { NEARLY_ALWAYS } from '../glossary/usually.ts';
import type { Candidate, CandidateName } from '../matching/candidate.ts';
import { keyOf } from '../matching/matcher.ts';
import { foldOwnName, judgeOwnName } from '../own/own-names.ts';
import { isCommonWord } from '../text/common-words.ts';
import { usualLetters } from '../text/same-letters.ts';
import { othersOf, ownersOf } from './countries.ts';
import { weighCues } from './cues.ts';
import { createTwinFinder } from './same-entries.ts';

/** The library, ready for look-ups. */
export interface LibraryIndex {
  readonly entries: ReadonlyMap<EntryRef, IndexedEntry>;
  readonly byKey: ReadonlyMap<number, readonly Posting[]>;
  /** For each name as `foldName` makes it: how many entries have it; twins count as one. */
  readonly bearers: ReadonlyMap<string, number>;
  /** Of the reader's own entries with one name, as `foldOwnName` makes it, the one written last. */
  readonly speakers: ReadonlyMap<string, EntryRef>;
}

export interface IndexedEntry {
  readonly glossary: Glossary;
  readonly entry: Entry;
  /** The same thing in other glossaries. */
  readonly twins: readonly EntryRef[];
}

interface Posting {
  readonly ref: EntryRef;
  /** Place of the name in the names of its entry. */
  readonly name: number;
}

/** Short forms of so many letters or fewer mean many things. */
const FEW_LETTERS = 4;
/** Hangul names of so many syllables or fewer are words of everyday language too. */
const FEW_SYLLABLES = 3;
/** Phrases of so many ordinary words or fewer are met by chance. */
const FEW_WORDS = 2;

export function refOf(glossary: Pick<Glossary, 'id'>, entry: string): EntryRef {
  return `${glossary.id}/${entry}`;
}

/** What is worked out of the names of a library when it is first asked for. */
type NameIndex = Pick<LibraryIndex, 'byKey' | 'bearers' | 'speakers'>;

/** Explaining an entry asks for no name: what look-ups need is made at the first of them. */
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
  const finder = createTwinFinder<IndexedEntry & { readonly twins: EntryRef[] }>();
  for (const glossary of glossaries) {
    for (const entry of glossary.entries) {
      const ref = refOf(glossary, entry.id);
      const indexed = { glossary, entry, twins: [] as EntryRef[] };
      const twins = glossaries.length > 1 ? finder.add(indexed) : [];
      for (const twin of twins) {
        twin.twins.push(ref);
        indexed.twins.push(refOf(twin.glossary, twin.entry.id));
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
  for (const [ref, { glossary, entry, twins }] of entries) {
    entry.names.forEach((name, i) => {
      const key = keyOf(name.text);
      if (key === null) return;
      const postings = byKey.get(key);
      if (postings) postings.push({ ref, name: i });
      else byKey.set(key, [{ ref, name: i }]);
    });
    const before = twins.filter((twin) => counted.has(twin));
    const known = new Set(
      before.flatMap((twin) => foldNames((entries.get(twin) as IndexedEntry).entry)),
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

/** What names are compared by: `bearers` has them so. */
export const foldName = (text: string): string => usualLetters(text).toLowerCase();

const foldNames = ({ names }: Entry): string[] => names.map(({ text }) => foldName(text));

/**
 * The terms that words of a text could be the beginning of, as pages are to find them.
 *
 * @param keys - As `collectKeys` gathers them.
 * @returns A candidate for each entry, with those of its names that the keys lead to.
 */
export function lookUp(index: LibraryIndex, keys: Iterable<number>): Candidate[] {
  return lookUpAll(index, keys)
    .map((candidate) => withoutSilent(index, candidate))
    .filter(({ names }) => names.length > 0);
}

/** The same with the names that no page is to find, for a reader who asks for just that name. */
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

/** Every entry with all of its names that pages are to find, in the order of the library. */
export function listCandidates(index: LibraryIndex): Candidate[] {
  return [...index.entries].map(([ref, { entry }]) =>
    withoutSilent(index, candidateOf(index, ref, new Set(entry.names.keys()))),
  );
}

/** Of two own entries of one name the one that was written last speaks; the other is a namesake. */
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
    ...whoseOf(entry),
  };
}

function whoseOf({ names, parties }: Entry): Pick<Candidate, 'owners' | 'others'> {
  if (!names.some(({ shared }) => shared)) return { owners: [], others: [] };
  const isOwnKorean = ({ shared, lang }: Name) => shared === true && lang === 'ko';
  return {
    owners: ownersOf(parties),
    others: names.some(isOwnKorean) ? othersOf(parties) : [],
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
 * Whether a name needs evidence. Rivals speak against the short forms of an entry, and against all
 * of its names where it has no short form (Pentagon, strategic assets).
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
 * Whether a name may be said without meaning it: "2+2 working group", "nuclear umbrella", 나토. It
 * is short, and nothing in it is a proper name, or it is one name alone: Pentagon.
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
