/** Finds definitions that a bracket marks: LONG (SHORT), SHORT (LONG), (LONG, SHORT). */

import type { Steps } from '../text/slices.ts';
import type { Span } from '../text/span.ts';
import { findBrackets } from './brackets.ts';
import { findHangulBefore, findHangulWithin, isHangulLongForm } from './hangul-long-form.ts';
import { findHangulShort } from './hangul-short-form.ts';
import { MIDDLE_DOTS } from './middle-dots.ts';
import { isSmallWord } from './name-words.ts';
import { isShortForm } from './short-form.ts';
import { findLongAfter, findLongBefore, trimSpan, withoutPossessive } from './surroundings.ts';

/** The spans of a short form and of its long form. */
export interface Pair {
  readonly short: Span;
  readonly long: Span;
}

/** Words in a bracket before a form: "(hereafter NCG)", "(short for …)", "(ang. …)". */
const LEAD_IN =
  /^(?:the|an?|or|here(?:in)?after|henceforth|now|later|abbreviat(?:ed|ion)|abbr\.?|acronym|initials|(?:spanish|french|english|korean|german|russian|arabic) acronym|(?:better |also |commonly )?known|as|by|its|their|under|called|dubbed|referred to|that is(?: to say)?|in full|form(?:al|er)ly|officially|previously|i\.e\.|e\.g\.|ang\.|engl?\.|termed|in short|short|for|of|to|abgekürzt|kurz|en abrégé|w skrócie|skrót|siglas?|por sus siglas|en inglés|en anglais|이하|약칭|영문|영어로?)[\s:,]+/i;

/** What separates a form from other matter in the same bracket. */
const PARTING = new RegExp(String.raw`[:;,/|${MIDDLE_DOTS}]|\s[-–—=]\s|\s(?:or|see|and|in)\s`);

/** Find the definitions that brackets mark, in order of the text; one step for each bracket. */
export function* findInBrackets(text: string): Steps<Pair[]> {
  const pairs: Pair[] = [];
  let done = 0;
  for (const bracket of findBrackets(text)) {
    if (bracket.start < done) continue;
    yield;
    const inside = withoutEdges(text, bracket);
    if (inside.start === inside.end) continue;
    const found = readBracket(text, bracket.start - 1, inside, done);
    if (found.length > 0) done = bracket.end + 1;
    pairs.push(...found);
  }
  return pairs;
}

/** @param done - Where the previous definition ends: no long form reaches back over it. */
function readBracket(text: string, opening: number, inside: Span, done: number): Pair[] {
  const parts = partsOf(text, inside);
  const nickname = findHangulWithin(text, opening, parts);
  if (nickname !== null) return [nickname];
  const hangul = findHangulShort(text, opening, parts);
  const latin = readLatin(text, opening, inside, parts, done);
  return hangul === null ? latin : [hangul, ...latin];
}

function readLatin(
  text: string,
  opening: number,
  inside: Span,
  parts: readonly Span[],
  done: number,
): Pair[] {
  for (const short of [inside, parts[0]!]) {
    const form = text.slice(short.start, short.end);
    if (!isShortForm(form)) continue;
    const long =
      findLongBefore(text, opening, form, false, done) ??
      readHangul(text, opening, form, short === inside ? [inside] : parts);
    if (long !== null) return [{ short, long }];
  }
  const letter = readLetter(text, opening, parts[0]!);
  if (letter !== null) return [letter];
  const within = readWithin(text, opening, parts);
  if (within.length > 0) return within;
  const pair = readShortBefore(text, opening, inside, parts);
  return pair === null ? [] : [pair];
}

const ACRONYM = /^[A-Z][A-Z\d&+-]+$/;

/** Find a Korean long form, unless a list of acronyms follows what they are: 협의체(NCG, KIDD). */
function readHangul(text: string, opening: number, form: string, parts: readonly Span[]) {
  const acronyms = parts.filter(({ start, end }) => ACRONYM.test(text.slice(start, end)));
  return acronyms.length > 1 ? null : findHangulBefore(text, opening, form);
}

// `WORD_BEFORE` and `LAST_TOKENS` are anchored at the end of their text, so their time grows with
// the square of its length: they are given 40 code units.
const WORD_BEFORE = /(?<![^\s"“(])(\p{Ll}{4,})["”]? ?$/u;

/** Read "placebo (P)": one capital for the word in lower case before it. */
function readLetter(text: string, opening: number, short: Span): Pair | null {
  const letter = text.slice(short.start, short.end);
  if (!/^\p{Lu}$/u.test(letter)) return null;
  const from = Math.max(0, opening - 40);
  const before = WORD_BEFORE.exec(text.slice(from, opening));
  if (before === null || !before[1]!.startsWith(letter.toLowerCase())) return null;
  const start = from + before.index;
  return { short, long: { start, end: start + before[1]!.length } };
}

/**
 * Read (SHORT, LONG), (LONG, SHORT) and (LONG - SHORT). They often follow the long form in another
 * language.
 */
function readWithin(text: string, opening: number, parts: readonly Span[]): Pair[] {
  for (const [k, short] of parts.entries()) {
    const form = text.slice(short.start, short.end);
    if (!/\p{Lu}{2}/u.test(form) || !isShortForm(form)) continue;
    if (k === 0) {
      const next = parts.length === 2 ? parts[1]! : short;
      const behind = findLongAfter(text, next, form, { toEnd: true, tight: true });
      if (behind !== null) return [{ short, long: behind }];
      continue;
    }
    const long = findLongBefore(text, short.start, form);
    const pairs = long === null || long.start < parts[0]!.start ? [] : [{ short, long }];
    const hangul = readHangul(text, opening, form, parts);
    if (hangul !== null) pairs.unshift({ short, long: hangul });
    if (pairs.length > 0) return pairs;
  }
  return [];
}

const LAST_TOKENS =
  /(?:^|[\s"“'‘(])((?:\p{Lu}[^\s"“”()]*\s)?[\p{L}\p{N}][^\s"“”(),;]*)["”’']?\s*$/u;

/** Read SHORT (LONG). */
function readShortBefore(
  text: string,
  opening: number,
  inside: Span,
  parts: readonly Span[],
): Pair | null {
  const from = Math.max(0, opening - 40);
  const tokens = LAST_TOKENS.exec(text.slice(from, opening));
  if (tokens === null) return null;
  const last = tokens[1]!;
  const at = from + tokens.index + tokens[0].indexOf(last);
  const behindBlank = last.search(/\s/) + 1;
  for (const skip of behindBlank > 0 ? [behindBlank, 0] : [0]) {
    const form = last.slice(skip);
    if (!/\p{Lu}/u.test(form) || !isShortForm(form)) continue;
    const short = { start: at + skip, end: at + last.length };
    for (const area of areasOf(text, inside, parts)) {
      const long = readArea(text, area, form, area === inside);
      if (long !== null) return { short, long };
    }
  }
  return null;
}

/** Words of an aside, as in "the PLA (planes and ships)", which a noun phrase has none of. */
const isAside = (words: string): boolean =>
  /[,;:]\s/.test(words) || words.split(/\s+/).some(isSmallWord);

/** The letters of a longer form are hardly in an aside by chance. Letters and marks. */
const CHANCE = 5;

/**
 * Read a long form that fills a bracket, or is its first part. The first words of an aside may hold
 * all letters by chance, as in "the UK (unlike France)": in a part, and in an aside in small
 * letters, plain initials alone count; other small letters must reach the last word.
 */
function readArea(text: string, area: Span, form: string, isWhole: boolean): Span | null {
  const long = text.slice(area.start, area.end);
  if (isHangulLongForm(long, form)) return area;
  const isOne = !/\s/.test(long);
  if (isOne && (!isWhole || /\p{Ll}(?:ed|ly)$/u.test(long))) return null;
  const isSmall = isWhole && !isOne && /^\p{Ll}/u.test(long) && !/\d/.test(form);
  const tight = !isWhole || (isSmall && form.length <= CHANCE && isAside(long));
  const found = findLongAfter(text, area, form, { toEnd: tight || !isSmall, tight });
  return isSmall && found?.end !== area.end ? null : found;
}

/**
 * Where the long form may stand: the first part of a bracket, or all of it. Two Korean words are a
 * name in Korean letters and its meaning: NATO(나토·북대서양조약기구). One syllable is part of a name:
 * CNI(핵·재래식 통합).
 */
function areasOf(text: string, inside: Span, parts: readonly Span[]): readonly Span[] {
  const [first, last] = parts as [Span, Span?];
  if (last === undefined) return [inside];
  const isPair =
    parts.length === 2 &&
    /^[\uac00-\ud7a3]{2,}\n[\uac00-\ud7a3]{4,}$/.test(
      `${text.slice(first.start, first.end)}\n${text.slice(last.start, last.end)}`,
    );
  return isPair ? [first, last] : [first, inside];
}

const FOR_SHORT = /,?\sfor\sshort$/i;
/** A possessive before a bracket: "the Tide Safety Board’s (TSB’s) report". */
const OWNED = /[\p{L}.]['’´ʼ`]s?\s?$/u;

/** The inside of a bracket without words and marks that say how the form is used. */
function withoutEdges(text: string, bracket: Span): Span {
  const inside = withoutLeadIn(text, trimSpan(text, bracket));
  const tail = FOR_SHORT.exec(text.slice(inside.start, inside.end).slice(-12))?.[0] ?? '';
  const rest = { start: inside.start, end: inside.end - tail.length };
  const before = text.slice(Math.max(0, bracket.start - 5), bracket.start - 1);
  return OWNED.test(before) ? withoutPossessive(text, rest) : rest;
}

function withoutLeadIn(text: string, span: Span): Span {
  let rest = span;
  for (;;) {
    const lead = LEAD_IN.exec(text.slice(rest.start, rest.end));
    if (lead === null) return rest;
    rest = trimSpan(text, { start: rest.start + lead[0].length, end: rest.end });
  }
}

/** Split the inside of a bracket at commas, semicolons, dashes and the like. */
function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (;;) {
    const parting = PARTING.exec(text.slice(from, end));
    if (parting === null) break;
    parts.push(trimSpan(text, { start: from, end: from + parting.index }));
    from += parting.index + parting[0].length;
  }
  return [...parts, trimSpan(text, { start: from, end })];
}
