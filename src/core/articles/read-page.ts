/**
 * Reads a page as plain text, with what it says about itself. The same code serves saved pages on
 * the command line, files that a reader opens and the page in the tab, so the DOM is passed in.
 */
import { type LinkedItem, readLinkedItems } from './linked-data.ts';
import { dayOf, type ReadText, withoutGaps } from './read-text.ts';

/** What we read of a node, so that the DOM of a browser or of a library can be passed in. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<TreeNode>;
}

/** What we read of an element. */
interface TreeElement extends TreeNode {
  getAttribute(name: string): string | null;
}

/** What we read of a document. */
interface PageTree {
  readonly body: TreeNode;
  querySelector(selector: string): TreeElement | null;
  querySelectorAll(selector: string): Iterable<TreeElement>;
}

/** What Readability makes of a page. */
interface ParsedArticle {
  readonly title?: string | null | undefined;
  readonly content?: TreeNode | null | undefined;
}

/**
 * Read a page.
 *
 * @param article - The article in it, without menus and the like. If null, the whole body is read.
 */
export function readPage(page: PageTree, article: ParsedArticle | null): ReadText {
  const about = readAbout(page);
  const title = about.title ?? (article?.title || page.querySelector('h1')?.textContent);
  return {
    text: textOf(article?.content ?? page.body),
    about: { ...about, ...(title && { title: plain(title) }) },
  };
}

/** Read what a page says about itself in JSON-LD, in its head and in its first `<time>`. */
function readAbout(page: PageTree): ReadText['about'] {
  const items = [...readLinkedItems(linkedBlocksOf(page))];
  const linked = (read: (item: LinkedItem) => string | undefined): string | undefined => {
    for (const item of items) {
      const found = read(item);
      if (found) return found;
    }
    return undefined;
  };
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const element = page.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
      const content = element?.getAttribute('content')?.trim();
      if (content) return plain(content);
    }
    return undefined;
  };
  const time = page.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined;
  const url =
    meta('og:url') ?? page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const author = meta('author', 'article:author');
  return withoutGaps({
    publisher: meta('og:site_name') ?? linked(({ publisher }) => nameOf(publisher)),
    title: meta('og:title') ?? linked(({ headline }) => textIn(headline)),
    author: author && !isAddress(author) ? author : linked((item) => nameOf(item.author)),
    published: dayOf(
      linked(({ datePublished }) => dayOf(textIn(datePublished))) ??
        meta('article:published_time', 'date') ??
        time,
    ),
    url: isAddress(url) ? url : undefined,
  });
}

const isAddress = (text: string): boolean => /^https?:\/\//.test(text);

function* linkedBlocksOf(page: PageTree): Generator<string> {
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json"]')) {
    yield textContent ?? '';
  }
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? plain(value) : undefined;

/** The names in a value of JSON-LD: a string, an object with a name, or a list of these. */
function nameOf(value: unknown): string | undefined {
  const names = [value].flat().flatMap((each) => {
    const isObject = typeof each === 'object' && each !== null && 'name' in each;
    return textIn(isObject ? each.name : each) ?? [];
  });
  return names.length > 0 ? names.join(', ') : undefined;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE LI UL OL H1 H2 H3 H4 H5 H6 BLOCKQUOTE FIGURE FIGCAPTION TABLE TR HEADER FOOTER MAIN ASIDE DL DT DD'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SVG'.split(' '));

const ELEMENT = 1;
const TEXT = 3;

/** The white space to write before and behind an element. */
function edgeOf(name: string): string {
  if (name === 'BR') return '\n';
  if (name === 'TD' || name === 'TH') return '\t';
  return BLOCKS.has(name) ? '\n\n' : '';
}

/** The text of a tree, with a blank line between blocks. No recursion: pages may nest deeply. */
function textOf(root: TreeNode): string {
  const parts: string[] = [];
  /** What is still to be read, the next item last: a node, or the white space behind one. */
  const left: (TreeNode | string)[] = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.nodeType === TEXT) parts.push((next.textContent ?? '').replace(/\s+/g, ' '));
    else if (next.nodeType === ELEMENT) {
      const name = next.nodeName.toUpperCase();
      if (SKIPPED.has(name)) continue;
      const edge = edgeOf(name);
      parts.push(edge);
      left.push(edge);
      for (const child of [...next.childNodes].reverse()) left.push(child);
    }
  }
  // Runs of blanks go first: a pattern of many blanks before a line end would take quadratic time.
  return parts
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
