/**
 * Splits a text into words and gives each a key, before names are looked up by these keys.
 *
 * A word is a run of letters, digits and underscores; its key is a hash of it in lower case without
 * a final plural s. In Hangul, Han and kana each character is a word of its own. Initials with full
 * stops are one word: `U.S.` is `us`. Soft hyphens and zero-width characters are ignored. Letters
 * in other forms (ＮＣＧ, decomposed Hangul) count as the usual ones.
 */
import { isUnusual, rewriteLetters } from './same-letters.ts';

/** The words of one or more texts, as parallel arrays of which the first `count` items are used. */
export interface Words {
  count: number;
  /** UTF-16 code units; `end` is exclusive. */
  starts: Int32Array;
  ends: Int32Array;
  keys: Int32Array;
}

const OTHER = 1;
const LETTER = 2;
const SINGLE = 3;
const INVISIBLE = 4;
/** Part of a letter that may have another form. */
const UNUSUAL = 5;

/** Class of each UTF-16 code unit, worked out when first met; 0: not yet known. */
const classes = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) {
  classes[code] = /\w/.test(String.fromCharCode(code)) ? LETTER : OTHER;
}
/** Lower case of each code unit up to U+024F, so that most words need no string. */
const lower = new Uint16Array(0x250);
for (let code = 0; code < lower.length; code++) {
  const folded = String.fromCharCode(code).toLowerCase();
  lower[code] = folded.length === 1 ? folded.charCodeAt(0) : code;
}

const FULL_STOP = 0x2e;
const SMALL_S = 0x73;

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const HASH_START = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
/** Constants of `pairKey`: without them a pair could have the key of a single word. */
export const PAIR_PRIME = HASH_PRIME;
export const PAIR_MARK = 0x2b;

/** @param capacity - How many words there is room for before the arrays grow. */
export function createWords(capacity = 256): Words {
  return {
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    keys: new Int32Array(capacity),
  };
}

/** Read the words of a text. */
export function readWords(text: string): Words {
  const words = createWords(Math.max(16, text.length >> 2));
  appendWords(words, text);
  return words;
}

/** Whether a text holds at least one word. */
export function holdsWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code] || classify(code);
    if (kind === LETTER || kind === SINGLE || kind === UNUSUAL) return true;
  }
  return false;
}

/**
 * Add the words of a text, or of a part of it, to `words`.
 *
 * Their spans are UTF-16 code units from the beginning of that part. Where letters in other forms
 * occur, the part is rewritten with the usual ones and read again; its spans are still of `text`.
 */
export function appendWords(words: Words, text: string, from = 0, to: number = text.length): void {
  const first = words.count;
  if (appendUsual(words, text, from, to)) return;
  words.count = first;
  const part = text.slice(from, to);
  const usual = rewriteLetters(part);
  appendUsual(words, usual?.text ?? part, 0, usual?.text.length ?? part.length, true);
  if (usual === null) return;
  const { starts, ends, count } = words;
  for (let k = first; k < count; k++) {
    const span = usual.spanOf({ start: starts[k] as number, end: ends[k] as number });
    starts[k] = span.start;
    ends[k] = span.end;
  }
}

/**
 * Add the words of a text in which all letters have their usual form.
 *
 * One long loop: it runs over every letter of a page before the engine has optimised anything, and
 * function calls would then cost more than the work itself.
 *
 * @param isRewritten - The text was rewritten already: unusual characters that are left are no
 *   letters.
 * @returns False if it met a letter that may have another form: the caller discards what was added.
 */
function appendUsual(
  words: Words,
  text: string,
  from: number,
  to: number,
  isRewritten = false,
): boolean {
  let { starts, ends, keys, count } = words;
  for (let i = from; i < to; ) {
    let code = text.charCodeAt(i);
    let kind = classes[code] || classify(code);
    if (kind === UNUSUAL && !isRewritten) return false;
    if (kind === UNUSUAL || kind === OTHER || kind === INVISIBLE) {
      i++;
      continue;
    }
    const start = i;
    let end = ++i;
    let key = Math.imul(HASH_START ^ code, HASH_PRIME);
    if (kind === LETTER) {
      // `key` is that of the word so far, `before` that of the word without its last letter.
      let before = HASH_START;
      let last = code < 0x250 ? (lower[code] as number) : foldHigh(code);
      key = Math.imul(HASH_START ^ last, HASH_PRIME);
      let letters = 1;
      let run = 1;
      for (; i < to; i++) {
        code = text.charCodeAt(i);
        kind = classes[code] || classify(code);
        if (kind === LETTER) {
          last = code < 0x250 ? (lower[code] as number) : foldHigh(code);
          before = key;
          key = Math.imul(key ^ last, HASH_PRIME);
          letters++;
          run++;
          end = i + 1;
        } else if (code === FULL_STOP && run === 1 && isInitial(text, i + 1, to)) {
          run = 0;
        } else if (kind !== INVISIBLE) {
          break;
        }
      }
      if (last === SMALL_S && letters > 2) key = before;
    }
    if (count === keys.length) {
      words.count = count;
      grow(words);
      ({ starts, ends, keys } = words);
    }
    starts[count] = start - from;
    ends[count] = end - from;
    keys[count++] = key;
  }
  words.count = count;
  return true;
}

/** Whether a single letter stands at `at`, such as the S of `U.S.`. */
function isInitial(text: string, at: number, end: number): boolean {
  if (!isLetterAt(text, at, end) || isDigit(text.charCodeAt(at))) return false;
  return !isLetterAt(text, at + 1, end);
}

function isLetterAt(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const code = text.charCodeAt(at);
  return (classes[code] || classify(code)) === LETTER;
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

function foldHigh(code: number): number {
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** Hash all UTF-16 code units of a text to a 32-bit integer (FNV-1a). */
export function hashText(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), HASH_PRIME);
  return hash;
}

/** The key of two words that stand side by side. */
export function pairKey(first: number, second: number): number {
  return Math.imul(Math.imul(first, 31) ^ second, PAIR_PRIME) ^ PAIR_MARK;
}

function grow(words: Words): void {
  const larger = (old: Int32Array) => {
    const array = new Int32Array(old.length * 2);
    array.set(old);
    return array;
  };
  words.starts = larger(words.starts);
  words.ends = larger(words.ends);
  words.keys = larger(words.keys);
}

function classify(code: number): number {
  const kind = classOf(code);
  classes[code] = kind;
  return kind;
}

/** Middle dots that Unicode classes as letters. Here they separate words, as in 한ㆍ미. */
const LETTER_DOTS = 'ㆍ・･ᆞ';
const FULL_WIDTH_MARK = /(?![\uff10-\uff19\uff21-\uff3a\uff41-\uff5a])[\uff01-\uff5e]/;
/** Enclosed numbers: they number what follows (①NCG) and are no part of its name. */
const ENCLOSED = /[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/;

function classOf(code: number): number {
  if (isInvisible(code)) return INVISIBLE;
  const char = String.fromCharCode(code);
  if (LETTER_DOTS.includes(char)) return OTHER;
  if (isUnusual(code)) return FULL_WIDTH_MARK.test(char) ? OTHER : UNUSUAL;
  if (ENCLOSED.test(char)) return OTHER;
  if (isUnspaced(code)) return SINGLE;
  return /[\p{L}\p{M}\p{N}_]/u.test(char) ? LETTER : OTHER;
}

/** Whether a code unit is invisible inside words: the soft hyphen and zero-width characters. */
export function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

/** Whether each character counts as a word: kana, Han, Hangul syllables and jamo. */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}
