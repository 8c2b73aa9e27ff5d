/** Elements that stand side by side, to be read in one go. */
import { isText } from './nodes.ts';

/**
 * Part nodes into runs of siblings with no text between them. A list of many new items is one.
 *
 * @param nodes - Elements that each end a line, or shadow roots, which are runs of their own.
 * @returns Each run in document order.
 */
export function runsOf(nodes: readonly Node[]): Node[][] {
  const left = new Set(nodes);
  const runs: Node[][] = [];
  for (const node of nodes) {
    if (!left.delete(node)) continue;
    const before: Node[] = [];
    const after: Node[] = [];
    for (let at = beside(node, 'previousSibling'); at && left.delete(at); ) {
      before.push(at);
      at = beside(at, 'previousSibling');
    }
    for (let at = beside(node, 'nextSibling'); at && left.delete(at); ) {
      after.push(at);
      at = beside(at, 'nextSibling');
    }
    runs.push([...before.reverse(), node, ...after]);
  }
  return runs;
}

/** The sibling of an element, past the blank text with which source code is indented. */
function beside(node: Node, way: 'previousSibling' | 'nextSibling'): Node | null {
  const next = node[way];
  return next && isText(next) && !/\S/.test(next.data) ? next[way] : next;
}
