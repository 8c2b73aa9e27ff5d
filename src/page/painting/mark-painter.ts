/** Paints with mark.js: pieces of the page's text are wrapped in elements of our own. */
import type { Block } from '../text/blocks.ts';
import { type Edits, readEdits } from '../text/edits.ts';
import { closestOf, normalize } from '../text/node-properties.ts';
import { isElement, outermost } from '../text/nodes.ts';
import { ELEMENT } from '../text/own-element.ts';
import { findBroken, findRewritten, findTranslated } from './broken-wraps.ts';
import { deepestAt } from './deepest.ts';
import type { MentionStyle, Painter, PlacedMention } from './painter.ts';
import {
  createPlacings,
  findLost,
  nodesOf,
  type Piece,
  type Placing,
  placeMentions,
} from './placings.ts';
import { createShadowStyles } from './shadow-styles.ts';
import { sweep, unwrapStrays } from './strays.ts';
import { createLetThrough, isSeenThrough } from './veils.ts';
import { createWrapIndex } from './wrap-index.ts';
import { flowsIn, isItem, isWrappable } from './wrappable.ts';
import { dropParts, release, unwrap, type Wrap, wrapSpans } from './wraps.ts';

export interface MarkPainterOptions {
  readonly document: Document;
  readonly style: MentionStyle;
  /** Reads the text of `mentions.css`, for shadow roots. */
  readCss(): Promise<string>;
}

/** Adapt a way to undo a wrap after which the page needs no `normalize()`. */
const leave = (take: (wrap: Wrap) => void) => (wrap: Wrap) => {
  take(wrap);
  return null;
};

interface WrapPiece extends Piece {
  readonly placing: Placing;
}

/**
 * Paint by wrapping pieces of text nodes in `<news-gloss look="…">`, with the attribute `own` for
 * the page's own terms. Whatever an earlier script of ours has painted is removed first.
 *
 * The page's text nodes stay on the page as the same objects, each as the head of its parts.
 * `repair` compares the wraps that the page has touched with how we made them, and undoes those
 * that are not intact before the next frame. So every frame shows the page's own text, and the
 * page's next step finds the nodes that it made. Text in a flex or grid container is not wrapped,
 * since each part would become an item of its own, nor is text outside of HTML (SVG, MathML).
 *
 * One thing shows: a page that appends to a wrapped text node, or splits it, changes only the head.
 * The highlight painter has no such limit.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the wraps, the elements and the placings
export function createMarkPainter(options: MarkPainterOptions): Painter {
  const { document } = options;
  let { style } = options;
  const placings = createPlacings();
  const shadows = createShadowStyles(options.readCss);
  const letThrough = createLetThrough();
  const elements = new Map<Placing, HTMLElement[]>();
  const unwrappable = new WeakSet<Node>();
  /** Elements known to keep their text in place when it is wrapped. */
  const flowing = new WeakSet<Node>();
  const wraps = createWrapIndex();
  let placedIn = new WeakMap<Element, PlacedMention>();
  /** Wraps whose elements may have become items of a flex or grid container. */
  let unsure: Wrap[] = [];
  sweep(document);

  function isKnown(element: Element): boolean {
    return placedIn.has(element);
  }

  function add(placed: readonly Placing[]): void {
    const byNode = new Map<Text, WrapPiece[]>();
    for (const placing of placed) {
      placings.add(placing);
      elements.set(placing, []);
      for (const { node, start, end } of placing.pieces) {
        const pieces = byNode.get(node);
        const piece = { node, start, end, placing };
        if (pieces) pieces.push(piece);
        else byNode.set(node, [piece]);
      }
    }
    for (const [node, pieces] of byNode) {
      const wrap = wrapSpans(node, pieces, (element, { placing }) => dress(element, placing));
      wraps.add(wrap);
      if (!flowing.has(wrap.parent)) unsure.push(wrap);
    }
  }

  /**
   * Undo the wraps that became items of a flex or grid container. All are asked in one go, and only
   * those not known beforehand: the question makes the browser compute styles again.
   */
  function commit(): void {
    const items = unsure.filter((wrap) => wraps.of(wrap.head) === wrap && isItem(wrap));
    unsure = [];
    for (const { parent } of items) unwrappable.add(parent);
    undo(items);
  }

  function dress(element: HTMLElement, placing: Placing): void {
    element.setAttribute('look', style);
    if (placing.placed.mention.ref === null) element.setAttribute('own', '');
    placedIn.set(element, placing.placed);
    elements.get(placing)?.push(element);
  }

  /** Undo wraps, with the mentions on them and the other wraps of these mentions. */
  function undo(
    broken: Iterable<Wrap>,
    take: (wrap: Wrap) => Node | null = (wrap) => unwrap(wrap),
  ): Set<Block> {
    const blocks = new Set<Block>();
    const normalized = new Set<Node>();
    const first = new Set(broken);
    const queue = [...first];
    for (const wrap of queue) {
      if (wraps.of(wrap.head) !== wrap) continue;
      const joined = first.has(wrap) ? take(wrap) : unwrap(wrap);
      if (joined) normalized.add(joined);
      wraps.delete(wrap);
      for (const placing of [...placings.on(wrap.head)]) {
        blocks.add(placing.placed.block);
        placings.remove(placing);
        for (const element of elements.get(placing) ?? []) placedIn.delete(element);
        elements.delete(placing);
        for (const { node } of placing.pieces) queue.push(...wraps.listOf(node));
      }
    }
    for (const node of normalized) normalize(node);
    return blocks;
  }

  function erase(block: Block): void {
    undo(block.nodes.flatMap(wraps.listOf));
  }

  function eraseAll(): void {
    const painted = new Set<Wrap>();
    for (const { pieces } of placings.all) {
      for (const { node } of pieces) for (const wrap of wraps.listOf(node)) painted.add(wrap);
    }
    for (const wrap of painted) {
      const normalized = unwrap(wrap);
      if (normalized) normalize(normalized);
    }
    placings.clear();
    elements.clear();
    wraps.clear();
    placedIn = new WeakMap();
    shadows.release();
  }

  function repair(edits: Edits): Set<Block> {
    if (placings.all.size === 0) return takeStrays(edits, new Set());
    const lostPlacings = findLost(placings, edits, shadows.roots.size > 0);
    const broken = findBroken(edits, lostPlacings, placings, wraps.listOf);
    const lost = undo(findTranslated(edits, wraps.listOf), leave(release));
    for (const block of undo(findRewritten(edits, wraps.listOf), leave(dropParts))) lost.add(block);
    const putBack = (wrap: Wrap) => unwrap(wrap, edits.removed.has(wrap.head));
    for (const block of undo(broken, putBack)) lost.add(block);
    return takeStrays(edits, lost);
  }

  /**
   * Whether a record may tell of a wrap what its nodes do not: what was written, and what taken. Its
   * properties are asked for one by one, since each makes an object known to our script.
   */
  function mayHaveBroken(record: MutationRecord): boolean {
    const { type } = record;
    if (type === 'characterData') return wraps.of(record.target) !== undefined;
    if (type !== 'childList' || !wraps.isAround(record.target)) return false;
    return record.removedNodes.length > 0;
  }

  return {
    prepare(block, mentions) {
      for (const { parentNode } of mentions.flatMap((each) => nodesOf(block, each))) {
        if (!isElement(parentNode)) continue;
        letThrough.note(parentNode);
        if (flowsIn(parentNode)) flowing.add(parentNode);
        else flowing.delete(parentNode);
      }
    },
    erase,
    paint(block, mentions) {
      erase(block);
      const placed = placeMentions(block, mentions).filter(({ pieces }) =>
        pieces.every(({ node }) => !unwrappable.has(node.parentNode!) && isWrappable(node)),
      );
      if (placed.length === 0) return;
      shadows.adopt(block.nodes[0]!);
      add(placed);
    },
    commit,
    eraseAll,
    setStyle(next) {
      style = next;
      for (const element of [...elements.values()].flat()) element.setAttribute('look', next);
    },
    repair,
    abandon(records) {
      if (placings.all.size > 0) repair(readEdits(records.filter(mayHaveBroken)));
      eraseAll();
      unwrapStrays(document, isKnown);
    },
    pageText(node) {
      const wrap = wraps.of(node);
      // No wrap: the node is the page's, also if it is a part that was left to a translator.
      if (!wrap) return node.data;
      if (wrap.head !== node) return null;
      return node.data === wrap.rest ? wrap.full : node.data;
    },
    mentionAt(x, y) {
      const deepest = deepestAt(document, x, y);
      const element = deepest && closestOf(deepest, ELEMENT);
      if (element) return placedIn.get(element) ?? null;
      const stack = document.elementsFromPoint(x, y);
      const under =
        stack.find((each) => placedIn.has(each)) ?? letThrough.at(elements.values(), x, y);
      return (under && isSeenThrough(stack, under) && placedIn.get(under)) || null;
    },
    rangeOf(placed) {
      const placing = placings.find(placed);
      const painted = (placing && elements.get(placing)) ?? [];
      const first = painted[0];
      const last = painted.at(-1);
      if (!first?.isConnected || !last) return null;
      const range = document.createRange();
      range.setStart(first, 0);
      range.setEnd(last, last.childNodes.length);
      return range;
    },
  };

  /** Turn copies of our elements that the page has inserted into its text. */
  function takeStrays<T>({ added }: Edits, lost: T): T {
    for (const node of outermost(added)) if (isElement(node)) unwrapStrays(node, isKnown);
    return lost;
  }
}
