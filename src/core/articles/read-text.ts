/** Reads plain text and Markdown, with what they say about themselves. */

import { withoutFences, withoutLinks } from './markdown-marks.ts';
import type { TextSource } from './text-source.ts';

/** A text, and what its file says about its source. */
export interface ReadText {
  readonly text: string;
  readonly about: Partial<Omit<TextSource, 'id'>>;
}

/** Longest title from a first line, in UTF-16 code units; the rest is cut off. */
const LONGEST_TITLE = 300;

/** Read plain text; its first line is the title too. */
export function readPlainText(text: string): ReadText {
  return { text, about: titled(text) };
}

function titled(text: string): ReadText['about'] {
  const first = text.split('\n').find((line) => line.trim() !== '');
  return first === undefined ? {} : { title: first.trim().slice(0, LONGEST_TITLE) };
}

/** Front matter between two lines of dashes: `title: …`, `date: …`. */
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
/**
 * Emphasis up to 300 UTF-16 code units. Without a limit, marks that are never closed would take
 * time that grows with the square of the line.
 */
const EMPHASIS = /(\*\*|__|`)(?=\S)(.{0,300}?\S)\1/g;

/** Read Markdown without marks, code blocks and pictures. Its front matter describes the source. */
export function readMarkdown(markdown: string): ReadText {
  const head = FRONT_MATTER.exec(markdown);
  const text = withoutLinks(withoutFences(markdown.slice(head?.[0].length ?? 0)))
    .replace(/^[ \t]*(?:#{1,6}|>+|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/^[ \t]*[-=*_]{3,}[ \t]*$/gm, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(EMPHASIS, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]*\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .trim();
  const heading = /^#[ \t]+(\S.*)$/m.exec(markdown)?.[1]?.trim();
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
  return withoutGaps({
    publisher: field('publisher|site'),
    title: field('title'),
    author: field('author'),
    published: dayOf(field('published|date')),
    url: field('url|link'),
  });
}

/** The day written in a time stamp, in its own time zone and not in UTC. */
export const dayOf = (stamp: string | undefined): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(stamp ?? '')?.[0];

/** Remove undefined fields, so that they override no others when objects are merged. */
export function withoutGaps(
  fields: Readonly<Record<keyof ReadText['about'], string | undefined>>,
): ReadText['about'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
