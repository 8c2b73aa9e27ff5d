/** Generated words of pages and terms, in no language, with the lengths of English words. */
import { type Chance, createChance } from './chance.ts';

const SYLLABLES = (
  'al an ar bel bo ca cor da del den di dor e en fa fer fi ga gen ha hel i il ka ken la len lo ma ' +
  'mel mo na nor o per pi ra ren ri ro sa sel ta ten ti tor u va ven vi za'
).split(' ');

/** About as many different words as a newspaper uses in a week. */
const WORDS = 8_000;

/** All words in lower case, the most common first. */
export const VOCABULARY: readonly string[] = createVocabulary();

function createVocabulary(): string[] {
  const chance = createChance(7);
  const words = new Set<string>();
  while (words.size < WORDS) {
    let word = '';
    for (let left = 1 + chance.number(4); left > 0; left--) word += chance.pick(SYLLABLES);
    words.add(word);
  }
  return [...words];
}

/** A random word with the frequencies of running text (roughly Zipf's law). */
export function drawWord(chance: Chance): string {
  const rank = Math.floor(WORDS ** (chance.number(1_000_000) / 1_000_000));
  return VOCABULARY[rank - 1]!;
}

export const capitalise = (word: string) => word[0]!.toUpperCase() + word.slice(1);
