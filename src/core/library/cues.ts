/** The cues of an entry: those it lists, else words from its gloss, claims and relations. */

import type { Entry, Glossary } from '../glossary/glossary.ts';
import type { Cue } from '../matching/candidate.ts';
import { isCommonWord, isFunctionWord } from '../text/common-words.ts';

/** A cue of more entries of a glossary than this is common to its subject. */
const FEW_ENTRIES = 3;
/** Factor for such a cue: it shows the subject of a page, but not which term is meant. */
const COMMON_WEIGHT = 0.5;
/** Factor for derived cues: nobody has checked them. */
const DERIVED_WEIGHT = 0.5;
/** Most derived cues of an entry. The first ones are the best. */
const MOST_CUES = 40;
/** Fewest letters of a derived cue that is a Latin word and no name. */
const LEAST_LETTERS = 5;

/** Worked out once for each glossary, since each of its entries needs it. */
interface Known {
  /** The number of entries with a cue, by the cue in lower case. */
  readonly sharers: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<string, Entry>;
}

const known = new WeakMap<Glossary, Known>();

function knownOf(glossary: Glossary): Known {
  const before = known.get(glossary);
  if (before) return before;
  const byId = new Map(glossary.entries.map((entry) => [entry.id, entry]));
  const all = { sharers: countSharers(glossary), byId };
  known.set(glossary, all);
  return all;
}

/** The cues of an entry with their weights. */
export function weighCues(entry: Entry, glossary: Glossary): Cue[] {
  const { sharers } = knownOf(glossary);
  const isDerived = entry.cues.length === 0;
  const own = isDerived ? DERIVED_WEIGHT : 1;
  return (isDerived ? deriveCues(entry, glossary) : entry.cues).map((words) => {
    const isShared = (sharers.get(words.toLowerCase()) ?? 0) > FEW_ENTRIES;
    return { words, weight: own * (isShared ? COMMON_WEIGHT : 1) };
  });
}

function countSharers(glossary: Glossary): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of glossary.entries) {
    const cues = entry.cues.length > 0 ? entry.cues : tellingWords(entry.gloss);
    for (const cue of new Set(cues.map((each) => each.toLowerCase()))) {
      counts.set(cue, (counts.get(cue) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Derive cues from the names of related entries, and from the gloss and claims of an entry.
 *
 * @returns Single words and names, without the words of the entry's own names.
 */
export function deriveCues(entry: Entry, glossary: Glossary): string[] {
  const own = new Set(entry.names.flatMap(({ text }) => wordsOf(text.toLowerCase())));
  const cues = new Map<string, string>();
  const add = (cue: string) => {
    const folded = cue.toLowerCase();
    if (!own.has(folded) && !cues.has(folded)) cues.set(folded, cue);
    return cues.size === MOST_CUES;
  };
  const { byId } = knownOf(glossary);
  for (const { entry: id } of entry.related) {
    for (const { text } of byId.get(id)?.names ?? []) if (add(text)) return [...cues.values()];
  }
  const translated = entry.translations.map(({ gloss }) => gloss);
  for (const text of [entry.gloss, ...translated, ...entry.claims.map((claim) => claim.text)]) {
    for (const word of tellingWords(text)) if (add(word)) return [...cues.values()];
  }
  return [...cues.values()];
}

/** The names and long words of a text. A capital that starts a sentence makes no name. */
function tellingWords(text: string): string[] {
  let behind = 0;
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const between = text.slice(behind, index);
    behind = index + word.length;
    if (isCommonWord(word) || isFunctionWord(word)) return [];
    if (/\p{Script=Hangul}/u.test(word)) return word.length >= 2 ? [stripParticle(word)] : [];
    const beginsSentence = index === 0 || /[.!?…]["”’)]?\s+$/.test(between);
    const isName = /^\p{Lu}/u.test(word) && !beginsSentence && word.length >= 2;
    return isName || word.length >= LEAST_LETTERS ? [word] : [];
  });
}

/** Take the particle off a Korean noun, as well as that is possible without a dictionary. */
function stripParticle(word: string): string {
  const bare = word.replace(/(?:에서|으로|에게|까지|부터|이다|은|는|을|를|의|에|와|과|로|도)$/, '');
  return bare.length >= 2 ? bare : word;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
