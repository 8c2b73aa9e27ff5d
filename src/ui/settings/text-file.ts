/** Files that a reader brings, as text: whatever is in them is said in plain words. */

import { type ReadText, readMarkdown, readPlainText } from '../../core/articles/read-text.ts';
import { decodeLetters } from '../../core/packs/file-letters.ts';
import { MOST_REVIEW_TEXT } from '../../core/review/start-review.ts';

/** What is wrong with a file. */
export type TextFault = 'empty' | 'binary' | 'encoding' | 'long';

/** A page may be much longer than the article in it. Bytes; what is longer is not even opened. */
const MOST_BYTES = 20_000_000;

/**
 * Read a file by the ending of its name: html, md, or anything else as plain text.
 *
 * @param readHtml - Takes the article out of a page.
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

/** Whether a text is fit for review; else what is wrong with it. */
export function checkText(read: ReadText): ReadText | TextFault {
  if (!/[\p{L}\p{N}]/u.test(read.text)) return 'empty';
  return read.text.length > MOST_REVIEW_TEXT ? 'long' : read;
}

/** Text has line ends and tabs, and no other control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\0-\u0008\u000e-\u001a]/;
/** So many bytes of what cannot be decoded are looked at. */
const HEAD_BYTES = 1_024;

/** Decode bytes as `decodeLetters` does, but for what is no text that anybody wrote. */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly text: string } | 'binary' | 'encoding' {
  const text = decodeLetters(bytes, decodeStrictly);
  if (text !== null) return CONTROL.test(text) ? 'binary' : { text: text.replace(/\r\n?/g, '\n') };
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  return bytes.includes(0) || CONTROL.test(head) ? 'binary' : 'encoding';
}

/** Decode bytes by the name of an encoding; throws what does not fit it. */
export const decodeStrictly = (bytes: Uint8Array<ArrayBuffer>, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);
