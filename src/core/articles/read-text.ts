/** Plain text and Markdown, with what they say about themselves. */

import { withoutFences, withoutLinks } from './markdown-marks.ts';
import type { TextSource } from './text-source.ts';

/** A text, and as much about its source as the file itself tells. */
export interface ReadText {
  readonly text: string;
  readonly about: Partial<Omit<TextSource, 'id'>>;
}

/** UTF-16 code units of a first line that is taken for a title. */
const LONGEST_TITLE = 300;

/** Read plain text: as it stands, its first line for a title. */
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
 * Emphasis of more than 300 UTF-16 code units keeps its marks: the search for an end that is not
 * there would cost the square of a line.
 */
const EMPHASIS = /(\*\*|__|`)(?=\S)(.{0,300}?\S)\1/g;

/** Read Markdown: without its marks, its code and its pictures; what stands in front tells of it. */
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

/** The day that a time stamp names where it was written, not the one it is in Greenwich. */
export const dayOf = (stamp: string | undefined): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(stamp ?? '')?.[0];

/** Leave out what is not known, so that it takes no other's place. */
export function withoutGaps(
  fields: Readonly<Record<keyof ReadText['about'], string | undefined>>,
): ReadText['about'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
