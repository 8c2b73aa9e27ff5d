/** What the reader points at, and which of two things pointed at are the same. */
import type { PlacedMention } from '../painting/painter.ts';
import { assignedSlotOf, matchesSelector, parentNodeOf } from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';
import type { Asked } from './selected.ts';

/** Controls: a tap on one of them opens no card, but does what the control is for. */
const CONTROLS =
  'a[href], area[href], button, summary, label, input, select, textarea, [role="button"], [role="link"]';

/** What a card can explain: a mention, or the text that the reader has selected. */
export type Target = PlacedMention | Asked;

/** Whether a node is inside another in the flat tree, where slotted nodes are in their slot. */
export function isInside(node: Node, outer: Node): boolean {
  for (let at: Node | null = node; at; ) {
    if (at === outer) return true;
    at = (isElement(at) && assignedSlotOf(at)) || parentNodeOf(at) || hostOf(at);
  }
  return false;
}

const hostOf = (node: Node) => (node instanceof ShadowRoot ? node.host : null);

export function isSamePlace(a: Target, b: Target): boolean {
  if (a === b || 'selected' in a || 'selected' in b) return a === b;
  return a.block === b.block && a.mention.start === b.mention.start;
}

/**
 * Whether two mentions are at the same place or of the same entry: after a rewrite of the text its
 * block is read again, with other mentions.
 */
export function isSameTerm(a: Target, b: Target): boolean {
  if (isSamePlace(a, b)) return true;
  if ('selected' in a || 'selected' in b) return false;
  return a.mention.ref !== null && a.mention.ref === b.mention.ref;
}

/** How a click opens a card: as the tap of a finger or a pen; null if it is neither. */
export function tapOf({ pointerType }: PointerEvent): 'tap' | 'pen' | null {
  if (pointerType === 'pen') return pointerType;
  return pointerType === 'touch' ? 'tap' : null;
}

export function isOnControl(event: Event): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof Element && matchesSelector(node, CONTROLS));
}
