/** Finds where names stand in a text. What they mean there is decided later, from evidence. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import { standsFree } from '../text/boundaries.ts';
import type { Span } from '../text/span.ts';
import { readWords, type Words } from '../text/word-keys.ts';
import type { Candidate, Occurrence, Reading } from './candidate.ts';
import { addPhrase, createMatcher, findPhrases, type Match, type Matcher } from './matcher.ts';

/** The terms that could stand on a page, as far as the library was asked. */
export interface Lexicon {
  readonly candidates: Map<EntryRef, Candidate>;
  readonly names: Matcher<Reading>;
}

export function createLexicon(candidates: readonly Candidate[] = []): Lexicon {
  const lexicon: Lexicon = { candidates: new Map(), names: createMatcher() };
  addCandidates(lexicon, candidates);
  return lexicon;
}

/**
 * Add what the library answered; names that are there already are not added twice.
 *
 * @returns The candidates that are new or have new names.
 */
export function addCandidates(lexicon: Lexicon, candidates: readonly Candidate[]): Candidate[] {
  const news: Candidate[] = [];
  for (const candidate of candidates) {
    const known = lexicon.candidates.get(candidate.ref);
    const texts = new Set(known?.names.map((name) => name.text));
    const names = candidate.names.filter((name) => !texts.has(name.text));
    if (known && names.length === 0) continue;
    const merged = { ...candidate, names: [...(known?.names ?? []), ...names] };
    lexicon.candidates.set(candidate.ref, merged);
    for (const name of names) {
      addPhrase(lexicon.names, name.text, name.case, { ref: candidate.ref, name });
    }
    news.push(merged);
  }
  return news;
}

/**
 * Find the names of a lexicon in a text.
 *
 * A span is the name alone: possessives, particles, quotation marks and brackets stay outside, a
 * plural s is in. Of names that overlap the longest stays. Names inside addresses, handles, paths
 * and longer words are none.
 *
 * @param words - The words of `text`, if they were read already: those from `from` to `to`.
 * @returns Occurrences in order, none overlapping another; spans in UTF-16 code units.
 */
export function findOccurrences(
  text: string,
  lexicon: Lexicon,
  words: Words = readWords(text),
  from = 0,
  to: number = words.count,
): Occurrence[] {
  const matches = findPhrases(lexicon.names, text, words, from, to);
  if (matches.length === 0) return [];
  const free = matches.filter(({ start, end }) => standsFree(text, start, end));
  return joinReadings(keepLongest(free));
}

/** Of matches that overlap keep the longest; equal spans stay together. Takes them by start. */
export function keepLongest<T>(matches: readonly Match<T>[]): Match<T>[] {
  const kept: Match<T>[] = [];
  let tangle: Match<T>[] = [];
  let reach = -1;
  for (const match of matches) {
    if (match.start >= reach) {
      kept.push(...untangle(tangle));
      tangle = [];
    }
    tangle.push(match);
    reach = Math.max(reach, match.end);
  }
  kept.push(...untangle(tangle));
  return kept;
}

/** The longest of some matches that overlap in a row, and those that it leaves room for. */
function untangle<T>(tangle: readonly Match<T>[]): readonly Match<T>[] {
  if (tangle.length < 2) return tangle;
  const kept: Match<T>[] = [];
  const takenBy = new Map<number, Match<T>>();
  const byLength = [...tangle].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const match of byLength) {
    // What is taken is taken by something no shorter, so that it covers an end of this one.
    const others = [takenBy.get(match.start), takenBy.get(match.end - 1)];
    if (!others.every((other) => !other || isSameSpan(match, other))) continue;
    kept.push(match);
    for (let at = match.start; at < match.end; at++) takenBy.set(at, match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const isSameSpan = (one: Span, other: Span) => one.start === other.start && one.end === other.end;

function joinReadings(matches: readonly Match<Reading>[]): Occurrence[] {
  const occurrences: (Occurrence & { readings: Reading[] })[] = [];
  for (const { start, end, value } of matches) {
    const last = occurrences.at(-1);
    if (!last || last.start !== start) occurrences.push({ start, end, readings: [value] });
    else if (last.readings.every(({ ref }) => ref !== value.ref)) last.readings.push(value);
  }
  return occurrences;
}
