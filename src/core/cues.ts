/** Cues of an entry: those it lists, or else the telling words of what is said about it. */
import { isCommonWord, isFunctionWord } from './common-words.ts';
import type { Entry, Glossary } from './glossary.ts';
import type { Cue } from './mention.ts';

/** A cue that more entries of a glossary share than this is common ground. */
const FEW_ENTRIES = 3;
/** What common ground weighs: it tells the subject of a page, not which of its terms is meant. */
const COMMON_WEIGHT = 0.5;
/** Nobody has looked at a derived cue. */
const DERIVED_WEIGHT = 0.5;
/** So many derived cues are enough; those that stand first tell most. */
const MOST_CUES = 40;
/** Latin words of fewer letters tell little. */
const LEAST_LETTERS = 5;

/** By glossary: how many of its entries list a cue, in lower case. */
const sharers = new WeakMap<Glossary, ReadonlyMap<string, number>>();

/** The cues of an entry with their weights. */
export function weighCues(entry: Entry, glossary: Glossary): Cue[] {
  const counts = countSharers(glossary);
  const isDerived = entry.cues.length === 0;
  const own = isDerived ? DERIVED_WEIGHT : 1;
  return (isDerived ? deriveCues(entry, glossary) : entry.cues).map((words) => {
    const isShared = (counts.get(words.toLowerCase()) ?? 0) > FEW_ENTRIES;
    return { words, weight: own * (isShared ? COMMON_WEIGHT : 1) };
  });
}

function countSharers(glossary: Glossary): ReadonlyMap<string, number> {
  const known = sharers.get(glossary);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const entry of glossary.entries) {
    const cues = entry.cues.length > 0 ? entry.cues : tellingWords(entry.gloss);
    for (const cue of new Set(cues.map((each) => each.toLowerCase()))) {
      counts.set(cue, (counts.get(cue) ?? 0) + 1);
    }
  }
  sharers.set(glossary, counts);
  return counts;
}

/**
 * Derive cues from the names of what an entry relates to, from its gloss and from its claims.
 *
 * @returns Single words and names, without the words of the entry's own names.
 */
export function deriveCues(entry: Entry, glossary: Glossary): string[] {
  const own = new Set(entry.names.flatMap(({ text }) => wordsOf(text.toLowerCase())));
  const cues = new Map<string, string>();
  const add = (cue: string) => {
    const folded = cue.toLowerCase();
    if (!own.has(folded) && !cues.has(folded)) cues.set(folded, cue);
  };
  for (const { entry: id } of entry.related) {
    const other = glossary.entries.find((each) => each.id === id);
    for (const { text } of other?.names ?? []) add(text);
  }
  const translated = entry.translations.map(({ gloss }) => gloss);
  for (const text of [entry.gloss, ...translated, ...entry.claims.map((claim) => claim.text)]) {
    for (const word of tellingWords(text)) add(word);
  }
  return [...cues.values()].slice(0, MOST_CUES);
}

/** Names and long words of a text; a capital that only begins a sentence makes no name. */
function tellingWords(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    if (isCommonWord(word) || isFunctionWord(word)) return [];
    if (/\p{Script=Hangul}/u.test(word)) return word.length >= 2 ? [stripParticle(word)] : [];
    const beginsSentence = index === 0 || /[.!?…]["”’)]?\s+$/.test(text.slice(0, index));
    const isName = /^\p{Lu}/u.test(word) && !beginsSentence && word.length >= 2;
    return isName || word.length >= LEAST_LETTERS ? [word] : [];
  });
}

/** A Korean noun without the particle behind it, as far as it can be told without a dictionary. */
function stripParticle(word: string): string {
  const bare = word.replace(/(?:에서|으로|에게|까지|부터|이다|은|는|을|를|의|에|와|과|로|도)$/, '');
  return bare.length >= 2 ? bare : word;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
