/** Finds where names stand in a text. Their meaning there is decided later, from evidence. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import { standsFree } from '../text/boundaries.ts';
import type { Span } from '../text/span.ts';
import { readWords, type Words } from '../text/word-keys.ts';
import type { Candidate, Occurrence, Reading } from './candidate.ts';
import { addPhrase, createMatcher, findPhrases, type Match, type Matcher } from './matcher.ts';

/** The candidates that the library has sent for a page so far, with a matcher of their names. */
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
 * Add candidates; names that are there already are not added twice.
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
      addPhrase(lexicon.names, name.text, name.case, { ref: candidate.ref, name }, true);
    }
    news.push(merged);
  }
  return news;
}

/**
 * Find the names of a lexicon in a text.
 *
 * A span holds the name and a plural s, but no possessive, particle, quotation mark or bracket. Of
 * names that overlap only the longest is kept. Names inside addresses, handles, paths and longer
 * words are left out.
 *
 * @param words - The words of `text`, if they were read already: those from `from` to before `to`.
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
  return joinReadings(keepLongest(withoutFalsePlurals(text, free)));
}

/** Leave out plurals with a capital S where a name ends in that S itself: ISIS is not many ISI. */
function withoutFalsePlurals(
  text: string,
  matches: readonly Match<Reading>[],
): readonly Match<Reading>[] {
  const isPlural = ({ end, value }: Match<Reading>) =>
    text[end - 1] === 'S' && !/s$/i.test(value.name.text);
  if (!matches.some(isPlural)) return matches;
  const whole = new Set(matches.filter((match) => !isPlural(match)).map(({ end }) => end));
  return matches.filter((match) => !isPlural(match) || !whole.has(match.end));
}

/**
 * Of matches that overlap keep the longest; those with equal spans are all kept.
 *
 * @param matches - In order of start.
 */
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

/** Of a chain of overlapping matches take the longest, then the next that still has room. */
function untangle<T>(tangle: readonly Match<T>[]): readonly Match<T>[] {
  if (tangle.length < 2) return tangle;
  const kept: Match<T>[] = [];
  const takenBy = new Map<number, Match<T>>();
  const byLength = withoutCutting(tangle).sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const match of byLength) {
    // Longer matches were kept first: one that overlaps this match covers its start or its end.
    const others = [takenBy.get(match.start), takenBy.get(match.end - 1)];
    if (!others.every((other) => !other || isSameSpan(match, other))) continue;
    kept.push(match);
    for (let at = match.start; at < match.end; at++) takenBy.set(at, match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Leave out matches that begin with the last words of a longer name: "Security Council resolution" in
 * "National Security Council resolution", where both councils are names.
 */
function withoutCutting<T>(tangle: readonly Match<T>[]): Match<T>[] {
  const firstStarts = new Map<number, number>();
  for (const { start, end } of tangle) {
    firstStarts.set(end, Math.min(start, firstStarts.get(end) ?? start));
  }
  const tailEnds = new Map<number, number>();
  for (const { start, end } of tangle) {
    if ((firstStarts.get(end) as number) < start) {
      tailEnds.set(start, Math.min(end, tailEnds.get(start) ?? end));
    }
  }
  return tangle.filter(({ start, end }) => end <= (tailEnds.get(start) ?? end));
}

const isSameSpan = (one: Span, other: Span) => one.start === other.start && one.end === other.end;

function joinReadings(matches: readonly Match<Reading>[]): Occurrence[] {
  const occurrences: (Occurrence & { readings: Reading[] })[] = [];
  for (const { start, end, value, isShouted } of matches) {
    const last = occurrences.at(-1);
    if (!last || last.start !== start) {
      occurrences.push({ start, end, readings: [value], ...(isShouted && { isShouted }) });
    } else if (last.readings.every(({ ref }) => ref !== value.ref)) last.readings.push(value);
  }
  return occurrences;
}
