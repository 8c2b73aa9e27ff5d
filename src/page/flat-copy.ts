/** A copy of a page to take apart: what stands in open shadow roots is in it, where it is seen. */

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
    if (from.shadowRoot) hosts.push([from, other.currentNode as Element]);
  }
  // Those inside another host stand in its copy already, if they are seen at all.
  for (const [from, to] of hosts) if (to.isConnected) to.replaceChildren(...flatten(from, copy));
  return copy;
}

/** Copies of what an element shows inside. */
function flatten(from: Element, into: Document): Node[] {
  const inside = from.shadowRoot ?? from;
  return [...inside.childNodes].flatMap((child) => copyNode(child, into));
}

function copyNode(node: Node, into: Document): Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0
      ? assigned.flatMap((each) => copyNode(each, into))
      : flatten(node, into);
  }
  const copy = into.importNode(node, false);
  if (node instanceof Element) (copy as Element).append(...flatten(node, into));
  return [copy];
}
