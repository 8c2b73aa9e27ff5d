/** Tells foreign formats apart by their content; what a file is called says nothing. */

import type { Format } from './foreign.ts';

/** The part of a text in which its kind must show, in UTF-16 code units. */
const HEAD = 100_000;

/** The first bytes of a ZIP file: of its first member, or of the list of none. */
const ZIP_HEADS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
];

/** Whether bytes are a ZIP file. */
export const isZip = (bytes: Uint8Array): boolean =>
  ZIP_HEADS.some((head) => head.every((byte, at) => bytes[at] === byte));

/** What may stand before the first element of a document, each piece on its own. */
const BEFORE_ROOT = /\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype(?:[^[>]*\[[\s\S]*?\]\s*>|[^>]*>)/iy;
const ROOT = /<(?:[\w.-]+:)?([a-z][\w.-]*)/iy;

/** An abbreviation of Markdown at the start of a line: `*[NCG]: Nuclear Consultative Group`. */
const ABBREVIATION = /^ {0,3}\*\[[^\]\n]+\]:[ \t]*\S/m;
/** A term, perhaps an empty line, and a definition behind a colon or a tilde. */
const DEFINITION = /^(?![ \t:~])[^\n]+\n(?:[ \t]*\n)?[ ]{0,3}[:~][ \t]+\S/m;
const CONTEXTS = /^contexts[ \t]*:/m;

/**
 * Tell the format of a text.
 *
 * @returns Null for what is none of the foreign formats, such as JSON and tables; `xml` for XML of a
 *   kind that is not read.
 */
export function tellFormat(text: string): Exclude<Format, 'yomitan'> | 'xml' | null {
  const head = text
    .slice(0, HEAD)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const first = /\S/.exec(head)?.[0];
  if (first === '<') return tellMarkup(head);
  if (first === '{') return null;
  if (CONTEXTS.test(head)) return 'contextive';
  return ABBREVIATION.test(head) || DEFINITION.test(head) ? 'markdown' : null;
}

function tellMarkup(head: string): 'tbx' | 'page' | 'xml' {
  let at = 0;
  for (;;) {
    BEFORE_ROOT.lastIndex = at;
    if (!BEFORE_ROOT.test(head)) break;
    at = BEFORE_ROOT.lastIndex;
  }
  ROOT.lastIndex = at;
  const root = ROOT.exec(head)?.[1]?.toLowerCase();
  if (root === 'tbx' || root === 'martif') return 'tbx';
  return root !== 'html' && /^\s*<\?xml/.test(head) ? 'xml' : 'page';
}
