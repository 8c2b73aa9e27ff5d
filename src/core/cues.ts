/** Cues of an entry: those it lists, or else the telling words of what is said about it. */
import { isCommonWord } from './common-words.ts';
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
/** Latin words under so many letters tell little. */
const LEAST_LETTERS = 5;

/** How many entries of a glossary list a cue. */
const sharers = new WeakMap<Glossary, Map<string, number>>();

/** The cues of an entry with their weights. */
export function weighCues(entry: Entry, glossary: Glossary): Cue[] {
  if (entry.cues.length === 0) {
    return deriveCues(entry, glossary).map((words) => ({ words, weight: DERIVED_WEIGHT }));
  }
  const counts = countSharers(glossary);
  return entry.cues.map((words) => {
    const isShared = (counts.get(words.toLowerCase()) ?? 0) > FEW_ENTRIES;
    return { words, weight: isShared ? COMMON_WEIGHT : 1 };
  });
}

function countSharers(glossary: Glossary): Map<string, number> {
  let counts = sharers.get(glossary);
  if (!counts) {
    counts = new Map();
    for (const { cues } of glossary.entries) {
      for (const cue of new Set(cues.map((each) => each.toLowerCase()))) {
        counts.set(cue, (counts.get(cue) ?? 0) + 1);
      }
    }
    sharers.set(glossary, counts);
  }
  return counts;
}

/**
 * Derive cues from an entry's long forms, gloss, claims and the names of what it relates to.
 *
 * @returns Single words and names, the entry's own short forms left out.
 */
export function deriveCues(entry: Entry, glossary: Glossary): string[] {
  const own = new Set(entry.names.map(({ text }) => text.toLowerCase()));
  const cues = new Set<string>();
  for (const { entry: id } of entry.related) {
    const other = glossary.entries.find((each) => each.id === id);
    for (const { text } of other?.names ?? []) cues.add(text);
  }
  const longForms = entry.names.filter(({ role }) => role !== 'short').map(({ text }) => text);
  const texts = [...longForms, entry.gloss, ...entry.claims.map(({ text }) => text)];
  for (const text of texts) {
    for (const word of tellingWords(text)) if (!own.has(word.toLowerCase())) cues.add(word);
  }
  return [...cues].slice(0, MOST_CUES);
}

function tellingWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => {
    if (/\p{Script=Hangul}/u.test(word)) return word.length >= 2;
    const isName = /^\p{Lu}/u.test(word) && word.length >= 3;
    return (isName || word.length >= LEAST_LETTERS) && !isCommonWord(word);
  });
}
