/** Finds the open shadow roots of a page; closed ones are left alone. */
import type { Steps } from '../core/steps.ts';
import { ownerDocumentOf, shadowRootOf } from './node-properties.ts';
import { isElement } from './nodes.ts';

/** So many elements are looked at in one step. */
const HANDFUL = 50;

/** Find the open shadow roots under some nodes, also those inside one another. */
export function* findShadowRoots(
  roots: Iterable<Node>,
  onFound: (shadow: ShadowRoot) => void,
): Steps<void> {
  const queue = [...roots];
  let seen = 0;
  for (const root of queue) {
    const document = ownerDocumentOf(root) ?? (root as Document);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      const shadow = isElement(node) ? shadowRootOf(node) : null;
      if (shadow) {
        queue.push(shadow);
        onFound(shadow);
      }
      if (++seen % HANDFUL === 0) yield;
    }
  }
}
