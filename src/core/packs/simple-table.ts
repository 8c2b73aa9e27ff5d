/** Reads a reader's own table of a few columns, with a guess at what each of them holds. */

import { isShortForm } from '../definitions/short-form.ts';
import { type ForeignGlossary, type ForeignName, UNSAID } from '../formats/foreign.ts';
import type { CsvRows } from './csv-text.ts';
import { onOneLine } from './pack-csv.ts';

/** What a column may hold. */
export const ROLES = ['term', 'long', 'alias', 'gloss', 'skip'] as const;
export type ColumnRole = (typeof ROLES)[number];

/** A table before the reader has said what its columns hold. */
export interface SimpleTable {
  readonly file: string;
  /** The rows that are not empty, each with as many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** The line of each row in the file. */
  readonly lines: readonly number[];
}

/** What the columns of a table hold, and whether its first row holds headings. */
export interface TableReading {
  readonly roles: readonly ColumnRole[];
  readonly hasHead: boolean;
}

/** Most columns of a simple table. */
const MOST_COLUMNS = 8;
/** Least share of rows with two cells or more. With fewer it is a text with commas. */
const LEAST_FULL = 0.6;

/** A heading is no longer, in UTF-16 code units. */
const MOST_HEADING = 40;
/** So many rows tell what the columns hold. */
const SOME_ROWS = 100;

/** What people call the columns, in English and Korean; a “full definition” is an explanation. */
const HEADINGS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['gloss', /expl|defin|descr|mean|gloss|note|comment|설명|정의|뜻|의미|해설|풀이|비고/i],
  ['long', /long|full|expan|stands? for|spelled|정식|원어|전체|풀네임|본디/i],
  ['alias', /alias|also|other|synonym|별칭|다른|동의/i],
  ['term', /term|acronym|abbrev|short|name|word|entry|용어|약어|약칭|이름|단어|낱말|명칭/i],
];

/** Read rows as a simple table; null if they cannot be one. */
export function readSimpleTable({ rows, lines }: CsvRows, file: string): SimpleTable | null {
  const cells = rows.map((row) => row.map(onOneLine));
  const full = cells.flatMap((row, i) => (row.some((cell) => cell !== '') ? [i] : []));
  const lengths = full.map((i) => (cells[i] ?? []).findLastIndex((cell) => cell !== '') + 1);
  const columns = lengths.reduce((most, length) => Math.max(most, length), 0);
  const isTable = lengths.filter((length) => length > 1).length >= LEAST_FULL * full.length;
  if (!isTable || columns < 2 || columns > MOST_COLUMNS) return null;
  const padded = full.map((i) => Array.from({ length: columns }, (_, k) => cells[i]?.[k] ?? ''));
  return { file, rows: padded, lines: full.map((i) => lines[i] ?? i + 1) };
}

/** Guess what the columns hold: by headings, else by the length of the cells. */
export function guessReading({ rows }: SimpleTable): TableReading {
  const [head = [], ...body] = rows;
  const named = head.map((cell) => HEADINGS.find(([, words]) => words.test(cell))?.[0]);
  const isKnown = new Set(named.filter(Boolean)).size > 1 || named.includes('gloss');
  const hasHead = isKnown && head.every((cell) => cell.length <= MOST_HEADING);
  if (hasHead && named.includes('gloss')) {
    const roles = named.map((role, i) => (named.indexOf(role) === i ? (role ?? 'skip') : 'skip'));
    if (roles.includes('term')) return { roles, hasHead: true };
    const free = roles.findIndex((role) => role === 'skip' || role === 'long');
    return { roles: roles.map((role, i) => (i === free ? 'term' : role)), hasHead: true };
  }
  const some = (body.length > 0 ? body : rows).slice(0, SOME_ROWS);
  const lengths = head.map((_, k) => some.reduce((sum, row) => sum + (row[k] ?? '').length, 0));
  const byLength = [...lengths.keys()].sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
  const roles = head.map((): ColumnRole => 'skip');
  roles[byLength.at(-1) ?? 0] = 'gloss';
  roles[byLength[0] ?? 0] = 'term';
  if (head.length === 3) roles[byLength[1] ?? 0] = 'long';
  return { roles, hasHead };
}

/** Whether roles are complete: one column of terms, one of explanations, none but `skip` twice. */
export const isWhole = (roles: readonly ColumnRole[]): boolean =>
  ROLES.every((role) => {
    const count = roles.filter((each) => each === role).length;
    return role === 'skip' || (role === 'term' || role === 'gloss' ? count === 1 : count <= 1);
  });

/** The rows that say what their term is (`taken`), by an explanation or a full name; `left`: others. */
export function takenRows({ rows, lines }: SimpleTable, { roles, hasHead }: TableReading) {
  const [term, long, gloss] = ['term', 'long', 'gloss'].map((it) =>
    roles.indexOf(it as ColumnRole),
  );
  const holds = (cells: readonly string[], column = -1) => (cells[column] ?? '') !== '';
  const body = rows.map((cells, i) => ({ cells, line: lines[i] ?? 0 })).slice(hasHead ? 1 : 0);
  const taken = body.filter(
    ({ cells }) => holds(cells, term) && (holds(cells, gloss) || holds(cells, long)),
  );
  return { taken, left: body.length - taken.length };
}

/** What a table says, once it is known what its columns hold. */
export function tableToForeign(table: SimpleTable, reading: TableReading): ForeignGlossary {
  const cell = (cells: readonly string[], role: ColumnRole) =>
    cells[reading.roles.indexOf(role)] ?? '';
  const entries = takenRows(table, reading).taken.map(({ cells, line }) => ({
    id: null,
    names: namesOf(cells, cell),
    glosses: [{ text: cell(cells, 'gloss'), lang: null }],
    source: null,
    line,
  }));
  return { format: 'table', file: table.file, about: UNSAID, entries };
}

function namesOf(
  cells: readonly string[],
  cell: (cells: readonly string[], role: ColumnRole) => string,
): ForeignName[] {
  const [term, long] = [cell(cells, 'term'), cell(cells, 'long')];
  const aliases = cell(cells, 'alias').split(/[,;|]/);
  const name = (text: string, role: ForeignName['role']) => ({ text, lang: null, role });
  const isShort = isShortForm(term) || (long !== '' && long.length > term.length);
  return [
    name(term, isShort ? 'short' : 'long'),
    ...(long !== '' && long !== term ? [name(long, 'long')] : []),
    ...aliases.flatMap((alias) => (alias.trim() === '' ? [] : [name(alias.trim(), 'alias')])),
  ];
}
