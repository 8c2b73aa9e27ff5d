/** Reads text files that a reader brings; problems are returned as values, to be put into words. */

import { type ReadText, readMarkdown, readPlainText } from '../../core/articles/read-text.ts';
import { decodeLetters } from '../../core/packs/file-letters.ts';
import { MOST_REVIEW_TEXT } from '../../core/review/start-review.ts';

/** Why a file cannot be used. */
export type TextFault = 'empty' | 'binary' | 'encoding' | 'long';

/** Larger files are not opened, in bytes. A saved page may be much larger than its article. */
const MOST_BYTES = 20_000_000;

/**
 * Read a file by the ending of its name: html, md, or anything else as plain text.
 *
 * @param readHtml - Extracts the article of a page.
 */
export async function readTextFile(
  file: File,
  readHtml: (html: string) => Promise<ReadText>,
): Promise<ReadText | TextFault> {
  if (file.size > MOST_BYTES) return 'long';
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (decoded === 'binary' || decoded === 'encoding') return decoded;
  const { text } = decoded;
  const read = /\.x?html?$/i.test(file.name)
    ? await readHtml(text)
    : /\.(?:md|markdown)$/i.test(file.name)
      ? readMarkdown(text)
      : readPlainText(text);
  return checkText(read);
}

/** Return the text if it can be reviewed, else the reason why not. */
export function checkText(read: ReadText): ReadText | TextFault {
  if (!/[\p{L}\p{N}]/u.test(read.text)) return 'empty';
  return read.text.length > MOST_REVIEW_TEXT ? 'long' : read;
}

/** Control characters that no text has; line ends and tabs are allowed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\0-\u0008\u000e-\u001a]/;
/** Bytes that are searched for control characters if a file cannot be decoded. */
const HEAD_BYTES = 1_024;

/** Decode bytes with `decodeLetters`; tell binary files and unknown encodings apart. */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly text: string } | 'binary' | 'encoding' {
  const text = decodeLetters(bytes, decodeStrictly);
  if (text !== null) return CONTROL.test(text) ? 'binary' : { text: text.replace(/\r\n?/g, '\n') };
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  return bytes.includes(0) || CONTROL.test(head) ? 'binary' : 'encoding';
}

/**
 * Decode bytes in a named encoding.
 *
 * @throws TypeError if they do not fit it.
 */
export const decodeStrictly = (bytes: Uint8Array<ArrayBuffer>, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);
