/** What becomes on pages of the names that a reader gives to entries of his own. */

import { isSmallWord } from '../definitions/name-words.ts';
import type { Entry } from '../glossary/glossary.ts';
import { addPhrase, createMatcher, findPhrases } from '../matching/matcher.ts';
import { isCommonWord } from '../text/common-words.ts';
import { isEverydayWord } from '../text/everyday-words.ts';
import { usualLetters } from '../text/same-letters.ts';
import { readWords } from '../text/word-keys.ts';

/**
 * `sure`: marked wherever it stands. `common`: marked where other words speak for it. `everyday`:
 * never marked.
 */
type OwnNameState = 'sure' | 'common' | 'everyday';

/** One letter means many things, and a number counts many. */
const FEWEST_SIGNS = 2;

/** What readers write down themselves, they mean; only words that stand everywhere they cannot. */
export function judgeOwnName(name: string): OwnNameState {
  const text = usualLetters(name).trim();
  if (isEverydayWord(text)) return 'everyday';
  if (isCommonWord(text) || isSmallWord(text.toLowerCase()) || !/\p{L}/u.test(text))
    return 'common';
  const signs = text.match(/[\p{L}\p{N}\p{S}#&]/gu)?.length ?? 0;
  return signs < FEWEST_SIGNS ? 'common' : 'sure';
}

/** One form for names that are found in the same places, as far as that can be told. */
export const foldOwnName = (name: string): string =>
  usualLetters(name)
    .toLowerCase()
    .replace(/[\s.\u00ad\u200b-\u200d\u2010-\u2013\u2212-]+/g, '')
    .replace(/(?<=\p{L}{2})s$/u, '');

/** @returns What of a name is looked for on pages; null where it holds no word. */
export function foundAs(name: string): string | null {
  const matcher = createMatcher<null>();
  addPhrase(matcher, name, 'exact', null);
  const [found] = findPhrases(matcher, name, readWords(name));
  return found ? name.slice(found.start, found.end) : null;
}

/** What a reader should know of a name: its code, and what is filled into the words for it. */
export interface NameNote {
  readonly kind: 'common' | 'everyday' | 'foundAs' | 'twice';
  readonly values: readonly string[];
}

/**
 * What is worth saying of a name while it is typed.
 *
 * @param others - The other entries that the reader has written.
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
  const twin = others.find(({ names }) => names.some(({ text }) => foldOwnName(text) === folded));
  if (twin) notes.push({ kind: 'twice', values: [name, twin.names[0]?.text ?? ''] });
  return notes;
}

/** Quotation marks and ends of sentences are not missed. */
const withoutMarks = (text: string): string => text.replace(/[\s"'.,!?:;()\u2018-\u201d]/gu, '');
