/**
 * Finds the words that a short form abbreviates: the cheapest alignment of its letters with the
 * words beside it.
 *
 * Every letter and digit of the short form is matched, in order. The first letter of a word is
 * free; a letter inside a word costs, and so does a skipped word. Articles, prepositions and
 * conjunctions cost little, since most short forms omit them. Costs thus rank the ways of building
 * short forms by their reliability, as Sohn, Comeau, Kim & Wilbur (2008), "Abbreviation definition
 * identification based on automatic precision estimates", BMC Bioinformatics 9:402, rank them by
 * strategies and the length of the short form. The candidates (words next to a bracket, at most
 * min(n + 5, 2n) of them) are those of Schwartz & Hearst (2003), "A simple algorithm for
 * identifying abbreviation definitions in biomedical text", PSB 8, 451–462.
 */
import { COST, createSearch } from './letter-search.ts';
import type { Word } from './name-words.ts';
import type { Letters } from './short-form.ts';

/**
 * Highest cost of an alignment. It grows with the letters: long matches are rarely chance. Where no
 * bracket marks the place (`tight`) four letters may leave out a word: "Nuclear-Test-Ban Treaty".
 */
const LIMIT = {
  two: 0.9,
  base: 0.4,
  perLetter: 0.42,
  most: 3.9,
  lower: 0.3,
  tight: 0.36,
  tightFromFour: 0.66,
  initials: 0.25,
};

/** Where the long form lies among the words, and what it costs. */
interface Alignment {
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
  /** Only plain initials count, because no bracket marks the place. */
  readonly tight: boolean;
}

/**
 * Find the words that a short form abbreviates.
 *
 * @param letters - Of the short form.
 * @param words - At most `MAX_WORDS`, in the order of the text.
 * @returns The cheapest alignment, or null if every one costs more than its limit.
 */
export function align(
  letters: Letters,
  words: readonly Word[],
  { atStart, toEnd, tight }: Anchors,
): Alignment | null {
  const limit = limitOf(letters);
  const plain = { atStart, toEnd, tight: true };
  if (tight) {
    const most = letters.text.length < 4 ? LIMIT.tight : LIMIT.tightFromFour;
    return alignInitials(letters, words, plain, most);
  }
  const reordered = alignReordered(letters, words, plain);
  if (reordered !== null) return reordered;
  let best: Alignment | null = null;
  for (const variant of variantsOf(letters)) {
    if (variant.cost > limit || (best !== null && best.cost <= limit)) break;
    best = cheaper(best, alignVariant(variant, words, { atStart, toEnd, tight }));
  }
  return best !== null && best.cost <= limit ? best : null;
}

/** Align letters with the initials of words; small words and commas of a list cost nothing. */
function alignInitials(
  letters: Pick<Letters, 'text' | 'lower'>,
  words: readonly Word[],
  anchors: Anchors,
  limit = LIMIT.initials,
): Alignment | null {
  const found = alignVariant({ ...letters, cost: 0 }, words, anchors);
  if (found === null) return null;
  const within = words.slice(found.first, found.last + 1);
  const free =
    COST.word * (words.length - found.first) +
    COST.skipSmallPlain * within.filter(({ small }) => small).length +
    COST.list * within.filter(({ gap }) => gap === 'list').length;
  return found.cost - free <= limit ? found : null;
}

/** Most letters of a short form that is tried in another order. */
const MOST_REORDERED = 4;

/**
 * Align initials after a change of the letters: turned around an "of" (Defense Department, DoD),
 * repeated as a digit says (C4I), or, if they are not initials as they stand, in English order where
 * a Romance short form has the noun first (National Confederation of Industry, CNI; National
 * Intelligence Centre, CNI).
 */
function alignReordered(
  letters: Letters,
  words: readonly Word[],
  anchors: Anchors,
): Alignment | null {
  const { text, lower } = letters;
  const isName = ({ first, last }: Alignment) =>
    words.slice(first, last + 1).every(({ small, capital }) => small || capital);
  const [, head, owner] = /^(.)o(.)$/.exec(text) ?? [];
  if (head !== undefined && alignInitials(letters, words, anchors) === null) {
    const turned = { text: `${owner}${head}`, lower: [false, false] };
    const found = alignInitials(turned, words, anchors);
    if (found !== null && isName(found)) return found;
  }
  if (lower.some(Boolean)) return null;
  const repeated = text.replace(/(\p{L})([2-5])/gu, (_, letter, times) => letter.repeat(times));
  if (repeated !== text) {
    const none = Array.from(repeated, () => false);
    return alignInitials({ text: repeated, lower: none }, words, anchors);
  }
  if (text.length < 3 || text.length > MOST_REORDERED || /\P{L}/u.test(text)) return null;
  if (alignInitials(letters, words, anchors) !== null) return null;
  const orders = [`${text[1]}${text[0]}${text.slice(2)}`, `${text.slice(1)}${text[0]}`];
  for (const order of orders) {
    const found = alignInitials({ text: order, lower }, words, anchors);
    if (found !== null && isName(found)) return found;
  }
  return null;
}

const cheaper = (one: Alignment | null, other: Alignment | null): Alignment | null =>
  one === null || (other !== null && other.cost < one.cost) ? other : one;

function alignVariant(
  { text, lower, cost: penalty }: Variant,
  words: readonly Word[],
  { atStart, toEnd, tight }: Anchors,
): Alignment | null {
  const cheapest = createSearch(text, lower, words, toEnd, tight);
  const firsts = atStart ? Math.min(1, words.length) : words.length;
  let best: Alignment | null = null;
  for (let first = 0; first < firsts; first++) {
    const rest = cheapest(0, first);
    if (rest === null) continue;
    const small = words[first]!.small ? COST.smallFirst : 0;
    const cost = rest.cost + penalty + small + COST.word * (words.length - first);
    best = cheaper(best, { first, last: rest.last, cost });
  }
  return best;
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

/** The letters as they are, without a series mark, without digits, and in reverse order. */
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
