/** Blocks of text, cut where no name can run across, with the text nodes they come from. */
import type { Markup, TextBlock } from '../../core/text/text-block.ts';
import { isBoundary, isBreak, type Surroundings } from './elements.ts';
import { readMarkup, type Tagged } from './markup.ts';
import { firstChildOf } from './node-properties.ts';
import { isElement, nextOutside } from './nodes.ts';
import { BARRIER, LINE_END, type Seam, seamBetween } from './seams.ts';

/** A stretch of text without a boundary inside. No name is found across two blocks. */
export interface Block extends TextBlock {
  /** The text of its nodes in order, with a joint of at most one character between two of them. */
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's text begins in `text`, in UTF-16 code units. */
  readonly starts: readonly number[];
  /** The nearest block-level element around it. */
  readonly root: Element;
  /** The nearest part of the page with a subject of its own. */
  readonly container: Element | null;
  readonly isHeading: boolean;
  /** Set by the list of blocks, as is `order`. */
  section: number;
  order: number;
}

/** Gives the text that the page wrote into a text node; null if the node is not the page's. */
export type PageText = (node: Text) => string | null;

/** Whether a character can be a joint: one between two nodes of a block, part of neither. */
export const isJoint = (char: string): boolean => char === BARRIER || char === LINE_END;

/** Lines of text in the order in which they are read. Each can be made a block. */
export interface Lines {
  /** The texts of all nodes in order, with joints. `length` is in UTF-16 code units. */
  readonly texts: string[];
  length: number;
  readonly nodes: Text[];
  /** Where the text of each node begins. */
  readonly starts: number[];
  /** The index of the first node of each line. */
  readonly firsts: number[];
  /** Where each line ends. */
  readonly ends: number[];
  readonly arounds: Surroundings[];
  /** What the markup says of a line, by its number. */
  readonly markup: Map<number, readonly Markup[]>;
  /** The last node of the line being read, its last text that is not empty, its surroundings. */
  node: Text | null;
  last: string;
  lastNode: Text | null;
  around: Surroundings | null;
  /** The elements of the line being read that name a term. */
  tagged: Tagged[];
}

/** No line yet. */
export const createLines = (): Lines => ({
  texts: [],
  length: 0,
  nodes: [],
  starts: [],
  firsts: [],
  ends: [],
  arounds: [],
  markup: new Map(),
  node: null,
  last: '',
  lastNode: null,
  around: null,
  tagged: [],
});

/** Begin a line with a text node. */
export function begin(lines: Lines, node: Text, text: string, around: Surroundings): void {
  lines.firsts.push(lines.nodes.length);
  lines.last = '';
  lines.lastNode = null;
  write(lines, node, text, around);
}

/**
 * Add a text node to the line being read.
 *
 * @param barrier - Whether excluded text stands before it.
 */
export function extend(
  lines: Lines,
  node: Text,
  text: string,
  around: Surroundings,
  barrier: boolean,
): void {
  if (barrier || lines.around?.raised !== around.raised) join(lines, BARRIER);
  else {
    let joint = jointBetween(lines.node as Text, node);
    if (joint === '' && lines.lastNode) joint = seamBetween(lines.lastNode, lines.last, node, text);
    if (joint === null) return;
    // No joint is needed where a blank parts the words already.
    if (joint !== '' && (joint === BARRIER || isTight(lines.last, text))) join(lines, joint);
  }
  write(lines, node, text, around);
}

function write(lines: Lines, node: Text, text: string, around: Surroundings): void {
  const start = lines.length;
  lines.nodes.push(node);
  lines.starts.push(start);
  lines.texts.push(text);
  lines.length += text.length;
  if (around.term) {
    const last = lines.tagged.at(-1);
    if (last?.element === around.term) last.end = lines.length;
    else lines.tagged.push({ element: around.term, start, end: lines.length });
  }
  lines.node = node;
  if (text !== '') {
    lines.last = text;
    lines.lastNode = node;
  }
  lines.around = around;
}

function join(lines: Lines, joint: string): void {
  lines.texts.push(joint);
  lines.length += joint.length;
}

/** End the line being read. */
export function finish(lines: Lines): void {
  const around = lines.around as Surroundings;
  const { tagged, ends } = lines;
  if (around.isCell || tagged.length > 0) {
    const markup = readMarkup(tagged, around, ends.at(-1) ?? 0, lines.length);
    if (markup.length > 0) lines.markup.set(ends.length, markup);
    lines.tagged = [];
  }
  ends.push(lines.length);
  lines.arounds.push(around);
  lines.node = null;
  lines.around = null;
}

/** Where the text of the only node of a block begins; most blocks have one node. */
const SOLE: readonly number[] = [0];

/** Make a block of each line. */
export function makeBlocks(lines: Lines): Block[] {
  const { nodes, starts, firsts, ends, arounds, markup } = lines;
  const text = lines.texts.join('');
  return ends.map((end, number) => {
    const first = firsts[number] as number;
    const last = firsts[number + 1] ?? nodes.length;
    const isSole = last - first === 1;
    const start = ends[number - 1] ?? 0;
    const { root, container, isHeading } = arounds[number] as Surroundings;
    const block = {
      text: text.slice(start, end),
      nodes: isSole ? [nodes[first] as Text] : nodes.slice(first, last),
      starts: isSole ? SOLE : starts.slice(first, last).map((each) => each - start),
      root,
      container,
      isHeading,
      section: 0,
      order: 0,
    };
    const said = markup.get(number);
    return said ? { ...block, markup: said } : block;
  });
}

/** Whether two texts meet without a blank, so that a joint can make a difference. */
function isTight(before: string, after: string): boolean {
  return !isWhiteSpace(before.charCodeAt(before.length - 1)) && !isWhiteSpace(after.charCodeAt(0));
}

/** Whether a code unit is white space. NaN, which an empty text gives, counts as one. */
function isWhiteSpace(code: number): boolean {
  if (code > 0x20 && code < 0x80) return false;
  return !(code > 0x20) || /\s/.test(String.fromCharCode(code));
}

/** The joint that the elements between two neighbouring text nodes call for. */
function jointBetween(before: Text, after: Text): Seam {
  let joint: Seam = '';
  for (let node = following(before); node && node !== after; node = following(node)) {
    if (!isElement(node)) continue;
    if (isBreak(node)) joint = LINE_END;
    else if (isBoundary(node)) return BARRIER;
  }
  return joint;
}

/** The node after another in document order. */
const following = (node: Node): Node | null => firstChildOf(node) ?? nextOutside(node, null);
