/** Where the proposals stand in the text, for whoever shows it. */
import type { ArticleName } from '../draft/article-names.ts';
import type { DraftEntry } from '../draft/draft-types.ts';
import { findMentions, makePlain } from '../draft/mentions.ts';
import type { Span } from '../mention.ts';

/** A place where a proposal is named. */
export interface TermSpan extends Span {
  /** Id of the drafted entry. */
  readonly entry: string;
}

/** A piece of the text that is shown by itself. */
export interface Paragraph extends Span {
  readonly text: string;
  /** Offsets from the paragraph's start. */
  readonly terms: readonly TermSpan[];
}

/**
 * Cut a text into paragraphs, with the places where entries are named.
 *
 * @returns Every line that is not empty; `start` and `end` are those of the whole text.
 */
export function cutParagraphs(text: string, entries: readonly DraftEntry[]): Paragraph[] {
  const terms = findTerms(text, entries);
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const end = index + line.length;
    while (next < terms.length && terms[next]!.start < index) next++;
    const own: TermSpan[] = [];
    for (; next < terms.length && terms[next]!.start < end; next++) {
      const term = terms[next]!;
      // A name that a line end breaks is marked on its first line.
      own.push({
        entry: term.entry,
        start: term.start - index,
        end: Math.min(term.end, end) - index,
      });
    }
    paragraphs.push({ start: index, end, text: line, terms: own });
  }
  return paragraphs;
}

function findTerms(text: string, entries: readonly DraftEntry[]): TermSpan[] {
  const names = entries.flatMap((entry) =>
    entry.names.map((name): ArticleName => ({ ...name, key: entry.id })),
  );
  const mentions = findMentions(makePlain(text), names);
  return mentions.map(({ key, start, end }) => ({ entry: key, start, end }));
}
