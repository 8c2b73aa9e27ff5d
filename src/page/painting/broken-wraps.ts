/** Finds the wraps that are no longer as we made them, by what the page has changed. */
import type { Edits } from '../text/edits.ts';
import { findSplit, type Placing, type Placings } from './placings.ts';
import { isWhole, type Wrap } from './wraps.ts';

/** The wrap that a node belongs to, as a list of one or none. */
type WrapsOf = (node: Node | null) => readonly Wrap[];

/**
 * The wraps that the page has touched and that are not intact.
 *
 * @param lost - The placings whose nodes have left the page or moved.
 */
export function findBroken(
  edits: Edits,
  lost: Iterable<Placing>,
  placings: Placings,
  wrapsOf: WrapsOf,
): Set<Wrap> {
  const touched = new Set<Wrap>();
  const touch = (node: Node | null) => {
    for (const wrap of wrapsOf(node)) touched.add(wrap);
  };
  for (const node of edits.rewritten) touch(node);
  for (const { target, before, after } of edits.shifts) {
    touch(target);
    touch(before);
    touch(after);
  }
  for (const node of edits.added) touch(node);
  for (const node of edits.removed) touch(node);
  const broken = new Set<Wrap>();
  for (const { pieces } of lost) {
    for (const { node } of pieces) touch(node);
    // A moved text node parts the mention, even if its own wrap is intact.
    if (pieces.length > 1) for (const wrap of wrapsOf(pieces[0]!.node)) broken.add(wrap);
  }
  for (const wrap of touched) if (!isWhole(wrap)) broken.add(wrap);
  const headOf = (node: Node) => wrapsOf(node)[0]?.head ?? node;
  for (const { pieces } of findSplit(placings, edits, headOf)) {
    for (const wrap of wrapsOf(pieces[0]!.node)) broken.add(wrap);
  }
  return broken;
}

/**
 * The wraps whose head the page has written into, even with the same text that the head has, after
 * which the wrap looks intact.
 */
export function findRewritten({ rewritten }: Edits, wrapsOf: WrapsOf): Wrap[] {
  return [...rewritten].flatMap((node) => wrapsOf(node).filter(({ head }) => head === node));
}

/** The wraps of text nodes in whose place a translator has put `<font>`. */
export function findTranslated({ shifts }: Edits, wrapsOf: WrapsOf): Wrap[] {
  return shifts
    .filter(({ added }) => added.some(({ nodeName }) => nodeName === 'FONT'))
    .flatMap(({ removed }) => removed.flatMap(wrapsOf));
}
