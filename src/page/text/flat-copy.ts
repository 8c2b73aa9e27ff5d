/** A copy of a page to take apart: what stands in open shadow roots is in it, where it is seen. */
import { childNodesOf, shadowRootOf } from './node-properties.ts';

/**
 * Copy a document. Open shadow roots come into their hosts, with what is assigned to their slots;
 * closed ones are left alone. The copy has no window: nothing in it runs, and no element of the
 * page's own making comes to life.
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
  // Those inside another host stand in its copy already, if they are seen at all.
  for (const [from, to] of hosts) {
    if (!to.isConnected) continue;
    to.replaceChildren();
    copyInside(from, to, copy);
  }
  return copy;
}

/** Copy what an element shows inside, however deep that is nested. */
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
