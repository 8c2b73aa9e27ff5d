/** Reads all text of a page at once, for a first look at what could be marked in it. */
import type { Markup } from '../../core/text/text-block.ts';
import { readSaidTerms } from './said-terms.ts';
import { walkLines } from './walk-lines.ts';

/** The text of one line, and what its markup says of it. */
export interface PageLine {
  readonly text: string;
  readonly markup?: readonly Markup[] | undefined;
}

/** A page with more text is not read at once, in UTF-16 code units. */
const MOST_TEXT = 60_000;
/** Longer text nodes are not read, as by the reader of a page, in UTF-16 code units. */
const LONGEST_TEXT = 100_000;

/**
 * Read the lines of a document as the reader of a page does, without its shadow trees. Terms that it
 * explains to machines come first, as lines without text.
 *
 * @returns Null if there is more text than `MOST_TEXT`.
 */
export function readPageLines(document: Document): PageLine[] | null {
  const pageText = (node: Text) => (node.length > LONGEST_TEXT ? null : node.data);
  const read: PageLine[] = readSaidTerms(document).map(({ text, markup }) => ({ text, markup }));
  let length = 0;
  for (const { texts, ends, markup } of walkLines([document], pageText)) {
    const text = texts.join('');
    length += text.length;
    if (length > MOST_TEXT) return null;
    ends.forEach((end, number) => {
      read.push({ text: text.slice(ends[number - 1] ?? 0, end), markup: markup.get(number) });
    });
  }
  return read;
}
