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
 * @param mentions - All mentions in reading order; those that have no box are passed over: they are
 *   not painted, or the page hides them now.
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
  const viewport = readViewport(view);
  const boxOf = (placed: PlacedMention) => boxOfRange(rangeOf(placed));
  const isAhead = (placed: PlacedMention) => {
    const box = boxOf(placed);
    if (!box) return false;
    return direction === 'next'
      ? box.y + box.height > viewport.y
      : box.y < viewport.y + viewport.height;
  };
  const at = from === null ? -1 : mentions.findIndex((placed) => isSame(placed, from));
  const start = mentions[at] && boxOf(mentions[at]);
  const isInside = start && isInView(start, viewport);
  const walk = inOrder(mentions, isInside ? at : -1, direction);
  return (!isInside && walk.find(isAhead)) || (walk.find(boxOf) ?? null);
}

/** All of a list from the one beside `at` on, which comes last; from an end, where `at` is -1. */
function inOrder<T>(list: readonly T[], at: number, direction: Direction): readonly T[] {
  if (direction === 'next') return [...list.slice(at + 1), ...list.slice(0, at + 1)];
  const before = at < 0 ? list.length : at;
  return [...list.slice(before), ...list.slice(0, before)].reverse();
}

/** Scroll a range into view, in all scrollers around it; not if it is in view already, or hidden. */
export function revealRange(range: Range, view: Window): void {
  if (!boxOfRange(range) || isWhollyInView(range, view)) return;
  const { startContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  if (element) scrollTo(element, { block: 'center', behavior: 'instant' });
  // In a long paragraph the range can be out of view though the middle of its element is not.
  if (isWhollyInView(range, view)) return;
  const { top, height } = range.getBoundingClientRect();
  view.scrollBy({ top: top + height / 2 - view.innerHeight / 2, behavior: 'instant' });
}

/** The box around a range, in CSS pixels of the viewport; null where nothing of it is drawn. */
function boxOfRange(range: Range | null): Box | null {
  return range && range.getClientRects().length > 0 ? range.getBoundingClientRect() : null;
}

function isWhollyInView(range: Range, view: Window): boolean {
  const box = range.getBoundingClientRect();
  const { y, height } = box;
  const viewport = readViewport(view);
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
