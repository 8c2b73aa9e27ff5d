/** Copies a page with the content of its open shadow roots in place. */
import { childNodesOf, shadowRootOf } from './node-properties.ts';

/**
 * Copy a document. The hosts of open shadow roots get the content of these, with slots filled;
 * closed roots are left out. The copy has no window, so no script and no custom element runs in it.
 */
export function copyFlat(page: Document): Document {
  const copy = page.cloneNode(true) as Document;
  const hosts: [from: Element, to: Element][] = [];
  const [walker, other] = [page, copy].map((root) =>
    root.createTreeWalker(root, NodeFilter.SHOW_ELEMENT),
  ) as [TreeWalker, TreeWalker];
  while (walker.nextNode() && other.nextNode()) {
    const from = walker.currentNode as Element;
    if (shadowRootOf(from)) hosts.push([from, other.currentNode as Element]);
  }
  // A host inside another host was copied with that one already, if it is shown at all.
  for (const [from, to] of hosts) {
    if (!to.isConnected) continue;
    to.replaceChildren();
    copyInside(from, to, copy);
  }
  return copy;
}

/** Copy all that an element shows inside; without recursion, since it may be nested deep. */
function copyInside(element: Element, place: Node, into: Document): void {
  const todo: [from: Element, to: Node][] = [[element, place]];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [from, to] = next;
    const rest = [...shownIn(from)].reverse();
    for (let node = rest.pop(); node; node = rest.pop()) {
      if (node instanceof HTMLSlotElement) {
        const assigned = node.assignedNodes();
        const shown = assigned.length > 0 ? assigned : shownIn(node);
        for (const each of [...shown].reverse()) rest.push(each);
        continue;
      }
      const copy = to.appendChild(into.importNode(node, false));
      if (node instanceof Element) todo.push([node, copy]);
    }
  }
}

const shownIn = (element: Element): Iterable<Node> =>
  childNodesOf(shadowRootOf(element) ?? element);
