/** Steps from mention to mention, in reading order and round again. */

import type { PlacedMention } from '../painting/painter.ts';
import { contains, scrollTo, shadowRootOf } from '../text/node-properties.ts';
import { type Box, isInView, readViewport } from './viewport.ts';

export type Direction = 'next' | 'previous';

/** Where mentions stand. */
type RangeOf = (placed: PlacedMention) => Range | null;

/**
 * Find the mention to step to.
 *
 * @param mentions - On show, in reading order; those without a range are passed over.
 * @param from - The mention that the reader is at, or was at. If that cannot be seen, a step begins
 *   with what is in view.
 * @returns Null when there is none.
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

/** Bring a range into view, in all the boxes that scroll around it; a move only where one is needed. */
export function revealRange(range: Range, view: Window): void {
  if (isWhollyInView(range, view)) return;
  const { startContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  if (element) scrollTo(element, { block: 'center', behavior: 'instant' });
  // A long paragraph in the middle of the view may still hold the place outside of it.
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

/** Boxes that scroll inside the page hide what the viewport would show. */
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
