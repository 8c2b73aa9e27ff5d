/**
 * What has changed on a page since it was last read, gathered from what the page did. It costs what
 * the changes cost: each node is looked at once for all records of a batch, and a block is given up
 * once, however many of its texts have changed.
 */
import type { Steps } from '../../core/text/slices.ts';
import { type Block, isJoint, type PageText } from './blocks.ts';
import type { Edits, Shift } from './edits.ts';
import { isBoundary, isEditable, isExcluded } from './elements.ts';
import { createNearestText } from './line-ends.ts';
import { firstChildOf, lastChildOf, parentNodeOf } from './node-properties.ts';
import { createInside, isElement, isHere, isText, nextOutside, outermost } from './nodes.ts';
import { ELEMENT as OWN_ELEMENT } from './own-element.ts';

/** What is to be read again. */
export interface Changed {
  /** Blocks that are no longer as they were read. */
  readonly gone: ReadonlySet<Block>;
  /** Text nodes whose line of text is to be read; none is inside one of `roots`. */
  readonly lines: ReadonlySet<Text>;
  /** Elements and shadow roots whose whole text is new; none is inside another. */
  readonly roots: readonly Node[];
}

interface Changes {
  /**
   * Note what the page did, before it does anything else. A step is a node looked at; whoever does
   * not do all of them no longer knows what has changed.
   */
  follow(edits: Edits): Steps<void>;
  /** A block is to be read again. */
  addBlock(block: Block): void;
  /** The line that a text node stands in is to be read. */
  addLine(node: Text): void;
  /** The whole text under a node is new. */
  addRoot(root: Node): void;
  /** The whole text under some nodes is gone. */
  addRemoved(nodes: ReadonlySet<Node>): Steps<void>;
  isEmpty(): boolean;
  /** Hand over what was gathered and begin anew. */
  take(): Changed;
}

/** The blocks that are known. */
interface KnownBlocks {
  readonly blocks: readonly Block[];
  /** How many text nodes they have together. */
  readonly nodeCount: number;
  /** The block that a text node is part of. */
  ownerOf(node: Node): Block | undefined;
}

/** @param pageText - Tells the page's text from the painter's own nodes, which are no change. */
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

  /** @returns Those of the nodes that may part the line in which they stand. */
  function* addAdded(nodes: Iterable<Node>): Steps<Set<Node>> {
    const parting = new Set<Node>();
    const seen = new Set<Node>();
    for (const top of nodes) {
      let parts = false;
      for (let at: Node | null = top; at; ) {
        yield;
        let inner: Node | null = null;
        // What was added into something that was added is seen there.
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
   * The texts of a small part are asked for their blocks; of a large one, all blocks whether they
   * are in it.
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

  /** Whether what stands on both sides of a removed node may be one line without it. */
  function parted(node: Node): boolean {
    if (isElement(node)) return node.localName !== OWN_ELEMENT;
    return isText(node) && isSought(node);
  }

  /** What stood on both sides of a removed or inserted node may now be one line, or two. */
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
    // Text that is no longer excluded is new; text that is being edited is left at once.
    const shown = [...attributed].filter((element) => !isExcluded(element));
    const edited = [...attributed].filter((element) => isExcluded(element) && isEditable(element));
    yield* addRemoved(new Set([...removed, ...edited]));
    const parting = yield* addAdded(new Set([...added, ...shown]));
    for (const node of removed) {
      yield;
      if (parted(node)) parting.add(node);
    }
    const isParting = (node: Node) => parting.has(node);
    yield* addEdges(
      shifts.filter((shift) => shift.added.some(isParting) || shift.removed.some(isParting)),
    );
    const inline = edited.filter((element) => !isBoundary(element));
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

/** Side by side so many lines are read sooner as parts of the page than each by itself. */
const MANY_LINES = 256;

/** Lines without those that are all that stands in an element, which goes to the roots. */
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

/** Whether a block has just this text of one of its nodes: pages write what was there already. */
function isAsRead(block: Block, node: Text, now: string): boolean {
  const { starts, text } = block;
  const i = indexIn(block, node);
  const start = starts[i] as number;
  const next = starts[i + 1];
  if (next === undefined) return text.slice(start) === now;
  if (!text.startsWith(now, start)) return false;
  // A joint of one character may stand before the next node.
  const left = text.slice(start + now.length, next);
  return start + now.length <= next && (left === '' || isJoint(left));
}

/** Blocks of more nodes are given an index when one of them is looked for. */
const FEW_NODES = 16;
const indexes = new WeakMap<Block, ReadonlyMap<Text, number>>();

function indexIn(block: Block, node: Text): number {
  const { nodes } = block;
  if (nodes.length <= FEW_NODES) return nodes.indexOf(node);
  const index = indexes.get(block) ?? new Map(nodes.map((each, i) => [each, i]));
  indexes.set(block, index);
  return index.get(node) as number;
}
