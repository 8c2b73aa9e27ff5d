/**
 * Tells what an element does to the text inside it. We read this from names and attributes, and ask
 * the browser for styles only of the few elements that are often shown otherwise.
 */
import {
  checkVisibility,
  firstChildOf,
  hasAttributes,
  localNameOf,
  matchesSelector,
  nextSiblingOf,
  nodeNameOf,
  ownerDocumentOf,
  parentElementOf,
  parentNodeOf,
  previousSiblingOf,
} from './node-properties.ts';
import { isElement, isText } from './nodes.ts';
import { TRAIT, traitsOf } from './traits.ts';

/**
 * Elements with text that is being edited (code editors draw theirs as plain elements), and pull
 * quotes: they repeat a sentence, and so are kept from being read aloud. What a dialog has left
 * hidden so is read, since eyes see it: that is what stands at the top of the page.
 */
const UNTOUCHED =
  '[contenteditable]:not([contenteditable=false i]),' +
  '[role=textbox]:not([contenteditable=false i],[aria-readonly=true]),[role=code],' +
  '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor,' +
  // The same names stand in `HIDEABLE`.
  ':is(p,blockquote,aside,figure)[aria-hidden=true]:not(body>*)';

/** What reading needs to know about the element around a text node. */
export interface Surroundings {
  /** The nearest block-level element. */
  readonly root: Element;
  /** The nearest `sub` or `sup`, whose letters belong to no word beside it. */
  readonly raised: Element | null;
  readonly excluded: boolean;
  /** Whether its text is a reading (ruby), which is excluded but parts no line. */
  readonly aside: boolean;
  /** The nearest part of the page with a subject of its own. */
  readonly container: Element | null;
  readonly isHeading: boolean;
  /** Whether `root` may open a row of a table or of a list of terms. */
  readonly isCell: boolean;
  /** The nearest `abbr` or `dfn` of the line. */
  readonly term: Element | null;
}

/** Gives the surroundings of an element, as long as the page does not change. */
type ReadSurroundings = (element: Element) => Surroundings;

/** This many innermost elements are searched one by one; 93 real pages are at most 39 deep. */
const NEAR = 64;

/**
 * Create a reader that remembers the ancestors of the last element, since texts are asked for in
 * document order. A map of all elements would take longer to fill than it saves; only ancestors
 * further out than `NEAR` are put into one.
 */
export function createSurroundings(): ReadSurroundings {
  const elements: Element[] = [];
  const known: Surroundings[] = [];
  const far = new Map<Element, number>();
  let depth = 0;

  /** The index of an element among the remembered ones, or -1. */
  function find(element: Element): number {
    const nearest = Math.max(0, depth - NEAR);
    for (let at = depth - 1; at >= nearest; at--) if (elements[at] === element) return at;
    const at = nearest > 0 ? (far.get(element) ?? -1) : -1;
    return at < depth && elements[at] === element ? at : -1;
  }

  function add(element: Element, around: Surroundings): void {
    elements[depth] = element;
    known[depth] = around;
    if (depth >= NEAR) far.set(elements[depth - NEAR]!, depth - NEAR);
    depth++;
  }

  return (element) => {
    const inner: Element[] = [];
    let at = find(element);
    for (let outer: Element | null = element; at < 0 && outer; ) {
      inner.push(outer);
      outer = isDocumentRoot(nodeNameOf(outer)) ? null : parentOf(outer);
      if (outer) at = find(outer);
    }
    depth = at + 1;
    let around = at < 0 ? null : known[at]!;
    while (inner.length > 0) {
      const next = inner.pop()!;
      around = describe(next, nodeNameOf(next), around);
      add(next, around);
    }
    return around!;
  };
}

/** The surroundings of a text node; null if it stands in no element. */
export function surroundingsOf(node: Text, read: ReadSurroundings): Surroundings | null {
  const parent = parentOf(node);
  return parent && read(parent);
}

/** The parent element of a node; for a child of a shadow root, the host. */
export function parentOf(node: Node): Element | null {
  const element = parentElementOf(node);
  if (element) return element;
  const parent = parentNodeOf(node);
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** The most nested elements with `display: contents` that we look through. */
const MOST_CONTENTS = 8;

/**
 * The element whose box holds the text of an element: one with `display: contents` has no box. We
 * ask no style far below a hidden element, since browsers compute styles from the outermost inward.
 */
export function boxOf(element: Element): Element {
  let shown: Element | null = element;
  for (let i = 0; shown && !checkVisibility(shown, {}); i++) {
    if (i === MOST_CONTENTS) return element;
    shown = parentOf(shown);
  }
  let box = element;
  while (shown && box !== shown && getComputedStyle(box).display === 'contents') {
    box = parentOf(box) ?? shown;
  }
  return box;
}

function describe(element: Element, nodeName: string, outer: Surroundings | null): Surroundings {
  const traits = traitsOf(nodeName);
  const isInline = outer !== null && isShownInline(element, nodeName, traits);
  const isRaised = (traits & TRAIT.raised) !== 0;
  const isTerm = (traits & TRAIT.term) !== 0;
  const excluded =
    (outer === null ? isDesigned(element) : outer.excluded) ||
    (traits & TRAIT.excluded) !== 0 ||
    isUntouched(element);
  // Most elements around text are links and emphasis, which change nothing.
  if (isInline && !isRaised && !isTerm && excluded === outer.excluded) return outer;
  return {
    root: isInline ? outer.root : element,
    raised: isRaised ? element : isInline ? outer.raised : null,
    excluded,
    aside: (traits & TRAIT.aside) !== 0 || (outer?.aside ?? false),
    container: (traits & TRAIT.container) !== 0 ? element : (outer?.container ?? null),
    isHeading: (traits & TRAIT.heading) !== 0 || (outer?.isHeading ?? false),
    isCell: isInline ? outer.isCell : (traits & TRAIT.cell) !== 0,
    term: isTerm ? element : isInline ? outer.term : null,
  };
}

/** Whether an element ends a line of text. */
export function isBoundary(element: Element): boolean {
  const name = nodeNameOf(element);
  return !isShownInline(element, name, traitsOf(name));
}

function isShownInline(element: Element, name: string, traits: number): boolean {
  if ((traits & TRAIT.inline) !== 0) return true;
  const mayBe =
    traits === 0 && (name === 'DIV' || name === 'div' ? isWord(element) : isUnknown(element));
  return mayBe && /^(?:inline|contents)/.test(getComputedStyle(element).display);
}

/** Whether the page has made up the element: such elements are inline unless styled otherwise. */
function isUnknown(element: Element): boolean {
  return localNameOf(element).includes('-') || element instanceof HTMLUnknownElement;
}

/** The longest piece of a line that a page builds from elements, in UTF-16 code units. */
const LONGEST_WORD = 30;

/** Whether an element may be one word or letter of a line that a page builds from elements. */
function isWord(element: Element): boolean {
  if (isProse(previousSiblingOf(element)) || isProse(nextSiblingOf(element))) return true;
  let at = firstChildOf(element);
  for (let depth = 0; depth < 2 && isElement(at); depth++) at = firstChildOf(at);
  if (!isText(at) || at.length > LONGEST_WORD || nextSiblingOf(at)) return false;
  return /^\S+$/.test(at.data);
}

const isProse = (node: Node | null) => isText(node) && /\S/.test(node.data);

/** Whether an element breaks a line within text that goes on. */
export const isBreak = (element: Element): boolean => localNameOf(element) === 'br';

/** Whether an element, apart from its ancestors, excludes its text. */
export function isExcluded(element: Element): boolean {
  return (traitsOf(nodeNameOf(element)) & TRAIT.excluded) !== 0 || isUntouched(element);
}

const isUntouched = (element: Element) =>
  hasAttributes(element) && matchesSelector(element, UNTOUCHED);

/** Whether the whole document is an editor, like the compose windows of some mail sites. */
function isDesigned(element: Element): boolean {
  return ownerDocumentOf(element)?.designMode === 'on';
}

const isDocumentRoot = (nodeName: string) => /^(?:html|body)$/i.test(nodeName);
