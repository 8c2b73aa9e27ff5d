/**
 * Writes and reads glossaries as tables: as rows of cells and as CSV.
 *
 * The columns are fixed. A row is the glossary itself, a source, an entry or a part of an entry,
 * such as a name or a claim; the cell `row` says which. Items of a list in a cell are separated by
 * "|"; a backslash before it makes it a plain character.
 */

import { clip, type Fault, faultAt } from '../faults/fault.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { GlossaryError } from '../glossary/parse-glossary.ts';
import { createGlossaryBuilder } from './csv-builder.ts';
import { type Cells, type Column, CSV_COLUMNS, guard, joinList, unguard } from './csv-cells.ts';
import { MOST_ROWS, readCsv, writeCsv } from './csv-text.ts';

/**
 * Write a glossary as rows, the first with the column names.
 *
 * Quotes, levels, and claims in other languages have no column: only JSON holds everything. A cell that begins like a formula
 * gets an apostrophe, so that no spreadsheet runs it.
 */
export function glossaryToRows(glossary: Glossary): string[][] {
  const { id, title, version, language, licence } = glossary;
  const rows: Cells[] = [
    { row: 'glossary', entry: id, text: title, kind: version, lang: language, list: licence },
    ...sourcesInTable(glossary).map(
      (source): Cells => ({
        row: 'source',
        entry: source.id,
        text: source.title,
        kind: source.kind,
        source: source.publisher,
        as_of: source.published,
        said_by: source.author ?? '',
        list: source.publishedBasis ?? '',
        url: source.url ?? '',
      }),
    ),
    ...glossary.entries.flatMap(rowsOfEntry),
  ];
  const cells = rows.map((row) => CSV_COLUMNS.map((column) => guard(row[column] ?? '')));
  return [[...CSV_COLUMNS], ...cells];
}

/** The sources without those that only levels name, since levels have no column. */
function sourcesInTable({ sources, entries }: Glossary): Glossary['sources'] {
  const used = new Set(
    entries.flatMap(({ basis, names, claims, related }) => [
      ...basis,
      ...[...names, ...claims, ...related].map(({ source }) => source),
    ]),
  );
  const ofLevels = new Set(entries.flatMap(({ level }) => (level ? [level.source] : [])));
  return sources.filter(({ id }) => used.has(id) || !ofLevels.has(id));
}

function rowsOfEntry(entry: Glossary['entries'][number]): Cells[] {
  const own = { entry: entry.id };
  return [
    { ...own, row: 'entry', text: entry.gloss, kind: entry.kind, list: joinList(entry.basis) },
    ...entry.names.map(
      ({ text, lang, role, case: how, source }): Cells => ({
        ...own,
        row: 'name',
        text,
        lang,
        role,
        case: how,
        source: source ?? '',
      }),
    ),
    ...entry.translations.map(
      ({ lang, gloss }): Cells => ({ ...own, row: 'gloss', lang, text: gloss }),
    ),
    ...entry.claims.map(
      ({ text, source, asOf, said_by, when }): Cells => ({
        ...own,
        row: 'claim',
        text,
        source,
        as_of: asOf,
        date: when?.date ?? '',
        what: when?.what ?? '',
        said_by: said_by ?? '',
      }),
    ),
    ...entry.related.map(
      ({ entry: to, how, source, said_by }): Cells => ({
        ...own,
        row: 'relation',
        text: to,
        what: how,
        source,
        said_by: said_by ?? '',
      }),
    ),
    ...(entry.cues.length > 0 ? [{ ...own, row: 'cues', list: joinList(entry.cues) }] : []),
    ...(entry.parties.length > 0
      ? [{ ...own, row: 'parties', list: joinList(entry.parties) }]
      : []),
    ...entry.rivals.map(
      ({ long, cues }): Cells => ({ ...own, row: 'rival', text: long, list: joinList(cues) }),
    ),
  ];
}

/** Write a glossary as CSV; see `glossaryToRows`. */
export function glossaryToCsv(glossary: Glossary): string {
  return writeCsv(glossaryToRows(glossary));
}

/**
 * Read a glossary from CSV.
 *
 * @throws GlossaryError whose faults name the line of the text and the column.
 */
export function csvToGlossary(text: string, origin: string): Glossary {
  const { rows, lines, openQuote } = readCsv(text);
  if (openQuote !== null) {
    throw new GlossaryError(origin, [{ ...faultAt('', 'openQuote'), line: openQuote }]);
  }
  if (rows.length > MOST_ROWS) {
    throw new GlossaryError(origin, [faultAt('', 'tooManyRows', String(MOST_ROWS))]);
  }
  return rowsToGlossary(rows, origin, (row) => lines[row] ?? row + 1);
}

/**
 * Read a glossary from rows.
 *
 * @param rows - The first holds the names of the columns, in any order; unknown ones are a fault.
 * @param lineOf - The line of a row in the file, by its index in `rows`.
 * @returns The glossary, checked by `parseGlossary`.
 * @throws GlossaryError whose faults name line and column: `line 7, as_of`.
 */
export function rowsToGlossary(
  rows: readonly (readonly string[])[],
  origin: string,
  lineOf: (row: number) => number = (row) => row + 1,
): Glossary {
  const [head = [], ...body] = rows;
  const columns = head.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^\ufeff/, ''),
  );
  const fault = checkColumns(columns);
  if (fault) throw new GlossaryError(origin, [{ ...fault, line: lineOf(0) }]);
  const builder = createGlossaryBuilder();
  for (const [i, row] of body.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const cells: Cells = {};
    for (const [k, cell] of row.entries()) {
      const column = columns[k] as Column | undefined;
      if (column && cell.trim() !== '') cells[column] = unguard(onOneLine(cell));
    }
    builder.add(cells, lineOf(i + 1));
  }
  return builder.finish(origin);
}

/** Replace line breaks, which cells of spreadsheets may have but texts of a glossary may not. */
export const onOneLine = (cell: string): string =>
  cell.trim().replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' ');

/** Whether a first row has our column names and not those of a reader's own table. */
export const hasOurHeadings = (head: readonly string[] = []): boolean => {
  const known: readonly string[] = CSV_COLUMNS;
  const ours = head.filter((name) => known.includes(name.trim().toLowerCase()));
  return ours.length > 3 || (ours.length > 1 && head.some((name) => /^\s*row\s*$/i.test(name)));
};

/** Check the names of columns. Empty ones are allowed, since spreadsheets add empty columns. */
function checkColumns(columns: readonly string[]): Fault | null {
  const known: readonly string[] = CSV_COLUMNS;
  const unknown = columns.find((name) => name !== '' && !known.includes(name));
  const wanted = CSV_COLUMNS.join(', ');
  if (unknown !== undefined) return faultAt('', 'unknownColumn', wanted, clip(unknown));
  const again = columns.find((name, i) => name !== '' && columns.indexOf(name) < i);
  if (again !== undefined) return faultAt(again, 'twice', again);
  return columns.includes('row') ? null : faultAt('', 'badColumns', wanted);
}
