/** Paints with the CSS Custom Highlight API, without any change of the page's DOM. */
import type { Block } from '../text/blocks.ts';
import { parentOf } from '../text/elements.ts';
import { isOn } from './hits.ts';
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
import { highlightNames, sweep } from './strays.ts';
import { createLetThrough, isSeenThrough } from './veils.ts';

/**
 * To remove more mentions than this, we first unregister the highlights. Firefox searches a
 * registered highlight from its start for each range: 10,000 took 6 s, unregistered 23 ms.
 */
const MANY_RANGES = 100;

interface HighlightPainterOptions {
  readonly document: Document;
  readonly style: MentionStyle;
  /** Reads the text of `mentions.css`, for shadow roots. */
  readCss(): Promise<string>;
}

/**
 * Paint by ranges in two highlights: one for entries, registered as `newsgloss-<style>`, and one
 * for the page's own terms, registered as `newsgloss-page-<style>`. Another style registers both
 * under other names. Whatever an earlier script of ours has painted is removed first.
 *
 * The ranges are static. With 10,000 live ranges, 2,000 removals by the page took 1.8 s in Chromium
 * and 1.2 s in Firefox; with static ranges, or none, 0.3 s and 0.07 s. But a static range does not
 * follow its text: over rewritten text Chromium paints whatever stands there now, and in a moved
 * element Firefox paints nothing. So `repair` drops the ranges that a change has touched before the
 * next frame, and the reader paints them again. Each range lies in one text node, so that whatever
 * stands between two nodes (a hidden footnote) is not painted.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the ranges, the placings and whether they are registered
export function createHighlightPainter(options: HighlightPainterOptions): Painter {
  const { document } = options;
  // The type leaves out iteration, which throws in Firefox's content scripts.
  const registry: Pick<HighlightRegistry, 'set' | 'delete' | 'get'> = CSS.highlights;
  let { style } = options;
  const placings = createPlacings();
  const shadows = createShadowStyles(options.readCss);
  const letThrough = createLetThrough();
  const ranges = new Map<Placing, readonly StaticRange[]>();
  const entries = new Highlight();
  const own = new Highlight();
  const probe = document.createRange();
  let registered = false;
  sweep(document);

  /** Register both highlights, also if the page has cleared the registry or taken our names. */
  function register(): void {
    const [ofEntries, ofPage] = highlightNames(style);
    if (registered && registry.get(ofEntries) === entries && registry.get(ofPage) === own) return;
    registry.set(ofEntries, entries);
    registry.set(ofPage, own);
    registered = true;
  }

  /** Put back what scripts of the page have removed: they share the registry and its highlights. */
  function refresh(): void {
    if (!registered) return;
    register();
    const count = [...ranges.values()].reduce((sum, made) => sum + made.length, 0);
    if (entries.size + own.size >= count) return;
    for (const [placing, made] of ranges) for (const range of made) highlightOf(placing).add(range);
  }

  const highlightOf = ({ placed }: Placing) => (placed.mention.ref === null ? own : entries);

  function unregister(): void {
    for (const name of highlightNames(style)) registry.delete(name);
    registered = false;
  }

  function add(placing: Placing): void {
    const highlight = highlightOf(placing);
    const made = placing.pieces.map(toStaticRange);
    for (const range of made) highlight.add(range);
    ranges.set(placing, made);
    placings.add(placing);
  }

  function drop(lost: ReadonlySet<Placing>): void {
    const wasRegistered = registered;
    if (lost.size > MANY_RANGES) unregister();
    for (const placing of lost) {
      const highlight = highlightOf(placing);
      for (const range of ranges.get(placing) ?? []) highlight.delete(range);
      ranges.delete(placing);
      placings.remove(placing);
    }
    if (wasRegistered && !registered) register();
  }

  function erase(block: Block): void {
    drop(new Set(block.nodes.flatMap((node) => [...placings.on(node)])));
  }

  function covers({ node, start, end }: Piece, x: number, y: number): boolean {
    probe.setStart(node, start);
    probe.setEnd(node, end);
    const hit = isOn(probe.getClientRects(), x, y);
    // Moved out of the text: the browser would adjust it at each change of the page there.
    probe.setStart(document, 0);
    probe.collapse(true);
    return hit;
  }

  /**
   * The mention at a point that is seen through the elements over it.
   *
   * @param first - How many of the uppermost elements to skip.
   */
  function veiledAt(x: number, y: number, first: number): PlacedMention | null {
    const stack = document.elementsFromPoint(x, y);
    const under = new Set(stack.slice(first));
    for (const { placed, pieces } of placings.all) {
      for (const piece of pieces) {
        const parent = parentOf(piece.node);
        if (!parent || !(under.has(parent) || letThrough.has(parent))) continue;
        if (covers(piece, x, y)) return isSeenThrough(stack, parent) ? placed : null;
      }
    }
    return null;
  }

  function eraseAll(): void {
    unregister();
    entries.clear();
    own.clear();
    ranges.clear();
    placings.clear();
    shadows.release();
  }

  return {
    prepare(block, mentions) {
      for (const node of mentions.flatMap((each) => nodesOf(block, each))) {
        const parent = parentOf(node);
        if (parent) letThrough.note(parent);
      }
    },
    erase,
    paint(block, mentions) {
      erase(block);
      const placed = placeMentions(block, mentions);
      if (placed.length === 0) return;
      shadows.adopt(block.nodes[0]!);
      for (const placing of placed) add(placing);
      register();
    },
    commit() {},
    refresh,
    eraseAll,
    setStyle(next) {
      const wasRegistered = registered;
      unregister();
      style = next;
      if (wasRegistered) register();
    },
    repair(edits) {
      const lost = findLost(placings, edits, shadows.roots.size > 0);
      drop(lost);
      return new Set([...lost].map(({ placed }) => placed.block));
    },
    abandon: eraseAll,
    pageText: (node) => node.data,
    mentionAt(x, y) {
      if (registered) register();
      const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadows.roots] });
      if (!caret) return null;
      const { offsetNode, offset } = caret;
      const touches = (piece: Piece) =>
        piece.node === offsetNode && piece.start <= offset && offset <= piece.end;
      for (const { placed, pieces } of placings.on(offsetNode)) {
        if (pieces.some((piece) => touches(piece) && covers(piece, x, y))) return placed;
      }
      // Text that can only be selected as a whole has its caret at its edge, far from the point.
      const at = caret.getClientRect();
      const isFar = at && Math.hypot(at.x - x, at.y + at.height / 2 - y) > 2 * at.height;
      return veiledAt(x, y, isFar ? 0 : 1);
    },
    rangeOf(placed) {
      const pieces = placings.find(placed)?.pieces;
      if (!pieces) return null;
      const first = pieces[0]!;
      const last = pieces.at(-1)!;
      const range = document.createRange();
      range.setStart(first.node, first.start);
      range.setEnd(last.node, last.end);
      return range;
    },
  };
}

const toStaticRange = ({ node, start, end }: Piece) =>
  new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
