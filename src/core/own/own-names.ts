/** Judges how pages treat the names of own entries. */

import { isSmallWord } from '../definitions/name-words.ts';
import type { Entry } from '../glossary/glossary.ts';
import { addPhrase, createMatcher, findPhrases } from '../matching/matcher.ts';
import { isCommonWord } from '../text/common-words.ts';
import { isEverydayWord } from '../text/everyday-words.ts';
import { usualLetters } from '../text/same-letters.ts';
import { readWords } from '../text/word-keys.ts';

/**
 * `sure`: marked wherever it stands. `common`: marked only with evidence. `everyday`: never marked.
 */
type OwnNameState = 'sure' | 'common' | 'everyday';

/** Fewest letters, digits and signs of a sure name: a single one has many meanings. */
const FEWEST_SIGNS = 2;

/** Judge a name. Readers mean the names they write, so most are `sure`; frequent words are not. */
export function judgeOwnName(name: string): OwnNameState {
  const text = usualLetters(name).trim();
  if (isEverydayWord(text)) return 'everyday';
  if (isCommonWord(text) || isSmallWord(text.toLowerCase()) || !/\p{L}/u.test(text))
    return 'common';
  const signs = text.match(/[\p{L}\p{N}\p{S}#&]/gu)?.length ?? 0;
  return signs < FEWEST_SIGNS ? 'common' : 'sure';
}

/** Fold names that are found at the same places on pages to one form, as well as we can tell. */
export const foldOwnName = (name: string): string =>
  usualLetters(name)
    .toLowerCase()
    .replace(/[\s.\u00ad\u200b-\u200d\u2010-\u2013\u2212-]+/g, '')
    .replace(/(?<=\p{L}{2})s$/u, '');

/** The part of a name that is searched on pages; null if it holds no word. */
export function foundAs(name: string): string | null {
  const matcher = createMatcher<null>();
  addPhrase(matcher, name, 'exact', null);
  const [found] = findPhrases(matcher, name, readWords(name));
  return found ? name.slice(found.start, found.end) : null;
}

/** A note to the reader about a name: its kind, and the values for the words of the note. */
export interface NameNote {
  readonly kind: 'common' | 'everyday' | 'foundAs' | 'twice';
  readonly values: readonly string[];
}

/**
 * Make the notes about a name while the reader types it.
 *
 * @param others - The reader's other own entries.
 */
export function noteName(name: string, others: readonly Entry[]): NameNote[] {
  const found = foundAs(name);
  if (found === null) return [];
  const notes: NameNote[] = [];
  const state = judgeOwnName(name);
  if (state !== 'sure') notes.push({ kind: state, values: [name] });
  if (withoutMarks(found) !== withoutMarks(name)) {
    notes.push({ kind: 'foundAs', values: [name, found] });
  }
  const folded = foldOwnName(name);
  const other = others.find(({ names }) => names.some(({ text }) => foldOwnName(text) === folded));
  if (other) notes.push({ kind: 'twice', values: [name, other.names[0]?.text ?? ''] });
  return notes;
}

/** A text without blanks and punctuation, whose loss is not worth a note. */
const withoutMarks = (text: string): string => text.replace(/[\s"'.,!?:;()\u2018-\u201d]/gu, '');
