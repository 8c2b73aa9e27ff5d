/** Finds the open shadow roots of a page; closed ones are left alone. */
import type { Steps } from '../core/steps.ts';

/** So many elements are looked at in one step. */
const HANDFUL = 50;

/** The open shadow roots under a node, also those inside one another. */
export function* findShadowRoots(root: Node): Steps<ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let seen = 0;
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const shadow = (node as Element).shadowRoot;
    if (shadow) found.push(shadow, ...(yield* findShadowRoots(shadow)));
    if (++seen % HANDFUL === 0) yield;
  }
  return found;
}
