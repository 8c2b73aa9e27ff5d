/** CSV as text, into rows of cells and back (RFC 4180); lines are counted, for the faults in them. */

/** Rows of cells, at most one more than `MOST_ROWS`, and the line of the text in which each begins, from 1. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** The line of a quotation mark that is never closed; null where there is none. */
  readonly openQuote: number | null;
}

/** More rows are not read: no glossary under the cap for texts has as many. */
export const MOST_ROWS = 200_000;

/** What parts cells: spreadsheets of some languages write semicolons, and tabs go by copying. */
const SEPARATORS = [',', ';', '\t'] as const;

/** A first line that says what parts the cells, as spreadsheets write and take it. */
const SEP_LINE = /^(?:sep=([^\r\n"])|"sep=([^\r\n"])")[^\S\r\n]*(?:\r\n|\r|\n)/i;

/**
 * Read rows. What parts the cells is what a first line `sep=;` says, else whichever makes the most
 * cells of the first line. Never throws.
 *
 * @param text - With ends of line of any kind; a byte order mark at its head is dropped.
 */
export function readCsv(text: string): CsvRows {
  const plain = text.replace(/^\ufeff/, '');
  const said = SEP_LINE.exec(plain);
  if (said) return readRows(plain.slice(said[0].length), (said[1] ?? said[2]) as string, 2);
  const [head = ''] = plain.split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return readRows(plain, SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',', 1);
}

/** @param firstLine - The line of the file in which `text` begins. */
function readRows(text: string, separator: string, firstLine: number): CsvRows {
  const rows: string[][] = [];
  const lines: number[] = [];
  const endOfCell = new RegExp(`${escapePattern(separator)}|\r\n|\r|\n`, 'g');
  let row: string[] = [];
  let line = firstLine;
  let rowLine = firstLine;
  let at = 0;
  const endRow = () => {
    rows.push(row);
    lines.push(rowLine);
    row = [];
  };
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1);
      if (quoted === null) return { rows, lines, openQuote: line };
      cell = quoted.cell;
      at = quoted.end;
      line += cell.split(/\r\n|\r|\n/).length - 1;
    }
    endOfCell.lastIndex = at;
    const end = endOfCell.exec(text);
    row.push(cell + text.slice(at, end?.index));
    if (end === null || rows.length > MOST_ROWS) break;
    at = endOfCell.lastIndex;
    if (end[0] === separator) continue;
    endRow();
    line++;
    rowLine = line;
  }
  endRow();
  return { rows, lines, openQuote: null };
}

const escapePattern = (char: string) => char.replace(/[\\^$.|?*+()[\]{}]/, '\\$&');

/** @returns Null if the quotation mark is never closed. */
function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let cell = '';
  let at = start;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') return { cell, end: close + 1 };
    cell += '"';
    at = close + 2;
  }
}

/** Write rows, with commas; a byte order mark tells spreadsheets that it is UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map(writeCell).join(',')}\r\n`);
  return `\ufeff${lines.join('')}`;
}

const writeCell = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
