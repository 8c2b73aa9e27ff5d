/** Finds the open shadow roots of a page; closed ones are left alone. */
import type { Steps } from '../../core/text/slices.ts';
import { localNameOf, ownerDocumentOf, shadowRootOf } from './node-properties.ts';
import { isElement } from './nodes.ts';

/** The number of elements looked at in one step. */
const HANDFUL = 50;

/**
 * Find the open shadow roots under some nodes, also nested ones.
 *
 * @param onNone - Called with elements without one that may get one once a script defines them.
 */
export function* findShadowRoots(
  roots: Iterable<Node>,
  onFound: (shadow: ShadowRoot) => void,
  onNone: (host: Element) => void = () => undefined,
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
      } else if (isElement(node) && localNameOf(node).includes('-')) onNone(node);
      if (++seen % HANDFUL === 0) yield;
    }
  }
}
