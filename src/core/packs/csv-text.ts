/** Reads and writes CSV (RFC 4180), with the line of each row, so that faults can name it. */

/** At most `MOST_ROWS` + 1 rows of cells, and the line of the text (from 1) where each begins. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** The line of a quotation mark that is never closed; null if there is none. */
  readonly openQuote: number | null;
}

/** Most rows read: no glossary within the length limit has more. */
export const MOST_ROWS = 200_000;

/** What separates cells. Spreadsheets write semicolons in some languages; copies have tabs. */
const SEPARATORS = [',', ';', '\t'] as const;

/** A first line that names the separator, as spreadsheets write and read it. */
const SEP_LINE = /^(?:sep=([^\r\n"])|"sep=([^\r\n"])")[^\S\r\n]*(?:\r\n|\r|\n)/i;

/**
 * Read rows. The separator is that of a first line `sep=;`, else the one that splits the first line
 * into the most cells. Never throws.
 *
 * @param text - Line ends may be of any kind; a byte order mark at the start is dropped.
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

/** Write rows with commas, and a byte order mark by which spreadsheets recognise UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map(writeCell).join(',')}\r\n`);
  return `\ufeff${lines.join('')}`;
}

const writeCell = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
