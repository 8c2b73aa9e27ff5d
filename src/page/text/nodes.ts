/** Tells kinds of nodes of any document; `instanceof` knows only those of its own window. */
import {
  isConnected,
  nextSiblingOf,
  nodeTypeOf,
  ownerDocumentOf,
  parentNodeOf,
} from './node-properties.ts';

export const isElement = (node: Node | null): node is Element =>
  node !== null && nodeTypeOf(node) === Node.ELEMENT_NODE;

export const isText = (node: Node | null): node is Text =>
  node !== null && nodeTypeOf(node) === Node.TEXT_NODE;

/** Whether a node is in this document: a page may have moved it into a frame. */
export const isHere = (node: Node): boolean =>
  isConnected(node) && (ownerDocumentOf(node) ?? node) === document;

/**
 * Create a test whether a node is a descendant of one of some nodes, valid as long as the page does
 * not change. It looks at each ancestor once, however many nodes are tested.
 */
export function createInside(outer: ReadonlySet<Node>): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  return (node) => {
    if (outer.size === 0) return false;
    const passed: Node[] = [];
    let isInside = false;
    for (let at = parentNodeOf(node); at; at = parentNodeOf(at)) {
      const answer = outer.has(at) || known.get(at);
      if (answer !== undefined) {
        isInside = answer;
        break;
      }
      passed.push(at);
    }
    for (const each of passed) known.set(each, isInside);
    return isInside;
  };
}

/** The nodes that are inside no other one of them. */
export function outermost(nodes: ReadonlySet<Node>): Node[] {
  if (nodes.size < 2) return [...nodes];
  const isInside = createInside(nodes);
  return [...nodes].filter((node) => !isInside(node));
}

/** The node after another in document order, not inside it; null if none is left, or none under `top`. */
export function nextOutside(node: Node, top: Node | null): Node | null {
  for (let at: Node | null = node; at && at !== top; at = parentNodeOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}
