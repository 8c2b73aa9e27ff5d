/** What a node is, of whichever document; `instanceof` knows those of its own alone. */
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

/** Whether a node is on the page that is read: a page may move it into a frame, where others read. */
export const isHere = (node: Node): boolean =>
  isConnected(node) && (ownerDocumentOf(node) ?? node) === document;

/**
 * Tells whether a node stands inside one of some nodes, itself left out, as long as the page does
 * not change. Each ancestor is looked at once, however many nodes are asked about.
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

/** Those of some nodes that stand in no other of them. */
export function outermost(nodes: ReadonlySet<Node>): Node[] {
  if (nodes.size < 2) return [...nodes];
  const isInside = createInside(nodes);
  return [...nodes].filter((node) => !isInside(node));
}

/** The node after another in document order, not inside it; null behind the last under `top`. */
export function nextOutside(node: Node, top: Node): Node | null {
  for (let at: Node | null = node; at && at !== top; at = parentNodeOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}
