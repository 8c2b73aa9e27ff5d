/** What has changed on a page since it was last read, gathered from mutation records. */
import { type Block, isJoint, type PageText } from './blocks.ts';
import { isBoundary, isEditable, isExcluded } from './elements.ts';
import { isElement, isHere, isText } from './nodes.ts';
import { ELEMENT as OWN_ELEMENT } from './strays.ts';

/** What is to be read again. */
export interface Changed {
  /** Blocks that are no longer as they were read. */
  readonly gone: ReadonlySet<Block>;
  /** Text nodes whose line of text is to be read; none is inside one of `roots`. */
  readonly lines: ReadonlySet<Text>;
  /** Elements and shadow roots whose whole text is new; none is inside another. */
  readonly roots: readonly Node[];
}

export interface Changes {
  addRecords(records: readonly MutationRecord[]): void;
  /** A block is to be read again. */
  addBlock(block: Block): void;
  /** The line that a text node stands in is to be read. */
  addLine(node: Text): void;
  /** The whole text under a node is new. */
  addRoot(root: Node): void;
  /** The whole text under a node is gone. */
  addRemoved(root: Node): void;
  isEmpty(): boolean;
  /** Hand over what was gathered and begin anew. */
  take(): Changed;
}

/**
 * @param ownerOf - The block that a text node is part of.
 * @param listBlocks - All blocks that are known.
 * @param pageText - Tells the page's text from the painter's own nodes, which are no change.
 */
export function createChanges(
  ownerOf: (node: Node) => Block | undefined,
  listBlocks: () => readonly Block[],
  pageText: PageText,
): Changes {
  let gone = new Set<Block>();
  let lines = new Set<Text>();
  let roots = new Set<Node>();
  /** So many removed texts are asked for their block: then it is less work to ask the blocks. */
  let left = 0;
  let vast = new Set<Node>();

  function addBlock(block: Block): void {
    gone.add(block);
    for (const node of block.nodes) lines.add(node);
  }

  function addText(node: Text): void {
    const block = ownerOf(node);
    if (block) addBlock(block);
    else lines.add(node);
  }

  function addRewritten(node: Text): void {
    const text = pageText(node);
    const block = ownerOf(node);
    if (text === null || (block && isAsRead(block, node, text))) return;
    addText(node);
  }

  function addAdded(node: Node): void {
    if (isText(node)) {
      if (pageText(node) !== null) addText(node);
    } else if (isElement(node)) {
      if (isBoundary(node)) roots.add(node);
      else node.childNodes.forEach(addAdded);
    }
  }

  /** What stood on both sides of a removed or inserted node may now be one line, or two. */
  function addEdges(target: Node, before: Node | null, after: Node | null): void {
    for (const text of [
      findBeside(target, before, 'previousSibling'),
      findBeside(target, after, 'nextSibling'),
    ]) {
      if (text) addText(text);
    }
  }

  /** The nearest text of the same line on one side of a place, if any is there. */
  function findBeside(
    target: Node,
    sibling: Node | null,
    way: 'previousSibling' | 'nextSibling',
  ): Text | null {
    const textIn = way === 'nextSibling' ? firstText : lastText;
    let parent: Node | null = target;
    for (let at = sibling; ; at = at[way]) {
      // The line goes on beside the inline elements that it ends in.
      while (!at) {
        if (!parent || !isElement(parent) || isBoundary(parent)) return null;
        at = parent[way];
        parent = parent.parentNode;
      }
      if (isElement(at) && isBoundary(at)) return null;
      const text = textIn(at);
      if (text && (ownerOf(text) || isProse(text))) return text;
    }
  }

  const isProse = (node: Text) => /\S/.test(pageText(node) ?? '');

  /** All text under a node is gone. */
  function addRemoved(node: Node): void {
    for (const text of textNodesOf(node)) {
      if (--left < 0) {
        vast.add(node);
        return;
      }
      const block = ownerOf(text);
      if (block) addBlock(block);
    }
  }

  /** Do what may take out many texts. */
  function countTexts(add: () => void): void {
    const blocks = listBlocks();
    left = blocks.length;
    add();
    if (vast.size === 0) return;
    const isGone = (node: Node) => vast.has(node) || hasAncestorIn(node, vast);
    for (const block of blocks) if (block.nodes.some(isGone)) addBlock(block);
    vast = new Set();
  }

  /** Whether what stands on both sides of a node may be one line without it, and two with it. */
  function partsText(node: Node): boolean {
    if (isElement(node)) return node.localName !== OWN_ELEMENT;
    return ownerOf(node) !== undefined || (isText(node) && isProse(node));
  }

  /** Text that is no longer excluded is new; text that is being edited is left at once. */
  function addAttribute(element: Element): void {
    if (!isExcluded(element)) addAdded(element);
    else if (isEditable(element)) {
      addRemoved(element);
      if (!isBoundary(element)) addEdges(element, null, null);
    }
  }

  function addRecord(record: MutationRecord): void {
    if (record.type === 'attributes') {
      addAttribute(record.target as Element);
      return;
    }
    if (record.type === 'characterData') {
      addRewritten(record.target as Text);
      return;
    }
    record.removedNodes.forEach(addRemoved);
    record.addedNodes.forEach(addAdded);
    if ([...record.removedNodes, ...record.addedNodes].some(partsText)) {
      addEdges(record.target, record.previousSibling, record.nextSibling);
    }
  }

  return {
    addBlock,
    addRemoved: (root) => countTexts(() => addRemoved(root)),
    addRecords: (records) => countTexts(() => records.forEach(addRecord)),
    addLine: addText,
    addRoot: (root) => roots.add(root),
    isEmpty: () => gone.size + lines.size + roots.size === 0,
    take() {
      const connected = [...roots].filter(isHere);
      const outer = new Set(connected);
      const isNew = (node: Node) => hasAncestorIn(node, outer);
      const taken = {
        gone,
        lines: outer.size > 0 ? new Set([...lines].filter((node) => !isNew(node))) : lines,
        roots: connected.filter((root) => !isNew(root)),
      };
      gone = new Set();
      lines = new Set();
      roots = new Set();
      return taken;
    },
  };
}

/** Whether a block has just this text of one of its nodes: pages write what was there already. */
function isAsRead({ nodes, starts, text }: Block, node: Text, now: string): boolean {
  const i = nodes.indexOf(node);
  const start = starts[i] as number;
  const next = starts[i + 1];
  if (next === undefined) return text.slice(start) === now;
  if (!text.startsWith(now, start)) return false;
  // A joint of one character may stand before the next node.
  const left = text.slice(start + now.length, next);
  return start + now.length <= next && (left === '' || isJoint(left));
}

function hasAncestorIn(node: Node, set: ReadonlySet<Node>): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (set.has(at)) return true;
  return false;
}

function* textNodesOf(node: Node): Generator<Text> {
  if (isText(node)) yield node;
  else {
    const walker = (node.ownerDocument as Document).createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let at = walker.nextNode(); at; at = walker.nextNode()) yield at as Text;
  }
}

function firstText(node: Node | null): Text | null {
  if (!node || (isElement(node) && isBoundary(node))) return null;
  return textNodesOf(node).next().value ?? null;
}

function lastText(node: Node | null): Text | null {
  if (!node || (isElement(node) && isBoundary(node))) return null;
  if (isText(node)) return node;
  return (node.ownerDocument as Document)
    .createTreeWalker(node, NodeFilter.SHOW_TEXT)
    .lastChild() as Text | null;
}
