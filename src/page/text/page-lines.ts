/** Reads all text of a page at once, for a first look at what could be marked in it. */
import type { PageText } from './blocks.ts';
import { walkLines } from './walk-lines.ts';

/** The text of one line, and of the row of a table or list that it opens. */
export interface PageLine {
  readonly text: string;
  readonly row?: string | undefined;
}

/** The longest text that is read at once, in UTF-16 code units. */
const MOST_TEXT = 60_000;

/**
 * Read the lines of a document as the reader of a page does, without its shadow trees.
 *
 * @returns Null if there is more text than `MOST_TEXT`.
 */
export function readPageLines(document: Document): PageLine[] | null {
  let length = 0;
  let isOver = false;
  // Text behind a text that is too long is passed over, since nothing is known of all of it anyway.
  const pageText: PageText = (node) => {
    length += node.length;
    isOver ||= length > MOST_TEXT;
    return isOver ? null : node.data;
  };
  const read: PageLine[] = [];
  for (const { texts, ends, rows } of walkLines([document], pageText)) {
    const text = texts.join('');
    let start = 0;
    ends.forEach((end, number) => {
      read.push({ text: text.slice(start, end), row: rows.get(number) });
      start = end;
    });
  }
  return isOver ? null : read;
}
