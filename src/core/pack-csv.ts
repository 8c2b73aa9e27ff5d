/**
 * Glossaries as tables: rows of cells, which the edges turn into CSV and back.
 *
 * The columns are fixed. One row is one name, one claim, one source or one entry; the first cell
 * says which. Lists inside a cell are parted by "|", which a backslash makes a plain one.
 */
import { createGlossaryBuilder } from './csv-builder.ts';
import { type Cells, type Column, CSV_COLUMNS, guard, joinList, unguard } from './csv-cells.ts';
import { type Glossary, GlossaryError } from './glossary.ts';

/**
 * Write a glossary as rows, the first with the column names.
 *
 * Quotes and levels have no column: JSON alone holds everything. Cells that begin like
 * a formula get an apostrophe before them.
 */
export function glossaryToRows(glossary: Glossary): string[][] {
  const { id, title, version, language, licence } = glossary;
  const rows: Cells[] = [
    { row: 'glossary', entry: id, text: title, kind: version, lang: language, list: licence },
    ...glossary.sources.map(
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

/**
 * Read a glossary from rows.
 *
 * @param rows - The first names the columns, in any order; unknown ones are a fault.
 * @returns The glossary; checked like any other that comes from outside.
 * @throws GlossaryError whose paths name the row, counted from 1 with the head, and the column:
 *   `row 7, as_of`.
 */
export function rowsToGlossary(rows: readonly (readonly string[])[], origin: string): Glossary {
  const [head = [], ...body] = rows;
  const columns = head.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^\ufeff/, ''),
  );
  const unknown = columns.filter((name) => !(CSV_COLUMNS as readonly string[]).includes(name));
  if (!columns.includes('row') || unknown.length > 0) {
    const remedy = `must name the columns ${CSV_COLUMNS.join(', ')}${unknown.length > 0 ? `; "${unknown[0]!.slice(0, 40)}" is none of them` : ''}`;
    throw new GlossaryError(origin, [{ path: 'row 1', remedy }]);
  }
  const builder = createGlossaryBuilder();
  for (const [i, row] of body.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const cells: Cells = {};
    for (const [k, cell] of row.entries()) {
      const column = columns[k] as Column | undefined;
      if (column !== undefined && cell.trim() !== '') cells[column] = unguard(cell.trim());
    }
    builder.add(cells, i + 2);
  }
  return builder.finish(origin);
}
