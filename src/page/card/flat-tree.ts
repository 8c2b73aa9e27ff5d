/** Walks up the page as it is drawn: slotted nodes are in their slot, shadow trees in their hosts. */
import { parentNodeOf } from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';

/** Finds the shadow root of an element, closed or not; null if it has none. */
export type RootOf = (element: Element) => ShadowRoot | null;

/** The parent of a node in the flat tree. What its host shows in no slot is in the host itself. */
export function outerOf(node: Node, rootOf: RootOf): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  const parent = parentNodeOf(node);
  const root = parent && isElement(parent) ? rootOf(parent) : null;
  return (root && slotIn(root, node)) ?? parent;
}

/** Where a root shows a node. `assignedSlot` does not tell it of closed roots. */
function slotIn(root: ShadowRoot, node: Node): Element | undefined {
  return [...root.querySelectorAll('slot')].find((slot) =>
    // A page can have an SVG element of that name.
    (slot.assignedNodes?.() as Node[] | undefined)?.includes(node),
  );
}
