/**
 * Korean long forms of Latin short forms: 핵협의그룹(NCG), NCG(핵협의그룹).
 *
 * The two scripts share no letters, so length and place decide: a Korean name has about 1.5
 * syllables or more for each capital of its short form (핵·협의·그룹: three capitals, five syllables),
 * and its last word stands right before the bracket. Words before that are added until the name has
 * this length, but only bare nouns: a country or a word with a particle is no part of it.
 */

import type { Steps } from '../text/slices.ts';
import type { Span } from '../text/span.ts';
import { endsName, isOutside, isPerson, standsBefore } from './hangul-words.ts';
import { MIDDLE_DOTS } from './middle-dots.ts';

/** Syllables for each capital: fewest, as many as words are added for, and most. */
const LEAST = 1;
const ENOUGH = 1.5;
const MOST = 4.5;
/** A last word of more syllables than this is the whole name. */
const LONG_WORD = 3;
/** How far before a bracket we look for a name, in UTF-16 code units. */
const REACH = 60;
/** Longest inside of a bracket that defines something, in UTF-16 code units. */
const LONGEST_INSIDE = 240;

/** News agencies, which stand in brackets behind a place: 워싱턴(AFP). */
const AGENCIES = new Set(['AP', 'AFP', 'UPI', 'DPA', 'EFE', 'TASS']);

/*
 * `LAST_WORD`, `WORD_BEFORE` and the search for an opening quote are anchored at the end of their
 * text, so their time grows with the square of its length: they are given at most `REACH` code
 * units.
 */
const ACRONYM = /^[A-Z][A-Z\d&/+-]*s?(?: [A-Z][A-Z\d-]*)*$/u;
const HANGUL_WORD = String.raw`([\uac00-\ud7a3\d${MIDDLE_DOTS}-]*[\uac00-\ud7a3])`;
/** What may stand right before a name: a blank, a mark, or a bracket and a dot, as in a list. */
const EDGE = String.raw`(?:^|[\s“”"'‘’(]|[)）][${MIDDLE_DOTS}/])`;
const LAST_WORD = new RegExp(String.raw`${EDGE}${HANGUL_WORD}["'”’」』]?\s?$`, 'u');
const WORD_BEFORE = new RegExp(String.raw`(?:^|\s|(["'“‘「『]))${HANGUL_WORD}$`, 'u');
const HANGUL_NAME = new RegExp(
  String.raw`^[\uac00-\ud7a3${MIDDLE_DOTS}]+(?: [\uac00-\ud7a3${MIDDLE_DOTS}]+){0,3}$`,
);

/**
 * Find the Korean long form that ends at a bracket.
 *
 * @param end - Where the bracket opens.
 * @returns Its span, or null where the short form is no acronym or no Korean name stands there.
 */
export function findHangulBefore(text: string, end: number, short: string): Span | null {
  const capitals = capitalsOf(short);
  if (capitals < 2 || AGENCIES.has(short)) return null;
  const least = Math.max(0, end - REACH);
  const last = LAST_WORD.exec(text.slice(least, end));
  if (last === null || isPerson(last[1]!)) return null;
  const from = least + last.index + last[0].indexOf(last[1]!);
  const to = from + last[1]!.length;
  const quoted = openingQuote(text, least, from, to, end);
  const start = quoted ?? startOfName(text, least, from, to, capitals, short.includes(' '));
  return fits(text.slice(start, to), capitals) ? { start, end: to } : null;
}

/** Whether the inside of a bracket is the Korean long form of the acronym before it. */
export function isHangulLongForm(long: string, short: string): boolean {
  const capitals = capitalsOf(short);
  return (
    capitals >= 2 &&
    HANGUL_NAME.test(long) &&
    syllablesOf(long) >= Math.max(3, capitals) &&
    !long.split(' ').some(isOutside) &&
    fits(long, capitals)
  );
}

/** Media in brackets are credits: 사진(KBS·연합뉴스). */
const MEDIUM = /(?:통신|뉴스|신문|일보|방송|타임스|TV)$/;
const LAST_HANGUL = /[\uac00-\ud7a3]+(?=\s?$)/;

/**
 * Find a Korean long form and its acronym in a bracket behind a shorter name:
 * 나토(NATO·북대서양조약기구).
 *
 * @param opening - Where the bracket opens.
 * @param parts - The parts of its inside: the two, in either order.
 */
export function findHangulWithin(
  text: string,
  opening: number,
  parts: readonly Span[],
): { short: Span; long: Span } | null {
  if (parts.length !== 2) return null;
  const written = ({ start, end }: Span) => text.slice(start, end);
  const name = LAST_HANGUL.exec(text.slice(Math.max(0, opening - REACH), opening))?.[0] ?? '';
  const [one, other] = parts as [Span, Span];
  const [short, long] = capitalsOf(written(one)) > 0 ? [one, other] : [other, one];
  const form = written(short);
  const isLonger = syllablesOf(written(long)) > name.length && name !== '';
  return isLonger &&
    !AGENCIES.has(form) &&
    !MEDIUM.test(written(long)) &&
    isHangulLongForm(written(long), form) &&
    syllablesOf(written(long)) >= capitalsOf(form) * ENOUGH
    ? { short, long }
    : null;
}

const APPOSED =
  /(?<![\uac00-\ud7a3·])([\uac00-\ud7a3·]{5,20}), ?([A-Z][A-Z\d-]{2,9})(?![A-Za-z\d-]{0,3}\s?[,·]|와|과|\s(?:및|등|또는)|[A-Za-z\d])/gu;

/** Find one Korean word and its acronym behind a comma, but not in a list: 확장억제전략협의체, EDSCG …. */
export function* findHangulApposed(text: string): Steps<{ short: Span; long: Span }[]> {
  const pairs: { short: Span; long: Span }[] = [];
  if (!/[\uac00-\ud7a3], ?[A-Z]/u.test(text)) return pairs;
  for (const { 0: match, 1: long = '', 2: short = '', index } of text.matchAll(APPOSED)) {
    yield;
    const end = index + match.length;
    const isInList = /,\s*$/.test(text.slice(Math.max(0, index - 3), index));
    const capitals = capitalsOf(short);
    if (isInList || syllablesOf(long) < capitals * ENOUGH || !fits(long, capitals)) continue;
    pairs.push({
      short: { start: end - short.length, end },
      long: { start: index, end: index + long.length },
    });
  }
  return pairs;
}

/** Acronyms of syllables, not of initials: CENTCOM, EUROPOL. */
const OF_SYLLABLES = /^[A-Z]{2,}(?:COM|POL)$/;
const SYLLABLES = 3;

/** The number of capitals; 0 if a digit shows that it is a model: F-35A(스텔스 전투기). */
function capitalsOf(short: string): number {
  if (!ACRONYM.test(short) || /\d/.test(short)) return 0;
  const capitals = short.replace(/[^A-Z]/gu, '').length;
  return OF_SYLLABLES.test(short) ? Math.min(SYLLABLES, capitals) : capitals;
}

const syllablesOf = (text: string): number => text.replace(/[^\uac00-\ud7a3\d]/gu, '').length;

function fits(long: string, capitals: number): boolean {
  const syllables = syllablesOf(long);
  return (
    endsName(long) &&
    syllables >= Math.max(3, capitals * LEAST) &&
    syllables <= Math.max(8, capitals * MOST)
  );
}

/** The start of a name in quotes that close right behind it or behind the bracket; else null. */
function openingQuote(
  text: string,
  least: number,
  from: number,
  to: number,
  end: number,
): number | null {
  const before = /["'“‘「『]([^"'“”‘’「」『』,.]*)$/.exec(text.slice(least, from));
  if (before === null || before[1]!.split(' ').length > 4) return null;
  const closes = /^\s?["'”’」』]/;
  const closing = text.slice(end, end + LONGEST_INSIDE).indexOf(')');
  const behind = closing < 0 ? 0 : end + closing + 1;
  if (
    !closes.test(text.slice(to)) &&
    !(behind > 0 && closes.test(text.slice(behind, behind + 2)))
  ) {
    return null;
  }
  return from - before[1]!.length;
}

/** Syllables that are frequent in loan words from English: 컨테이너, 네트워크, 인터페이스. */
const LOAN = /[컨콘테네트워크터페플랫폼버프스템클킹큐릭틱팅닝렉퍼커머섹]/gu;
const isLoanWord = (word: string) => (word.match(LOAN)?.length ?? 0) >= 2;

/**
 * Find a row of loan words, one for each capital, since each renders one word of the English name.
 *
 * @returns Where the row begins, or null if there are fewer loan words than capitals.
 */
function startOfLoanWords(text: string, from: number, to: number, capitals: number): number | null {
  let start = from;
  if (!isLoanWord(text.slice(from, to))) return null;
  for (let words = 1; words < capitals; words++) {
    const word = /([\uac00-\ud7a3]+) $/u.exec(text.slice(Math.max(0, start - REACH), start))?.[1];
    if (word === undefined || !isLoanWord(word)) return null;
    start -= word.length + 1;
  }
  return start;
}

function startOfName(
  text: string,
  least: number,
  from: number,
  to: number,
  capitals: number,
  isPhrase: boolean,
): number {
  const loan = startOfLoanWords(text, from, to, capitals);
  if (loan !== null) return loan;
  let start = from;
  if (syllablesOf(text.slice(from, to)) > LONG_WORD && !isPhrase) return start;
  while (start > least && syllablesOf(text.slice(start, to)) < capitals * ENOUGH) {
    if (!/[^\S\n]/.test(text[start - 1]!)) break;
    const before = WORD_BEFORE.exec(text.slice(least, start - 1));
    const word = before?.[2] ?? '';
    if (word === '' || !standsBefore(word)) break;
    start -= 1 + word.length;
    if (before?.[1] !== undefined) break;
  }
  return start < from ? startOfPair(text, start) : start;
}

/** One syllable with 과 or 와 before a name, of which it is a part: 핵과 재래식 전력 통합. */
const JOINED = /(?<![^\s“"'‘(])([\uac00-\ud7a3])[과와] $/u;
/** Pronouns and parties, that are no part of the name: 이와, 남과. */
const NOT_JOINED = new Set('이 그 저 나 너 남 군 당 청 팀 적'.split(' '));

function startOfPair(text: string, start: number): number {
  const joined = JOINED.exec(text.slice(Math.max(0, start - 4), start));
  const isNoun = joined !== null && !isOutside(joined[1]!) && !NOT_JOINED.has(joined[1]!);
  return isNoun ? start - joined[0].length : start;
}
