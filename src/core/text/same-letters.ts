/**
 * Rewrites letters that have several encodings into the usual one: full-width Latin (ＮＣＧ),
 * decomposed Hangul and accents, ligatures, mathematical and Roman letters.
 *
 * The rule is NFKC (The Unicode Standard, annex 15), applied to letters and digits only: ellipses,
 * no-break spaces and middle dots stay. A raised digit behind a word is a footnote (NCG¹) and
 * stays; within a word (C³I) it becomes a digit.
 */
import type { Span } from './span.ts';

/** Code units that may be part of a letter in another form. Usual text is tested for them once. */
const MARKS = '\\u0300-\\u036f\\u3099\\u309a';
const JAMO = '\\u1100-\\u11ff';
const LETTERS =
  '\\u00aa\\u00ba\\u0132\\u0133\\u013f\\u0140\\u0149\\u017f\\u01c4-\\u01cc\\u2102-\\u2149\\u2160-\\u217f' +
  '\\u2f00-\\u2fd5\\uf900-\\ufaff\\ufb00-\\ufb06\\ufb50-\\ufdfb\\ufe70-\\ufefc';
const RAISED = '\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079';
const LOWERED = '\\u2080-\\u2089';
/** Half-width kana and their voice marks. */
const HALF_WIDTH = '\\uff66-\\uff9f';
/** The high surrogate of mathematical letters. */
const MATHEMATICAL = '\\ud835';
const FULL_WIDTH = '\\uff01-\\uff5e';

const UNUSUAL = new RegExp(
  `[${MARKS}${JAMO}${LETTERS}${RAISED}${LOWERED}${HALF_WIDTH}${MATHEMATICAL}${FULL_WIDTH}]`,
);

const NEXT_UNUSUAL = new RegExp(UNUSUAL, 'g');
const MARK = new RegExp(`[${MARKS}\\u11a8-\\u11c2]`);

let clusters: RegExp | null = null;

/** Matches one letter in another form. Compiled when first needed: `\p{L}` is slow to compile. */
function clusterPattern(): RegExp {
  clusters ??= new RegExp(
    [
      `\\p{L}[${MARKS}]+`,
      `[${FULL_WIDTH}]`,
      '[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[\\uac00-\\ud7a3][\\u11a8-\\u11c2]',
      '[\\uff66-\\uff9d][\\uff9e\\uff9f]?',
      `(?=[\\p{L}\\p{N}])(?:[${LETTERS}]|[\\u{1d400}-\\u{1d7ff}])`,
      `[${RAISED}](?=\\p{L})|[${LOWERED}]`,
    ].join('|'),
    'uy',
  );
  return clusters;
}

/** A letter in another form, from `start` to `end`, and its usual form. */
interface Cluster extends Span {
  readonly usual: string;
}

/** Find the letters in other forms, in order of the text. */
function findClusters(text: string): Cluster[] {
  const found: Cluster[] = [];
  const pattern = clusterPattern();
  let done = 0;
  NEXT_UNUSUAL.lastIndex = 0;
  for (let next = NEXT_UNUSUAL.exec(text); next; next = NEXT_UNUSUAL.exec(text)) {
    const { index } = next;
    // A mark belongs to the letter before it, which may have one or two code units.
    for (const start of MARK.test(next[0]) ? [index - 1, index - 2] : [index]) {
      if (start < done) continue;
      pattern.lastIndex = start;
      const cluster = pattern.exec(text)?.[0] ?? '';
      if (start + cluster.length <= index) continue;
      done = start + cluster.length;
      const usual = cluster.normalize('NFKC');
      if (usual !== cluster) found.push({ start, end: done, usual });
      NEXT_UNUSUAL.lastIndex = done;
      break;
    }
  }
  return found;
}

/** Whether a code unit may be part of a letter in another form. */
export const isUnusual = (code: number): boolean => UNUSUAL.test(String.fromCharCode(code));

/** Whether a text may hold a letter in another form; false is certain. */
export const mayBeUnusual = (text: string): boolean => UNUSUAL.test(text);

/** The text with each letter in its usual form. */
export const usualLetters = (text: string): string => rewriteLetters(text)?.text ?? text;

/** A text made from an original, with a function that leads back to the offsets of that. */
export interface Rewritten {
  readonly text: string;
  /** The span of the original, in UTF-16 code units, that became a span of this text. */
  spanOf(span: Span): Span;
}

/**
 * Put each letter into its usual form.
 *
 * @returns The new text, or null where every letter has its usual form already.
 */
export function rewriteLetters(text: string): Rewritten | null {
  if (!mayBeUnusual(text)) return null;
  const clusters = findClusters(text);
  if (clusters.length === 0) return null;
  // Where each cluster begins and ends in the new text.
  const starts: number[] = [];
  const ends: number[] = [];
  let rewritten = '';
  let done = 0;
  for (const { start, end, usual } of clusters) {
    rewritten += text.slice(done, start);
    starts.push(rewritten.length);
    rewritten += usual;
    ends.push(rewritten.length);
    done = end;
  }
  /** The last cluster that begins before `at`, or -1. */
  const lastBefore = (at: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  /** The offset in the original for a span that begins or ends (`side`) at `at` in the new text. */
  const back = (at: number, side: 'start' | 'end'): number => {
    const k = lastBefore(side === 'start' ? at + 1 : at);
    const cluster = clusters[k];
    if (cluster === undefined) return at;
    const past = at - (ends[k] as number);
    return past >= 0 ? cluster.end + past : cluster[side];
  };
  return {
    text: rewritten + text.slice(done),
    spanOf: ({ start, end }) => ({ start: back(start, 'start'), end: back(end, 'end') }),
  };
}
