/** Text of the page, cut where no name can run across, with the nodes that it came from. */
import type { TextBlock } from '../core/evidence.ts';
import { holdsWord } from '../core/word-keys.ts';
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
  return [...walkBlocks(root, pageText)];
}

/**
 * The same, block by block, for whoever pauses now and then: `next(true)` says that the page had
 * its turn. Returns whether the end was reached: the page may have taken out the place reached.
 */
export function* walkBlocks(
  root: Node,
  pageText: PageText,
): Generator<Block, boolean, boolean | undefined> {
  const cache: SurroundingsCache = new Map();
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let run: Run | null = null;
  let barrier = false;
  // Blank nodes are two thirds of a page: only those inside a line of text are looked at.
  let blanks: Text[] = [];
  const first = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode();
  for (let node = first as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = pageText(node);
    if (text === null) continue;
    if (isBlank(text)) {
      if (run) blanks.push(node);
      continue;
    }
    const around: Surroundings | null = surroundingsOf(node, cache);
    if (!around || around.excluded) {
      barrier = true;
      continue;
    }
    if (run && (run.around.root !== around.root || !passBlanks(run, blanks))) {
      const block = finish(run);
      run = null;
      if (block && (yield block)) {
        cache.clear();
        if (!node.isConnected) return false;
        barrier = false;
        blanks = [];
      }
    }
    blanks = blanks.length > 0 ? [] : blanks;
    if (run) extend(run, node, text, around, barrier);
    else run = begin(node, text, around);
    barrier = false;
  }
  const last = run && finish(run);
  if (last) yield last;
  return true;

  /** Add blank nodes to a line; false if they stand between two lines. */
  function passBlanks(line: Run, between: readonly Text[]): boolean {
    for (const blank of between) {
      const around = surroundingsOf(blank, cache);
      if (around?.excluded) barrier = true;
      else if (around && around.root !== line.around.root) return false;
      else if (around) {
        extend(line, blank, pageText(blank) ?? '', around, barrier);
        barrier = false;
      }
    }
    return true;
  }
}

/** Only of what source code is indented with: any other blank is looked at later. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && (code > 0x0d || code < 0x09)) return false;
  }
  return true;
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
  return run && finish(run);
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
  /** What the last node that is not empty added: to look at the end of `text` would copy it all. */
  last: string;
  around: Surroundings;
}

function begin(node: Text, text: string, around: Surroundings): Run {
  return { nodes: [node], starts: [0], text, last: text, around };
}

function extend(run: Run, node: Text, text: string, around: Surroundings, barrier: boolean): void {
  const last = run.nodes.at(-1) as Text;
  if (barrier || run.around.raised !== around.raised) run.text += BARRIER;
  else {
    const joint = jointBetween(last, node);
    // A blank on either side parts words as well as the end of a line does.
    if (joint === BARRIER || isTight(run.last, text)) run.text += joint;
  }
  run.starts.push(run.text.length);
  run.nodes.push(node);
  run.text += text;
  if (text !== '') run.last = text;
  run.around = around;
}

/** The block of a line of text; null if there is no word in it. */
function finish(run: Run): Block | null {
  return holdsWord(run.text) ? toBlock(run) : null;
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
  return !isWhiteSpace(before.charCodeAt(before.length - 1)) && !isWhiteSpace(after.charCodeAt(0));
}

/** Of no text (NaN) too; beyond ASCII as the language has it. */
function isWhiteSpace(code: number): boolean {
  if (code > 0x20 && code < 0x80) return false;
  return !(code > 0x20) || /\s/.test(String.fromCharCode(code));
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
