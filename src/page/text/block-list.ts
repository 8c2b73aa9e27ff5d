/** Keeps the blocks of a page in document order, each with its order and section. */
import { countBefore } from '../../core/text/rank.ts';
import type { Block } from './blocks.ts';
import { positionOf, rootOf } from './node-properties.ts';

export interface BlockList {
  readonly blocks: readonly Block[];
  /** The number of text nodes in all blocks. */
  readonly nodeCount: number;
  /** The block that a text node is part of. */
  ownerOf(node: Node): Block | undefined;
  /** Insert blocks. Each continues the section of the block before it or begins a new one. */
  insert(blocks: readonly Block[]): void;
  /**
   * Insert blocks that follow one another in the document, with no other block between them. It saves
   * questions to the page, which take time.
   */
  insertRun(blocks: readonly Block[]): void;
  /** How often all blocks were numbered anew, since no number was left between two of them. */
  readonly numberings: number;
  remove(blocks: ReadonlySet<Block>): void;
}

/** If the orders of two neighbours come closer than this, all blocks are numbered again. */
const LEAST_STEP = 1e-6;
/**
 * The share of the gap between two neighbours by which a block stands off the one before it, where
 * `STREAK` blocks in a row have come right behind or right before one another, as in a feed. So
 * nearly all of the gap is left for the next: with one half, 20 blocks would use it up.
 */
const NEAR = 1 / 1024;
const STREAK = 8;
/** So many places of the page are remembered at which blocks were inserted last. */
const RECENT = 8;
/** Up to this many blocks are removed one by one; more of them by one pass over the list. */
const FEW = 16;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share one list, its index and its order
export function createBlockList(): BlockList {
  let blocks: Block[] = [];
  const owners = new WeakMap<Node, Block>();
  let sections = 0;
  let nodeCount = 0;
  let numberings = 0;
  /** The orders between which blocks were inserted lately, and how often, the newest place last. */
  let recent: { first: number; last: number; streak: number }[] = [];

  /** A section begins at each heading and at each part of the page with a subject of its own. */
  function sectionOf({ isHeading, container }: Block, before: Block | undefined): number {
    const goesOn = before && !isHeading && before.container === container;
    return goesOn ? before.section : ++sections;
  }

  /** How many blocks stand before a node. */
  function rankOf(node: Node | undefined): number {
    let low = 0;
    let high = blocks.length;
    // Most nodes stand behind all blocks of the list.
    if (low < high && isBefore(blocks[high - 1]?.nodes[0], node)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      // A block that has left the page has no position: compare with one before it.
      let at = middle;
      while (at >= low && !isStanding(blocks[at])) at--;
      if (middle - at > FEW) return rankAmongStanding(node, low, high);
      if (at < low || isBefore(blocks[at]?.nodes[0], node)) low = middle + 1;
      else high = at;
    }
    return low;
  }

  /** The same where many blocks have left the page: compares only with those still on it. */
  function rankAmongStanding(node: Node | undefined, low: number, high: number): number {
    const standing: number[] = [];
    for (let i = low; i < high; i++) if (isStanding(blocks[i])) standing.push(i);
    const rank = countBefore(standing.length, (i) =>
      isBefore(blocks[standing[i]!]?.nodes[0], node),
    );
    return standing[rank] ?? high;
  }

  /** Whether a node stands between two neighbours of the list. */
  function isAt(node: Node | undefined, rank: number): boolean {
    const [before, after] = [blocks[rank - 1], blocks[rank]];
    if (!before || !isStanding(before) || !isBefore(before.nodes[0], node)) return false;
    return !after || (isStanding(after) && isBefore(node, after.nodes[0]));
  }

  function insert(added: readonly Block[]): void {
    // Most blocks follow one another; to compare two of many siblings takes the browser long.
    let next = 0;
    for (const block of added) {
      const [node] = block.nodes;
      const rank = isAt(node, next) ? next : rankOf(node);
      put([block], rank);
      next = rank + 1;
    }
  }

  function insertRun(added: readonly Block[]): void {
    const rank = rankOf(added[0]?.nodes[0]);
    const after = blocks[rank];
    if (after && !isBefore(added.at(-1)?.nodes[0], after.nodes[0])) insert(added);
    else put(added, rank);
  }

  function put(added: readonly Block[], rank: number): void {
    let before = blocks[rank - 1];
    const after = blocks[rank];
    const { first, step } = placesFor(added.length, before, after);
    added.forEach((block, i) => {
      block.section = sectionOf(block, before);
      block.order = first + i * step;
      nodeCount += block.nodes.length;
      for (const node of block.nodes) owners.set(node, block);
      before = block;
    });
    remember(first, before?.order ?? first, rank);
    if (after) blocks.splice(rank, 0, ...added);
    else for (const block of added) blocks.push(block);
    if (step < LEAST_STEP) renumber();
  }

  /** Note where blocks were inserted: right behind or before others, or at a new place. */
  function remember(first: number, last: number, rank: number): void {
    const [before, after] = [blocks[rank - 1]?.order, blocks[rank]?.order];
    const isBeside = (place: (typeof recent)[number]) =>
      place.last === before || place.first === after;
    const streak = (recent.find(isBeside)?.streak ?? 0) + 1;
    recent = [...recent.filter((place) => !isBeside(place)), { first, last, streak }];
    if (recent.length > RECENT) recent.shift();
  }

  /** The orders of some blocks that come between two: that of the first, and the step to the next. */
  function placesFor(count: number, before: Block | undefined, after: Block | undefined) {
    if (!after) return { first: (before?.order ?? 0) + 1, step: 1 };
    if (!before) return { first: after.order - count, step: 1 };
    const gap = after.order - before.order;
    const step = gap * Math.min(NEAR, 1 / (2 * count));
    const isFeed = ({ streak }: { streak: number }) => streak >= STREAK;
    if (recent.some((place) => isFeed(place) && place.last === before.order)) {
      return { first: before.order + step, step };
    }
    if (recent.some((place) => isFeed(place) && place.first === after.order)) {
      return { first: after.order - count * step, step };
    }
    return { first: before.order + gap / (count + 1), step: gap / (count + 1) };
  }

  function renumber(): void {
    numberings++;
    blocks.forEach((block, i) => {
      block.order = i + 1;
    });
  }

  /** The index of a block of the list. */
  const indexOf = ({ order }: Block): number =>
    countBefore(blocks.length, (i) => (blocks[i] as Block).order < order);

  function removeOne(block: Block): void {
    const at = indexOf(block);
    if (blocks[at] !== block) return;
    blocks.splice(at, 1);
    nodeCount -= block.nodes.length;
  }

  function remove(gone: ReadonlySet<Block>): void {
    if (gone.size === 0) return;
    if (gone.size > FEW) {
      blocks = blocks.filter((block) => !gone.has(block));
      nodeCount = blocks.reduce((count, { nodes }) => count + nodes.length, 0);
    } else for (const block of gone) removeOne(block);
    for (const block of gone) {
      for (const node of block.nodes) if (owners.get(node) === block) owners.delete(node);
    }
  }

  return {
    get blocks() {
      return blocks;
    },
    get nodeCount() {
      return nodeCount;
    },
    ownerOf: (node) => owners.get(node),
    get numberings() {
      return numberings;
    },
    insert,
    insertRun,
    remove,
  };
}

const isStanding = (block: Block | undefined) => block?.nodes[0]?.isConnected === true;

/** Whether one node is before another in document order; a shadow tree comes with its host. */
function isBefore(one: Node | undefined, other: Node | undefined): boolean {
  if (!one || !other) return false;
  const position = positionOf(one, other);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) return isFollowing(position);
  const hosts = withHosts(one);
  for (const b of withHosts(other)) {
    const a = hosts.find((host) => rootOf(host) === rootOf(b));
    if (a) return isFollowing(positionOf(a, b));
  }
  return false;
}

const isFollowing = (position: number) => (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A node, the host of the shadow root that it is in, the host around that one, and so on. */
function withHosts(node: Node): Node[] {
  const nodes = [node];
  for (let root = rootOf(node); root instanceof ShadowRoot; root = rootOf(root.host)) {
    nodes.push(root.host);
  }
  return nodes;
}
