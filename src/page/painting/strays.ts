/** Removes highlights and elements of ours that no painter keeps track of. */
import { LOOKS } from '../../core/settings/looks.ts';
import { findAllIn, isConnected, nodeNameOf } from '../text/node-properties.ts';
import { isText } from '../text/nodes.ts';
import { ELEMENT } from '../text/own-element.ts';
import type { MentionStyle } from './painter.ts';

/** The registry names of a style: for entries, and for terms that only the page itself defines. */
export function highlightNames(style: MentionStyle): readonly [entries: string, own: string] {
  return [`newsgloss-${style}`, `newsgloss-page-${style}`];
}

/** Remove all that an earlier script of ours has painted; other pages are not changed. */
export function sweep(document: Document): void {
  for (const name of LOOKS.flatMap(highlightNames)) CSS.highlights?.delete(name);
  unwrapStrays(document, () => false);
}

/**
 * Turn elements of ours that no painter knows (copies that the page made, leftovers of an earlier
 * script) back into the text that they came from.
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
