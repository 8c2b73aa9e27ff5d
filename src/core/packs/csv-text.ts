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

/**
 * What separates cells. Spreadsheets write semicolons in some languages; copies have tabs. The sooner,
 * the less often it stands in a sentence.
 */
const SEPARATORS = ['\t', '|', ';', ','] as const;

/** So many rows tell what separates the cells, where the first line does not. */
const TELLING_ROWS = 50;

/** A first line that names the separator, as spreadsheets write and read it. */
const SEP_LINE = /^(?:sep=([^\r\n"])|"sep=([^\r\n"])")[^\S\r\n]*(?:\r\n|\r|\n)/i;

/** Lines at the start of what Anki writes: the separator, by its sign or its name, and others. */
const ANKI_HEAD = /^(?:#[a-z ]+:[^\r\n]*(?:\r\n|\r|\n))+/i;
const ANKI_SEPARATOR = /^#separator:(?:(tab)|(pipe)|(semicolon)|(comma)|([^\w\s]))\s*$/im;

/**
 * Read rows. The separator is that of a first line `sep=;` or of lines that Anki puts there, else
 * the only one that the first line has; if it has several, the one that gives most rows the same
 * number of cells. Never throws.
 *
 * @param text - Line ends may be of any kind; a byte order mark at the start is dropped.
 */
export function readCsv(text: string): CsvRows {
  const plain = text.replace(/^\ufeff/, '');
  const said = SEP_LINE.exec(plain);
  if (said) return readRows(plain.slice(said[0].length), (said[1] ?? said[2]) as string, 2);
  const head = ANKI_HEAD.exec(plain)?.[0] ?? '';
  const named = ANKI_SEPARATOR.exec(head);
  if (named) {
    const [, ...byName] = named;
    const separator = byName.pop() ?? SEPARATORS[byName.findIndex((it) => it !== undefined)] ?? ',';
    return readRows(plain.slice(head.length), separator, countLines(head));
  }
  const [first = ''] = plain.split(/[\r\n]/, 1);
  // A table in Markdown begins with a stroke: it is none of ours.
  const isTold = (it: string) => first.includes(it) && !(it === '|' && first.startsWith(it));
  const found = SEPARATORS.filter(isTold);
  return readRows(plain, found.length > 1 ? chooseSeparator(plain, found) : (found[0] ?? ','), 1);
}

const countLines = (text: string): number => text.split(/\r\n|\r|\n/).length;

/** The separator that gives most rows the same number of cells, two or more; at a tie, more cells. */
function chooseSeparator(text: string, among: readonly string[]): string {
  const scores = among.map((separator) => {
    const counts = new Map<number, number>();
    for (const { length } of readRows(text, separator, 1, TELLING_ROWS).rows) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    const [cells = 0, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { separator, cells, rows };
  });
  return scores.sort((a, b) => b.rows - a.rows || b.cells - a.cells)[0]?.separator ?? ',';
}

/** @param firstLine - The line of the file in which `text` begins. */
function readRows(
  text: string,
  separator: string,
  firstLine: number,
  most: number = MOST_ROWS,
): CsvRows {
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
      line += countLines(cell) - 1;
    }
    endOfCell.lastIndex = at;
    const end = endOfCell.exec(text);
    row.push(cell + text.slice(at, end?.index));
    if (end === null || rows.length > most) break;
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
