/**
 * Finds many phrases in a text at once, each by the key of its one word or of its first two.
 *
 * The time grows with the words of the text and with the phrases that begin like something in it,
 * but not with the number of phrases.
 */

import { usualLetters } from '../text/same-letters.ts';
import type { Span } from '../text/span.ts';
import { pairKey, readWords, type Words } from '../text/word-keys.ts';
import { createPattern, fits, isInCapitals, type Pattern, type Written } from './pattern.ts';

/** Phrases, each with a value. */
export interface Matcher<T> {
  readonly byKey: Map<number, Pattern<T>[]>;
  /** Bloom filter with one hash: a clear bit proves that a key is absent, without a look-up. */
  readonly filter: Int32Array;
}

/** The filter has 2 to the power of this many bits: with 2,000 phrases one word in 30 passes. */
const FILTER_BITS = 16;

/** A place in a text where a phrase stands, with the phrase's value. */
export interface Match<T> extends Span {
  readonly value: T;
  /** True for an acronym among capitals, where its own tell nothing. */
  readonly isShouted: boolean;
}

export function createMatcher<T>(): Matcher<T> {
  return { byKey: new Map(), filter: new Int32Array(2 ** (FILTER_BITS - 5)) };
}

/** Whether a key may be there; false is certain. The high bits are used: they are mixed best. */
function mayHave(filter: Int32Array, key: number): boolean {
  const bit = key >>> (32 - FILTER_BITS);
  return ((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/**
 * Whether a phrase may begin among some words, judged by their keys; false is certain.
 *
 * @param keys - Keys of consecutive words; those from `from` to before `to` are read.
 */
export function mayHold(
  matcher: Matcher<unknown>,
  keys: Int32Array,
  from: number,
  to: number,
): boolean {
  if (matcher.byKey.size === 0) return false;
  return findHolders(matcher, keys.subarray(from, to), [to - from]).length > 0;
}

/**
 * Find the stretches of words in which a phrase may begin, judged by their keys. A few of those
 * found hold none; those not found hold none for certain.
 *
 * One long loop, since calls would cost too much before the engine has optimised them.
 *
 * @param ends - Where each stretch ends in `keys`; the first begins at 0.
 * @returns Their numbers, in order.
 */
export function findHolders(
  { byKey, filter }: Matcher<unknown>,
  keys: Int32Array,
  ends: ArrayLike<number>,
): number[] {
  const holders: number[] = [];
  if (byKey.size === 0) return holders;
  let number = 0;
  let end = ends[0] as number;
  for (let i = 0; i < keys.length; ) {
    while (i >= end) end = ends[++number] as number;
    const key = keys[i++] as number;
    let bit = key >>> (32 - FILTER_BITS);
    let holds = ((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0 && byKey.has(key);
    if (!holds && i < end) {
      const pair = pairKey(key, keys[i] as number);
      bit = pair >>> (32 - FILTER_BITS);
      holds = ((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0 && byKey.has(pair);
    }
    if (!holds) continue;
    holders.push(number);
    i = end;
  }
  return holders;
}

/**
 * The key by which a phrase is looked up: that of its one word, or of its first two.
 *
 * @returns The key, or null if the phrase holds no word.
 */
export function keyOf(phrase: string): number | null {
  const { count, keys } = readWords(phrase);
  if (count === 0) return null;
  return count === 1 ? (keys[0] as number) : pairKey(keys[0] as number, keys[1] as number);
}

/** Add the keys of the words from `from` to before `to`, and of all pairs of neighbours. */
export function collectKeys(
  words: Words,
  from: number,
  to: number,
  into: { add(key: number): void },
): void {
  const { keys } = words;
  for (let i = from; i < to; i++) {
    const key = keys[i] as number;
    into.add(key);
    if (i + 1 < to) into.add(pairKey(key, keys[i + 1] as number));
  }
}

/**
 * Add a phrase; one without a word is ignored.
 *
 * @param letterCase - `exact`: only as written, or in capitals where the words around are in
 *   capitals too. `any`: upper and lower case alike.
 * @param isName - Whether it is a name: one word alone is then not found without a final s.
 */
export function addPhrase<T>(
  matcher: Matcher<T>,
  phrase: string,
  letterCase: 'exact' | 'any',
  value: T,
  isName = letterCase === 'exact',
): void {
  const key = keyOf(phrase);
  if (key === null) return;
  const pattern = createPattern(phrase, letterCase === 'exact', isName, value);
  const same = matcher.byKey.get(key);
  if (same) same.push(pattern);
  else matcher.byKey.set(key, [pattern]);
  const bit = key >>> (32 - FILTER_BITS);
  matcher.filter[bit >>> 5] = (matcher.filter[bit >>> 5] as number) | (1 << (bit & 31));
}

/**
 * Find every place where a phrase stands between word boundaries.
 *
 * A blank in a phrase matches any white space or one hyphen, and a hyphen matches a blank. Beside
 * an unspaced character (워싱턴 선언, K9 자주포) it may be missing. Between and behind countries of
 * one syllable (한미연합사) nothing, a blank and a middle dot are the same. Only the last word may
 * be a plural.
 *
 * @param words - The words of `text`; those from `from` to before `to` are read.
 * @returns Matches in order of start, longest first among those that start together.
 */
export function findPhrases<T>(
  matcher: Matcher<T>,
  text: string,
  words: Words,
  from = 0,
  to: number = words.count,
): Match<T>[] {
  const matches: Match<T>[] = [];
  const { byKey, filter } = matcher;
  if (byKey.size === 0) return matches;
  const { keys } = words;
  const written: Written = { text, words, from, to };
  for (let i = from; i < to; i++) {
    const key = keys[i] as number;
    const singles = mayHave(filter, key) && byKey.get(key);
    if (singles) collect(singles, written, i, matches);
    if (i + 1 === to) break;
    const pair = pairKey(key, keys[i + 1] as number);
    const pairs = mayHave(filter, pair) && byKey.get(pair);
    if (pairs) collect(pairs, written, i, matches);
  }
  return matches.length > 1 ? matches.sort((a, b) => a.start - b.start || b.end - a.end) : matches;
}

function collect<T>(
  patterns: readonly Pattern<T>[],
  written: Written,
  at: number,
  matches: Match<T>[],
): void {
  const { starts, ends } = written.words;
  for (const pattern of patterns) {
    const { head, tail, value, isAcronym } = pattern;
    const last = at + pattern.words.length - 1;
    if (last >= written.to || !fits(pattern, written, at)) continue;
    const start = starts[at]! - head.length;
    const end = ends[last]!;
    // Brackets may be full-width ones.
    const behind = tail && usualLetters(written.text.slice(end, end + tail.length));
    if (written.text.startsWith(head, start) && behind === tail) {
      const isShouted = isAcronym && isInCapitals(written, at, last);
      matches.push({ start, end: end + tail.length, value, isShouted });
    }
  }
}
