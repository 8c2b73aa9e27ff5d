/** What a node is, of whichever document; `instanceof` knows those of its own alone. */
import { isConnected, nodeTypeOf, ownerDocumentOf } from './node-properties.ts';

export const isElement = (node: Node | null): node is Element =>
  node !== null && nodeTypeOf(node) === Node.ELEMENT_NODE;

export const isText = (node: Node | null): node is Text =>
  node !== null && nodeTypeOf(node) === Node.TEXT_NODE;

/** Whether a node is on the page that is read: a page may move it into a frame, where others read. */
export const isHere = (node: Node): boolean =>
  isConnected(node) && (ownerDocumentOf(node) ?? node) === document;
