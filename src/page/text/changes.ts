/**
 * Gathers what has changed on a page since it was last read. The work grows with the changes, not
 * with the page: each node is looked at once for all records of a batch, and a block is given up
 * once, however many of its texts have changed.
 */
import type { Steps } from '../../core/text/slices.ts';
import { isAsRead } from './as-read.ts';
import type { Block, PageText } from './blocks.ts';
import type { Edits, Shift } from './edits.ts';
import { isBoundary, isExcluded } from './elements.ts';
import { createNearestText } from './line-ends.ts';
import { firstChildOf, lastChildOf, parentNodeOf } from './node-properties.ts';
import { createInside, isElement, isHere, isText, nextOutside, outermost } from './nodes.ts';
import { ELEMENT as OWN_ELEMENT } from './own-element.ts';

/** The parts of a page that are to be read again. */
export interface Changed {
  /** Blocks that are no longer as they were read. */
  readonly gone: ReadonlySet<Block>;
  /** Text nodes whose line is to be read; none is inside one of `roots`. */
  readonly lines: ReadonlySet<Text>;
  /** Elements and shadow roots whose whole text is new; none is inside another. */
  readonly roots: readonly Node[];
}

export interface Changes {
  /**
   * Note what the page did, before it does anything else. Each step looks at one node. A caller
   * that does not take all steps must read the whole page again.
   */
  follow(edits: Edits): Steps<void>;
  /** Note that a block is to be read again. */
  addBlock(block: Block): void;
  /** Note that the line of a text node is to be read. */
  addLine(node: Text): void;
  /** Note that the whole text under a node is new. */
  addRoot(root: Node): void;
  /** Note that the whole text under some nodes is gone. */
  addRemoved(nodes: ReadonlySet<Node>): Steps<void>;
  isEmpty(): boolean;
  /** Return what was gathered, and begin anew. */
  take(): Changed;
}

/** The blocks that were read so far. */
interface KnownBlocks {
  readonly blocks: readonly Block[];
  /** The number of text nodes in all blocks. */
  readonly nodeCount: number;
  /** The block that a text node is part of. */
  ownerOf(node: Node): Block | undefined;
}

/** @param pageText - Gives null for the painter's own nodes, which are no change of the page. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the changes that are gathered
export function createChanges(known: () => KnownBlocks, pageText: PageText): Changes {
  let gone = new Set<Block>();
  let lines = new Set<Text>();
  let roots = new Set<Node>();

  const ownerOf = (node: Node) => known().ownerOf(node);
  const isProse = (node: Text) => /\S/.test(pageText(node) ?? '');
  const isSought = (node: Text) => ownerOf(node) !== undefined || isProse(node);

  function addText(node: Text): void {
    const block = ownerOf(node);
    if (block) gone.add(block);
    else lines.add(node);
  }

  function addRewritten(node: Text): void {
    const block = ownerOf(node);
    if (block && gone.has(block)) return;
    const text = pageText(node);
    if (text === null || (block && isAsRead(block, node, text))) return;
    addText(node);
  }

  /**
   * Note added nodes.
   *
   * @returns Those of them that may part the line in which they stand.
   */
  function* addAdded(nodes: Iterable<Node>): Steps<Set<Node>> {
    const parting = new Set<Node>();
    const seen = new Set<Node>();
    for (const top of nodes) {
      let parts = false;
      for (let at: Node | null = top; at; ) {
        yield;
        let inner: Node | null = null;
        // Inside another added node: already noted, but it may part the line.
        if (seen.has(at)) parts ||= !isText(at) || pageText(at) !== null;
        else if (isText(at)) {
          if (pageText(at) !== null) {
            addText(at);
            parts ||= at !== top || isSought(at);
          }
        } else if (isElement(at)) {
          if (isBoundary(at)) {
            roots.add(at);
            parts = true;
          } else inner = firstChildOf(at);
        }
        seen.add(at);
        at = inner ?? nextOutside(at, top);
      }
      if (parts) parting.add(top);
    }
    return parting;
  }

  /**
   * Note removed nodes. In a small part we look up the block of each text. If a part has more nodes
   * than all blocks have, we check instead for each block whether it stood there.
   */
  function* addRemoved(nodes: ReadonlySet<Node>): Steps<void> {
    const { blocks, nodeCount } = known();
    if (nodeCount === 0) return;
    const vast = new Set<Node>();
    let left = nodeCount;
    for (const top of outermost(nodes)) {
      for (let at: Node | null = top; at; at = firstChildOf(at) ?? nextOutside(at, top)) {
        yield;
        const block = isText(at) && ownerOf(at);
        if (block) gone.add(block);
        if (--left >= 0 || at === top) continue;
        vast.add(top);
        break;
      }
    }
    if (vast.size === 0) return;
    const isInside = createInside(vast);
    for (const block of blocks) {
      yield;
      if (!gone.has(block) && block.nodes.some(isInside)) gone.add(block);
    }
  }

  /** Whether the removal of a node may join the text on its two sides into one line. */
  function parted(node: Node): boolean {
    if (isElement(node)) return node.localName !== OWN_ELEMENT;
    return isText(node) && isSought(node);
  }

  /** Note the texts beside removed or inserted nodes: their lines may now be joined or parted. */
  function* addEdges(shifts: Iterable<Pick<Shift, 'target' | 'before' | 'after'>>): Steps<void> {
    const before = createNearestText('before', isSought);
    const after = createNearestText('after', isSought);
    for (const shift of shifts) {
      for (const text of [
        yield* before.find(shift.target, shift.before),
        yield* after.find(shift.target, shift.after),
      ]) {
        if (text) addText(text);
      }
    }
  }

  function* follow({ rewritten, attributed, shifts, added, removed }: Edits): Steps<void> {
    for (const node of rewritten) {
      yield;
      addRewritten(node);
    }
    // Text that is no longer excluded is new; text that has come to be is given up at once.
    const shown = [...attributed].filter((element) => !isExcluded(element));
    const excluded = [...attributed].filter(isExcluded);
    yield* addRemoved(new Set([...removed, ...excluded]));
    const parting = yield* addAdded(new Set([...added, ...shown]));
    for (const node of removed) {
      yield;
      if (parted(node)) parting.add(node);
    }
    const isParting = (node: Node) => parting.has(node);
    yield* addEdges(
      shifts.filter((shift) => shift.added.some(isParting) || shift.removed.some(isParting)),
    );
    const inline = excluded.filter((element) => !isBoundary(element));
    yield* addEdges(inline.map((target) => ({ target, before: null, after: null })));
  }

  return {
    follow,
    addBlock: (block) => gone.add(block),
    addLine: addText,
    addRoot: (root) => roots.add(root),
    addRemoved,
    isEmpty: () => gone.size + lines.size + roots.size === 0,
    take() {
      for (const { nodes } of gone) for (const node of nodes) lines.add(node);
      if (lines.size > MANY_LINES) lines = withoutWhole(lines, roots);
      const outer = new Set(outermost(new Set([...roots].filter(isHere))));
      const isNew = createInside(outer);
      const taken = {
        gone,
        lines: outer.size > 0 ? new Set([...lines].filter((node) => !isNew(node))) : lines,
        roots: [...outer],
      };
      gone = new Set();
      lines = new Set();
      roots = new Set();
      return taken;
    },
  };
}

/** More lines than this are read faster as parts of the page than one by one. */
const MANY_LINES = 256;

/** The lines without those that fill an element alone; such elements are added to `roots`. */
function withoutWhole(lines: ReadonlySet<Text>, roots: Set<Node>): Set<Text> {
  const left = new Set<Text>();
  for (const node of lines) {
    const whole = elementOf(node);
    if (whole) roots.add(whole);
    else left.add(node);
  }
  return left;
}

/** The element that a text fills alone and that ends its line; null if there is none. */
function elementOf(node: Text): Element | null {
  for (let at: Node = node; ; ) {
    const parent: Node | null = parentNodeOf(at);
    if (!isElement(parent)) return null;
    if (firstChildOf(parent) !== at || lastChildOf(parent) !== at) return null;
    if (isBoundary(parent)) return parent;
    at = parent;
  }
}
