/** Groups elements that stand side by side, so that they are read together. */
import { nextSiblingOf, previousSiblingOf } from './node-properties.ts';
import { isText } from './nodes.ts';

/**
 * Group nodes into runs of siblings without text between them, such as the new items of a list.
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
    for (let at = beside(node, previousSiblingOf); at && left.delete(at); ) {
      before.push(at);
      at = beside(at, previousSiblingOf);
    }
    for (let at = beside(node, nextSiblingOf); at && left.delete(at); ) {
      after.push(at);
      at = beside(at, nextSiblingOf);
    }
    runs.push([...before.reverse(), node, ...after]);
  }
  return runs;
}

/** The sibling of an element, past one blank text node such as indentation. */
function beside(node: Node, stepOf: (node: Node) => Node | null): Node | null {
  const next = stepOf(node);
  return next && isText(next) && !/\S/.test(next.data) ? stepOf(next) : next;
}
