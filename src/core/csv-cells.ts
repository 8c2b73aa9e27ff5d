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

/** Cells that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** What keeps it from that: an apostrophe, as spreadsheets themselves write it. */
const GUARD = "'";

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
export const guard = (cell: string): string =>
  FORMULA.test(cell) || /^'+[=+\-@]/.test(cell) ? GUARD + cell : cell;

/** Take back what `guard` did. */
export const unguard = (cell: string): string =>
  /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
