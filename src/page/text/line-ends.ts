/** Finds the text of a line that is nearest to a place in it. */
import type { Steps } from '../../core/text/slices.ts';
import { isBoundary, isBreak } from './elements.ts';
import {
  firstChildOf,
  lastChildOf,
  nextSiblingOf,
  parentNodeOf,
  previousSiblingOf,
} from './node-properties.ts';
import { isElement, isText } from './nodes.ts';

interface NearestText {
  /**
   * The nearest text of the same line on one side of a place; null if none is there. A step is a
   * node looked at.
   *
   * @param target - The node in which the place is.
   * @param sibling - The node beside the place, on that side; null at the edge of `target`.
   */
  find(target: Node, sibling: Node | null): Steps<Text | null>;
}

/**
 * A search towards one side, as long as the page does not change: each node is passed once, from
 * however many places. The line goes on through elements that break none, and beside those that it
 * ends in.
 *
 * @param isSought - Whether a text is one to stop at.
 */
export function createNearestText(
  side: 'before' | 'after',
  isSought: (node: Text) => boolean,
): NearestText {
  const stepOf = side === 'before' ? previousSiblingOf : nextSiblingOf;
  const edgeOf = side === 'before' ? lastChildOf : firstChildOf;
  /** What is found from a node on, the node and what is in it among that. */
  const from = new Map<Node, Text | null>();
  /** What is found beyond a node. */
  const beyond = new Map<Node, Text | null>();

  function* find(target: Node, sibling: Node | null): Steps<Text | null> {
    const passed: [known: Map<Node, Text | null>, node: Node][] = [];
    let found: Text | null = null;
    let isBeyond = sibling === null;
    let at: Node | null = sibling ?? (endsLine(target) ? null : target);
    while (at) {
      yield;
      const known: Map<Node, Text | null> = isBeyond ? beyond : from;
      const earlier = known.get(at);
      if (earlier !== undefined) {
        found = earlier;
        break;
      }
      passed.push([known, at]);
      if (isBeyond) {
        const next: ChildNode | null = stepOf(at);
        isBeyond = next === null;
        const parent = parentNodeOf(at);
        at = next ?? (endsLine(parent) ? null : parent);
      } else if (isText(at) && isSought(at)) {
        found = at;
        break;
      } else if (isElement(at) && !isBreak(at) && isBoundary(at)) break;
      else {
        const inner: ChildNode | null = edgeOf(at);
        if (inner) at = inner;
        else isBeyond = true;
      }
    }
    for (const [known, node] of passed) known.set(node, found);
    return found;
  }

  return { find };
}

/** Whether a line ends where the node does. */
const endsLine = (node: Node | null) => !isElement(node) || isBoundary(node);
