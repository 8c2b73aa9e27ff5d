/** The cheapest way to find the letters of a short form, in order, in a row of words. */
import type { Word } from './name-words.ts';

/**
 * What each step away from plain initials costs. Fitted on a random half of MED1250 and of the
 * United Nations texts of AAAI-22 together (F1 88.9 and 83.9); the halves left out of it score 90.7
 * and 84.9. Those for lists, for the x of "exercise" and between plain initials were added since, by
 * hand: on all of both (F1 89.9 and 84.5) nothing got worse.
 */
export const COST = {
  /** A letter right after the one matched before, in the same word: ExCom. */
  next: 0.4,
  /** The same, where the short form has a lower-case letter (AusAID), or from the third one on. */
  nextLower: 0.1,
  /** A letter further on in the word. */
  inside: 0.55,
  /** The same for a consonant behind a vowel, where parts of compounds begin: electro-cardio-gram. */
  insidePart: 0.3,
  /** Each letter of a word that the short form holds as a whole: UN-Women. Speaks for the pair. */
  whole: -0.15,
  /** A word entered behind its first letter. */
  headless: 2.6,
  /** The same for the x of "exercise": TTX, CPX. */
  ex: 0.2,
  /** A word left out: small ones, small ones between plain initials, parts of joined words, others. */
  skipSmall: 0.2,
  skipSmallPlain: 0.05,
  skipPart: 0.3,
  skip: 0.6,
  /** Words behind the last letter: parts of joined words, others. */
  trailPart: 0.55,
  trail: 1,
  /** The long form begins with a small word. */
  smallFirst: 0.7,
  comma: 1.2,
  /** A comma between the items of a list: chemical, biological, radiological and nuclear (CBRN). */
  list: 0.03,
  quote: 0.1,
  line: 0.15,
  /** Letters of the short form that nothing accounts for: a series mark (LSA-I), a digit (T3). */
  series: 1.5,
  digit: 1.4,
  /** The letters from last to first, as when Romance languages keep an English short form: Gruppo
   * consultivo nucleare (NCG). */
  turned: 1.2,
  /** Each word of the long form, so that the nearest of two equals wins. */
  word: 0.03,
};

interface Rest {
  readonly cost: number;
  readonly last: number;
}

/** Words between two letters of a short form cost no more than this. */
const MOST_PASSED = 3.9;

/** More words than this are never looked at. */
export const MAX_WORDS = 48;

/** The search for the cheapest way to match the letters from `i` on, the first of them in word `w`. */
export function createSearch(
  text: string,
  lower: readonly boolean[],
  words: readonly Word[],
  toEnd: boolean,
  isPlain: boolean,
): (i: number, w: number) => Rest | null {
  const memo = new Map<number, Rest | null>();

  function cheapest(i: number, w: number): Rest | null {
    const key = i * MAX_WORDS + w;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let best: Rest | null = null;
    const costs = costsInWord(text, lower, i, words[w]!);
    for (let taken = 1; taken < costs.length; taken++) {
      const cost = costs[taken]!;
      const rest = cost < Infinity ? behind(i + taken, w) : null;
      if (rest !== null && (best === null || cost + rest.cost < best.cost)) {
        best = { cost: cost + rest.cost, last: rest.last };
      }
    }
    memo.set(key, best);
    return best;
  }

  function behind(i: number, w: number): Rest | null {
    if (i === text.length) return { cost: toEnd ? trailCost(words, w + 1) : 0, last: w };
    let best: Rest | null = null;
    let passed = 0;
    for (let k = w + 1; k < words.length && passed < MOST_PASSED; k++) {
      const word = words[k]!;
      passed += gapCost(word);
      const rest = cheapest(i, k);
      if (rest !== null && (best === null || passed + rest.cost < best.cost)) {
        best = { cost: passed + rest.cost, last: rest.last };
      }
      passed += word.small && isPlain ? COST.skipSmallPlain : skipCost(word);
    }
    return best;
  }

  return cheapest;
}

function skipCost({ small, joined }: Word): number {
  if (small) return COST.skipSmall;
  return joined ? COST.skipPart : COST.skip;
}

function trailCost(words: readonly Word[], from: number): number {
  let cost = 0;
  for (const word of words.slice(from)) {
    cost += gapCost(word);
    cost += word.small ? COST.skipSmall : word.joined ? COST.trailPart : COST.trail;
  }
  return cost;
}

function gapCost({ gap }: Word): number {
  if (gap === 'comma') return COST.comma;
  if (gap === 'list') return COST.list;
  if (gap === 'quote') return COST.quote;
  return gap === 'line' ? COST.line : 0;
}

/** Letters of one word that a short form may hold, and letters of a word that are looked at. */
const MAX_IN_WORD = 8;
const MAX_WORD = 32;
const VOWELS = 'aeiouy';

/** costs[n]: the cheapest way to match n letters from `i` on inside one word. */
function costsInWord(
  text: string,
  lower: readonly boolean[],
  i: number,
  { folded, number }: Word,
): number[] {
  const costs = [Infinity];
  const length = Math.min(folded.length, MAX_WORD);
  // ends[p]: cheapest way whose last letter is the one at p.
  let ends = new Array<number>(length).fill(Infinity);
  // A year gives its last digits: coronavirus disease 2019, COVID-19.
  const headless = i === 0 ? Infinity : /^\d{4}$/.test(folded) ? COST.next : COST.headless;
  for (let p = 0; p < length; p++) {
    if (folded[p] === text[i]) ends[p] = p === 0 ? 0 : headless;
  }
  if (i > 0 && text[i] === 'x' && folded.startsWith('ex')) {
    ends[1] = COST.ex;
  }
  if (number !== '' && number === text[i]) ends[0] = 0;
  costs.push(Math.min(...ends));
  for (let n = 2; n <= MAX_IN_WORD && costs[n - 1]! < Infinity && i + n <= text.length; n++) {
    const letter = text[i + n - 1]!;
    const next = new Array<number>(length).fill(Infinity);
    let before = Infinity;
    for (let p = 1; p < length; p++) {
      if (folded[p] === letter) {
        const part = VOWELS.includes(folded[p - 1]!) && !VOWELS.includes(letter);
        const adjoining = ends[p - 1]! + (lower[i + n - 1] || n > 2 ? COST.nextLower : COST.next);
        next[p] = Math.min(adjoining, before + (part ? COST.insidePart : COST.inside));
      }
      before = Math.min(before, ends[p - 1]!);
    }
    ends = next;
    const whole = n === folded.length && n > 2 && text.startsWith(folded, i);
    costs.push(whole ? COST.whole * n : Math.min(...ends));
  }
  return costs;
}
