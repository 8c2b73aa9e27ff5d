/** Finds pairs of brackets in a text. */
import type { Span } from '../text/span.ts';

/** Longest inside, in UTF-16 code units: longer ones are asides, not definitions. */
const MAX_INSIDE = 240;
/** Openings remembered: no definition is nested deeper, and a row of openings must stay cheap. */
const MAX_DEPTH = 6;
/** Most pairs found: a text with more is no article, and the rest of it is not read. */
const MAX_BRACKETS = 20_000;
/** Most brackets read, whether or not they form pairs. */
const MAX_MARKS = 200_000;

const BRACKET = /[()（）[\]［］〔〕「」『』【】]/g;
const OPENINGS = '(（[［〔「『【';
const CLOSINGS = ')）]］〕」』】';

/**
 * Find the insides of a text's brackets, in order of their starts.
 *
 * An opening bracket without a closing one, or the reverse, is ignored and affects no other pair.
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
