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
   * Insert a block whose section is known.
   *
   * @param after, before - The nearest known blocks of the list on its two sides. They save
   *   questions to the page, which take time.
   */
  place(block: Block, after: Block | undefined, before: Block | undefined): void;
  /**
   * The sections for blocks that follow one another and may be inserted later.
   *
   * @param node - A node of the first of them.
   * @param before - The section that they may continue; by default that of the block before.
   */
  sectionsOf(node: Node, arounds: readonly Setting[], before?: Section): number[];
  remove(blocks: ReadonlySet<Block>): void;
}

/** The properties of a block by which sections are told apart. */
export type Setting = Pick<Block, 'isHeading' | 'container'>;

export interface Section extends Pick<Block, 'container' | 'section'> {}

/** If the orders of two neighbours come closer than this, all blocks are numbered again. */
const LEAST_STEP = 1e-6;
/** Up to this many blocks are removed one by one; more of them by one pass over the list. */
const FEW = 16;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share one list, its index and its order
export function createBlockList(): BlockList {
  let blocks: Block[] = [];
  const owners = new WeakMap<Node, Block>();
  let sections = 0;
  let nodeCount = 0;

  /** A section begins at each heading and at each part of the page with a subject of its own. */
  function sectionOf({ isHeading, container }: Setting, before: Section | undefined): number {
    const goesOn = before && !isHeading && before.container === container;
    return goesOn ? before.section : ++sections;
  }

  function sectionsOf(node: Node, arounds: readonly Setting[], before?: Section): number[] {
    const first = before ?? blocks[rankOf(node) - 1];
    let section = 0;
    return arounds.map((around, i) => {
      const last = i === 0 ? first : { container: arounds[i - 1]!.container, section };
      section = sectionOf(around, last);
      return section;
    });
  }

  function place(block: Block, after: Block | undefined, before: Block | undefined): void {
    const low = after ? indexOf(after) + 1 : 0;
    const high = before ? indexOf(before) : blocks.length;
    put(block, rankOf(block.nodes[0], low, high));
  }

  /** How many blocks stand before a node: at least `least` and at most `most`. */
  function rankOf(node: Node | undefined, least = 0, most = blocks.length): number {
    let low = least;
    let high = most;
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
      block.section = sectionOf(block, blocks[rank - 1]);
      put(block, rank);
      next = rank + 1;
    }
  }

  function put(block: Block, rank: number): void {
    const after = blocks[rank];
    const start = blocks[rank - 1]?.order ?? (after?.order ?? 0) - 2;
    const step = after ? (after.order - start) / 2 : 1;
    block.order = start + step;
    nodeCount += block.nodes.length;
    for (const node of block.nodes) owners.set(node, block);
    if (after) blocks.splice(rank, 0, block);
    else blocks.push(block);
    if (step < LEAST_STEP) renumber();
  }

  function renumber(): void {
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
    insert,
    place,
    sectionsOf,
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
