/** Text of the page, cut where no name can run across, with the nodes that it came from. */
import type { TextBlock } from '../core/evidence.ts';
import {
  isBoundary,
  isExcluded,
  parentOf,
  readSurroundings,
  type Surroundings,
  type SurroundingsCache,
} from './elements.ts';

/** A stretch of text with no boundary inside; no match crosses two of them. */
export interface Block extends TextBlock {
  /** The text of its nodes, in order; a joint of one character may stand between two of them. */
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's text begins in `text`, in UTF-16 code units. */
  readonly starts: readonly number[];
  /** The nearest block-level element around it. */
  readonly root: Element;
  /** The nearest part of the page with a subject of its own. */
  readonly container: Element | null;
  readonly isHeading: boolean;
  /** Both are given by whoever keeps the blocks in order. */
  section: number;
  order: number;
}

/** What the page wrote into a text node; null for one that is none of the page's. */
export type PageText = (node: Text) => string | null;

/** Between two nodes: text that no name crosses (an image, code, a raised note). */
const BARRIER = '\ufffc';
const LINE_END = '\n';

/** Whether a character may stand between two nodes of a block and be part of neither. */
export const isJoint = (char: string): boolean => char === BARRIER || char === LINE_END;

/**
 * Read the blocks under a node, in document order. Does not change the DOM and asks for no layout.
 *
 * Left out: scripts, code, fields, editable text, hidden and `aria-hidden` text, and blocks without
 * a letter. Shadow roots are not entered: read each by itself.
 */
export function readBlocks(root: Node, pageText: PageText): Block[] {
  const blocks: Block[] = [];
  const cache: SurroundingsCache = new Map();
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let run: Run | null = null;
  let barrier = false;
  const first = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode();
  for (let node = first as Text | null; node; node = walker.nextNode() as Text | null) {
    const around = surroundingsOf(node, cache);
    if (!around || around.excluded) {
      barrier = true;
      continue;
    }
    const text = pageText(node);
    if (text === null) continue;
    if (run && run.around.root === around.root) extend(run, node, text, around, barrier);
    else {
      if (run && hasWords(run)) blocks.push(toBlock(run));
      run = begin(node, text, around);
    }
    barrier = false;
  }
  if (run && hasWords(run)) blocks.push(toBlock(run));
  return blocks;
}

/**
 * Read the one block that a text node is part of, as the page is now.
 *
 * @returns The block, or null if the node stands in none.
 */
export function readBlockAround(node: Text, pageText: PageText): Block | null {
  const cache: SurroundingsCache = new Map();
  const around = surroundingsOf(node, cache);
  if (!around || around.excluded) return null;
  let run: Run | null = null;
  for (const each of nodesOfLine(node, around.root)) {
    const text = pageText(each);
    if (text === null) continue;
    const itsAround = surroundingsOf(each, cache) as Surroundings;
    if (run) extend(run, each, text, itsAround, false);
    else run = begin(each, text, itsAround);
  }
  return run && hasWords(run) ? toBlock(run) : null;
}

/** The text nodes of the line of text that a node is part of, in document order. */
function nodesOfLine(node: Text, root: Element): Text[] {
  const nodes = [node];
  for (let other = neighbour(node, root, 'previous'); other; ) {
    nodes.push(other);
    other = neighbour(other, root, 'previous');
  }
  nodes.reverse();
  for (let other = neighbour(node, root, 'next'); other; ) {
    nodes.push(other);
    other = neighbour(other, root, 'next');
  }
  return nodes;
}

interface Run {
  readonly nodes: Text[];
  readonly starts: number[];
  text: string;
  around: Surroundings;
}

function begin(node: Text, text: string, around: Surroundings): Run {
  return { nodes: [node], starts: [0], text, around };
}

function extend(run: Run, node: Text, text: string, around: Surroundings, barrier: boolean): void {
  const last = run.nodes.at(-1) as Text;
  if (barrier || run.around.raised !== around.raised) run.text += BARRIER;
  else {
    const joint = jointBetween(last, node);
    // A blank on either side parts words as well as the end of a line does.
    if (joint === BARRIER || isTight(run.text, text)) run.text += joint;
  }
  run.starts.push(run.text.length);
  run.nodes.push(node);
  run.text += text;
  run.around = around;
}

function hasWords({ text }: Run): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function toBlock({ nodes, starts, text, around }: Run): Block {
  const { root, container, isHeading } = around;
  const block = { text, nodes, starts, root, container, isHeading, section: 0, order: 0 };
  const row = readRow(root);
  return row === null ? block : { ...block, row };
}

/** Longer rows do not pair a term with what it means; in UTF-16 code units. */
const LONGEST_ROW = 300;

/** The row of a table or list of terms that an element opens: its cells, a tab between them. */
function readRow(root: Element): string | null {
  const name = root.nodeName;
  if (name === 'DT' || ((name === 'TD' || name === 'TH') && !root.previousElementSibling)) {
    const next = root.nextElementSibling;
    if (next?.nodeName !== 'TD' && next?.nodeName !== 'DD') return null;
    const row = `${root.textContent?.trim()}\t${next.textContent?.trim()}`;
    return row.length <= LONGEST_ROW ? row : null;
  }
  return null;
}

/** Whether two texts meet without a blank, so that what stands between them matters. */
function isTight(before: string, after: string): boolean {
  return /\S$/.test(before.slice(-1)) && /^\S/.test(after.slice(0, 1));
}

/** What the elements between two neighbouring text nodes put between their letters. */
function jointBetween(before: Text, after: Text): '' | typeof BARRIER | typeof LINE_END {
  for (let node = following(before); node && node !== after; node = following(node)) {
    if (node.nodeName === 'BR') return LINE_END;
    if (node.nodeType === Node.ELEMENT_NODE && isBoundary(node as Element)) return BARRIER;
  }
  return '';
}

/** The node after another in document order. */
function following(node: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  let at: Node | null = node;
  while (at && !at.nextSibling) at = at.parentNode;
  return at?.nextSibling ?? null;
}

/** The next or previous text node in the same line of text, or null at its end. */
function neighbour(node: Text, root: Element, way: 'next' | 'previous'): Text | null {
  const step = way === 'next' ? 'nextSibling' : 'previousSibling';
  const edge = way === 'next' ? 'firstChild' : 'lastChild';
  let at: Node = node;
  for (;;) {
    while (!at[step]) {
      const parent: Node | null = at.parentNode;
      if (!parent || parent === root) return null;
      at = parent;
    }
    at = at[step] as Node;
    for (;;) {
      if (at.nodeType === Node.TEXT_NODE) return at as Text;
      const isEntered = at.nodeType === Node.ELEMENT_NODE && at.nodeName !== 'BR';
      if (isEntered && (isBoundary(at as Element) || isExcluded(at as Element))) return null;
      const child: ChildNode | null = at[edge];
      if (!child) break;
      at = child;
    }
  }
}

function surroundingsOf(node: Text, cache: SurroundingsCache): Surroundings | null {
  const parent = parentOf(node);
  return parent && readSurroundings(parent, cache);
}
