/**
 * Which words a short form comes from: the cheapest alignment of its letters with the words beside
 * it.
 *
 * Every letter and digit of the short form is matched, in order. The first letter of a word is free,
 * a letter inside a word costs, and so does a word left out; articles, prepositions and
 * conjunctions, which names are shortened without, cost little. So the ways in which short forms
 * are built are ranked by how far each can be trusted, as Sohn, Comeau, Kim & Wilbur (2008),
 * "Abbreviation definition identification based on automatic precision estimates", BMC
 * Bioinformatics 9:402, rank them by strategies and the length of the short form. The candidates
 * (words next to a bracket, at most min(n + 5, 2n) of them) are those of Schwartz & Hearst (2003),
 * "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 8, 451–462.
 */
import type { Letters } from './short-form.ts';
import type { Word } from './words.ts';

/**
 * What each step away from plain initials costs. Fitted on a random half of MED1250 and of the
 * United Nations texts of AAAI-22 together (F1 88.9 and 83.9); the halves left out of it score 90.7
 * and 84.9.
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
  /** A word left out: small ones, parts of joined words, others. */
  skipSmall: 0.2,
  skipPart: 0.3,
  skip: 0.6,
  /** Words behind the last letter: parts of joined words, others. */
  trailPart: 0.55,
  trail: 1,
  /** The long form begins with a small word. */
  smallFirst: 0.7,
  comma: 1.2,
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

/** How dear an alignment may be, by the number of letters: a chance match needs more of them. */
export const LIMIT = { two: 0.9, base: 0.4, perLetter: 0.42, most: 3.9, lower: 0.3, tight: 0.45 };

/** Where the long form lies among the words, and how dear it was. */
export interface Alignment {
  /** Indexes into the words; `last` is the last word with a matched letter. */
  readonly first: number;
  readonly last: number;
  readonly cost: number;
}

/** Where a long form must lie among the words it is looked for in. */
export interface Anchors {
  /** It begins with the first word (else: wherever it is cheapest). */
  readonly atStart: boolean;
  /** It reaches to the last word (else: to the last matched letter). */
  readonly toEnd: boolean;
  /** Plain initials alone count: for places that no bracket marks. */
  readonly tight: boolean;
}

/**
 * Find the words that a short form comes from.
 *
 * @param letters - Of the short form.
 * @param words - At most `MAX_WORDS`, in the order of the text.
 * @returns The cheapest alignment, or null if there is none that can be trusted.
 */
export function align(
  letters: Letters,
  words: readonly Word[],
  { atStart, toEnd, tight }: Anchors,
): Alignment | null {
  const limit = tight ? LIMIT.tight : limitOf(letters);
  let best: Alignment | null = null;
  for (const { text, lower, cost: penalty } of variantsOf(letters)) {
    if (penalty > limit || (best !== null && best.cost <= limit)) break;
    const cheapest = createSearch(text, lower, words, toEnd);
    const firsts = atStart ? Math.min(1, words.length) : words.length;
    for (let first = 0; first < firsts; first++) {
      const rest = cheapest(0, first);
      if (rest === null) continue;
      const small = words[first]!.small ? COST.smallFirst : 0;
      const cost = rest.cost + penalty + small + COST.word * (words.length - first);
      if (best === null || cost < best.cost) best = { first, last: rest.last, cost };
    }
  }
  return best !== null && best.cost <= limit ? best : null;
}

function limitOf({ text, lower }: Letters): number {
  const limit =
    text.length <= 2 ? LIMIT.two : Math.min(LIMIT.most, LIMIT.base + LIMIT.perLetter * text.length);
  return lower.every(Boolean) ? limit - LIMIT.lower : limit;
}

interface Variant {
  readonly text: string;
  readonly lower: readonly boolean[];
  readonly cost: number;
}

/** The letters as they are, without a series mark, and without digits. */
function variantsOf({ text, lower, series }: Letters): Variant[] {
  const variants: Variant[] = [{ text, lower, cost: 0 }];
  if (series > 0) variants.push({ text: text.slice(0, -series), lower, cost: COST.series });
  const digits = text.replace(/\P{N}/gu, '').length;
  if (digits > 0 && digits < text.length) {
    const kept = [...lower.keys()].filter((i) => !/\p{N}/u.test(text[i]!));
    const letters = kept.map((i) => text[i]).join('');
    variants.push({ text: letters, lower: kept.map((i) => lower[i]!), cost: digits * COST.digit });
  }
  if (text.length > 2) {
    const turned = [...text].toReversed().join('');
    variants.push({ text: turned, lower: lower.toReversed(), cost: COST.turned });
  }
  return variants.filter((variant) => variant.text.length > 1);
}

interface Rest {
  readonly cost: number;
  readonly last: number;
}

/** More words than this are never looked at. */
export const MAX_WORDS = 48;

/** The search for the cheapest way to match the letters from `i` on, the first of them in word `w`. */
function createSearch(
  text: string,
  lower: readonly boolean[],
  words: readonly Word[],
  toEnd: boolean,
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
    for (let k = w + 1; k < words.length && passed < LIMIT.most; k++) {
      const word = words[k]!;
      passed += gapCost(word);
      const rest = cheapest(i, k);
      if (rest !== null && (best === null || passed + rest.cost < best.cost)) {
        best = { cost: passed + rest.cost, last: rest.last };
      }
      passed += skipCost(word);
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
