/** Reads the line of text in which a text node stands. */
import { holdsWord } from '../../core/text/word-keys.ts';
import {
  type Block,
  begin,
  createLines,
  extend,
  finish,
  makeBlocks,
  type PageText,
} from './blocks.ts';
import {
  createSurroundings,
  isBoundary,
  isBreak,
  isExcluded,
  type Surroundings,
  surroundingsOf,
} from './elements.ts';
import {
  firstChildOf,
  lastChildOf,
  nextSiblingOf,
  parentNodeOf,
  previousSiblingOf,
} from './node-properties.ts';
import { isElement, isText } from './nodes.ts';

/**
 * Read the block of which a text node is part, as the page is now.
 *
 * @param seen - All text nodes of the line are added to it, also when the line is no block.
 * @returns The block, or null if the node stands in none or the line has no word.
 */
export function readBlockAround(
  node: Text,
  pageText: PageText,
  seen = new Set<Text>(),
): Block | null {
  const surroundings = createSurroundings();
  const around = surroundingsOf(node, surroundings);
  seen.add(node);
  if (!around || around.excluded) return null;
  const lines = createLines();
  for (const each of nodesOfLine(node, around.root)) {
    seen.add(each);
    const text = pageText(each);
    if (text === null) continue;
    const itsAround = surroundingsOf(each, surroundings) as Surroundings;
    if (lines.node) extend(lines, each, text, itsAround, false);
    else begin(lines, each, text, itsAround);
  }
  if (!lines.node) return null;
  finish(lines);
  const [block] = makeBlocks(lines);
  return block && holdsWord(block.text) ? block : null;
}

/** The text nodes of the line in which a node stands, in document order. */
function nodesOfLine(node: Text, root: Element): Text[] {
  const nodes = [node];
  for (let other = neighbour(node, root, 'previous'); other; ) {
    nodes.push(other);
    other = neighbour(other, root, 'previous');
  }
  nodes.reverse();
  for (let other = neighbour(node, root, 'next'); other; ) {
    nodes.push(other);
    other = neighbour(other, root, 'next');
  }
  return nodes;
}

/** Whether an excluded element parts the text on its two sides; an empty one does not. */
function partsLine(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (isText(currentNode)) return true;
    if (isElement(currentNode) && !isBreak(currentNode) && isBoundary(currentNode)) {
      return true;
    }
  }
  return false;
}

/** The next or previous text node in the same line of text, or null at its end. */
function neighbour(node: Text, root: Element, way: 'next' | 'previous'): Text | null {
  const stepOf = way === 'next' ? nextSiblingOf : previousSiblingOf;
  const edgeOf = way === 'next' ? firstChildOf : lastChildOf;
  let at: Node = node;
  for (;;) {
    let next = stepOf(at);
    while (!next) {
      const parent: Node | null = parentNodeOf(at);
      if (!parent || parent === root) return null;
      at = parent;
      next = stepOf(at);
    }
    at = next;
    for (;;) {
      if (isText(at)) return at;
      if (isElement(at) && !isBreak(at)) {
        if (isBoundary(at)) return null;
        if (isExcluded(at)) {
          if (partsLine(at)) return null;
          break;
        }
      }
      const child: ChildNode | null = edgeOf(at);
      if (!child) break;
      at = child;
    }
  }
}
