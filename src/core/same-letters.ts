/**
 * Letters that are written otherwise and are the same: full-width Latin (ＮＣＧ), decomposed Hangul
 * and accents, ligatures, mathematical and Roman letters.
 *
 * What NFKC makes equal, for letters and digits alone: an ellipsis, a blank that does not break and
 * a middle dot stay as they are, and so does a raised digit behind a word, which is a footnote
 * (NCG¹), but not within one (C³I). The Unicode Standard, annex 15.
 */
import type { Span } from './mention.ts';

/** What may have another form, told by single code units, so that the usual text costs one look. */
const MARKS = '\\u0300-\\u036f\\u3099\\u309a';
const JAMO = '\\u1100-\\u11ff';
const LETTERS =
  '\\u00aa\\u00ba\\u0132\\u0133\\u013f\\u0140\\u0149\\u017f\\u01c4-\\u01cc\\u2102-\\u2149\\u2160-\\u217f' +
  '\\u2f00-\\u2fd5\\uf900-\\ufaff\\ufb00-\\ufb06\\ufb50-\\ufdfb\\ufe70-\\ufefc';
const RAISED = '\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079';
const LOWERED = '\\u2080-\\u2089';
/** Kana of half the width, with voice marks. */
const HALF_WIDTH = '\\uff66-\\uff9f';
/** The first half of mathematical letters. */
const MATHEMATICAL = '\\ud835';
const FULL_WIDTH = '\\uff01-\\uff5e';

const UNUSUAL = new RegExp(
  `[${MARKS}${JAMO}${LETTERS}${RAISED}${LOWERED}${HALF_WIDTH}${MATHEMATICAL}${FULL_WIDTH}]`,
);

let clusters: RegExp | null = null;

/** A letter with what makes it unusual. Made when the first is met: `\p{L}` is slow to compile. */
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
    'gu',
  );
  return clusters;
}

/** Whether a code unit may be part of a letter in another form. */
export const isUnusual = (code: number): boolean => UNUSUAL.test(String.fromCharCode(code));

/** Whether a text may hold a letter in another form: for a quick no. */
export const mayBeUnusual = (text: string): boolean => UNUSUAL.test(text);

/** The text with each letter in its usual form. */
export function usualLetters(text: string): string {
  return mayBeUnusual(text)
    ? text.replace(clusterPattern(), (cluster) => cluster.normalize('NFKC'))
    : text;
}

/** A text made from another, and the way back. */
export interface Rewritten {
  readonly text: string;
  /** The span of the other text, in its UTF-16 code units, from which a span of this one came. */
  spanOf(span: Span): Span;
}

/**
 * Put each letter into its usual form.
 *
 * @returns The new text, or null where every letter has its usual form already.
 */
export function rewriteLetters(text: string): Rewritten | null {
  if (!mayBeUnusual(text)) return null;
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let done = 0;
  const keep = (to: number) => {
    pieces.push(text.slice(done, to));
    for (; done < to; done++) {
      starts.push(done);
      ends.push(done + 1);
    }
  };
  for (const { 0: cluster, index } of text.matchAll(clusterPattern())) {
    const usual = cluster.normalize('NFKC');
    if (usual === cluster) continue;
    keep(index);
    pieces.push(usual);
    done = index + cluster.length;
    for (let k = 0; k < usual.length; k++) {
      starts.push(index);
      ends.push(done);
    }
  }
  if (done === 0) return null;
  keep(text.length);
  return {
    text: pieces.join(''),
    spanOf: ({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
  };
}
