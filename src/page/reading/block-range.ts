/** Turns a part of a block's text into a range of the page. */
import type { PlacedSpan } from './placed-span.ts';

/**
 * The range of a span, cut to what is left where the page has shortened the text; null when the
 * text is no longer in the document.
 */
export function rangeOfSpan({ block, span }: PlacedSpan): Range | null {
  const { nodes, starts } = block;
  const indexAt = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const [first, last] = [indexAt(span.start), indexAt(span.end - 1)];
  const [from, to] = [nodes[first], nodes[last]];
  if (!from?.isConnected || !to?.isConnected) return null;
  const within = (node: Text, offset: number) => Math.max(0, Math.min(offset, node.length));
  const range = from.ownerDocument.createRange();
  range.setStart(from, within(from, span.start - (starts[first] ?? 0)));
  range.setEnd(to, within(to, span.end - (starts[last] ?? 0)));
  return range;
}
