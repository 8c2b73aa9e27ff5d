/** An index of painted mentions by their text nodes, which both painters keep. */
import type { Mention } from '../../core/senses/mention.ts';
import { countBefore } from '../../core/text/rank.ts';
import type { Block } from '../text/blocks.ts';
import type { Edits } from '../text/edits.ts';
import { firstChildOf, lastChildOf } from '../text/node-properties.ts';
import { createInside, isElement, isHere, nextOutside, outermost } from '../text/nodes.ts';
import type { PlacedMention } from './painter.ts';

/** The part of a mention that lies in one text node; UTF-16 code units, `end` exclusive. */
export interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** A painted mention with the text it stands on. */
export interface Placing {
  readonly placed: PlacedMention;
  /** In reading order, at least one. */
  readonly pieces: readonly Piece[];
  /** Empty text nodes between the pieces: what the page writes into one splits the mention. */
  readonly gaps: readonly Text[];
}

export interface Placings {
  add(placing: Placing): void;
  remove(placing: Placing): void;
  clear(): void;
  /** The mentions with a piece in this node, in the order in which they were added. */
  on(node: Node): Iterable<Placing>;
  /** Those of them that also stand on another node: at most one at either end. */
  across(node: Node): ReadonlySet<Placing>;
  find(placed: PlacedMention): Placing | undefined;
  readonly all: ReadonlySet<Placing>;
}

const heldBy = ({ pieces, gaps }: Placing): readonly Text[] => [
  ...pieces.map(({ node }) => node),
  ...gaps,
];

type Index = WeakMap<Node, Set<Placing>>;
const NO_PLACINGS: ReadonlySet<Placing> = new Set();

function enter(index: Index, placing: Placing, nodes: readonly Node[]): void {
  for (const node of nodes) {
    const here = index.get(node);
    if (here) here.add(placing);
    else index.set(node, new Set([placing]));
  }
}

function leave(index: Index, placing: Placing, nodes: readonly Node[]): void {
  for (const node of nodes) {
    const here = index.get(node);
    here?.delete(placing);
    if (here?.size === 0) index.delete(node);
  }
}

/** Create an empty index. It keeps no text node alive on which no mention stands. */
export function createPlacings(): Placings {
  const all = new Set<Placing>();
  let byNode: Index = new WeakMap();
  let acrossNodes: Index = new WeakMap();
  const on = (node: Node): Iterable<Placing> => byNode.get(node) ?? NO_PLACINGS;
  return {
    all,
    on,
    across: (node) => acrossNodes.get(node) ?? NO_PLACINGS,
    add(placing) {
      all.add(placing);
      const held = heldBy(placing);
      enter(byNode, placing, held);
      if (held.length > 1) enter(acrossNodes, placing, held);
    },
    remove(placing) {
      all.delete(placing);
      const held = heldBy(placing);
      leave(byNode, placing, held);
      if (held.length > 1) leave(acrossNodes, placing, held);
    },
    clear() {
      all.clear();
      byNode = new WeakMap();
      acrossNodes = new WeakMap();
    },
    find({ block, mention }) {
      const node = block.nodes[nodeIndexAt(block, mention.start)];
      if (!node) return undefined;
      for (const placing of on(node)) if (placing.placed.mention === mention) return placing;
      return undefined;
    },
  };
}

/**
 * Place the mentions of a block: in reading order, without those that overlap an earlier one or
 * whose text on the page is no longer that of the block.
 */
export function placeMentions(block: Block, mentions: readonly Mention[]): Placing[] {
  const placings: Placing[] = [];
  const isThere = block.nodes.map(() => undefined as boolean | undefined);
  const stands = (i: number) => (isThere[i] ??= isAsRead(block, i));
  let free = 0;
  for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
    if (mention.start < free) continue;
    const { pieces, gaps } = cutPieces(block, mention, stands);
    if (pieces.length === 0) continue;
    placings.push({ placed: { mention, block }, pieces, gaps });
    free = mention.end;
  }
  return placings;
}

/** Whether a node is in the document and has the text with which the block was read. */
function isAsRead({ text, nodes, starts }: Block, i: number): boolean {
  const node = nodes[i]!;
  return isHere(node) && text.startsWith(node.data, starts[i]);
}

const NOTHING: Pick<Placing, 'pieces' | 'gaps'> = { pieces: [], gaps: [] };

/** The pieces and gaps of a mention; none if one of its nodes is no longer as it was read. */
function cutPieces(
  { text, nodes, starts }: Block,
  { start, end }: Mention,
  stands: (i: number) => boolean,
): Pick<Placing, 'pieces' | 'gaps'> {
  const pieces: Piece[] = [];
  const gaps: Text[] = [];
  for (let i = nodeIndexAt({ starts }, start); i < nodes.length && starts[i]! < end; i++) {
    const node = nodes[i]!;
    const offset = starts[i]!;
    if (!stands(i)) return NOTHING;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.length);
    if (from < to) pieces.push({ node, start: from, end: to });
    else gaps.push(node);
  }
  const spelled = pieces.reduce((length, piece) => length + piece.end - piece.start, 0);
  const written = text.slice(start, end).replace(/[\n\uFFFC]/g, '').length;
  return spelled >= written ? { pieces, gaps } : NOTHING;
}

/** The text nodes that a mention stands on, wherever they are now. */
export function nodesOf({ nodes, starts }: Block, { start, end }: Mention): readonly Text[] {
  const after = countBefore(starts.length, (i) => starts[i]! < end);
  return nodes.slice(nodeIndexAt({ starts }, start), after);
}

/** The index of the node at an offset of a block: the last one that starts at or before it. */
function nodeIndexAt({ starts }: Pick<Block, 'starts'>, offset: number): number {
  return Math.max(0, countBefore(starts.length, (i) => starts[i]! <= offset) - 1);
}

/**
 * The mentions whose text the page has rewritten, moved or removed.
 *
 * Removed elements are searched only as long as that is less work than to check for every mention
 * whether it is still in the document: a page that swaps a huge tree must not wait for us.
 *
 * @param inShadow - Whether mentions stand in shadow trees, which a search would not enter.
 */
export function findLost(
  { all, on, across }: Placings,
  edits: Edits,
  inShadow: boolean,
): Set<Placing> {
  if (all.size === 0) return new Set();
  const lost = findSplit({ across }, edits);
  for (const nodes of [edits.rewritten, edits.removed]) {
    for (const node of nodes) for (const placing of on(node)) lost.add(placing);
  }
  let left = inShadow ? 0 : SEARCHED * all.size;
  for (const top of outermost(edits.removed)) {
    for (let at: Node | null = top; at; at = firstChildOf(at) ?? nextOutside(at, top)) {
      for (const placing of on(at)) lost.add(placing);
      if (left > 0) left--;
      else if (isElement(at)) return addUnplaced(all, edits.removed, lost);
    }
  }
  return lost;
}

/** Nodes that can be searched in the time that the check of one mention takes. */
const SEARCHED = 4;

/** Add to `lost` the mentions that have left the document or of which a part was moved. */
function addUnplaced(
  all: ReadonlySet<Placing>,
  removed: ReadonlySet<Node>,
  lost: Set<Placing>,
): Set<Placing> {
  const wasMoved = createInside(removed);
  for (const placing of all) {
    const { pieces } = placing;
    const isTorn = pieces.length > 1 && pieces.some(({ node }) => wasMoved(node));
    if (isTorn || !pieces.every(({ node }) => isHere(node))) lost.add(placing);
  }
  return lost;
}

/**
 * The mentions that the page has split, by inserting something between two of their texts.
 *
 * @param pagesOf - Gives the page's text node for a painter's node, and any other node itself. An
 *   inserted painter's node splits nothing, since the painter only puts it back.
 */
export function findSplit(
  { across }: Pick<Placings, 'across'>,
  { shifts }: Pick<Edits, 'shifts'>,
  pagesOf: (node: Node) => Node = (node) => node,
): Set<Placing> {
  const split = new Set<Placing>();
  const lastIn = createEdges(lastChildOf);
  const firstIn = createEdges(firstChildOf);
  for (const { added, before, after } of shifts) {
    if (!before || !after || !added.some((node) => pagesOf(node) === node)) continue;
    const behind = across(pagesOf(firstIn(after)));
    if (behind.size === 0) continue;
    for (const placing of across(pagesOf(lastIn(before)))) {
      if (behind.has(placing)) split.add(placing);
    }
  }
  return split;
}

/** Find the node with which an element begins or ends; each element is passed only once. */
function createEdges(edgeOf: (node: Node) => Node | null): (node: Node) => Node {
  const known = new Map<Node, Node>();
  return (node) => {
    const passed: Node[] = [];
    let at = node;
    for (let inner = edgeOf(at); inner; inner = edgeOf(at)) {
      const end = known.get(at);
      if (end) {
        at = end;
        break;
      }
      passed.push(at);
      at = inner;
    }
    for (const each of passed) known.set(each, at);
    return at;
  };
}
