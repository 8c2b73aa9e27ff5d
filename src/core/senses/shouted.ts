/** Tells acronyms from ordinary words among capitals: SHAPE in "NATO IN POOR SHAPE". */
import type { Occurrence, Reading } from '../matching/candidate.ts';
import type { BlockEvidence } from './evidence.ts';
import { WEIGHT } from './sign.ts';

/** Beside another word, not between the commas or slashes of a list of acronyms. */
const BEHIND_WORD = /\w['’]?\s+$/;
const BEFORE_WORD = /^\s+\w/;

/**
 * Whether an occurrence among capitals may be an ordinary word: its letters could be one, and mean
 * the entry in less than half of their uses. Cues and countries tell the subject, which a word has
 * too: only another name of the entry in the same block says that it is none.
 */
export function mayBeWord(
  { block: { text }, hits }: BlockEvidence,
  { start, end, isShouted }: Occurrence,
  { ref, name }: Reading,
): boolean {
  // What has no vowel (NLL, JCS) is no word in capitals either.
  if (!isShouted || (name.usually ?? 1) >= 0.5 || !/[AEIOUY]/.test(name.text)) return false;
  const isInRow =
    BEHIND_WORD.test(text.slice(Math.max(0, start - 4), start)) ||
    BEFORE_WORD.test(text.slice(end, end + 3));
  if (!isInRow) return false;
  return !hits.some(
    ({ sign, start: at }) =>
      sign.ref === ref && sign.side === 'ours' && sign.weight === WEIGHT.name && at !== start,
  );
}
