/** Finds the open shadow roots of a page; closed ones are left alone. */
import type { Steps } from '../core/steps.ts';

/** What one element counts for, in code units of text: to look at one takes as long. */
const PER_ELEMENT = 4;

/** The open shadow roots under a node, also those inside one another. */
export function* findShadowRoots(root: Node): Steps<ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const shadow = (node as Element).shadowRoot;
    if (shadow) found.push(shadow, ...(yield* findShadowRoots(shadow)));
    yield PER_ELEMENT;
  }
  return found;
}
