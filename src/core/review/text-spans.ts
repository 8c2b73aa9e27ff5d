/** Where the proposals stand in the text, for whoever shows it. */

import type { DraftEntry } from '../draft/draft-types.ts';
import { findMentions } from '../draft/mentions.ts';
import type { ArticleName } from '../draft/name-list.ts';
import { makePlain } from '../draft/plain-text.ts';
import type { Span } from '../text/span.ts';

/** A place where a proposal is named. */
export interface TermSpan extends Span {
  /** Id of the drafted entry. */
  readonly entry: string;
}

/** A piece of the text that is shown by itself; `start` and `end` are those of the whole text. */
export interface Paragraph extends Span {
  readonly text: string;
}

/** Cut a text into its lines, those that are empty or blank left out. */
export function cutParagraphs(text: string): Paragraph[] {
  let end = -1;
  return text.split('\n').flatMap((line) => {
    const start = end + 1;
    end = start + line.length;
    return /\S/.test(line) ? [{ start, end, text: line }] : [];
  });
}

/**
 * Create a way to find where entries are named in a paragraph, at offsets from its start. A book with
 * a thousand names is looked through piece by piece, as it is shown.
 */
export function createTermFinder(
  entries: readonly DraftEntry[],
): (paragraph: string) => TermSpan[] {
  const names = entries.flatMap((entry) =>
    entry.names.map((name): ArticleName => ({ ...name, key: entry.id })),
  );
  return (paragraph) =>
    findMentions(makePlain(paragraph), names).map(({ key, start, end }) => ({
      entry: key,
      start,
      end,
    }));
}
