/** Pairs of brackets in a text. */
import type { Span } from '../text/span.ts';

/** Longer insides are asides, not definitions. UTF-16 code units. */
const MAX_INSIDE = 240;
/** Openings remembered: deeper nesting is noise, and a row of openings must cost nothing. */
const MAX_DEPTH = 6;
/** A text with more brackets is no article: those after them are not looked at. */
const MAX_BRACKETS = 20_000;

/** Nor are more than this looked at, closed or not. */
const MAX_MARKS = 200_000;

const BRACKET = /[()（）[\]［］〔〕「」『』【】]/g;
const OPENINGS = '(（[［〔「『【';
const CLOSINGS = ')）]］〕」』】';

/**
 * Find the insides of a text's brackets, in the order of their beginnings.
 *
 * An opening without an end, or an end without an opening, is passed over by itself.
 */
export function findBrackets(text: string): Span[] {
  const found: Span[] = [];
  const open: { kind: number; at: number }[] = [];
  let marks = 0;
  for (const { 0: char, index: at } of text.matchAll(BRACKET)) {
    if (++marks > MAX_MARKS || found.length === MAX_BRACKETS) break;
    const kind = OPENINGS.indexOf(char);
    if (kind >= 0) {
      open.push({ kind, at });
      if (open.length > MAX_DEPTH) open.shift();
      continue;
    }
    const closed = CLOSINGS.indexOf(char);
    const k = open.findLastIndex((one) => one.kind === closed);
    if (k < 0) continue;
    const start = open[k]!.at + 1;
    if (at > start && at - start <= MAX_INSIDE) found.push({ start, end: at });
    open.length = k;
  }
  return found.sort((a, b) => a.start - b.start);
}
