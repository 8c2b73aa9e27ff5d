/** Finds entries of the library by what a reader types or selects, whatever a page means by it. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Entry } from '../glossary/glossary.ts';
import { collectKeys } from '../matching/matcher.ts';
import { createLexicon, findOccurrences } from '../matching/occurrences.ts';
import { usualLetters } from '../text/same-letters.ts';
import { readWords } from '../text/word-keys.ts';
import { type IndexedEntry, type LibraryIndex, lookUp } from './library-index.ts';

/** A longer selection than this, in UTF-16 code units, is no term: what lies behind is not read. */
const LONGEST_SELECTION = 1_000;
/** The same for what is typed into a search box: each of its words is looked for in each gloss. */
const LONGEST_QUERY = 200;

/**
 * The entries that a selected text names, in any of their senses.
 *
 * @returns Those that the longest name in it could mean, in the library's order; of a text that is
 *   a name in other letters (ncg) those too. Empty if it names none.
 */
export function identify(index: LibraryIndex, selected: string): EntryRef[] {
  const text = selected.slice(0, LONGEST_SELECTION).replace(/\s+/g, ' ').trim();
  const words = readWords(text);
  const keys = new Set<number>();
  collectKeys(words, 0, words.count, keys);
  const candidates = lookUp(index, keys);
  const folded = foldText(text);
  const whole = candidates.filter(({ names }) => names.some((n) => foldText(n.text) === folded));
  if (whole.length > 0) return whole.map(({ ref }) => ref);
  const occurrences = findOccurrences(text, createLexicon(candidates), words);
  const longest = Math.max(...occurrences.map(({ start, end }) => end - start), 0);
  const found = occurrences.find(({ start, end }) => end - start === longest);
  return found?.readings.map(({ ref }) => ref) ?? [];
}

/**
 * Search names and glosses.
 *
 * @param limit - How many entries at most.
 * @returns The best first: a name that is the query, one that begins with it, one with a word that
 *   does, one that holds it, and glosses in which all words of the query stand. As the library has
 *   them among equals.
 */
export function searchLibrary(index: LibraryIndex, query: string, limit: number): IndexedEntry[] {
  const folded = foldText(query.slice(0, LONGEST_QUERY));
  if (folded === '') return [];
  const ranked: { readonly found: IndexedEntry; readonly rank: number }[] = [];
  for (const found of index.entries.values()) {
    const rank = rankOf(found.entry, folded);
    if (rank < NOT_FOUND) ranked.push({ found, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ found }) => found);
}

const NOT_FOUND = 5;

function rankOf(entry: Entry, query: string): number {
  const best = Math.min(...entry.names.map(({ text }) => rankOfName(foldText(text), query)));
  if (best < NOT_FOUND) return best;
  const texts = [entry.gloss, ...entry.translations.map(({ gloss }) => gloss)].map(foldText);
  const words = query.split(' ');
  return texts.some((text) => words.every((word) => text.includes(word))) ? 4 : NOT_FOUND;
}

function rankOfName(name: string, query: string): number {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(` ${query}`)) return 2;
  return name.includes(query) ? 3 : NOT_FOUND;
}

/** Lower case, without accents, on one line. */
function foldText(text: string): string {
  const bare = usualLetters(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return bare.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
