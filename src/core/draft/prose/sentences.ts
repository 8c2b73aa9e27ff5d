/** Sentences of a paragraph. */
import type { Span } from '../../text/span.ts';
import { findAll } from './matches.ts';

const MARK = /[.!?。][)"”’'\]]*(?=\s)/g;
/** Titles, months and other words that a full stop shortens. */
const SHORTENED = new Set(
  (
    'mr mrs ms dr gen col lt sgt sen rep gov prof rev hon adm maj capt brig cmdr pres st vs no vol ' +
    'co corp inc ltd jr sr dept est approx etc al fig jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
/** Words that begin a sentence far more often than they follow "U.S." inside one. */
const STARTERS = new Set(
  (
    'The A An In On At It He She They We This That These Those But And However If When While After ' +
    'Before As For From With Its Their His Her There Since Although Both Meanwhile'
  ).split(' '),
);

/**
 * Cut a paragraph into sentences.
 *
 * A full stop behind an initial, a shortened word or inside "U.S." ends nothing, unless the next word
 * is one that begins sentences.
 *
 * @returns Spans without blanks at their ends, in order.
 */
export function cutSentences(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const sentences: Span[] = [];
  let from = 0;
  for (const { 0: mark, index } of findAll(MARK, words)) {
    const stop = index + mark.length;
    const next = words.slice(stop, stop + 24).trimStart();
    if (!isStart(next) || (mark[0] === '.' && isInner(words, index, next))) continue;
    sentences.push({ start: start + from, end: start + stop });
    from = words.length - words.slice(stop).trimStart().length;
  }
  if (from < words.length) sentences.push({ start: start + from, end });
  return sentences;
}

const isStart = (next: string): boolean => /^["“‘'([]?[\p{Lu}\p{N}\p{Lo}]/u.test(next);

/** Whether the full stop at `at` belongs to the word before it. */
function isInner(words: string, at: number, next: string): boolean {
  const before = /[\p{L}\p{N}.]*$/u.exec(words.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  const isDotted = /^\p{Lu}$|\p{L}\.\p{L}+$/u.test(before);
  if (isDotted) return !STARTERS.has(/^[A-Za-z]+/.exec(next)?.[0] ?? '');
  return SHORTENED.has(before.toLowerCase());
}
