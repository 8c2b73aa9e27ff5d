/** Columns and cells of a glossary as a table. */

/** The columns, in their order; the first row of a file names them. */
export const CSV_COLUMNS = [
  'row',
  'entry',
  'text',
  'kind',
  'lang',
  'role',
  'case',
  'source',
  'as_of',
  'date',
  'what',
  'said_by',
  'list',
  'url',
] as const;

/** One of them. */
export type Column = (typeof CSV_COLUMNS)[number];
/** The cells of one row that are not empty. */
export type Cells = Partial<Record<Column, string>>;

/**
 * Where a spreadsheet would find a formula: at the beginning of a cell, and behind a semicolon or a
 * tab, at which some cut the line instead of at commas, whatever is quoted. It takes full-width signs
 * like plain ones.
 */
const FORMULA = /((?:^|[;\t])["\s]*)(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
/** The same with the apostrophe that keeps it from that, as spreadsheets themselves write it. */
const GUARDED = /((?:^|[;\t])["\s]*)'(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Write a list into one cell. */
export const joinList = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('|', '\\|')).join(' | ');

/** Read a list from one cell. */
export const splitList = (list: string | undefined): string[] =>
  (list ?? '')
    .split(/(?<!\\)\|/)
    .map((part) => part.replaceAll('\\|', '|').trim())
    .filter((part) => part !== '');

/** Make a cell harmless for a spreadsheet. */
export const guard = (cell: string): string => cell.replace(FORMULA, "$1'");

/** Take back what `guard` did. */
export const unguard = (cell: string): string => cell.replace(GUARDED, '$1');
