/**
 * Parts of an article that Readability would throw away for what they are called: a note whose class
 * says "related", a paragraph that is "extra", an explainer in an `<aside>`. Where they hold sentences
 * and stand among those of the article, they lose their names before it reads the page.
 */

/** The part of an element that is asked and changed; the DOM of a browser and that of a library have it. */
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

/** A copy of a page, to be taken apart. */
interface PartDocument {
  createElement(name: string): PartElement;
  querySelectorAll(selector: string): Iterable<PartElement>;
}

/** What Readability takes for something beside the article, in a class, an id or a role. */
const SUSPECT =
  /-ad-|ad-break|ai2html|banner|com-|combx|community|complementary|contact|cover-wrap|extra|legends|media|meta|popup|promo|related|remark|rss|scroll|shopping|sidebar|skyscraper|sponsor|supplemental|tags|widget/i;
/** What it is right about, whatever stands there. */
const BESIDE =
  /advert|breadcrumb|comment|consent|cookie|disqus|footer|gdpr|login|masthead|menu|newsletter|outbrain|pager|pagination|pull|quote|repl(?:y|ies)|share|sign-?up|social|subscri|taboola/i;
/** How such parts begin that are none of the article. */
const LABEL =
  /^\W*(?:ad(?:s|vertisement|vertorial)?(?![a-z])|sponsored|promoted|paid (?:post|content)|read (?:more|next|also)|see also|also read|more (?:on|from)|recommended|related(?:$|\s*:|,? (?:articles?|content|coverage|links?|news|posts?|reading|stories|topics)(?![a-z]))|sign up|subscribe|follow us|광고|협찬|관련\s?(?:기사|뉴스|글)|추천\s?(?:기사|뉴스)|함께 (?:보기|볼)|더 ?(?:보기|읽기)|구독)/i;
const PARTS = 'p, div, section, aside, blockquote, dl, ul, ol, details';
const LABELLED = 'h1, h2, h3, h4, h5, h6, summary, strong, b, small, span, p';
/** What is filled in or pressed is no sentence of an article. */
const CONTROLS = 'form, input, select, textarea, button, iframe';

/** A sentence has an end; in letters, of which those of Hangul, kana and Han say about twice as much. */
const END_OF_SENTENCE = /[\p{L}\p{N}%)”"’'»][.!?。！？…][)”"’'»\]]*(?:\s|$)/u;
const LEAST_LETTERS = 40;
/** The share of a part's text that may be links. */
const MOST_LINKED = 0.25;
/** Longer ones hold the article, or much of the page: they are looked into. UTF-16 code units. */
const LONGEST_PART = 5_000;
/** So near stands the article itself. */
const MOST_SIBLINGS = 4;
/** No more of a page is looked through, again and again where parts hold parts: UTF-16 code units. */
const MOST_READ = 20_000_000;

/** Take their names from the parts of an article that only sound like something else. */
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
  // A box at an article's end leads to others; a paragraph there is its last.
  return element.tagName.toUpperCase() === 'P' ? before || after : before && after;
}

/** Whether text of the article stands a few siblings further. */
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

/** @param isPart - It is a part; else it may be as long as the rest of the article. */
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

/** How many letters a text has, those of East Asia counted twice. */
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
