/** Which mentions stand on which text nodes: what both painters remember of what they painted. */
import type { Mention } from '../core/mention.ts';
import { countBefore } from '../core/rank.ts';
import type { Block } from './blocks.ts';
import { isElement, isHere } from './nodes.ts';
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
  find(placed: PlacedMention): Placing | undefined;
  readonly all: ReadonlySet<Placing>;
}

const heldBy = ({ pieces, gaps }: Placing): readonly Text[] => [
  ...pieces.map(({ node }) => node),
  ...gaps,
];

/** An empty index. It holds no text node that no mention stands on. */
export function createPlacings(): Placings {
  const all = new Set<Placing>();
  let byNode = new WeakMap<Node, Set<Placing>>();
  const on = (node: Node): Iterable<Placing> => byNode.get(node) ?? [];
  return {
    all,
    on,
    add(placing) {
      all.add(placing);
      for (const node of heldBy(placing)) {
        const here = byNode.get(node);
        if (here) here.add(placing);
        else byNode.set(node, new Set([placing]));
      }
    },
    remove(placing) {
      all.delete(placing);
      for (const node of heldBy(placing)) {
        const here = byNode.get(node);
        here?.delete(placing);
        if (here?.size === 0) byNode.delete(node);
      }
    },
    clear() {
      all.clear();
      byNode = new WeakMap();
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
 * whose text is no longer on the page as the block says.
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

/** Whether a node is in the document and says what the block says. */
function isAsRead({ text, nodes, starts }: Block, i: number): boolean {
  const node = nodes[i]!;
  return isHere(node) && text.startsWith(node.data, starts[i]);
}

const NOTHING: Pick<Placing, 'pieces' | 'gaps'> = { pieces: [], gaps: [] };

/** The pieces of a mention and what is empty between them; none if one of its nodes no longer stands. */
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

/** Which node of a block holds an offset: the last one that starts at or before it. */
function nodeIndexAt({ starts }: Pick<Block, 'starts'>, offset: number): number {
  return Math.max(0, countBefore(starts.length, (i) => starts[i]! <= offset) - 1);
}

/**
 * The mentions whose text a change of the page rewrote, moved or took away.
 *
 * A removed element is searched only as long as that is less work than to ask every mention
 * whether it is still in the document: a page that swaps a huge tree must not wait for us.
 *
 * @param inShadow - Whether mentions stand in shadow trees, which a search would not enter.
 */
export function findLost(
  { all, on }: Placings,
  records: readonly MutationRecord[],
  inShadow: boolean,
): Set<Placing> {
  const lost = findSplit({ on }, records);
  let budget = inShadow ? 0 : all.size;
  const lose = (node: Node) => {
    for (const placing of on(node)) lost.add(placing);
  };
  let swept = all.size === 0;
  const sweep = () => {
    swept = true;
    for (const placing of all) {
      if (!placing.pieces.every(({ node }) => isHere(node))) lost.add(placing);
    }
  };
  for (const record of records) {
    const { type, target, removedNodes } = record;
    if (type === 'characterData') lose(target);
    for (const node of removedNodes) {
      lose(node);
      if (swept || !isElement(node)) continue;
      const walker = node.ownerDocument!.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (budget > 0 && walker.nextNode()) {
        lose(walker.currentNode);
        budget--;
      }
      if (budget === 0) sweep();
    }
  }
  return lost;
}

/**
 * The mentions between two texts of which a change of the page has put something.
 *
 * @param pagesOf - The text node of the page that a painter's node stands for; any other node
 *   itself. A painter's own node splits nothing: it is put back where it was.
 */
export function findSplit(
  { on }: Pick<Placings, 'on'>,
  records: readonly MutationRecord[],
  pagesOf: (node: Node) => Node = (node) => node,
): Set<Placing> {
  const split = new Set<Placing>();
  for (const { addedNodes, previousSibling, nextSibling } of records) {
    if (![...addedNodes].some((node) => pagesOf(node) === node)) continue;
    const before = edgeOf(previousSibling, 'lastChild');
    const after = edgeOf(nextSibling, 'firstChild');
    if (!before || !after) continue;
    const behind = new Set(on(pagesOf(after)));
    for (const placing of on(pagesOf(before))) if (behind.has(placing)) split.add(placing);
  }
  return split;
}

/** The text that an element begins or ends with, or the text node itself. */
function edgeOf(node: Node | null, edge: 'firstChild' | 'lastChild'): Node | null {
  let at = node;
  while (at?.[edge]) at = at[edge];
  return at;
}
