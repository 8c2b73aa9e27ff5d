/** Files that a reader brings, as text: whatever is in them is said in plain words. */
import { type ReadText, readMarkdown, readPlainText } from '../core/read-text.ts';
import { MOST_REVIEW_TEXT } from '../core/review/start-review.ts';

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

/** A declared encoding stands in the first kilobyte of a page. */
const HEAD_BYTES = 1_024;

/**
 * Decode bytes: by their mark of order, as UTF-8, as a page declares it, or as Korean text was long
 * written. What fits none of these is not guessed at.
 */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly text: string } | 'binary' | 'encoding' {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const encoding = marked ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null);
  if (encoding === null && bytes.includes(0)) return 'binary';
  const utf8 = decode(bytes, encoding ?? 'utf-8');
  // Text has line ends and tabs, and no other control characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (utf8 !== null) return /[\u0001-\u0008\u000e-\u001a]/.test(utf8) ? 'binary' : clean(utf8);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0001-\u0008\u000e-\u001a]/.test(head)) return 'binary';
  const declared = /charset=["']?([\w-]+)/i.exec(head)?.[1];
  const text = declared ? decode(bytes, declared) : null;
  if (text !== null) return clean(text);
  const korean = decode(bytes, 'euc-kr');
  return korean !== null && /[가-힣]{2}/.test(korean) ? clean(korean) : 'encoding';
}

function decode(bytes: Uint8Array<ArrayBuffer>, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const clean = (text: string) => ({ text: text.replace(/\r\n?/g, '\n') });
