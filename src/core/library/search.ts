/** Finds entries of the library by a text that the reader types or selects, in all senses. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import { collectKeys } from '../matching/matcher.ts';
import { createLexicon, findOccurrences } from '../matching/occurrences.ts';
import { usualLetters } from '../text/same-letters.ts';
import { readWords } from '../text/word-keys.ts';
import { type IndexedEntry, type LibraryIndex, lookUpAll } from './library-index.ts';
import {
  hasWord,
  hasWordLike,
  holdsWord,
  type SearchText,
  searchTextOf,
  searchWords,
} from './search-text.ts';

/** Longest part of a selection that is read, in UTF-16 code units: no term is longer. */
const LONGEST_SELECTION = 1_000;
/** The same for a query in a search box: each of its words is searched in each gloss. */
const LONGEST_QUERY = 200;

/**
 * Find the entries that a selected text names, in all senses.
 *
 * @returns If the whole text is a name in any case (ncg), the entries with it; else those that the
 *   longest name in it could mean. In the library's order; empty if it holds no name.
 */
export function identify(index: LibraryIndex, selected: string): EntryRef[] {
  const text = selected.slice(0, LONGEST_SELECTION).replace(/\s+/g, ' ').trim();
  const words = readWords(text);
  const keys = new Set<number>();
  collectKeys(words, 0, words.count, keys);
  const candidates = lookUpAll(index, keys);
  const folded = foldText(text);
  const whole = candidates.filter(({ names }) => names.some((n) => foldText(n.text) === folded));
  if (whole.length > 0) return whole.map(({ ref }) => ref);
  const occurrences = findOccurrences(text, createLexicon(candidates), words);
  const longest = Math.max(...occurrences.map(({ start, end }) => end - start), 0);
  const found = occurrences.find(({ start, end }) => end - start === longest);
  return found?.readings.map(({ ref }) => ref) ?? [];
}

/**
 * Search names and glosses for words in any order; the beginning of a word is enough.
 *
 * @param limit - Most entries returned.
 * @returns The best first: a name equals the query, begins with it, or holds all its words; then
 *   names and glosses together hold them. Equals are in the library's order. Only if nothing is
 *   found are words with one wrong letter accepted.
 */
export function searchLibrary(
  index: LibraryIndex,
  query: string,
  limit = Number.POSITIVE_INFINITY,
): IndexedEntry[] {
  const words = searchWords(query.slice(0, LONGEST_QUERY));
  if (words.length === 0) return [];
  const found = rankAll(index, (text) => rankOf(text, words));
  if (found.length > 0) return found.slice(0, limit);
  return rankAll(index, (text) => rankByNearWords(text, words)).slice(0, limit);
}

const NOT_FOUND = 6;

function rankAll({ entries }: LibraryIndex, rankOne: (text: SearchText) => number): IndexedEntry[] {
  const ranked: { readonly found: IndexedEntry; readonly rank: number }[] = [];
  for (const found of entries.values()) {
    const rank = rankOne(searchTextOf(found.entry));
    if (rank < NOT_FOUND) ranked.push({ found, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found);
}

function rankOf({ names, joined, all }: SearchText, words: readonly string[]): number {
  const whole = words.join('');
  if (joined.includes(whole)) return 0;
  const allIn = (row: string, has: typeof hasWord) => words.every((word) => has(row, word));
  if (joined.some((name) => name.startsWith(whole))) return 1;
  if (names.some((name) => allIn(name, hasWord))) return 2;
  if (names.some((name) => allIn(name, holdsWord))) return 3;
  if (allIn(all, hasWord)) return 4;
  return allIn(all, holdsWord) ? 5 : NOT_FOUND;
}

function rankByNearWords({ names, all }: SearchText, words: readonly string[]): number {
  const isNear = (row: string) =>
    words.every((word) => hasWord(row, word) || hasWordLike(row, word));
  if (!isNear(all)) return NOT_FOUND;
  return names.some(isNear) ? 0 : 1;
}

/** Lower case, without accents, on one line. */
function foldText(text: string): string {
  const bare = usualLetters(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return bare.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
