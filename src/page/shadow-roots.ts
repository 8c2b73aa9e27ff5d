/** Finds the open shadow roots of a page; closed ones are left alone. */

/** The open shadow roots under a node, also those inside one another. */
export function findShadowRoots(root: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const shadow = (node as Element).shadowRoot;
    if (shadow) found.push(shadow, ...findShadowRoots(shadow));
  }
  return found;
}
