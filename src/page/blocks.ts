/** Text of the page, cut where no name can run across, with the nodes that it came from. */
import type { TextBlock } from '../core/evidence.ts';
import { holdsWord } from '../core/word-keys.ts';
import {
  createSurroundings,
  isBoundary,
  isExcluded,
  parentOf,
  type ReadSurroundings,
  type Surroundings,
} from './elements.ts';
import { isElement, isHere, isText } from './nodes.ts';

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

/** Lines of text as they are read from a page, one behind the other: a block can be made of each. */
export interface Lines {
  /** In order, with the joints between them; `length` in UTF-16 code units. */
  readonly texts: string[];
  length: number;
  readonly nodes: (Text | null)[];
  /** Where the text of each node begins. */
  readonly starts: number[];
  /** Which node each line begins with. */
  readonly firsts: number[];
  /** Where each line ends. */
  readonly ends: number[];
  readonly arounds: (Surroundings | null)[];
  readonly rows: Map<number, string>;
  /** Of the line that is being read: its last node, the last text in it, and what is around it. */
  node: Text | null;
  last: string;
  around: Surroundings | null;
}

/** The clock is looked at after so many lines. */
const HANDFUL = 16;
/** A sheet is no longer than it takes to get here, in UTF-16 code units. */
const ENOUGH = 50_000;

const createLines = (): Lines => ({
  texts: [],
  length: 0,
  nodes: [],
  starts: [],
  firsts: [],
  ends: [],
  arounds: [],
  rows: new Map(),
  node: null,
  last: '',
  around: null,
});

/**
 * Read the lines of text under a node, in document order. Does not change the DOM and asks for no
 * layout.
 *
 * Left out: scripts, code, fields, editable text, hidden and `aria-hidden` text. Shadow roots are
 * not entered: read each by itself.
 *
 * @param isDue - Whether it is the page's turn: then what was read is handed over, and `next(true)`
 *   says that the page has changed meanwhile.
 * @returns Whether the end was reached: the page may have taken out the place reached.
 */
export function* walkLines(
  root: Node,
  pageText: PageText,
  isDue: () => boolean = () => false,
): Generator<Lines, boolean, boolean | undefined> {
  let surroundings = createSurroundings();
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let lines = createLines();
  let barrier = false;
  // Blank nodes are two thirds of a page: only those inside a line of text are looked at.
  let blanks: Text[] = [];
  let parent: Node | null = null;
  let around: Surroundings | null = null;
  const first = isText(root) ? root : walker.nextNode();
  for (let node = first as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = pageText(node);
    if (text === null) continue;
    if (!(text.charCodeAt(0) > 0x20) && isBlank(text)) {
      if (lines.node) blanks.push(node);
      continue;
    }
    if (node.parentNode !== parent) {
      parent = node.parentNode;
      around = surroundingsOf(node, surroundings);
    }
    if (!around || around.excluded) {
      barrier = true;
      continue;
    }
    if (lines.around && (lines.around.root !== around.root || !passBlanks(lines.around.root))) {
      finish(lines);
      const isEnough = lines.length >= ENOUGH || (lines.ends.length % HANDFUL === 0 && isDue());
      if (isEnough) {
        const hasChanged = yield lines;
        lines = createLines();
        if (hasChanged) {
          if (!isHere(node)) return false;
          surroundings = createSurroundings();
          parent = node.parentNode;
          around = surroundingsOf(node, surroundings);
          barrier = false;
          blanks = [];
        }
      }
    }
    if (blanks.length > 0) blanks = [];
    if (lines.node) extend(lines, node, text, around as Surroundings, barrier);
    else begin(lines, node, text, around as Surroundings);
    barrier = false;
  }
  if (lines.node) finish(lines);
  if (lines.ends.length > 0) yield lines;
  return true;

  /** Add the blank nodes behind a line to it; false if they stand between two lines. */
  function passBlanks(block: Element): boolean {
    for (const blank of blanks) {
      const itsAround = surroundingsOf(blank, surroundings);
      if (itsAround?.excluded) barrier = true;
      else if (itsAround && itsAround.root !== block) return false;
      else if (itsAround) {
        extend(lines, blank, pageText(blank) ?? '', itsAround, barrier);
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
 * @returns The block, or null if the node stands in none or there is no word in it.
 */
export function readBlockAround(node: Text, pageText: PageText): Block | null {
  const surroundings = createSurroundings();
  const around = surroundingsOf(node, surroundings);
  if (!around || around.excluded) return null;
  const lines = createLines();
  for (const each of nodesOfLine(node, around.root)) {
    const text = pageText(each);
    if (text === null) continue;
    const itsAround = surroundingsOf(each, surroundings) as Surroundings;
    if (lines.node) extend(lines, each, text, itsAround, false);
    else begin(lines, each, text, itsAround);
  }
  if (!lines.node) return null;
  finish(lines);
  const text = lines.texts.join('');
  return holdsWord(text) ? makeBlock(lines, text, 0) : null;
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

function begin(lines: Lines, node: Text, text: string, around: Surroundings): void {
  lines.firsts.push(lines.nodes.length);
  lines.last = '';
  write(lines, node, text, around);
}

function extend(
  lines: Lines,
  node: Text,
  text: string,
  around: Surroundings,
  barrier: boolean,
): void {
  if (barrier || lines.around?.raised !== around.raised) join(lines, BARRIER);
  else {
    const joint = jointBetween(lines.node as Text, node);
    // A blank on either side parts words as well as the end of a line does.
    if (joint !== '' && (joint === BARRIER || isTight(lines.last, text))) join(lines, joint);
  }
  write(lines, node, text, around);
}

function write(lines: Lines, node: Text, text: string, around: Surroundings): void {
  lines.nodes.push(node);
  lines.starts.push(lines.length);
  lines.texts.push(text);
  lines.length += text.length;
  lines.node = node;
  if (text !== '') lines.last = text;
  lines.around = around;
}

function join(lines: Lines, joint: string): void {
  lines.texts.push(joint);
  lines.length += joint.length;
}

/** End the line that is being read. */
function finish(lines: Lines): void {
  const around = lines.around as Surroundings;
  const row = around.isCell ? readRow(around.root) : null;
  if (row !== null) lines.rows.set(lines.ends.length, row);
  lines.ends.push(lines.length);
  lines.arounds.push(around);
  lines.node = null;
  lines.around = null;
}

/**
 * Make a block of one of some lines.
 *
 * @param text - All texts of the lines in one.
 * @returns The block, or null if it was let go.
 */
export function makeBlock(lines: Lines, text: string, number: number): Block | null {
  const { firsts, ends, arounds, rows } = lines;
  const around = arounds[number];
  if (!around) return null;
  const { root, container, isHeading } = around;
  const [first, last] = [firsts[number], firsts[number + 1]];
  const start = ends[number - 1] ?? 0;
  const block = {
    text: text.slice(start, ends[number]),
    nodes: lines.nodes.slice(first, last) as Text[],
    starts: lines.starts.slice(first, last).map((each) => each - start),
    root,
    container,
    isHeading,
    section: 0,
    order: 0,
  };
  const row = rows.get(number);
  return row === undefined ? block : { ...block, row };
}

/** Let go of the nodes that a line was read from. */
export function dropLine({ nodes, firsts, arounds }: Lines, number: number): void {
  arounds[number] = null;
  nodes.fill(null, firsts[number], firsts[number + 1]);
}

/** Longer rows do not pair a term with what it means; in UTF-16 code units. */
const LONGEST_ROW = 300;

/** The row of a table or list of terms that a cell opens: its cells, a tab between them. */
function readRow(cell: Element): string | null {
  if (cell.nodeName !== 'DT' && cell.previousElementSibling) return null;
  const next = cell.nextElementSibling;
  if (next?.nodeName !== 'TD' && next?.nodeName !== 'DD') return null;
  const row = `${cell.textContent?.trim()}\t${next.textContent?.trim()}`;
  return row.length <= LONGEST_ROW ? row : null;
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
    if (isElement(node) && isBoundary(node)) return BARRIER;
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

/** An element without a text does not part what stands on its sides. */
const holdsText = (element: Element) =>
  document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() !== null;

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
      if (isText(at)) return at;
      if (isElement(at) && at.nodeName !== 'BR') {
        if (isBoundary(at) || (isExcluded(at) && holdsText(at))) return null;
      }
      const child: ChildNode | null = at[edge];
      if (!child) break;
      at = child;
    }
  }
}

function surroundingsOf(node: Text, read: ReadSurroundings): Surroundings | null {
  const parent = parentOf(node);
  return parent && read(parent);
}
