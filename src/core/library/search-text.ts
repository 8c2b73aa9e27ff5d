/**
 * Prepares texts for searching: words in lower case without accents, dots and quotation marks.
 *
 * Hangul is decomposed into letters, so that a syllable still being typed finds those that it may
 * become. It is also found inside words, since compounds are written without blanks.
 */
import type { Entry } from '../glossary/glossary.ts';

/** One entry, prepared. A row is words with one blank before and behind each. */
export interface SearchText {
  /** One row for each name. */
  readonly names: readonly string[];
  /** The names without blanks. */
  readonly joined: readonly string[];
  /** The rows of names and glosses, joined. */
  readonly all: string;
}

/** Fewest letters of a word that may have a wrong letter: shorter ones become other words. */
const FEWEST_TO_MEND = 4;
/** Fewest Latin letters that are searched inside words: fewer would be found by chance. */
const FEWEST_INSIDE = 3;

/** Marks that are deleted and do not separate words: N.C.G., Pilots’, “so-called”. */
const LEFT_OUT = /["'.\u2018-\u201f\u2032\u2033\u00b4`\u00ab\u00bb\u2039\u203a\u300c-\u300f]/g;
const MARKS = /[\u0300-\u036f\ufe00-\ufe0f\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** A word. It may hold signs of which names are made: C++, C#, &, emoji. */
const WORD = /[\p{L}\p{M}\p{N}+#&\p{Extended_Pictographic}]+/gu;
/** A word in Hangul, decomposed: it begins with a letter of Hangul. */
const HANGUL = /^[\u1100-\u11ff]/;
/** One decomposed syllable of Hangul, or one letter of another script. */
const LETTER = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|./gsu;

/** Split a text into words in the form in which they are compared. */
export function searchWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(MARKS, '').replace(LEFT_OUT, '').toLowerCase();
  return folded.match(WORD) ?? [];
}

const texts = new WeakMap<Entry, SearchText>();

/** Prepare an entry, once: the library is searched again for each letter that is typed. */
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

/** Whether a word of the row begins with `word`; if that is Hangul, whether a word holds it. */
export const hasWord = (row: string, word: string): boolean =>
  row.includes(HANGUL.test(word) ? word : ` ${word}`);

/** Whether the row holds `word` inside its words; if that is Hangul, blanks are ignored. */
export function holdsWord(row: string, word: string): boolean {
  if (HANGUL.test(word)) return row.replaceAll(' ', '').includes(word);
  return word.length >= FEWEST_INSIDE && row.includes(word);
}

/** Whether a word of the row begins with `word` if one letter is wrong, missing or too many. */
export function hasWordLike(row: string, word: string): boolean {
  const letters = lettersOf(word);
  if (letters.length < FEWEST_TO_MEND) return false;
  return row.split(' ').some((other) => isNearlyBeginning(letters, lettersOf(other)));
}

const lettersOf = (word: string): string[] => word.match(LETTER) ?? [];

/**
 * Whether `other` begins with `word` after one letter is changed, removed or added, or two swapped.
 */
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
