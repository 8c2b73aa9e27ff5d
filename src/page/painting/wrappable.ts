/** Where text can be wrapped without moving a letter of the page. */
import { namespaceOf } from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';
import type { Wrap } from './wraps.ts';

/** Values of `display` under which an inline child moves no letter, unlike in flex and grid. */
const FLOWS = new Set([
  ...['block', 'flow-root', 'inline', 'inline-block', 'list-item', 'table-cell', 'table-caption'],
]);

/** Whether text in an element stays in place when it is wrapped. */
export const flowsIn = (element: Element): boolean => FLOWS.has(getComputedStyle(element).display);

/** Whether a flex or grid container has made items of the elements and of the texts around them. */
export function isItem({ parts: [first] }: Wrap): boolean {
  if (!first?.node.isConnected) return false;
  return getComputedStyle(first.node as Element).display !== 'inline';
}

/** Whether a text node is HTML, so that an element of ours may stand around it. */
export function isWrappable(node: Text): boolean {
  const parent = node.parentNode;
  return !isElement(parent) || namespaceOf(parent) === 'http://www.w3.org/1999/xhtml';
}
