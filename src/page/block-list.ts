/** The blocks of a page in document order, each with its place and its section. */
import type { Block } from './blocks.ts';

export interface BlockList {
  readonly blocks: readonly Block[];
  /** The block that a text node is part of. */
  ownerOf(node: Node): Block | undefined;
  /** Put in blocks; best in document order among themselves, as they are read. */
  insert(blocks: readonly Block[]): void;
  remove(blocks: ReadonlySet<Block>): void;
}

/** Below this distance between two neighbours all are numbered anew. */
const LEAST_STEP = 1e-6;
/** So many blocks are taken out one by one; for more the whole list is gone through. */
const FEW = 16;

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
  function rankOf(node: Node | undefined): number {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // What the page has taken out meanwhile stands nowhere: the one before it tells.
      let at = middle;
      while (at >= low && !blocks[at]?.nodes[0]?.isConnected) at--;
      if (at < low || isBefore(blocks[at]?.nodes[0], node)) low = middle + 1;
      else high = at;
    }
    return low;
  }

  function insert(added: readonly Block[]): void {
    for (let from = 0; from < added.length; ) {
      const [first] = (added[from] as Block).nodes;
      const last = blocks.at(-1);
      const rank = !last || isBefore(last.nodes[0], first) ? blocks.length : rankOf(first);
      const to = endOfRun(added, from, blocks[rank]);
      insertRun(added.slice(from, to), rank);
      from = to;
    }
  }

  /** How far blocks follow one another, all of them before `next`. */
  function endOfRun(added: readonly Block[], from: number, next: Block | undefined): number {
    let to = from + 1;
    for (; to < added.length; to++) {
      const node = added[to]?.nodes[0];
      if (!isBefore(added[to - 1]?.nodes[0], node)) break;
      if (next && !isBefore(node, next.nodes[0])) break;
    }
    return to;
  }

  function insertRun(run: readonly Block[], rank: number): void {
    let before = blocks[rank - 1];
    const after = blocks[rank];
    const start = before?.order ?? (after?.order ?? 0) - run.length - 1;
    const step = after ? (after.order - start) / (run.length + 1) : 1;
    run.forEach((block, i) => {
      block.section = sectionOf(block, before);
      block.order = start + step * (i + 1);
      for (const node of block.nodes) owners.set(node, block);
      before = block;
    });
    if (!after) for (const block of run) blocks.push(block);
    else if (run.length === 1) blocks.splice(rank, 0, ...run);
    else blocks = [...blocks.slice(0, rank), ...run, ...blocks.slice(rank)];
    if (step < LEAST_STEP) renumber();
  }

  function renumber(): void {
    blocks.forEach((block, i) => {
      block.order = i + 1;
    });
  }

  function removeOne(block: Block): void {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle] as Block).order < block.order) low = middle + 1;
      else high = middle;
    }
    if (blocks[low] === block) blocks.splice(low, 1);
  }

  function remove(gone: ReadonlySet<Block>): void {
    if (gone.size === 0) return;
    if (gone.size > FEW) blocks = blocks.filter((block) => !gone.has(block));
    else for (const block of gone) removeOne(block);
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

/** Document order; what stands in a shadow root comes where its host begins. */
function isBefore(one: Node | undefined, other: Node | undefined): boolean {
  if (!one || !other) return false;
  const position = one.compareDocumentPosition(other);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) return isFollowing(position);
  const hosts = withHosts(one);
  for (const b of withHosts(other)) {
    const a = hosts.find((host) => host.getRootNode() === b.getRootNode());
    if (a) return isFollowing(a.compareDocumentPosition(b));
  }
  return false;
}

const isFollowing = (position: number) => (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A node, the host of the shadow root that it is in, the host around that one, and so on. */
function withHosts(node: Node): Node[] {
  const nodes = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    nodes.push(root.host);
  }
  return nodes;
}
