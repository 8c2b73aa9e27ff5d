/** Reads all lines of text in a part of a page. */
import { begin, createLines, extend, finish, type Lines, type PageText } from './blocks.ts';
import { createSurroundings, type Surroundings, surroundingsOf } from './elements.ts';
import { ownerDocumentOf } from './node-properties.ts';
import { isHere, isText } from './nodes.ts';

/** Lines read between two looks at the clock. */
const HANDFUL = 16;
/** Text nodes and roots without a line that are passed between two looks at the clock. */
const MANY_NODES = 256;
/** A sheet ends with the line that reaches this length, in UTF-16 code units. */
const ENOUGH = 50_000;

/**
 * Read the lines of text under some nodes that follow one another, in document order. It does not
 * change the DOM. It leaves out scripts, code, fields, editable text and readings, and does not
 * enter shadow roots: read each of them separately.
 *
 * @param roots - One node, or several elements that each end a line.
 * @param isDue - Whether it is the page's turn. If so, the lines read so far are yielded; answer
 *   with `next(true)` if the page has changed meanwhile.
 * @returns The roots whose rest was not read, since the page removed the node that was reached.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one walk, whose steps share the line that is being read
export function* walkLines(
  roots: readonly Node[],
  pageText: PageText,
  isDue: () => boolean = () => false,
): Generator<Lines, Node[], boolean | undefined> {
  const left: Node[] = [];
  let surroundings = createSurroundings();
  let lines = createLines();
  let passed = 0;
  let barrier = false;
  // Two thirds of a page's text nodes are blank: we read only those inside a line of text.
  let blanks: Text[] = [];
  let parent: Node | null = null;
  let around: Surroundings | null = null;
  for (const root of roots) {
    const walker = (ownerDocumentOf(root) ?? (root as Document)).createTreeWalker(
      root,
      NodeFilter.SHOW_TEXT,
    );
    const first = isText(root) ? root : walker.nextNode();
    let node = first as Text | null;
    if (!node && ++passed % MANY_NODES === 0 && isDue() && (yield* handOver())) forgetPlace();
    for (; node; node = walker.nextNode() as Text | null) {
      const text = pageText(node);
      const isPassed = text === null || (!(text.charCodeAt(0) > 0x20) && isBlank(text));
      if (isPassed && text !== null && lines.node) blanks.push(node);
      if (!isPassed && node.parentNode !== parent) {
        parent = node.parentNode;
        around = surroundingsOf(node, surroundings);
      }
      if (isPassed || !around || around.excluded) {
        if (!isPassed && !around?.aside) barrier = true;
        if (++passed % MANY_NODES > 0 || !isDue() || !(yield* handOver())) continue;
        forgetPlace();
        if (isHere(node)) continue;
        left.push(root);
        break;
      }
      if (lines.around && (lines.around.root !== around.root || !passBlanks(lines.around.root))) {
        finish(lines);
        const isEnough = lines.length >= ENOUGH || (lines.ends.length % HANDFUL === 0 && isDue());
        if (isEnough && (yield* handOver())) {
          forgetPlace();
          if (!isHere(node)) {
            left.push(root);
            break;
          }
          parent = node.parentNode;
          around = surroundingsOf(node, surroundings);
        }
      }
      if (blanks.length > 0) blanks = [];
      if (lines.node) extend(lines, node, text, around as Surroundings, barrier);
      else begin(lines, node, text, around as Surroundings);
      barrier = false;
    }
  }
  if (lines.node) finish(lines);
  if (lines.ends.length > 0) yield lines;
  return left;

  /** End the line and yield what was read. Returns whether the page has changed meanwhile. */
  function* handOver(): Generator<Lines, boolean, boolean | undefined> {
    if (lines.node) finish(lines);
    const hasChanged = yield lines;
    lines = createLines();
    return hasChanged === true;
  }

  /** Forget the surroundings of the node reached: the page may have changed them. */
  function forgetPlace(): void {
    surroundings = createSurroundings();
    parent = null;
    barrier = false;
    blanks = [];
  }

  /** Add the blank nodes after a line to it. Returns false if one of them ends the line. */
  function passBlanks(block: Element): boolean {
    for (const blank of blanks) {
      const itsAround = surroundingsOf(blank, surroundings);
      if (itsAround?.excluded) barrier ||= !itsAround.aside;
      else if (itsAround && itsAround.root !== block) return false;
      else if (itsAround) {
        extend(lines, blank, pageText(blank) ?? '', itsAround, barrier);
        barrier = false;
      }
    }
    return true;
  }
}

/** Whether a text is only ASCII white space, as of indentation; others count as text here. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && (code > 0x0d || code < 0x09)) return false;
  }
  return true;
}
