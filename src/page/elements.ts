/** What an element does to the text inside it. Read from names and attributes alone: no layout. */

/** Elements that do not break a line of text; all others are boundaries. */
const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NEWS-GLOSS NOBR Q RUBY ' +
    'S SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);

/** Elements whose text is not prose, or not for us to touch. */
const EXCLUDED = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION OPTGROUP DATALIST CODE PRE KBD SAMP ' +
    'IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SVG MATH HEAD TITLE RT RP NEWS-GLOSS-CARD'
  ).split(' '),
);

/** Editors that draw their text as ordinary elements. */
const EDITORS =
  /(?:^|\s)(?:CodeMirror|cm-editor|monaco-editor|ace_editor|ProseMirror|ql-editor)(?:\s|$)/;

/** Elements that hold a part of a page with a subject of its own. */
const CONTAINERS = new Set(['ARTICLE', 'SECTION', 'ASIDE', 'NAV', 'HEADER', 'FOOTER', 'DIALOG']);

/** What reading needs to know of the element around a text node. */
export interface Surroundings {
  /** The nearest block-level element. */
  readonly root: Element;
  /** The nearest raised or lowered text, whose letters belong to no word beside it. */
  readonly raised: Element | null;
  readonly excluded: boolean;
  /** The nearest part of the page with a subject of its own. */
  readonly container: Element | null;
  readonly isHeading: boolean;
}

/** Remembers surroundings within one reading, in which the page does not change. */
export type SurroundingsCache = Map<Element, Surroundings>;

/** Read what an element does to the text inside it. */
export function readSurroundings(element: Element, cache: SurroundingsCache): Surroundings {
  const known = cache.get(element);
  if (known) return known;
  const parent = parentOf(element);
  const outer = parent && !isDocumentRoot(element) ? readSurroundings(parent, cache) : null;
  const surroundings = describe(element, outer);
  cache.set(element, surroundings);
  return surroundings;
}

/** The element around a node; around what stands in a shadow root that is its host. */
export function parentOf(node: Node): Element | null {
  if (node.parentElement) return node.parentElement;
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : null;
}

function describe(element: Element, outer: Surroundings | null): Surroundings {
  const name = element.nodeName.toUpperCase();
  const isInline = outer !== null && INLINE.has(name);
  return {
    root: isInline ? outer.root : element,
    raised: name === 'SUP' || name === 'SUB' ? element : isInline ? outer.raised : null,
    excluded: (outer?.excluded ?? false) || isExcluded(element, name),
    container: CONTAINERS.has(name) ? element : (outer?.container ?? null),
    isHeading: isHeadingName(name) || (outer?.isHeading ?? false),
  };
}

/** Whether an element ends a line of text. */
export function isBoundary(element: Element): boolean {
  return !INLINE.has(element.nodeName.toUpperCase());
}

/** Whether the text in an element, by the element itself, is to stay untouched. */
export function isExcluded(
  element: Element,
  name: string = element.nodeName.toUpperCase(),
): boolean {
  if (EXCLUDED.has(name)) return true;
  if (!element.hasAttributes()) return false;
  if (element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = element.getAttribute('role');
  if (role === 'textbox' || role === 'code') return true;
  return EDITORS.test(element.getAttribute('class') ?? '');
}

function isDocumentRoot(element: Element): boolean {
  return element.nodeName === 'HTML' || element.nodeName === 'BODY';
}

function isHeadingName(name: string): boolean {
  return name.length === 2 && name >= 'H1' && name <= 'H6';
}
