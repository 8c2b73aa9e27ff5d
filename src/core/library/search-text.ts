/**
 * Texts as a search compares them: without case, accents, dots and quotation marks, as rows of words.
 *
 * Hangul is taken apart into its letters, so that a syllable that is still being typed finds those
 * that it may become, and it is looked for inside words too: compounds are written without blanks.
 */
import type { Entry } from '../glossary/glossary.ts';

/** One entry, made ready: each row begins and ends with a blank, as does each of its words. */
export interface SearchText {
  /** The names, one a row. */
  readonly names: readonly string[];
  /** The same without blanks between their words. */
  readonly joined: readonly string[];
  /** Names and glosses together. */
  readonly all: string;
}

/** In words of fewer letters one wrong letter makes another word. */
const FEWEST_TO_MEND = 4;
/** Inside a Latin word fewer letters than this are found by chance. */
const FEWEST_INSIDE = 3;

/** Marks that are left out as if nothing stood there: N.C.G., Pilots’, “so-called”. */
const LEFT_OUT = /["'.\u2018-\u201f\u2032\u2033\u00b4`\u00ab\u00bb\u2039\u203a\u300c-\u300f]/g;
const MARKS = /[\u0300-\u036f\ufe00-\ufe0f\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Signs count where names are made of them: C++, C#, &, emoji. */
const WORD = /[\p{L}\p{M}\p{N}+#&\p{Extended_Pictographic}]+/gu;
/** Letters of Hangul, of which any row begins with one that begins a syllable. */
const HANGUL = /^[\u1100-\u11ff]/;
/** A syllable in letters, or one letter of any other script. */
const LETTER = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|./gsu;

/** The words of a text, each as it is compared. */
export function searchWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(MARKS, '').replace(LEFT_OUT, '').toLowerCase();
  return folded.match(WORD) ?? [];
}

const texts = new WeakMap<Entry, SearchText>();

/** Made once for each entry: a library is searched again with each letter that is typed. */
export function searchTextOf(entry: Entry): SearchText {
  const known = texts.get(entry);
  if (known) return known;
  const words = entry.names.map(({ text }) => searchWords(text));
  const names = words.map(toRow);
  const glosses = [entry.gloss, ...entry.translations.map(({ gloss }) => gloss)];
  const made: SearchText = {
    names,
    joined: words.map((each) => each.join('')),
    all: [...names, ...glosses.map((gloss) => toRow(searchWords(gloss)))].join(''),
  };
  texts.set(entry, made);
  return made;
}

const toRow = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Whether a word of the row begins with `word`; of Hangul, whether one holds it. */
export const hasWord = (row: string, word: string): boolean =>
  row.includes(HANGUL.test(word) ? word : ` ${word}`);

/** Whether the row holds `word` anywhere, in words without blanks between them too. */
export function holdsWord(row: string, word: string): boolean {
  if (HANGUL.test(word)) return row.replaceAll(' ', '').includes(word);
  return word.length >= FEWEST_INSIDE && row.includes(word);
}

/** Whether a word of the row begins as `word` does but for one letter, which is wrong, missing or too many. */
export function hasWordLike(row: string, word: string): boolean {
  const letters = lettersOf(word);
  if (letters.length < FEWEST_TO_MEND) return false;
  return row.split(' ').some((other) => isNearlyBeginning(letters, lettersOf(other)));
}

const lettersOf = (word: string): string[] => word.match(LETTER) ?? [];

/** Whether `other` begins with `word` once a letter is changed, left out, put in, or two swapped. */
function isNearlyBeginning(word: readonly string[], other: readonly string[]): boolean {
  if (other.length < word.length - 1) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  const agree = (from: number, shift: number) =>
    word.length + shift <= other.length &&
    word.slice(from).every((letter, i) => letter === other[from + shift + i]);
  return (
    agree(at + 1, 0) ||
    agree(at + 1, -1) ||
    agree(at, 1) ||
    (word[at] === other[at + 1] && word[at + 1] === other[at] && agree(at + 2, 0))
  );
}
