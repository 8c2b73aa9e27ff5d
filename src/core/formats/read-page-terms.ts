/**
 * Reads terms from a web page as a file: `<dl>` (its `<dt>` and `<dd>`), and `<dfn>` with the
 * paragraph around it. Nothing of the page is run or loaded; there is no document.
 */

import { Parser } from 'htmlparser2';
import { CAPS } from '../glossary/caps.ts';
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
  /** Of a paragraph or a term: the names that a `<dfn>` in it defines. */
  readonly names: ForeignName[];
}

/** The group of terms and explanations of a list that is being read. */
interface Group {
  names: ForeignName[];
  explained: string[];
}

/** Read the terms of a page. @throws GlossaryError if it exceeds a limit. */
export function readPageTerms(html: string, file: string): ForeignGlossary {
  const head = createHead();
  const terms = createTerms(file);
  let depth = 0;
  /** The depth of the outermost element that is not read; null outside of all. */
  let unread: number | null = null;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++depth > MOST_DEPTH) throw failure(file, 'tooDeep', {}, String(MOST_DEPTH));
        head.open(tag, attributes);
        if (unread === null && UNREAD.includes(tag)) unread = depth;
        if (unread === null) terms.open(tag, attributes, depth);
      },
      ontext(text) {
        head.say(text);
        if (unread === null) terms.say(text);
      },
      onclosetag(tag) {
        head.close(tag);
        if (unread === null) terms.close(tag, depth);
        else if (depth === unread) unread = null;
        depth--;
      },
    },
    { lowerCaseTags: true, decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return { format: 'page', file, about: head.about(), entries: terms.entries };
}

/** What a page says of itself. */
function createHead() {
  let about: About = UNSAID;
  let title = '';
  let inTitle = false;
  return {
    about: (): About => ({ ...about, title: title.trim() || null }),
    open(tag: string, { lang, name, property, content, rel, href }: Attributes): void {
      if (tag === 'title') inTitle = title === '';
      if (tag === 'html' && lang) about = { ...about, language: lang };
      if (tag === 'link' && rel === 'canonical' && href) about = { ...about, url: href };
      if (tag !== 'meta' || !content) return;
      if (name === 'author') about = { ...about, publisher: content };
      else if (property === 'og:site_name' && about.publisher === null) {
        about = { ...about, publisher: content };
      } else if (property === 'article:published_time') {
        about = { ...about, published: dayIn(content) };
      }
    },
    say(text: string): void {
      if (inTitle && title.length < CAPS.label) title += text;
    },
    close(tag: string): void {
      if (tag === 'title') inTitle = false;
    },
  };
}

/** The terms of a page: what is open where, innermost last. */
function createTerms(file: string) {
  const entries: ForeignEntry[] = [];
  const open: Open[] = [];
  const groups: Group[] = [];

  function push(names: readonly ForeignName[], text: string): void {
    if (names.length === 0) return;
    if (entries.length >= CAPS.entries) {
      throw failure(file, 'tooManyEntries', {}, String(CAPS.entries));
    }
    const glosses = text.trim() === '' ? [] : [{ text, lang: null }];
    entries.push({ id: null, names, glosses, source: null, line: null });
  }

  function endGroup(group: Group): void {
    push(group.names, group.explained.join(' '));
    group.names = [];
    group.explained = [];
  }

  function endText({ tag, text: said, title, names }: Open): void {
    const text = said.slice(0, MOST_TEXT);
    const outer = open.at(-1);
    const group = groups.at(-1);
    if (tag === 'dfn') outer?.names.push(...namesOf(text, title));
    else if (tag === 'dt') group?.names.push(...(names.length > 0 ? names : namesOf(text, title)));
    else {
      if (tag === 'dd') group?.explained.push(text);
      push(names, text);
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
    say,
    open(tag: string, attributes: Attributes, depth: number): void {
      if (BLOCKS.includes(tag)) say(' ');
      const group = groups.at(-1);
      if (tag === 'dl') groups.push({ names: [], explained: [] });
      else if (tag === 'dt' && group && group.explained.length > 0) endGroup(group);
      else if (tag === 'abbr' && attributes.title) {
        const named = open.findLast((each) => each.tag === 'dfn' || each.tag === 'dt');
        if (named) named.title = attributes.title;
      }
      if (tag !== 'dfn' && tag !== 'dt' && !PARAGRAPHS.includes(tag)) return;
      const title = tag === 'dfn' ? (attributes.title ?? null) : null;
      open.push({ tag, depth, title, text: '', names: [] });
    },
    close(tag: string, depth: number): void {
      if (BLOCKS.includes(tag)) say(' ');
      const last = open.at(-1);
      if (last?.depth === depth) {
        open.pop();
        endText(last);
      }
      const group = tag === 'dl' ? groups.pop() : undefined;
      if (group) endGroup(group);
    },
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
