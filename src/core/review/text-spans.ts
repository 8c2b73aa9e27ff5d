/** Finds the places of proposals in the text under review. */

import type { DraftEntry } from '../draft/format/draft-types.ts';
import { findMentions } from '../draft/names/mentions.ts';
import type { ArticleName } from '../draft/names/name-list.ts';
import { makePlain } from '../draft/prose/plain-text.ts';
import type { Span } from '../text/span.ts';

/** A place where a proposal is named. */
export interface TermSpan extends Span {
  /** Id of the drafted entry. */
  readonly entry: string;
}

/** A paragraph; `start` and `end` are offsets in the whole text, in UTF-16 code units. */
export interface Paragraph extends Span {
  readonly text: string;
}

/** Split a text into its lines; blank ones are left out. */
export function cutParagraphs(text: string): Paragraph[] {
  let end = -1;
  return text.split('\n').flatMap((line) => {
    const start = end + 1;
    end = start + line.length;
    return /\S/.test(line) ? [{ start, end, text: line }] : [];
  });
}

/**
 * Make a function that finds the places where entries are named in a paragraph, at offsets from its
 * start. A book is searched paragraph by paragraph, when each is shown.
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
