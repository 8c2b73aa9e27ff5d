/** The blocks of a page in document order, each with its place and its section. */
import type { Block } from './blocks.ts';

export interface BlockList {
  readonly blocks: readonly Block[];
  /** The block that a text node is part of. */
  ownerOf(node: Node): Block | undefined;
  /** Put in blocks that are in document order among themselves. */
  insert(blocks: readonly Block[]): void;
  remove(blocks: ReadonlySet<Block>): void;
}

/** Below this distance between two neighbours all are numbered anew. */
const LEAST_STEP = 1e-6;

export function createBlockList(): BlockList {
  let blocks: Block[] = [];
  const owners = new WeakMap<Node, Block>();
  let sections = 0;

  /** A section begins at each heading and at each part of the page with a subject of its own. */
  function sectionOf(block: Block, before: Block | undefined): number {
    const goesOn = before && !block.isHeading && before.container === block.container;
    return goesOn ? before.section : ++sections;
  }

  /** How many blocks stand before another one. */
  function rankOf({ nodes: [node] }: Block): number {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(blocks[middle]?.nodes[0], node)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function insert(added: readonly Block[]): void {
    for (const block of added) {
      const last = blocks.at(-1);
      const isLast = !last || isBefore(last.nodes[0], block.nodes[0]);
      const rank = isLast ? blocks.length : rankOf(block);
      const before = blocks[rank - 1];
      const after = blocks[rank];
      block.section = sectionOf(block, before);
      block.order = after
        ? before
          ? (before.order + after.order) / 2
          : after.order - 1
        : (before?.order ?? 0) + 1;
      if (isLast) blocks.push(block);
      else blocks.splice(rank, 0, block);
      for (const node of block.nodes) owners.set(node, block);
      if (before && after && block.order - before.order < LEAST_STEP) renumber();
    }
  }

  function renumber(): void {
    blocks.forEach((block, i) => {
      block.order = i + 1;
    });
  }

  function remove(gone: ReadonlySet<Block>): void {
    if (gone.size === 0) return;
    blocks = blocks.filter((block) => !gone.has(block));
    for (const block of gone) {
      for (const node of block.nodes) if (owners.get(node) === block) owners.delete(node);
    }
  }

  return {
    get blocks() {
      return blocks;
    },
    ownerOf: (node) => owners.get(node),
    insert,
    remove,
  };
}

/** Document order, also across shadow roots: there the hosts are compared. */
function isBefore(one: Node | undefined, other: Node | undefined): boolean {
  if (!one || !other) return false;
  const position = one.compareDocumentPosition(other);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) {
    return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  const [a, b] = [outermost(one), outermost(other)];
  return a !== b && (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The node itself, or the host in the document of the shadow root that it is in. */
function outermost(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) {
    at = root.host;
  }
  return at;
}
