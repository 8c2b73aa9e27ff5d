/** Finds the text nearest to a place in a line. */
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
   * The nearest text of the same line on one side of a place; null if there is none. Each step
   * looks at one node.
   *
   * @param target - The parent node of the place.
   * @param sibling - The node next to the place on that side; null at the edge of `target`.
   */
  find(target: Node, sibling: Node | null): Steps<Text | null>;
}

/**
 * Create a search towards one side, valid as long as the page does not change. It passes each node
 * once, however many places it starts from. It goes into and out of inline elements, and stops at
 * boundaries.
 *
 * @param isSought - Whether a text is one to stop at.
 */
export function createNearestText(
  side: 'before' | 'after',
  isSought: (node: Text) => boolean,
): NearestText {
  const stepOf = side === 'before' ? previousSiblingOf : nextSiblingOf;
  const edgeOf = side === 'before' ? lastChildOf : firstChildOf;
  /** What a search finds from a node on, including the node and its content. */
  const from = new Map<Node, Text | null>();
  /** What a search finds beyond a node. */
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

/** Whether a line ends at the edges of a node. */
const endsLine = (node: Node | null) => !isElement(node) || isBoundary(node);
