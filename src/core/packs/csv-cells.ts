/** Columns and cells of a glossary written as a table. */

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

/** The name of a column. */
export type Column = (typeof CSV_COLUMNS)[number];
/** The cells of one row that are not empty. */
export type Cells = Partial<Record<Column, string>>;

/**
 * Places where a spreadsheet would read a formula: at the start of a cell, and behind a semicolon
 * or a tab, since some spreadsheets split lines there even inside quotes. Full-width signs count
 * too.
 */
const FORMULA = /((?:^|[;\t])["\s]*)(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
/** The same with an apostrophe before the formula, which makes it plain text in spreadsheets. */
const GUARDED = /((?:^|[;\t])["\s]*)'(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Write a list into one cell, its items separated by "|". */
export const joinList = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('|', '\\|')).join(' | ');

/** Read a list from one cell. */
export const splitList = (list: string | undefined): string[] =>
  (list ?? '')
    .split(/(?<!\\)\|/)
    .map((part) => part.replaceAll('\\|', '|').trim())
    .filter((part) => part !== '');

/** Put an apostrophe before what a spreadsheet would run as a formula. */
export const guard = (cell: string): string => cell.replace(FORMULA, "$1'");

/** Take back what `guard` did. */
export const unguard = (cell: string): string => cell.replace(GUARDED, '$1');
