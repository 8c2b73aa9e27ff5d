/** Saved pages and Markdown as plain text, with what they say about themselves. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { DraftSource } from '../core/draft/draft-types.ts';

/** A text, and as much about its source as the file itself tells. */
export interface ReadText {
  readonly text: string;
  readonly about: Partial<Omit<DraftSource, 'id'>>;
}

/** Read a file's content by the ending of its name: html, md, or anything else as plain text. */
export function readArticle(name: string, content: string): ReadText {
  const body = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (/\.(?:html?|xhtml)$/i.test(name)) return readHtml(body);
  if (/\.(?:md|markdown)$/i.test(name)) return readMarkdown(body);
  return { text: body, about: titled(body) };
}

function titled(text: string): ReadText['about'] {
  const first = text.split('\n').find((line) => line.trim() !== '');
  return first === undefined ? {} : { title: first.trim().slice(0, 300) };
}

function readHtml(html: string): ReadText {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  const about = readHead(document);
  const body = document.body;
  // Readability takes the page to pieces; what it cannot read is read whole.
  const article = new Readability<Node>(document.cloneNode(true) as Document, {
    serializer: (node) => node,
  }).parse();
  const title = about.title ?? (article?.title || document.querySelector('h1')?.textContent);
  return {
    text: textOf(article?.content ?? body),
    about: { ...about, ...(title && { title: title.replace(/\s+/g, ' ').trim() }) },
  };
}

function readHead(document: Document): ReadText['about'] {
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
      const content = element?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return undefined;
  };
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined;
  const published = dayOf(
    publishedInJson(document) ?? meta('article:published_time', 'date') ?? time,
  );
  const url =
    meta('og:url') ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const fields = {
    publisher: meta('og:site_name'),
    title: meta('og:title'),
    author: meta('author', 'article:author'),
    published,
    url: url && /^https?:\/\//.test(url) ? url : undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function publishedInJson(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '')?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The day that a time stamp names where it was written, not the one it is in Greenwich. */
const dayOf = (stamp: string | undefined): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(stamp ?? '')?.[0];

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE LI UL OL H1 H2 H3 H4 H5 H6 BLOCKQUOTE FIGURE FIGCAPTION TABLE TR HEADER FOOTER MAIN ASIDE DL DT DD'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SVG'.split(' '));

/** The text of a tree, a blank line between blocks. */
function textOf(root: Node): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    const edge =
      name === 'BR' ? '\n' : name === 'TD' || name === 'TH' ? '\t' : BLOCKS.has(name) ? '\n\n' : '';
    parts.push(edge);
    for (const child of node.childNodes) walk(child);
    parts.push(edge);
  };
  walk(root);
  return parts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Front matter between two lines of dashes: `title: …`, `date: …`. */
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

function readMarkdown(markdown: string): ReadText {
  const head = FRONT_MATTER.exec(markdown);
  const text = markdown
    .slice(head?.[0].length ?? 0)
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1.*$/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\((?:[^()\s]|\([^)]*\))*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>+|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/^[ \t]*[-=*_]{3,}[ \t]*$/gm, '')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*|__|`)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]*\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .trim();
  const heading = /^#\s+(.+)$/m.exec(markdown)?.[1]?.trim();
  return {
    text,
    about: { ...(heading ? { title: heading } : titled(text)), ...fieldsOf(head?.[1] ?? '') },
  };
}

function fieldsOf(head: string): ReadText['about'] {
  const field = (name: string): string | undefined => {
    const line = new RegExp(`^(?:${name}):[ \\t]*(.+)$`, 'mi').exec(head)?.[1];
    return line?.trim().replace(/^(["'])(.*)\1$/, '$2');
  };
  const fields = {
    publisher: field('publisher|site'),
    title: field('title'),
    author: field('author'),
    published: dayOf(field('published|date')),
    url: field('url|link'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
