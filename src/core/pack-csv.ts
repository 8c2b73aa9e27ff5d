/**
 * Glossaries as tables: rows of cells, which the edges turn into CSV and back.
 *
 * The columns are fixed. One row is one name, one claim, one source or one entry; the first cell
 * says which. Lists inside a cell are parted by "|", which a backslash makes a plain one.
 */
import {
  type Fault,
  type Glossary,
  GlossaryError,
  parseGlossary,
  SCHEMA_VERSION,
} from './glossary.ts';

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

type Column = (typeof CSV_COLUMNS)[number];
type Cells = Partial<Record<Column, string>>;

/** Cells that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** What keeps it from that: an apostrophe, as spreadsheets themselves write it. */
const GUARD = "'";
const join = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('|', '\\|')).join(' | ');

/**
 * Write a glossary as rows, the first with the column names.
 *
 * Quotes, levels and rivals' cues have no column: JSON alone holds everything. Cells that begin like
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
    { ...own, row: 'entry', text: entry.gloss, kind: entry.kind, list: join(entry.basis) },
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
    ...(entry.cues.length > 0 ? [{ ...own, row: 'cues', list: join(entry.cues) }] : []),
    ...(entry.parties.length > 0 ? [{ ...own, row: 'parties', list: join(entry.parties) }] : []),
    ...entry.rivals.map(
      ({ long, cues }): Cells => ({ ...own, row: 'rival', text: long, list: join(cues) }),
    ),
  ];
}

const guard = (cell: string): string =>
  FORMULA.test(cell) || /^'+[=+\-@]/.test(cell) ? GUARD + cell : cell;
const unguard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

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
  const builder = createBuilder();
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

interface Draftlet {
  readonly [field: string]: unknown;
}

/** The rows of one entry. */
interface Rows {
  readonly at: number;
  readonly fields: Record<string, unknown[]>;
  own: Cells;
}

/** Where a part of the glossary came from, by the path that the check would name. */
type Origins = Map<string, number>;

function createBuilder() {
  const sources: Draftlet[] = [];
  const entries = new Map<string, Rows>();
  const origins: Origins = new Map();
  const faults: Fault[] = [];
  let head: Cells = {};

  const entryOf = (id: string, number: number) => {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const fresh: Rows = { at: entries.size, fields: {}, own: {} };
    entries.set(id, fresh);
    origins.set(`entries[${fresh.at}]`, number);
    return fresh;
  };
  const push = (id: string, field: string, item: unknown, number: number) => {
    const { fields, at } = entryOf(id, number);
    const list = fields[field] ?? [];
    fields[field] = list;
    origins.set(`entries[${at}].${field}[${list.length}]`, number);
    list.push(item);
  };

  function add(cells: Cells, number: number): void {
    const { row = '', entry: id } = cells;
    if (row === 'glossary') head = cells;
    else if (id === undefined)
      faults.push({ path: `row ${number}, entry`, remedy: 'is missing: add it' });
    else if (row === 'source') {
      origins.set(`sources[${sources.length}]`, number);
      sources.push(readSource(cells));
    } else if (row === 'entry') {
      const known = entryOf(id, number);
      known.own = cells;
      origins.set(`entries[${known.at}]`, number);
    } else if (Object.hasOwn(READERS, row)) {
      const { field, read } = READERS[row as keyof typeof READERS];
      for (const item of read(cells)) push(id, field, item, number);
    } else {
      const remedy = `must be glossary, source, entry, ${Object.keys(READERS).join(', ')}`;
      faults.push({ path: `row ${number}, row`, remedy });
    }
  }

  function finish(origin: string): Glossary {
    if (faults.length > 0) throw new GlossaryError(origin, faults);
    const glossary = {
      schema: SCHEMA_VERSION,
      ...present({
        id: head.entry,
        title: head.text,
        version: head.kind,
        language: head.lang,
        licence: head.list,
      }),
      sources,
      entries: [...entries].map(([id, { own, fields }]) => ({
        id,
        ...present({ kind: own.kind, gloss: own.text }),
        basis: split(own.list),
        ...fields,
      })),
    };
    try {
      return parseGlossary(glossary, origin);
    } catch (error) {
      if (!(error instanceof GlossaryError)) throw error;
      throw new GlossaryError(
        origin,
        error.faults.map((fault) => inRow(fault, origins)),
      );
    }
  }

  return { add, finish };
}

const READERS = {
  name: {
    field: 'names',
    read: ({ text, lang, role, case: how, source }: Cells) => [
      present({ text, lang, role, case: how, source }),
    ],
  },
  gloss: {
    field: 'translations',
    read: ({ lang, text }: Cells) => [present({ lang, gloss: text })],
  },
  claim: {
    field: 'claims',
    read: ({ text, source, as_of, date, what, said_by }: Cells) => [
      present({
        text,
        source,
        asOf: as_of,
        said_by,
        when: date === undefined && what === undefined ? undefined : present({ date, what }),
      }),
    ],
  },
  relation: {
    field: 'related',
    read: ({ text, what, source, said_by }: Cells) => [
      present({ entry: text, how: what, source, said_by }),
    ],
  },
  cues: { field: 'cues', read: ({ list }: Cells) => split(list) },
  parties: { field: 'parties', read: ({ list }: Cells) => split(list) },
  rival: {
    field: 'rivals',
    read: ({ text, list }: Cells) => [{ ...present({ long: text }), cues: split(list) }],
  },
} as const;

function readSource({ entry, text, kind, source, as_of, said_by, list, url }: Cells): Draftlet {
  return present({
    id: entry,
    kind,
    publisher: source,
    title: text,
    author: said_by,
    published: as_of,
    publishedBasis: list,
    url,
  });
}

const split = (list: string | undefined): string[] =>
  (list ?? '')
    .split(/(?<!\\)\|/)
    .map((part) => part.replaceAll('\\|', '|').trim())
    .filter((part) => part !== '');

function present(fields: Readonly<Record<string, unknown>>): Draftlet {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Name the row instead of the place in the tree. */
function inRow({ path, remedy }: Fault, origins: Origins): Fault {
  for (let at = path; at !== ''; at = at.replace(/(?:\.[^.[\]]+|\[[^\]]*\])$/, '')) {
    const row = origins.get(at);
    if (row !== undefined) {
      const field = path.slice(at.length).replace(/^\./, '');
      return { path: field === '' ? `row ${row}` : `row ${row}, ${field}`, remedy };
    }
    if (!/[.[]/.test(at)) break;
  }
  return { path: path === '' ? '' : `row glossary, ${path}`, remedy };
}
