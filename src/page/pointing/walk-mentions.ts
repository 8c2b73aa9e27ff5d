/** Walks from mention to mention in reading order, and from the last one to the first. */

import type { PlacedMention } from '../painting/painter.ts';
import { contains, scrollTo, shadowRootOf } from '../text/node-properties.ts';
import { type Box, isInView, readViewport } from './viewport.ts';

export type Direction = 'next' | 'previous';

/** Gives the range of a mention; null if it is not painted. */
type RangeOf = (placed: PlacedMention) => Range | null;

/**
 * Find the next or previous mention.
 *
 * @param mentions - All mentions in reading order; those without a range are skipped.
 * @param from - The mention at which the reader is or was. If it is out of view, the walk begins
 *   with the mentions in view.
 * @returns The mention, or null if there is none.
 */
export function findStep(
  mentions: readonly PlacedMention[],
  from: PlacedMention | null,
  direction: Direction,
  rangeOf: RangeOf,
  view: Window,
): PlacedMention | null {
  const painted = mentions.filter((placed) => rangeOf(placed) !== null);
  const turn = direction === 'next' ? 1 : -1;
  const viewport = readViewport(view);
  const at = from === null ? -1 : painted.findIndex((placed) => isSame(placed, from));
  const box = painted[at] && rangeOf(painted[at])?.getBoundingClientRect();
  if (box && isInView(box, viewport)) return painted.at((at + turn) % painted.length) ?? null;
  const inOrder = direction === 'next' ? painted : painted.toReversed();
  const isAhead = (placed: PlacedMention) => {
    const edges = rangeOf(placed)?.getBoundingClientRect();
    if (!edges) return false;
    if (direction === 'next') return edges.bottom > viewport.y;
    return edges.top < viewport.y + viewport.height;
  };
  return inOrder.find(isAhead) ?? inOrder[0] ?? null;
}

/** Scroll a range into view, in all scrollers around it; not if it is in view already. */
export function revealRange(range: Range, view: Window): void {
  if (isWhollyInView(range, view)) return;
  const { startContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  if (element) scrollTo(element, { block: 'center', behavior: 'instant' });
  // In a long paragraph the range can be out of view though the middle of its element is not.
  if (isWhollyInView(range, view)) return;
  const { top, height } = range.getBoundingClientRect();
  view.scrollBy({ top: top + height / 2 - view.innerHeight / 2, behavior: 'instant' });
}

function isWhollyInView(range: Range, view: Window): boolean {
  const { x, y, width, height } = range.getBoundingClientRect();
  const viewport = readViewport(view);
  const box: Box = { x, y, width, height };
  const isInside = y >= viewport.y && y + height <= viewport.y + viewport.height;
  return isInside && isInView(box, viewport) && isUncovered(range);
}

/** Whether no scroller hides the range: inside the viewport it may still be scrolled away. */
function isUncovered(range: Range): boolean {
  const { left, top, width, height } = range.getBoundingClientRect();
  const document = range.startContainer.ownerDocument;
  const hit = document?.elementFromPoint(left + width / 2, top + height / 2);
  const around = range.startContainer.parentElement;
  if (!hit || !around || contains(hit, around) || contains(around, hit)) return true;
  return shadowRootOf(hit) !== null;
}

function isSame(a: PlacedMention, b: PlacedMention): boolean {
  return a === b || (a.block === b.block && a.mention.start === b.mention.start);
}
