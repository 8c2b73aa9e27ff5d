/** Whether a document may hold something to mark, asked by as little as can be. */

/** Any text but blanks. */
export const ANY = /\S/;
/** Three capitals in a row: nearly all pages with mentions have them. */
export const LIKELY = /[A-Z]{3}/;

/** Elements whose text nobody reads. */
const SILENT_NAMES = ['script', 'style', 'noscript', 'template', 'title'];
const SILENT = new RegExp(`^(?:${SILENT_NAMES.join('|')})$`, 'i');

/**
 * Whether a document has text like this, or elements in whose shadow trees there may be some; true
 * in doubt.
 *
 * @param text - `ANY`: whether anything could be marked. `LIKELY`: whether that is so likely that
 *   it is not worth a look of the background.
 */
export function mayHold(document: Document, text: RegExp): boolean {
  try {
    const walker = document.createTreeWalker(document, SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The text first: to ask for a parent makes one more node known to our script.
      if (text.test((node as Text).data) && !SILENT.test(node.parentNode?.nodeName ?? '')) {
        return true;
      }
    }
    return mayHaveShadow(document);
  } catch {
    return true;
  }
}

export const isFramed = ({ defaultView }: Document): boolean =>
  defaultView !== null && defaultView !== defaultView.top;

// The first element that is made known to our script costs a frame 15 KB: XPath makes none known.

const TEXT = `//text()[normalize-space() and not(parent::${SILENT_NAMES.join(' or parent::')})]`;
const CUSTOM = '//*[contains(name(), "-")]';
const BOOLEAN_TYPE = 3;

/** Whether a document has what an XPath expression asks for. */
const holds = (document: Document, path: string) =>
  document.evaluate(`boolean(${path})`, document, null, BOOLEAN_TYPE).booleanValue;

/**
 * Whether a frame has text, or custom elements, in whose shadow trees there may be some; true in
 * doubt. Other elements are not asked for theirs: most frames are advertisements, of empty boxes.
 */
export function mayFrameHold(document: Document): boolean {
  try {
    return holds(document, TEXT) || holds(document, CUSTOM);
  } catch {
    return true;
  }
}

/** `NodeFilter.SHOW_TEXT`; to name it so makes one more interface in each frame. */
const SHOW_TEXT = 4;
/**
 * The elements that can have shadow trees, but for custom ones:
 * https://dom.spec.whatwg.org/#valid-shadow-host-name
 */
const HOSTS =
  'article, aside, blockquote, body, div, footer, h1, h2, h3, h4, h5, h6, header, main, nav, p, section, span';

function mayHaveShadow(document: Document): boolean {
  if (holds(document, CUSTOM)) return true;
  for (const { shadowRoot } of document.querySelectorAll(HOSTS)) if (shadowRoot) return true;
  return false;
}
