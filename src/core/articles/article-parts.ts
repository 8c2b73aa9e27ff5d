/**
 * Keeps parts of an article that Readability would remove because of their names: a note with the
 * class "related", a paragraph called "extra", an explainer in an `<aside>`. If they hold sentences
 * and stand among text of the article, we remove class, id and role before Readability reads the
 * page.
 */

/** What we use of an element, so that the DOM of a browser or of a library can be passed in. */
interface PartElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly previousElementSibling: PartElement | null;
  readonly nextElementSibling: PartElement | null;
  readonly childNodes: Iterable<unknown>;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  closest(selector: string): unknown;
  querySelector(selector: string): unknown;
  querySelectorAll(selector: string): Iterable<PartElement>;
  append(...nodes: unknown[]): void;
  replaceWith(...nodes: unknown[]): void;
}

/** What we use of a document: a copy of a page, which is changed. */
interface PartDocument {
  createElement(name: string): PartElement;
  querySelectorAll(selector: string): Iterable<PartElement>;
}

/** Names (class, id, role) by which Readability removes an element. */
const SUSPECT =
  /-ad-|ad-break|ai2html|banner|com-|combx|community|complementary|contact|cover-wrap|extra|legends|media|meta|popup|promo|related|remark|rss|scroll|shopping|sidebar|skyscraper|sponsor|supplemental|tags|widget/i;
/** Names by which it should remove an element, whatever that holds. */
const BESIDE =
  /advert|breadcrumb|comment|consent|cookie|disqus|footer|gdpr|login|masthead|menu|newsletter|outbrain|pager|pagination|pull|quote|repl(?:y|ies)|share|sign-?up|social|subscri|taboola/i;
/** Starts of texts that do not belong to the article: advertisements, links to others. */
const LABEL =
  /^\W*(?:ad(?:s|vertisement|vertorial)?(?![a-z])|sponsored|promoted|paid (?:post|content)|read (?:more|next|also)|see also|also read|more (?:on|from)|recommended|related(?:$|\s*:|,? (?:articles?|content|coverage|links?|news|posts?|reading|stories|topics)(?![a-z]))|sign up|subscribe|follow us|광고|협찬|관련\s?(?:기사|뉴스|글)|추천\s?(?:기사|뉴스)|함께 (?:보기|볼)|더 ?(?:보기|읽기)|구독)/i;
const PARTS = 'p, div, section, aside, blockquote, dl, ul, ol, details';
const LABELLED = 'h1, h2, h3, h4, h5, h6, summary, strong, b, small, span, p';
/** Controls: a part that holds one is no text of an article. */
const CONTROLS = 'form, input, select, textarea, button, iframe';

/** The end of a sentence, and the fewest letters of a part (Hangul, kana and Han count twice). */
const END_OF_SENTENCE = /[\p{L}\p{N}%)”"’'»][.!?。！？…][)”"’'»\]]*(?:\s|$)/u;
const LEAST_LETTERS = 40;
/** The share of a part's text that may be links. */
const MOST_LINKED = 0.25;
/** Longest part, in UTF-16 code units. Longer ones hold the whole article: their parts are read. */
const LONGEST_PART = 5_000;
/** Most siblings on either side among which text of the article must stand. */
const MOST_SIBLINGS = 4;
/** Most text read, in UTF-16 code units; nested parts are read several times. */
const MOST_READ = 20_000_000;

/** Remove class, id and role of the parts of an article that Readability would wrongly remove. */
export function keepParts(page: PartDocument): void {
  let read = 0;
  const textOf = ({ textContent }: PartElement): string => {
    read += textContent?.length ?? 0;
    return textContent?.trim() ?? '';
  };
  for (const element of page.querySelectorAll(PARTS)) {
    if (isSuspect(element) && isOfArticle(element, textOf)) unname(page, element);
    if (read > MOST_READ) return;
  }
}

type TextOf = (element: PartElement) => string;

const namesOf = (element: PartElement): string =>
  ['class', 'id', 'role'].map((name) => element.getAttribute(name) ?? '').join(' ');

const isAside = ({ tagName }: PartElement) => tagName.toUpperCase() === 'ASIDE';

function isSuspect(element: PartElement): boolean {
  const names = namesOf(element);
  return (isAside(element) || SUSPECT.test(names)) && !BESIDE.test(names);
}

function isOfArticle(element: PartElement, textOf: TextOf): boolean {
  if (!holdsSentences(element, textOf) || element.closest('nav, footer, form')) return false;
  const [before, after] = [
    isNearSentences(element, 'previousElementSibling', textOf),
    isNearSentences(element, 'nextElementSibling', textOf),
  ];
  // A box at the end of an article mostly links to others, but a paragraph there belongs to it.
  return element.tagName.toUpperCase() === 'P' ? before || after : before && after;
}

/** Whether text of the article stands within `MOST_SIBLINGS` siblings in one direction. */
function isNearSentences(
  element: PartElement,
  way: 'previousElementSibling' | 'nextElementSibling',
  textOf: TextOf,
): boolean {
  let sibling = element[way];
  for (let i = 0; i < MOST_SIBLINGS && sibling; i++, sibling = sibling[way]) {
    const isText = /^(?:P|DIV|SECTION|BLOCKQUOTE)$/i.test(sibling.tagName);
    if (isText && !BESIDE.test(namesOf(sibling)) && holdsSentences(sibling, textOf, false))
      return true;
  }
  return false;
}

/** @param isPart - If false, the element may be text of the article, of any length. */
function holdsSentences(element: PartElement, textOf: TextOf, isPart = true): boolean {
  const text = textOf(element);
  if (isPart && text.length > LONGEST_PART) return false;
  if (!END_OF_SENTENCE.test(text) || LABEL.test(text)) return false;
  if (lettersIn(text) < LEAST_LETTERS || (isPart && element.querySelector(CONTROLS))) return false;
  for (const each of isPart ? element.querySelectorAll(LABELLED) : []) {
    if (LABEL.test(textOf(each))) return false;
  }
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += textOf(link).length;
  return linked <= text.length * MOST_LINKED;
}

/** The number of letters of a text; those of East Asian scripts count twice. */
function lettersIn(text: string): number {
  const start = text.slice(0, LONGEST_PART);
  return (start.match(/\p{L}/gu) ?? []).length + (start.match(/[\u3040-\ud7ff]/g) ?? []).length;
}

function unname(page: PartDocument, element: PartElement): void {
  for (const each of [element, ...element.querySelectorAll('[class], [id], [role]')]) {
    for (const name of ['class', 'id', 'role']) each.removeAttribute(name);
  }
  if (!isAside(element)) return;
  const plain = page.createElement('div');
  plain.append(...element.childNodes);
  element.replaceWith(plain);
}
