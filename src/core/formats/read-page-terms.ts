/**
 * Reads terms from a web page as a file: `<dl>` (its `<dt>` and `<dd>`), and `<dfn>` with the
 * paragraph around it. Nothing of the page is run or loaded; there is no document.
 */

import { Parser } from 'htmlparser2';
import { CAPS } from '../glossary/glossary.ts';
import {
  type About,
  dayIn,
  type ForeignEntry,
  type ForeignGlossary,
  type ForeignName,
  failure,
  UNSAID,
} from './foreign.ts';

/** Deepest nesting of elements; browsers cut theirs at 512. */
const MOST_DEPTH = 512;
/** Most characters of one text: a paragraph that is longer is cut later anyway. */
const MOST_TEXT = 10_000;

/** Elements whose text nobody reads. */
const UNREAD = [
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
];
/** Elements that part words. */
const BLOCKS =
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  );
/** The elements whose text explains a `<dfn>` in them. */
const PARAGRAPHS = ['p', 'li', 'dd', 'td', 'figcaption', 'blockquote'];

/** An open element whose text is gathered. */
interface Open {
  readonly tag: string;
  readonly depth: number;
  /** Of `<dfn>`, or of an `<abbr>` in it: what its letters stand for. */
  title: string | null;
  text: string;
  /** Of a paragraph: the names that it defines. */
  readonly names: ForeignName[];
}

/** A list that is being read. */
interface List {
  names: ForeignName[];
  explained: string[];
}

/** Read the terms of a page. @throws GlossaryError if it exceeds a limit. */
export function readPageTerms(html: string, file: string): ForeignGlossary {
  const builder = createBuilder(file);
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => builder.open(tag, attributes),
      ontext: (text) => builder.say(text),
      onclosetag: (tag) => builder.close(tag),
    },
    { lowerCaseTags: true, decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return { format: 'page', file, about: builder.about(), entries: builder.entries };
}

function createBuilder(file: string) {
  const entries: ForeignEntry[] = [];
  const open: Open[] = [];
  const lists: List[] = [];
  let about: About = UNSAID;
  let title = '';
  let depth = 0;
  /** The depth of the outermost element that is not read; null outside of all. */
  let unread: number | null = null;

  function push(names: readonly ForeignName[], text: string): void {
    if (names.length === 0) return;
    if (entries.length >= CAPS.entries) {
      throw failure(file, 'tooManyEntries', {}, String(CAPS.entries));
    }
    const glosses = text.trim() === '' ? [] : [{ text, lang: null }];
    entries.push({ id: null, names, glosses, source: null, line: null });
  }

  function endGroup(list: List): void {
    push(list.names, list.explained.join(' '));
    list.names = [];
    list.explained = [];
  }

  function start(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (++depth > MOST_DEPTH) throw failure(file, 'tooDeep', {}, String(MOST_DEPTH));
    readAbout(tag, attributes);
    if (unread === null && UNREAD.includes(tag)) unread = depth;
    if (unread !== null) return;
    if (BLOCKS.includes(tag)) say(' ');
    const list = lists.at(-1);
    if (tag === 'dl') lists.push({ names: [], explained: [] });
    else if (tag === 'dt' && list && list.explained.length > 0) endGroup(list);
    else if (tag === 'abbr') {
      const dfn = open.findLast(({ tag: each }) => each === 'dfn' || each === 'dt');
      if (dfn && attributes.title) dfn.title = attributes.title;
    }
    if (tag === 'dfn' || tag === 'dt' || PARAGRAPHS.includes(tag)) {
      const own = tag === 'dfn' ? (attributes.title ?? null) : null;
      open.push({ tag, depth, title: own, text: '', names: [] });
    }
  }

  function readAbout(tag: string, { lang, name, property, content, rel, href }: Attributes): void {
    if (tag === 'html' && lang) about = { ...about, language: lang };
    if (tag === 'meta' && name === 'author' && content) about = { ...about, publisher: content };
    if (tag === 'meta' && property === 'og:site_name' && content) {
      about = { ...about, publisher: about.publisher ?? content };
    }
    if (tag === 'meta' && property === 'article:published_time') {
      about = { ...about, published: dayIn(content) };
    }
    if (tag === 'link' && rel === 'canonical' && href) about = { ...about, url: href };
  }

  let inTitle = false;

  function end(tag: string): void {
    depth--;
    if (tag === 'title') inTitle = false;
    if (unread !== null) {
      if (depth < unread) unread = null;
      return;
    }
    if (BLOCKS.includes(tag)) say(' ');
    const last = open.at(-1);
    if (last && last.depth === depth + 1) {
      open.pop();
      endText(last);
    }
    if (tag === 'dl') {
      const list = lists.pop();
      if (list) endGroup(list);
    }
  }

  function endText(done: Open): void {
    const outer = open.at(-1);
    const text = done.text.slice(0, MOST_TEXT);
    const list = lists.at(-1);
    if (done.tag === 'dfn') {
      outer?.names.push(...namesOf(done.text, done.title));
    } else if (done.tag === 'dt' && list) {
      const named = done.names.length > 0 ? done.names : namesOf(done.text, done.title);
      list.names.push(...named);
    } else {
      if (done.tag === 'dd' && list) list.explained.push(text);
      push(done.names, text);
    }
    // What stands in an element is text of those around it too.
    if (outer) outer.text += text;
  }

  function say(text: string): void {
    const last = open.at(-1);
    if (last && last.text.length < MOST_TEXT) last.text += text;
  }

  return {
    entries,
    about: (): About => ({ ...about, title: title.trim() || null }),
    open(tag: string, attributes: Attributes): void {
      if (tag === 'title' && title === '') inTitle = true;
      start(tag, attributes);
    },
    say(text: string): void {
      if (inTitle && title.length < CAPS.label) title += text;
      if (unread === null) say(text);
    },
    close: end,
  };
}

type Attributes = Readonly<Record<string, string>>;

/** The names in a `<dfn>` or `<dt>`: its text, and what its title says that this stands for. */
function namesOf(text: string, title: string | null): ForeignName[] {
  if (text.trim() === '') return [];
  const isOther = title !== null && title.trim() !== '' && title.trim() !== text.trim();
  return [
    { text, lang: null, role: isOther ? 'short' : null },
    ...(isOther ? [{ text: title, lang: null, role: 'long' as const }] : []),
  ];
}
