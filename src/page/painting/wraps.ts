/** A text node of the page with pieces of it wrapped, and the way back. */
import Mark, { type MarkRange, type TextNodes } from 'mark.js/src/lib/mark.js';
import { firstChildOf, insertBefore, lastChildOf, nextSiblingOf } from '../text/node-properties.ts';
import { isHere } from '../text/nodes.ts';
import { ELEMENT } from '../text/own-element.ts';

/** A span of one text node, in UTF-16 code units, `end` exclusive. */
interface NodeSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * A text node of the page, cut in parts. The node itself stays where it was, as the head, even
 * empty: whoever holds it (a framework) can rewrite, move or remove it as ever.
 */
export interface Wrap {
  readonly head: Text;
  /** What the head held before, and what it holds now. */
  readonly full: string;
  readonly rest: string;
  readonly parent: Node;
  /** What follows the head, all of it ours: an element, the text after it, an element … */
  readonly parts: readonly Part[];
}

interface Part {
  readonly node: Element | Text;
  /** The text node of ours in it, or itself. */
  readonly text: Text;
  readonly written: string;
  /** In an element, behind its text and empty: nobody but `normalize()` takes it out alone. */
  readonly guard: Text | null;
}

interface NumberedRange extends MarkRange {
  readonly number: number;
}

/**
 * mark.js, but handed its one text node: its own search would slow the page's removals for good. And
 * it asks nothing of the element around the text, which may be a form with a field `replaceChild`.
 */
class NodeMark extends Mark {
  head: Text | null = null;

  protected override getTextNodes(callback: (found: TextNodes) => void): void {
    if (!this.head) return;
    const value = this.head.data;
    callback({ value, nodes: [{ start: 0, end: value.length, node: this.head }] });
  }

  protected override wrapRangeInTextNode(node: Text, start: number, end: number): Text {
    const piece = node.splitText(start);
    const rest = piece.splitText(end - start);
    const element = document.createElement(ELEMENT);
    element.textContent = piece.data;
    piece.replaceWith(element);
    return rest;
  }
}

const marker = new NodeMark([]);

/**
 * Wrap spans of a text node with mark.js.
 *
 * @param spans - In order, apart from each other, not empty.
 * @param dress - Called with each new element; spans of white space alone get none.
 */
export function wrapSpans<TSpan extends NodeSpan>(
  head: Text,
  spans: readonly TSpan[],
  dress: (element: HTMLElement, span: TSpan) => void,
): Wrap {
  const full = head.data;
  let count = 0;
  marker.head = head;
  // Fresh and small objects: mark.js sorts and edits them, and spells them out for its log.
  const ranges = spans.map(({ start, end }, number): NumberedRange => {
    return { start, length: end - start, number };
  });
  marker.markRanges(ranges, {
    each(element, { number }) {
      dress(element, spans[number]!);
      element.append('');
      count++;
    },
  });
  marker.head = null;
  // Else it would hold the text until the next one is wrapped.
  marker.opt = {};
  const parts: Part[] = [];
  let last: ChildNode = head;
  while (parts.length < 2 * count) {
    const next = nextSiblingOf(last);
    if (!next) break;
    last = next;
    const isElement = parts.length % 2 === 0;
    const text = (isElement ? firstChildOf(last) : last) as Text;
    const guard = isElement ? (lastChildOf(last) as Text) : null;
    parts.push({ node: last as Element | Text, text, written: text.data, guard });
  }
  return { head, full, rest: head.data, parent: head.parentNode!, parts };
}

/** Whether the page has left everything as it was made, and it is on the page. */
export function isWhole({ head, rest, parts }: Wrap): boolean {
  if (!isHere(head) || head.data !== rest) return false;
  let before: Node = head;
  for (const part of parts) {
    if (part.node.previousSibling !== before || !isUntouched(part)) return false;
    before = part.node;
  }
  return true;
}

/**
 * Give the head its text back and take the parts out; never with `normalize()`, which would merge
 * and delete text nodes of the page, unless the page has called it.
 *
 * - Rewritten by the page: the head keeps what the page wrote. (A page that *appends* to the node
 *   cannot be told from one that rewrites it, and loses the text of the parts: rare, since
 *   frameworks write whole texts.)
 * - Removed or moved: the head has its full text, wherever it is.
 * - Left in place: the head gets what its parts hold now; what the page took out of them is gone.
 * - Put in other elements by a translator (`<font>`): the parts are the page's now; they stay,
 *   without our element around them.
 *
 * @param wasTaken - Whether the page took the head out, even if it put it back in its parent.
 * @returns What the page has called `normalize()` on, to be normalized again once all is taken back.
 */
export function unwrap(wrap: Wrap, wasTaken = false): Node | null {
  const { head, full, rest, parent, parts } = wrap;
  if (parts.some(({ node }) => 'firstElementChild' in node && node.firstElementChild)) {
    release(wrap);
    return null;
  }
  if (isNormalized(wrap)) return unwrapNormalized(wrap);
  if (head.data === rest) {
    if (!wasTaken && head.parentNode === parent) {
      head.data = parts.reduce((text, part) => text + textIn(part, parent), rest);
    } else {
      head.data = full;
    }
  }
  dropParts(wrap);
  return null;
}

/** Take the parts out and leave the head as it is. */
export function dropParts({ parts }: Wrap): void {
  for (const { node } of parts) node.remove();
}

/** Leave the parts to the page, as plain text nodes. */
export function release({ parts }: Wrap): void {
  for (const { node, text, guard } of parts) {
    guard?.remove();
    if (node !== text) node.replaceWith(...node.childNodes);
  }
}

/** Whether the page has called `normalize()`: it took out what is empty, and the elements stand. */
function isNormalized({ parent, parts }: Wrap): boolean {
  return parts.some(
    ({ node, text, guard }) =>
      guard && node.parentNode === parent && node.firstChild === text && node.lastChild === text,
  );
}

/** Do what `normalize()` would have done, had the text been in one piece, but for joining it. */
function unwrapNormalized(wrap: Wrap): Node {
  const { head, full, rest, parent, parts } = wrap;
  if (head.isConnected || rest === '') {
    if (!head.isConnected) insertBefore(parent, head, parts[0]!.node);
    head.data = parts.reduce((text, part) => text + textIn(part, parent), rest);
    dropParts(wrap);
  } else {
    // It has gone into the text before it.
    head.data = full;
    release(wrap);
  }
  return parent;
}

const isUntouched = ({ node, text, written, guard }: Part) =>
  text.data === written && (node === text || (node.firstChild === text && isBehind(guard, text)));

const isBehind = (guard: Text | null, text: Text) =>
  guard?.previousSibling === text && guard.length === 0 && guard.nextSibling === null;

const textIn = ({ node, text }: Part, parent: Node) => {
  if (node.parentNode !== parent) return '';
  return node === text || text.parentNode === node ? text.data : (node.textContent ?? '');
};
