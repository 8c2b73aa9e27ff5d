/** Tells from the layout whether two texts that meet without a blank are one word to the eye. */
import { parentOf } from './elements.ts';
import { closestOf, contains, nextSiblingOf } from './node-properties.ts';

/** The joint for content that no name runs across: an image, code, a raised note. */
export const BARRIER = '\ufffc';
export const LINE_END = '\n';
/** Null: the text behind it is left out. */
export type Seam = '' | typeof BARRIER | typeof LINE_END | null;

/** A wider gap between letters parts words, as a share of the taller height. */
const APART = 0.2;
/** A mark raised or lowered by more is no part of its word, as a share of the taller height. */
const RAISED = 0.15;
/** A letter this many times as tall as the next is an initial, not text beside a raised mark. */
const INITIAL = 2.5;
/** A particle after a Korean or Japanese word, often in another element; it begins no name. */
const PARTICLE =
  /^(?:[\uac00-\ud7af]|에서|으로|에게|까지|부터)(?![\uac00-\ud7af])|^[\u3040-\u309f]/;
/** The mark of a note: digits and punctuation, or one letter. */
const MARK = /^(?:[\p{N}\p{P}]+|\p{L})$/u;

/**
 * The joint between two texts. We ask for layout only if letters or digits of different elements
 * meet without a blank. Most often they are one word; otherwise a style has made lines of the
 * elements, or links stand side by side, or one text is the mark of a note.
 *
 * @param said - The text of `before`, as the page wrote it.
 * @param says - The text of `after`, as the page wrote it.
 */
export function seamBetween(before: Text, said: string, after: Text, says: string): Seam {
  if (!/[\p{L}\p{N}]$/u.test(said.slice(-2)) || !/^[\p{L}\p{N}]/u.test(says)) return '';
  if (nextSiblingOf(before) === after || PARTICLE.test(says)) return '';
  // A painter has moved a part of the text into a wrap: positions would be of other letters.
  if (before.length !== said.length || after.length !== says.length) return '';
  if (isInRuby(before) || isInRuby(after)) return '';
  const one = rectOf(before, before.length - 1);
  const other = rectOf(after, 0);
  // A mark within a word that no eye sees is left out; a longer text may be shown later.
  if (!one || !other) return one && !/\s/.test(says) ? null : '';
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

/** Whether a text is in ruby: a long reading spreads the letters below it. */
function isInRuby(node: Text): boolean {
  const parent = parentOf(node);
  return parent !== null && closestOf(parent, 'ruby') !== null;
}

let probe: Range | undefined;

/** The rectangle in which one letter of a text is drawn. */
function rectOf(node: Text, at: number): DOMRect | undefined {
  probe ??= new Range();
  probe.setStart(node, at);
  probe.setEnd(node, at + 1);
  const [rect] = probe.getClientRects();
  // Moved out of the text: the browser would adjust it at each change of the page there.
  probe.setStart(document, 0);
  probe.collapse(true);
  return rect;
}

/** Whether an element around one text, but not around the other, is shown as a block. */
function isBlockBetween(node: Text, other: Text): boolean {
  for (let at = parentOf(node); at && !contains(at, other); at = parentOf(at)) {
    if (!/^(?:inline|contents|ruby)/.test(getComputedStyle(at).display)) return true;
  }
  return false;
}
