/** Compares the long form that a text gives for a short form with those that we know. */
import { usualLetters } from '../text/same-letters.ts';

/** Likeness from which on two wordings name the same thing: four words of five, or all of three. */
const SAME = 0.8;
/** Likeness up to which they name different things; between the two other evidence decides. */
const DIFFERENT = 0.5;
/** Letters at the start that two forms of one word share: consultative, consultation. */
const STEM_LETTERS = 5;

const FUNCTION_WORDS = new Set(
  'a an and the of for in on to at by with from und der die das de del la le et y e di do da'.split(
    ' ',
  ),
);

type Closeness = 'same' | 'unsure' | 'different';

/**
 * Compare a long form that a text gives with those of an entry.
 *
 * Order, case, hyphens, function words and word endings do not count: "nuclear and conventional
 * integration" is "conventional-nuclear integration", and "Extended Deterrence Strategy
 * Consultative Group" is the "… Strategy and Consultation Group". Words that only name a party or
 * a relative ("NATO Nuclear Planning Group", "U.S.-Korea …") do not count either.
 *
 * @param long - As the text has it.
 * @param known - The entry's long forms and aliases.
 * @param ignorable - Names whose words may be missing or added, such as those of relatives.
 */
export function compareLongForms(
  long: string,
  known: readonly string[],
  ignorable: readonly string[] = [],
): Closeness {
  let best = 0;
  for (const other of known) {
    if (isHangul(long) === isHangul(other)) best = Math.max(best, likeness(long, other, ignorable));
  }
  if (best >= SAME) return 'same';
  return best > DIFFERENT ? 'unsure' : 'different';
}

function likeness(written: string, known: string, ignorable: readonly string[]): number {
  const one = usualLetters(written);
  const other = usualLetters(known);
  if (isHangul(one)) return likenessOfSyllables(one, other);
  const b = contentWords(other);
  const skipped = new Set(ignorable.flatMap(contentWords).filter((word) => !b.includes(word)));
  const a = contentWords(one).filter((word) => !skipped.has(word));
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let shared = 0;
  for (const word of a) {
    const at = left.findIndex((each) => isSameStem(word, each));
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return shared / Math.max(a.length, b.length);
}

/** Likeness by shared syllables; 1 if the first ends with the second (한미 핵협의그룹, 핵협의그룹). */
function likenessOfSyllables(one: string, other: string): number {
  const a = one.replace(/[^가-힣]/g, '');
  const b = other.replace(/[^가-힣]/g, '');
  if (a === '' || b === '') return 0;
  if (a.endsWith(b)) return 1;
  const left = [...b];
  let shared = 0;
  for (const syllable of a) {
    const at = left.indexOf(syllable);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}

function contentWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u00ad.]/gu, '');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !FUNCTION_WORDS.has(word));
}

function isSameStem(one: string, other: string): boolean {
  if (one === other || one === `${other}s` || other === `${one}s`) return true;
  // British and American spelling: defence, defense; organisation, organization.
  const spelling = (word: string) =>
    word.replace(/z/g, 's').replace(/ence$/, 'ense').replace(/our/, 'or');
  if (spelling(one) === spelling(other)) return true;
  return (
    one.length > STEM_LETTERS &&
    other.length > STEM_LETTERS &&
    commonStart(one, other) >= Math.max(STEM_LETTERS, Math.min(one.length, other.length) - 4)
  );
}

function commonStart(one: string, other: string): number {
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  return i;
}

function isHangul(text: string): boolean {
  return /[\u1100-\u11ff가-힣]/.test(text);
}
