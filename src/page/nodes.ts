/** What a node is, of whichever document; `instanceof` knows those of its own alone. */

export const isElement = (node: Node | null): node is Element =>
  node?.nodeType === Node.ELEMENT_NODE;

export const isText = (node: Node | null): node is Text => node?.nodeType === Node.TEXT_NODE;

/** Whether a node is on the page that is read: a page may move it into a frame, where others read. */
export const isHere = (node: Node): boolean =>
  node.isConnected && (node.ownerDocument ?? node) === document;
