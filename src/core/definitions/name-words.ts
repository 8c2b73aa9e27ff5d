/** Reads the words beside a short form, with what stands between them. */
import type { Span } from '../text/span.ts';

/** A word, or a part of one: a hyphen, full stop, slash or change of case ends a part. */
export interface Word extends Span {
  /** Lower case, without diacritics. */
  readonly folded: string;
  /** An article, preposition or conjunction: short forms mostly omit them. */
  readonly small: boolean;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** Written in capitals, at least two: UN. */
  readonly acronym: boolean;
  /** Joined to the word before it. */
  readonly joined: boolean;
  /** What separates it from the word before it. */
  readonly gap: 'none' | 'blank' | 'line' | 'comma' | 'list' | 'quote';
  /** The digit that a number word stands for ("two": "2"), else empty. */
  readonly number: string;
}

/** Small words of English and of the languages whose names the news quotes. */
const SMALL = new Set(
  (
    'a an and the of for in on to at by with from or as its into ' +
    'de del la el las los y e du des le les et l d au aux en pour ' +
    'der die das und fur von vom zu zur im i w z na do per di della delle il lo ' +
    'da dos sul sulla nel nella van het een och'
  ).split(' '),
);

/** Whether a word is an article, preposition or conjunction, which short forms mostly omit. */
export const isSmallWord = (word: string): boolean => SMALL.has(word);

const NUMBERS: ReadonlyMap<string, string> = new Map(
  (
    '1 one first mono 2 two second twice di 3 three third tri 4 four fourth tetra 5 five fifth ' +
    '6 six sixth 7 seven seventh 8 eight eighth 9 nine ninth'
  )
    .split(/ (?=\d)/)
    .flatMap((line) => {
      const [digit = '', ...words] = line.split(' ');
      return words.map((word) => [word, digit] as const);
    }),
);

/**
 * Letters with their marks, or digits. Ranges instead of `\p{L}`, which takes a millisecond to
 * compile while a page's first blocks wait.
 */
const WORD =
  /(?:[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u1fff\u2c00-\u2dff\u3041-\u9fff\uac00-\ud7ff]|[\u0300-\u036f])+|\d+/g;

/** Read the words of `text` between two offsets. */
export function cutWords(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  let behind = start;
  for (const { 0: raw, index } of text.slice(start, end).matchAll(WORD)) {
    const at = start + index;
    const between = text.slice(behind, at);
    const gap = words.length === 0 || isElision(words.at(-1)!, between) ? 'blank' : gapOf(between);
    behind = at + raw.length;
    for (const [from, to] of partsOf(raw)) {
      const folded = fold(raw.slice(from, to));
      words.push({
        start: at + from,
        end: at + to,
        folded,
        small: from === 0 && to === raw.length && SMALL.has(folded),
        capital: isUpper(raw[from]!),
        acronym: /^\p{Lu}{2,}$/u.test(raw.slice(from, to)),
        joined: from > 0 || gap === 'none',
        gap: from > 0 ? 'none' : gap,
        number: NUMBERS.get(folded) ?? '',
      });
    }
  }
  return withLists(text, words);
}

const COORDINATING = new Set('and or und oder et ou y o e i'.split(' '));
/** Most words of an item of a list. */
const ITEM_WORDS = 2;

/** Mark the commas of lists (chemical, biological and nuclear), unlike those between clauses. */
function withLists(text: string, words: Word[]): Word[] {
  for (let k = 1; k + 1 < words.length; k++) {
    // complete, verifiable, irreversible dismantlement
    if (!isListComma(text, words, k) || !isListComma(text, words, k + 1)) continue;
    words[k] = { ...words[k]!, gap: 'list' };
    words[k + 1] = { ...words[k + 1]!, gap: 'list' };
  }
  for (let k = words.length - 1; k > 1; k--) {
    if (!COORDINATING.has(words[k]!.folded)) continue;
    let length = 0;
    for (; k > 0 && length <= ITEM_WORDS; k--) {
      const word = words[k]!;
      const isItem = !word.small;
      if (isItem && !word.joined) length++;
      if (COORDINATING.has(word.folded)) length = 0;
      else if (length > ITEM_WORDS || (!isItem && length > 0)) break;
      if (word.gap !== 'comma') continue;
      if (!isListComma(text, words, k)) break;
      words[k] = { ...word, gap: 'list' };
      length = 0;
    }
  }
  return words;
}

const isListComma = (text: string, words: readonly Word[], k: number): boolean =>
  words[k]!.gap === 'list' ||
  (words[k]!.gap === 'comma' && /^,\s+$/.test(text.slice(words[k - 1]!.end, words[k]!.start)));

/** Split a word before each capital that follows a small letter: Net|Connect, but KATUSA. */
function partsOf(raw: string): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = 0;
  for (let k = 1; k < raw.length; k++) {
    if (!isUpper(raw[k]!) || isUpper(raw[k - 1]!)) continue;
    parts.push([from, k]);
    from = k;
  }
  return [...parts, [from, raw.length]];
}

function gapOf(between: string): Word['gap'] {
  if (/[—–]|--/.test(between)) return 'comma';
  if (!/[\s“”"„«»]/.test(between)) return 'none';
  if (/[,:()[\]]/.test(between)) return 'comma';
  if (/[“”"„«»]/.test(between)) return 'quote';
  return between.includes('\n') ? 'line' : 'blank';
}

/** Whether only an apostrophe follows a small word: l’Organisation is two words. */
const isElision = ({ small }: Word, between: string): boolean => small && /^['’]$/.test(between);

const isUpper = (char: string): boolean => char !== char.toLowerCase();

const PLAIN = /^[a-z0-9]*$/;

/** Lower case, without diacritics. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(/[\u0300-\u036f]+/gu, '');
}
