/**
 * Finds many phrases in a text at once, each by the key of its first word or word pair.
 *
 * What a text pays grows with its words and with the phrases that begin like something in it, not
 * with the number of phrases.
 */

import { usualLetters } from '../text/same-letters.ts';
import type { Span } from '../text/span.ts';
import { isInvisible, isUnspaced, pairKey, readWords, type Words } from '../text/word-keys.ts';

/** Phrases, each with what it stands for. */
export interface Matcher<T> {
  readonly byKey: Map<number, Pattern<T>[]>;
  /** A bit for each key that is there, and now and then for one that is not: for a quick no. */
  readonly filter: Int32Array;
}

/** Bits for the filter, as a power of two: of some thousand phrases one word in thirty passes. */
const FILTER_BITS = 16;

interface Pattern<T> {
  readonly value: T;
  /** Words as the name has them, without full stops and invisible characters. */
  readonly words: readonly string[];
  readonly folded: readonly string[];
  /** What stands between word i and i + 1. */
  readonly gaps: readonly Gap[];
  readonly exact: boolean;
  /** Signs right before the first word and right behind the last: the ++ of C++. */
  readonly head: string;
  readonly tail: string;
}

/**
 * A plus, a number sign or an emoji is part of the name that it stands right beside. Without a
 * property of Unicode, which would take its time to compile.
 */
const HEAD = /[+#\u2190-\u2bff\ud800-\udfff]\S*$/;
const TAIL = /^\S*[+#\u2190-\u2bff\ud800-\udfff]/;

/** `''`: nothing. `' '`: a blank or a hyphen. Anything else: just that. */
type Gap = string;

/** A phrase where it stands. */
export interface Match<T> extends Span {
  readonly value: T;
}

export function createMatcher<T>(): Matcher<T> {
  return { byKey: new Map(), filter: new Int32Array(2 ** (FILTER_BITS - 5)) };
}

/** Whether a key may be there; the upper bits of a key are mixed best. */
function mayHave(filter: Int32Array, key: number): boolean {
  const bit = key >>> (32 - FILTER_BITS);
  return ((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/**
 * Whether a phrase begins among words, told by their keys alone; now and then none does.
 *
 * @param keys - Of words in a row, of which those from `from` to `to` are looked at.
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
 * The stretches of words in which a phrase begins, told by their keys alone; a few hold none.
 *
 * One long loop, for the same reason as in `appendWords`.
 *
 * @param ends - Where each stretch ends among `keys`; the first begins at 0.
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

/** The keys that a text asks for: each word and each pair of neighbours, `from` word to `to`. */
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
 * Add a phrase.
 *
 * @param letterCase - `exact`: only as written, or all in capitals in a text of capitals.
 */
export function addPhrase<T>(
  matcher: Matcher<T>,
  phrase: string,
  letterCase: 'exact' | 'any',
  value: T,
): void {
  const { count, starts, ends } = readWords(phrase);
  const key = keyOf(phrase);
  if (key === null) return;
  const words: string[] = [];
  const gaps: Gap[] = [];
  for (let i = 0; i < count; i++) {
    words.push(bare(phrase.slice(starts[i], ends[i])));
    if (i + 1 < count) gaps.push(gapOf(phrase.slice(ends[i], starts[i + 1])));
  }
  const folded = words.map((word) => word.toLowerCase());
  const pattern: Pattern<T> = {
    value,
    words,
    folded,
    gaps,
    exact: letterCase === 'exact',
    head: HEAD.exec(phrase.slice(0, starts[0]))?.[0] ?? '',
    tail: TAIL.exec(phrase.slice(ends[count - 1]))?.[0] ?? '',
  };
  const same = matcher.byKey.get(key);
  if (same) same.push(pattern);
  else matcher.byKey.set(key, [pattern]);
  const bit = key >>> (32 - FILTER_BITS);
  matcher.filter[bit >>> 5] = (matcher.filter[bit >>> 5] as number) | (1 << (bit & 31));
}

/**
 * Find every place where a phrase stands between word boundaries.
 *
 * A blank in a phrase matches any white space or one hyphen, and the other way round; between
 * unspaced characters (워싱턴 선언) it may be missing. Only the last word may be a plural.
 *
 * @param words - The words of `text`, of which those from `from` to `to` are read.
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

/** A text and its words: those from `from` to `to`. The others are of other texts. */
interface Written {
  readonly text: string;
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

function collect<T>(
  patterns: readonly Pattern<T>[],
  written: Written,
  at: number,
  matches: Match<T>[],
): void {
  const { starts, ends } = written.words;
  for (const pattern of patterns) {
    const { head, tail, value } = pattern;
    const last = at + pattern.words.length - 1;
    if (last >= written.to || !fits(pattern, written, at)) continue;
    const start = starts[at]! - head.length;
    const end = ends[last]!;
    if (written.text.startsWith(head, start) && written.text.startsWith(tail, end)) {
      matches.push({ start, end: end + tail.length, value });
    }
  }
}

function fits<T>(pattern: Pattern<T>, written: Written, at: number): boolean {
  const { text, words } = written;
  const { starts, ends } = words;
  const last = pattern.words.length - 1;
  const isShouted = () => isInCapitals(written, at, at + last);
  for (let k = 0; k <= last; k++) {
    const word = bare(text.slice(starts[at + k], ends[at + k]));
    if (!isSameWord(pattern, k, word, k === last, isShouted)) return false;
    if (k < last && !isSameGap(pattern.gaps[k] as Gap, text, ends[at + k], starts[at + k + 1])) {
      return false;
    }
  }
  return true;
}

function isSameWord<T>(
  pattern: Pattern<T>,
  k: number,
  written: string,
  mayBePlural: boolean,
  isShouted: () => boolean,
): boolean {
  const expected = pattern.words[k] as string;
  if (written === expected) return true;
  if (mayBePlural && isPluralOf(written, expected)) return true;
  const folded = written.toLowerCase();
  const expectedFolded = pattern.folded[k] as string;
  if (folded !== expectedFolded && !(mayBePlural && isPluralOf(folded, expectedFolded))) {
    return false;
  }
  if (!pattern.exact) return true;
  return written === written.toUpperCase() && expected !== expected.toUpperCase() && isShouted();
}

/** Whether one is the other with a plural s, either way: entries name "strategic assets". */
function isPluralOf(one: string, other: string): boolean {
  // Not "Studiess": what ends in an s has no such plural.
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long === `${short}s` && !short.endsWith('s');
}

/** So many neighbours are looked at to tell a headline in capitals from one word in them. */
const NEIGHBOURS = 3;

/** Whether the words around a match are in capitals too, as in some headlines. */
function isInCapitals({ text, words, from, to }: Written, first: number, last: number): boolean {
  let seen = 0;
  const end = Math.min(to, last + 1 + NEIGHBOURS);
  for (let i = Math.max(from, first - NEIGHBOURS); i < end; i++) {
    if (i >= first && i <= last) continue;
    const word = text.slice(words.starts[i], words.ends[i]);
    if (word !== word.toUpperCase()) return false;
    if (word.length > 1) seen++;
  }
  return seen > 1;
}

function isSameGap(gap: Gap, text: string, end = 0, start = 0): boolean {
  if (end === start) return gap === '' || (gap === ' ' && isBetweenUnspaced(text, end));
  return gapOf(text.slice(end, start), text.charCodeAt(end - 1)) === gap;
}

function isBetweenUnspaced(text: string, at: number): boolean {
  return isUnspaced(text.charCodeAt(at - 1)) && isUnspaced(text.charCodeAt(at));
}

/** One form for what stands between two words. A full stop belongs to the initials before it. */
function gapOf(raw: string, before = 0x53): Gap {
  const text = bare(raw, false);
  if (text === '') return '';
  if (/^(?:\.?\s+|\.?[-\u2010-\u2013\u2212])$/.test(text)) {
    return text.startsWith('.') && !isCapital(before) ? text : ' ';
  }
  return text
    .trim()
    .replace(/[·ㆍ・･‧•∙]/g, '·')
    .replace(/[’ʼ]/g, "'");
}

const isCapital = (code: number) => code >= 0x41 && code <= 0x5a;

/** Usual letters, without what cannot be seen, and without the full stops of initials. */
function bare(written: string, withoutStops = true): string {
  const text = usualLetters(written);
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isInvisible(code) && !(withoutStops && code === 0x2e)) plain += text[i];
  }
  return plain.length === text.length ? text : plain;
}
