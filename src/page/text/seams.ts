/** What eyes see where two texts of a line meet, though the names of their elements say nothing. */
import { parentOf } from './elements.ts';
import { closestOf, contains, nextSiblingOf } from './node-properties.ts';

/** Between two nodes: text that no name crosses (an image, code, a raised note). */
export const BARRIER = '\ufffc';
export const LINE_END = '\n';
export type Seam = '' | typeof BARRIER | typeof LINE_END;

/** Letters that are further apart, in heights of the taller, are seen as parts of two words. */
const APART = 0.2;
/** A mark that stands higher or lower than its word by this part of the taller height is no part of it. */
const RAISED = 0.15;
/** Where one letter is so many times as tall as the other, it is the first of a text. */
const INITIAL = 2.5;
/** Stands behind a word in Korean and Japanese, most often in another element, and begins no name. */
const PARTICLE =
  /^(?:[\uac00-\ud7af]|에서|으로|에게|까지|부터)(?![\uac00-\ud7af])|^[\u3040-\u309f]/;
/** A note mark: numbers or one letter. */
const MARK = /^(?:[\p{N}\p{P}]+|\p{L})$/u;

/**
 * What stands between two texts. Layout is asked for only where letters or numbers meet without a
 * blank in different elements: parts of one word most times, else lines that a style has made of
 * elements, links side by side, or the mark of a note.
 */
export function seamBetween(before: Text, said: string, after: Text, says: string): Seam {
  if (!/[\p{L}\p{N}]$/u.test(said.slice(-2)) || !/^[\p{L}\p{N}]/u.test(says)) return '';
  if (nextSiblingOf(before) === after || PARTICLE.test(says)) return '';
  // A painter has put a part of the text elsewhere.
  if (before.length !== said.length || after.length !== says.length) return '';
  if (isInRuby(before) || isInRuby(after)) return '';
  const one = rectOf(before, before.length - 1);
  const other = rectOf(after, 0);
  if (!one || !other) return '';
  const tall = Math.max(one.height, other.height);
  const isOver = Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);
  if (!isOver)
    return isBlockBetween(before, after) || isBlockBetween(after, before) ? LINE_END : '';
  const gap = Math.max(other.left - one.right, one.left - other.right);
  if (gap > tall * APART) return LINE_END;
  const isRaised = Math.abs(one.bottom - other.bottom) > tall * RAISED;
  const isInitial = tall > INITIAL * Math.min(one.height, other.height);
  const mark = one.height < other.height ? said : says;
  return isRaised && !isInitial && MARK.test(mark.trim()) ? BARRIER : '';
}

/** A long reading draws the letters below it apart. */
function isInRuby(node: Text): boolean {
  const parent = parentOf(node);
  return parent !== null && closestOf(parent, 'ruby') !== null;
}

let probe: Range | undefined;

/** Where one letter of a text is drawn. */
function rectOf(node: Text, at: number): DOMRect | undefined {
  probe ??= new Range();
  probe.setStart(node, at);
  probe.setEnd(node, at + 1);
  const [rect] = probe.getClientRects();
  // A range that rests in the page would be adjusted at each of the page's own changes there.
  probe.setStart(document, 0);
  probe.collapse(true);
  return rect;
}

/** Whether an element around a text, but not around another, is shown as a line of its own. */
function isBlockBetween(node: Text, other: Text): boolean {
  for (let at = parentOf(node); at && !contains(at, other); at = parentOf(at)) {
    if (!/^(?:inline|contents|ruby)/.test(getComputedStyle(at).display)) return true;
  }
  return false;
}
