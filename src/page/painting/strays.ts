/** What we leave in a page by name, and how it is swept when nobody remembers it. */
import { LOOKS } from '../../core/settings/settings.ts';
import { findAllIn, isConnected, nodeNameOf } from '../text/node-properties.ts';
import { isText } from '../text/nodes.ts';
import { ELEMENT } from '../text/own-element.ts';
import type { MentionStyle } from './painter.ts';

/** The registry names of a style: of entries, and of terms that only the page itself defines. */
export function highlightNames(style: MentionStyle): readonly [entries: string, own: string] {
  return [`newsgloss-${style}`, `newsgloss-page-${style}`];
}

/** Take away what an earlier script of ours has painted. A page that was never painted stays as it is. */
export function sweep(document: Document): void {
  for (const name of LOOKS.flatMap(highlightNames)) CSS.highlights?.delete(name);
  unwrapStrays(document, () => false);
}

/**
 * Turn elements of ours that nobody remembers (copies that the page made, or what an earlier
 * script left) back into the text they came from.
 *
 * @param isKnown - Whether an element is still in use.
 */
export function unwrapStrays(
  root: Document | Element,
  isKnown: (element: Element) => boolean,
): void {
  if (!isConnected(root)) return;
  if (nodeNameOf(root) === ELEMENT.toUpperCase()) unwrapStray(root as Element, isKnown);
  for (const element of findAllIn(root, ELEMENT)) unwrapStray(element, isKnown);
}

function unwrapStray(element: Element, isKnown: (element: Element) => boolean): void {
  if (isKnown(element)) return;
  const { previousSibling: head, nextSibling: tail } = element;
  const text = element.textContent ?? '';
  if (!isText(head)) {
    element.replaceWith(text);
    return;
  }
  head.appendData(text + (isText(tail) ? tail.data : ''));
  if (isText(tail)) tail.remove();
  element.remove();
}
