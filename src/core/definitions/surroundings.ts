/** Finds a long form among the words before or behind a place in a text. */

import type { Span } from '../text/span.ts';
import { isUnspaced } from '../text/word-keys.ts';
import { MAX_WORDS } from './letter-search.ts';
import { type Anchors, align } from './long-form.ts';
import { MIDDLE_DOTS } from './middle-dots.ts';
import { cutWords, type Word } from './name-words.ts';
import { lettersOf } from './short-form.ts';

/** How far from the place a long form may reach, in UTF-16 code units. */
const REACH = 260;
/** The same for each word that it may have. */
const REACH_OF_WORD = 22;

const EDGE_START = /^[\s"'“”„‘’«»‹›*.,:;/–—-]+/;
// It is anchored at the end of its text, so its time grows with the square of the length: it is
// given 40 code units.
const EDGE_END = new RegExp(String.raw`[\s"'“”„‘’«»‹›*,:;${MIDDLE_DOTS}–—-]+$`);

/** A span without the white space, quotes and marks at its two ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const from = EDGE_START.exec(piece)?.[0].length ?? 0;
  if (from === piece.length) return { start: end, end };
  const to = EDGE_END.exec(piece.slice(-40))?.[0].length ?? 0;
  return { start: start + from, end: end - to };
}

/**
 * Find the long form of `short` that ends at `end`: the nearest words before it that fit.
 *
 * @param tight - Only plain initials count, because no bracket marks the place.
 * @param from - Where the previous definition ends: the long form does not reach back over it.
 */
export function findLongBefore(
  text: string,
  end: number,
  short: string,
  tight = false,
  from = 0,
): Span | null {
  const letters = lettersOf(short);
  const most = candidateWords(letters.text.length);
  const least = Math.max(from, end - Math.min(REACH, most * REACH_OF_WORD));
  const clause = withoutPossessive(
    text,
    trimSpan(text, { start: startOfClause(text, end, least), end }),
  );
  const area = /\d/.test(short) ? clause : withoutDate(text, clause);
  const tail = sharedTail(short, text.slice(area.start, area.end));
  if (tail > 0) {
    const head = short.slice(0, -tail);
    const long = findLongBefore(text, area.end - tail, head, tight, from);
    if (long !== null) return { start: long.start, end: area.end };
  }
  const words = lastWords(cutWords(text, area), most);
  const found = align(letters, words, { atStart: false, toEnd: true, tight });
  if (found === null) return null;
  const start = startOfToken(text, words, found.first, area.start);
  const long = withCountry(text, { start, end: area.end }, area.start);
  return isLonger(text, long, short) ? long : null;
}

/** Find the long form of `short` that begins at `start` and ends at `end` or before it. */
export function findLongAfter(
  text: string,
  { start, end }: Span,
  short: string,
  anchors: Pick<Anchors, 'toEnd' | 'tight'>,
): Span | null {
  const area = withoutPossessive(
    text,
    trimSpan(text, { start, end: Math.min(end, start + REACH) }),
  );
  const letters = lettersOf(short);
  const words = cutWords(text, area).slice(0, MAX_WORDS);
  const found = align(letters, words, { ...anchors, atStart: true });
  if (found === null) return null;
  const last = anchors.toEnd ? area.end : endOfToken(words, found.last);
  const long = { start: words[found.first]!.start, end: last };
  return isLonger(text, long, short) ? long : null;
}

/**
 * The length of the word, with its blank, with which both end: "tumor necrosis factor alpha (TNF
 * alpha)", "Open Skies Treaty (OS Treaty)"; 0 if there is none.
 */
function sharedTail(short: string, before: string): number {
  const tail = / \p{L}\p{Ll}{2,}$/u.exec(short)?.[0] ?? '';
  return before.toLowerCase().endsWith(tail.toLowerCase()) ? tail.length : 0;
}

/** Whether a long form has more letters than its short form and does not contain it as a word. */
function isLonger(text: string, { start, end }: Span, short: string): boolean {
  const long = text.slice(start, end);
  return lettersOf(long).text.length > lettersOf(short).text.length && !isWordOf(short, long);
}

function isWordOf(short: string, long: string): boolean {
  const word = short.toLowerCase();
  const text = long.toLowerCase();
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isInWord(text, at) && !isInWord(text, at + word.length)) return true;
  }
  return false;
}

/** Whether a word goes on over `at`: NATO is one in anti-NATO, NATO2030 and NATO군, not in SENATOR. */
const isInWord = (text: string, at: number): boolean =>
  /^(?:[\p{L}\p{M}]{2}|\p{N}{2})$/u.test(text.slice(Math.max(0, at - 1), at + 1)) &&
  isUnspaced(text.charCodeAt(at - 1)) === isUnspaced(text.charCodeAt(at));

/** Most words of a long form: min(n + 5, 2n) in Schwartz & Hearst; here without small words. */
const candidateWords = (letters: number): number => Math.min(letters + 5, letters * 2 + 1);

function lastWords(words: readonly Word[], most: number): Word[] {
  let first = words.length;
  let count = 0;
  while (first > 0 && words.length - first < MAX_WORDS) {
    const { joined, small } = words[first - 1]!;
    if (!joined && !small && ++count > most) break;
    first--;
  }
  return words.slice(first);
}

const CLAUSE_STARTS = '([（［〔「『【）］〕」』】;\t|\ufffc';

/** Where the clause begins that ends at `end`: no long form begins before it. */
function startOfClause(text: string, end: number, least: number): number {
  let at = end;
  while (at > least && /\s/.test(text[at - 1]!)) at--;
  const last = at;
  while (at > least) {
    const char = text[at - 1]!;
    if (char === ')' || char === ']') {
      const opening = gluedOpening(text, at - 1, least);
      if (opening < 0) break;
      at = opening;
      continue;
    }
    if (CLAUSE_STARTS.includes(char)) break;
    if (at < last && SENTENCE_ENDS.includes(char) && isEndOfSentence(text, at)) break;
    at--;
  }
  return at;
}

const MAX_GLUED = 60;
/** An acronym in a bracket, a hyphen and another name: "the ministry (MND)-Joint Chiefs". */
const ACRONYM_BEHIND = /^[([][A-Z.]{2,}[)\]][-‑]\p{Lu}\p{Ll}$/u;

/** The opening of a bracket that is part of a word, as in poly(ADP-ribose), or -1. */
function gluedOpening(text: string, closing: number, least: number): number {
  const from = Math.max(least, closing - MAX_GLUED);
  const opening = text.slice(from, closing).lastIndexOf(text[closing] === ')' ? '(' : '[') + from;
  if (opening < from) return -1;
  const isBehindAcronym = ACRONYM_BEHIND.test(text.slice(opening, closing + 4));
  const inWord =
    /\S/.test(text[opening - 1] ?? ' ') ||
    (/[-‑]/.test(text[closing + 1] ?? ' ') && !isBehindAcronym);
  return inWord ? opening : -1;
}

/** Fewest letters before a full stop that ends a sentence: not U.S., Gen., S. Korea. */
const SHORTENED = 4;

const SENTENCE_ENDS = '.!?。\n';

function isEndOfSentence(text: string, at: number): boolean {
  const char = text[at - 1]!;
  if (char === '\n') return /\n[^\S\n]*\n$/.test(text.slice(Math.max(0, at - 40), at));
  if (!/\s/.test(text[at] ?? ' ')) return false;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 30), at - 1))?.[0] ?? '';
  return char !== '.' || (word.length >= SHORTENED && !word.includes('.'));
}

/** Extend a long form back to the start of its token: "2,4-dinitrophenyl", not "dinitrophenyl". */
function startOfToken(text: string, words: readonly Word[], first: number, least: number): number {
  let at = words[first]!.start;
  if (!words[first]!.joined) return at;
  while (at > least && !/[\s"“”‘«»—–]/.test(text[at - 1]!)) {
    if (text.startsWith('--', at - 2)) break;
    at--;
  }
  return at;
}

function endOfToken(words: readonly Word[], last: number): number {
  let k = last;
  while (k + 1 < words.length && words[k + 1]!.joined) k++;
  return words[k]!.end;
}

/** A possessive; some editors set an accent for the apostrophe. */
const POSSESSIVE = /[\p{L}\p{N}.]['’´ʼ`]s$/u;

/** End a name before its possessive: "The Joint Chiefs of Staff’s (JCS) chairman". */
export const withoutPossessive = (text: string, { start, end }: Span): Span =>
  POSSESSIVE.test(text.slice(Math.max(start, end - 3), end))
    ? { start, end: end - 2 }
    : { start, end };

/** Formations whose name includes their country even if the short form has no letters of it. */
const FORMATION = /\s(?:Army|Command|Corps|Fleet|Forces?|Guard|Navy)$/;
const COUNTRY = /(?<![^\s"“'‘(])(?:U\.?S\.?|U\.?K\.?|United\s(?:States|Kingdom)|Japan)\s$/;

/** Extend the name of a formation by its country: U.S. Central Command (CENTCOM). */
function withCountry(text: string, { start, end }: Span, least: number): Span {
  if (!FORMATION.test(text.slice(Math.max(start, end - 12), end))) return { start, end };
  const country = COUNTRY.exec(text.slice(Math.max(least, start - 20), start))?.[0] ?? '';
  return { start: start - country.length, end };
}

const DATE = /\s(?:in|of|from|since|for)\s(?:the\s|[Ff]iscal\s(?:[Yy]ear\s)?)?\d{4}s?$/;

/** End a name before a date that follows it: "… for Africa in the 1990s (UN-NADAF)". */
function withoutDate(text: string, { start, end }: Span): Span {
  const date = DATE.exec(text.slice(Math.max(start, end - 24), end));
  return { start, end: end - (date?.[0].length ?? 0) };
}
