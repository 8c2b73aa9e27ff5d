/** Formats what Newsgloss shows on a page as a table for the terminal. */
import type { Reason } from '../../core/senses/mention.ts';
import type { TermOnPage } from '../../extension/messages/reports.ts';
import type { Painted } from '../browser/painted.ts';

/** One line of the table. */
interface Row {
  readonly term: string;
  readonly entry: string;
  readonly count: string;
  readonly reason: string;
}

const HEADINGS: Row = { term: 'term', entry: 'entry', count: 'count', reason: 'reason' };

/** Between two columns. */
const GAP = '  ';

/** Letters that take two columns in a terminal: Hangul, kana, Han and full-width forms. */
const WIDE = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\uff01-\uff60]/gu;

/** One row for each term that the extension reports. */
export function rowsOfTerms(terms: readonly TermOnPage[]): Row[] {
  return terms.map(({ name, ref, count, reason }) => ({
    term: name,
    entry: ref?.split('/').pop() ?? 'the page’s own',
    count: String(count),
    reason: describeReason(reason),
  }));
}

/** One row for each distinct painted text, if the extension cannot be asked. */
export function rowsOfPaint(painted: readonly Painted[]): Row[] {
  const texts = Map.groupBy(painted, ({ text }) => text.replace(/\s+/g, ' ').trim());
  return [...texts].map(([term, mentions]) => ({
    term,
    entry: mentions[0]?.own ? 'the page’s own' : '?',
    count: String(mentions.length),
    reason: '?',
  }));
}

/** A reason as a short English sentence. */
export function describeReason(reason: Reason): string {
  switch (reason.kind) {
    case 'name':
      return 'the name stands for nothing else';
    case 'defined':
      return `the page defines it: “${reason.long}”`;
    case 'evidence':
      return `the page speaks of ${reason.words.map((word) => `“${word}”`).join(', ')}`;
    case 'own':
      return `the page’s own term: “${reason.long}”`;
  }
}

/** Format rows in aligned columns under their headings, one a line. */
export function formatTable(rows: readonly Row[]): string {
  const keys = Object.keys(HEADINGS) as (keyof Row)[]; // Row is closed: these are its keys.
  const widths = keys.map((key) =>
    Math.max(...[HEADINGS, ...rows].map((row) => columns(row[key]))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell)))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width));
  const cellsOf = (row: Row) => keys.map((key) => row[key]);
  return [cellsOf(HEADINGS), rule, ...rows.map(cellsOf)].map(line).join('\n');
}

/** The number of terminal columns that a text takes. */
function columns(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}
