/** Wraps pieces of a text node of the page, and undoes that. */
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
 * A text node of the page, cut into parts. The node itself stays where it was, as the head, even
 * if empty: a framework that keeps it can rewrite, move or remove it as before.
 */
export interface Wrap {
  readonly head: Text;
  /** The text of the head before the wrapping, and the rest that it has now. */
  readonly full: string;
  readonly rest: string;
  readonly parent: Node;
  /** Our nodes after the head: an element, the text after it, an element … */
  readonly parts: readonly Part[];
}

interface Part {
  readonly node: Element | Text;
  /** The text node in the element, or `node` itself. */
  readonly text: Text;
  readonly written: string;
  /** An empty text node after the text of an element. Only `normalize()` removes it alone. */
  readonly guard: Text | null;
}

interface NumberedRange extends MarkRange {
  readonly number: number;
}

/**
 * mark.js with its one text node given: its own search would slow the page's removals for good.
 * `replaceChild` of the parent is avoided, since in a form it may be a field of that name.
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
 * @param spans - In order, not overlapping, not empty.
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
  // New small objects: mark.js sorts and edits them, and stringifies them for its log.
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
  // Otherwise mark.js would keep the text alive until the next call.
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

/** Whether all nodes of a wrap are on the page and as we made them. */
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
 * Give the head its text back and remove the parts. We do not use `normalize()`, which would merge
 * and delete text nodes of the page, unless the page has called it. What the head gets depends on
 * what the page did:
 *
 * - Rewrote the head: it keeps what the page wrote. (A page that *appends* to it looks the same and
 *   loses the text of the parts. That is rare, since frameworks write whole texts.)
 * - Removed or moved the head: it gets its full text, wherever it is.
 * - Left it in place: it gets the text that its parts have now, without what the page removed.
 * - Put the parts in other elements, as translators do (`<font>`): they stay, without our element.
 *
 * @param wasTaken - Whether the page removed the head, even if it put it back in its parent.
 * @returns The node on which the page has called `normalize()`, to be normalized again after all
 *   wraps are undone.
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

/** Remove the parts and leave the head as it is. */
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

/** Whether the page has called `normalize()`: empty nodes are gone, but our elements stand. */
function isNormalized({ parent, parts }: Wrap): boolean {
  return parts.some(
    ({ node, text, guard }) =>
      guard && node.parentNode === parent && node.firstChild === text && node.lastChild === text,
  );
}

/**
 * Undo a wrap after the page has called `normalize()`: leave what that would have left, apart from
 * joining the texts, which a second `normalize()` does.
 */
function unwrapNormalized(wrap: Wrap): Node {
  const { head, full, rest, parent, parts } = wrap;
  if (head.isConnected || rest === '') {
    if (!head.isConnected) insertBefore(parent, head, parts[0]!.node);
    head.data = parts.reduce((text, part) => text + textIn(part, parent), rest);
    dropParts(wrap);
  } else {
    // `normalize()` has merged the head into the text before it.
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
