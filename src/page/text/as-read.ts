/** Compares the text of a node with what its block was read with. */
import { type Block, isJoint } from './blocks.ts';

/** Whether a node's text is what its block was read with: pages often rewrite the same text. */
export function isAsRead(block: Block, node: Text, now: string): boolean {
  const { starts, text } = block;
  const i = indexIn(block, node);
  const start = starts[i] as number;
  const next = starts[i + 1];
  if (next === undefined) return text.slice(start) === now;
  if (!text.startsWith(now, start)) return false;
  // A joint of one character may stand before the next node.
  const left = text.slice(start + now.length, next);
  return start + now.length <= next && (left === '' || isJoint(left));
}

/** For blocks with more nodes we make an index of their nodes when we first search one. */
const FEW_NODES = 16;
const indexes = new WeakMap<Block, ReadonlyMap<Text, number>>();

function indexIn(block: Block, node: Text): number {
  const { nodes } = block;
  if (nodes.length <= FEW_NODES) return nodes.indexOf(node);
  const index = indexes.get(block) ?? new Map(nodes.map((each, i) => [each, i]));
  indexes.set(block, index);
  return index.get(node) as number;
}
