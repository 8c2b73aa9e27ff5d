/** Whether a name in a text is a name there, and not a piece of an address, code or a word. */

import { beginsWithClosing, isParticles } from './particles.ts';
import { mayBeUnusual, usualLetters } from './same-letters.ts';
import type { Span } from './span.ts';
import { isInvisible } from './word-keys.ts';

/**
 * Whether the span stands free: not in an address, a handle, a path, a file name or code, and, in
 * Hangul, not inside a longer word.
 *
 * @param start - UTF-16 code units.
 * @param end - Exclusive.
 */
export function standsFree(text: string, start: number, end: number): boolean {
  if (!mayBeUnusual(text.slice(Math.max(0, start - NEAR), end + NEAR))) {
    return isFree(text, start, end);
  }
  const before = usualLetters(textBefore(text, start));
  const name = usualLetters(text.slice(start, end));
  const after = usualLetters(text.slice(end, end + ADDRESS_REACH));
  return isFree(before + name + after, before.length, before.length + name.length);
}

/** How far beside a name we look for letters in other forms, in UTF-16 code units. */
const NEAR = 16;

function isFree(text: string, start: number, end: number): boolean {
  const left = skipBack(text, start);
  const right = skipOn(text, end);
  if (!isFreeOnLeft(text, left) || !isFreeOnRight(text, right)) return false;
  return isFreeInHangul(text, { start, end }, { start: left, end: right });
}

/** The offset before the invisible characters that end at `at`; `at` itself if there are none. */
function skipBack(text: string, at: number): number {
  let i = at;
  while (i > 0 && isInvisible(text.charCodeAt(i - 1))) i--;
  return i;
}

function skipOn(text: string, at: number): number {
  let i = at;
  while (i < text.length && isInvisible(text.charCodeAt(i))) i++;
  return i;
}

/** Marks before a name that make it part of an address, a variable, a formula or a handle. */
const TIES_LEFT = '@\\=$%~`&^|';

function isFreeOnLeft(text: string, at: number): boolean {
  if (at === 0) return true;
  const mark = text[at - 1] as string;
  if (TIES_LEFT.includes(mark)) return false;
  if (mark === '.') return !/[a-z\d]/i.test(text.charAt(at - 2));
  if (mark === '/' || mark === '-') return !isInPath(text, at);
  if (mark === ':') return !/\w/.test(text.charAt(at - 2)) || isCapitalLabel(text, at);
  return /\s/.test(mark) || !isInAddress(text, at);
}

/** Whether a colon follows a word with a capital: `Update:NATO` is prose, `xmlns:NCG` is code. */
function isCapitalLabel(text: string, at: number): boolean {
  const label = /(\w+):$/.exec(text.slice(Math.max(0, at - 40), at))?.[1] ?? '';
  return /^[A-Z]/.test(label);
}

const TIES_RIGHT = '@\\=~`&^|';

function isFreeOnRight(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const mark = text[at] as string;
  if (TIES_RIGHT.includes(mark) || isInMail(text, at)) return false;
  if (mark === '.') return !isFileEnding(text, at);
  if (mark === '/' || mark === '-') return !isInPath(text, at);
  if (mark === ':') return text[at + 1] !== ':' && text.slice(at + 1, at + 3) !== '//';
  if (mark === '(') return text[at + 1] !== ')';
  if (mark === '+' || mark === '#') return goesOn(text, at);
  return true;
}

/** Whether `+` or `#` joins two words (NATO+EU). In OPEC+, C++ and C# it makes another name. */
const goesOn = (text: string, at: number): boolean => /^.[\w가-힣]/.test(text.slice(at, at + 2));

/** Whether a full stop has a small letter or digit right behind it: `cni.key`, `NATO.int`. */
function isFileEnding(text: string, at: number): boolean {
  return /^[a-z0-9]/.test(text.charAt(at + 1));
}

/** Length of the text on either side in which we look for an address, in UTF-16 code units. */
const ADDRESS_REACH = 200;

const textBefore = (text: string, at: number): string =>
  text.slice(Math.max(0, at - ADDRESS_REACH), at);

/** Whether the run without blanks around `at` is an address or a path: `https://…`, `/etc/cni`. */
function isInPath(text: string, at: number): boolean {
  const before = textBefore(text, at).split(/\s/).at(-1) as string;
  const [after = ''] = text.slice(at, at + ADDRESS_REACH).split(/\s/, 1);
  const run = (before + after).replace(/^[("'“‘<[]+/, '');
  return /^(?:[/~.@]|www\.|[a-z]+:\/\/|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/)|:\/\//i.test(run);
}

/** Whether an address reaches from before `at` up to it: `https://example.org/#NCG`. */
function isInAddress(text: string, at: number): boolean {
  return /(?:[a-z]:\/\/|\bwww\.)[!-~]*$/i.test(textBefore(text, at));
}

/** Whether the word that ends at `at` begins an e-mail address: `NCG-press@example.org`. */
function isInMail(text: string, at: number): boolean {
  return /^[\w.+-]*@\w/.test(text.slice(at, at + ADDRESS_REACH));
}

/** A name of this many syllables or more does not occur inside a longer Hangul word by chance. */
const SAFE_SYLLABLES = 4;

/** Prefixes that may stand before a short Hangul name without a blank: 한미, 대북. */
const HANGUL_BEFORE =
  /(?:^|[^가-힣])(?:한미|미한|한|한국|우리|남한|대북|북핵|대|반|비|탈|친|주|재|범|전|현)$/;

/** Nouns that may follow a name whatever comes behind them: 나토회원국들끼리. */
const NOUN_AFTER = /^(?:정상회의|회원국|동맹국|사무총장|대변인|관계자|사령부|사령관|장관|차관)/;

/** Most syllables that particles behind a name can have together. */
const MOST_AFTER = 16;

/** @param beside - The span of the name with the invisible characters on both sides of it. */
function isFreeInHangul(text: string, { start, end }: Span, beside: Span): boolean {
  const opens = isHangul(text.charCodeAt(start)) && isHangul(text.charCodeAt(beside.start - 1));
  const closes = isHangul(text.charCodeAt(end - 1)) && isHangul(text.charCodeAt(beside.end));
  if (!opens && !closes) return true;
  const isLong = end - start >= SAFE_SYLLABLES;
  const before = text.slice(Math.max(0, beside.start - 4), beside.start);
  if (opens && !isLong && !HANGUL_BEFORE.test(before)) return false;
  return !closes || mayGoOn(text, { start, end }, beside.end, isLong);
}

/**
 * Whether a name keeps its meaning with the Hangul that follows it.
 *
 * A long name may begin any longer word (주한미군기지), unless it is followed by a particle that
 * ends words and by more behind that: 한미연합사가 is the command, 한미연합사가족 are families.
 */
function mayGoOn(text: string, { start, end }: Span, from: number, isLong: boolean): boolean {
  const name = text.slice(start, end);
  const tail = /^[가-힣]*/.exec(text.slice(from, from + MOST_AFTER + 1))?.[0] ?? '';
  if (NOUN_AFTER.test(tail)) return true;
  if (tail.length <= MOST_AFTER && isParticles(name, tail)) return true;
  return isLong && !beginsWithClosing(name, tail);
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}
