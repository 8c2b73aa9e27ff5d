/** Reads for the scout whether a document has text, and all of it, by as little as can be. */

/**
 * The texts of a document, each with a blank before it if there were any, those of scripts among them;
 * null where they are likely to hold something, are too long, or are not all that there is.
 */
export function readTexts(document: Document): string[] | null {
  try {
    const texts: string[] = [];
    let length = 0;
    let blanks = '';
    const walker = document.createTreeWalker(document, SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      if (!/\S/.test(data)) {
        blanks = ' ';
        continue;
      }
      if (LIKELY.test(data)) {
        if (SILENT.test(node.parentNode?.nodeName ?? '')) continue;
        return null;
      }
      length += data.length;
      if (length > MOST_TEXT) return null;
      texts.push(blanks + data);
      blanks = '';
    }
    if (asks(document, SAYING) || mayHaveShadow(document)) return null;
    return holdsText(document) ? texts : [];
  } catch {
    return null;
  }
}

/** Three capitals in a row: nearly all pages with mentions have them. */
const LIKELY = /[A-Z]{3}/;
/** The longest text that the background looks through, in UTF-16 code units. */
const MOST_TEXT = 60_000;
/** `NodeFilter.SHOW_TEXT`; to name it so makes one more interface in each frame. */
const SHOW_TEXT = 4;
/** Elements whose text nobody reads. */
const SILENT = /^(?:script|style|noscript|template|title)$/i;

// The first element that is made known to our script in a page costs it 65 KB, in each frame of it 15:
// XPath and collections make none known.

const TEXT =
  '//text()[normalize-space() and not(parent::script or parent::style or parent::noscript or parent::title)]';
/** What says what a term means, or changes how the text around it is read. */
const SAYING =
  '//abbr[@title] | //dfn | //dt | //td | //ruby | //script[contains(., "DefinedTerm")] | ' +
  '//*[contains(@itemtype, "/DefinedTerm") or contains(@typeof, "DefinedTerm")]';
const CUSTOM = '//*[contains(name(), "-")]';
const BOOLEAN_TYPE = 3;

export const isFramed = ({ defaultView }: Document): boolean =>
  defaultView !== null && defaultView !== defaultView.top;

/** Whether a document has what an XPath expression asks for. */
const asks = (document: Document, path: string) =>
  document.evaluate(`boolean(${path})`, document, null, BOOLEAN_TYPE).booleanValue;

/** Whether a document has text, or elements in whose shadow trees there may be some; true in doubt. */
export function holdsText(document: Document): boolean {
  try {
    return asks(document, TEXT) || mayHaveShadow(document);
  } catch {
    return true;
  }
}

/**
 * The elements that can have shadow trees, but for custom ones:
 * https://dom.spec.whatwg.org/#valid-shadow-host-name
 */
const HOSTS =
  ':is(article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span):empty';

/**
 * Whether a document may have shadow trees. Of the elements that are not custom, only those that hold
 * nothing else are asked, and in a frame none: most frames are advertisements, full of empty boxes.
 */
function mayHaveShadow(document: Document): boolean {
  if (asks(document, CUSTOM)) return true;
  if (isFramed(document)) return false;
  for (const { shadowRoot } of document.querySelectorAll(HOSTS)) if (shadowRoot) return true;
  return false;
}
