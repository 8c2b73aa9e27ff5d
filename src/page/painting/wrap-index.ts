/** An index of wraps by the nodes of which they consist. */
import type { Wrap } from './wraps.ts';

interface WrapIndex {
  add(wrap: Wrap): void;
  delete(wrap: Wrap): void;
  clear(): void;
  /** The wrap that a node belongs to, as its head or a part of it. */
  of(node: Node): Wrap | undefined;
  /** The same as a list of one or none. */
  listOf(node: Node | null): readonly Wrap[];
  /** Whether the node is an element of ours, or one in which a text has ever been wrapped. */
  isAround(node: Node): boolean;
}

export function createWrapIndex(): WrapIndex {
  let wraps = new WeakMap<Node, Wrap>();
  const around = new WeakSet<Node>();
  return {
    add(wrap) {
      wraps.set(wrap.head, wrap);
      around.add(wrap.parent);
      for (const each of wrap.parts) {
        for (const node of nodesOf(each)) wraps.set(node, wrap);
        around.add(each.node);
      }
    },
    delete(wrap) {
      wraps.delete(wrap.head);
      for (const each of wrap.parts) for (const node of nodesOf(each)) wraps.delete(node);
    },
    clear() {
      wraps = new WeakMap();
    },
    of: (node) => wraps.get(node),
    listOf(node) {
      const wrap = node && wraps.get(node);
      return wrap ? [wrap] : [];
    },
    isAround: (node) => around.has(node),
  };
}

const nodesOf = ({ node, text, guard }: Wrap['parts'][number]): readonly Node[] =>
  guard ? [node, text, guard] : [node, text];
