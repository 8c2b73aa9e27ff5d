/** Builds a glossary from the rows of a table. */

import { type Fault, type FaultCode, faultAt, MOST_FAULTS } from '../faults/fault.ts';
import { type Glossary, SCHEMA_VERSION } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import { type Cells, type Column, splitList } from './csv-cells.ts';

interface Draftlet {
  readonly [field: string]: unknown;
}

/** The rows of one entry. */
interface Rows {
  readonly at: number;
  readonly fields: Record<string, unknown[]>;
  own: Cells;
}

/** The line from which a part of the glossary came, by its path in the glossary. */
type Origins = Map<string, number>;

/** Create a builder to which rows are added one by one. Its faults name a line and a column. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the rows that have been added so far
export function createGlossaryBuilder() {
  const sources: Draftlet[] = [];
  const entries = new Map<string, Rows>();
  const origins: Origins = new Map();
  const faults: Fault[] = [];
  let head: Cells = {};

  let headLine: number | null = null;

  const fail = (line: number, column: Column, code: FaultCode, ...values: readonly string[]) => {
    if (faults.length <= MOST_FAULTS) faults.push({ ...faultAt(column, code, ...values), line });
  };
  const entryOf = (id: string, line: number) => {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const fresh: Rows = { at: entries.size, fields: {}, own: {} };
    entries.set(id, fresh);
    origins.set(`entries[${fresh.at}]`, line);
    return fresh;
  };
  const push = (id: string, field: string, item: unknown, line: number) => {
    const { fields, at } = entryOf(id, line);
    const list = fields[field] ?? [];
    fields[field] = list;
    origins.set(`entries[${at}].${field}[${list.length}]`, line);
    list.push(item);
  };

  function add(cells: Cells, line: number): void {
    const { row = '', entry: id } = cells;
    if (row === 'glossary') {
      if (headLine !== null) fail(line, 'row', 'twice', row);
      head = cells;
      headLine = line;
    } else if (!KINDS_OF_ROW.includes(row)) fail(line, 'row', 'badRow', KINDS_OF_ROW.join(', '));
    else if (id === undefined) fail(line, 'entry', 'missing');
    else if (row === 'source') {
      origins.set(`sources[${sources.length}]`, line);
      sources.push(readSource(cells));
    } else if (row === 'entry') {
      const known = entryOf(id, line);
      if (Object.keys(known.own).length > 0) fail(line, 'entry', 'twice', id);
      known.own = cells;
      origins.set(`entries[${known.at}]`, line);
    } else {
      const { field, read } = READERS[row as keyof typeof READERS];
      for (const item of read(cells)) push(id, field, item, line);
    }
  }

  function finish(origin: string): Glossary {
    if (headLine === null) faults.unshift(faultAt('row', 'noHeadRow'));
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
        basis: splitList(own.list),
        ...fields,
      })),
    };
    try {
      return parseGlossary(glossary, origin);
    } catch (error) {
      if (!(error instanceof GlossaryError)) throw error;
      throw new GlossaryError(
        origin,
        error.faults.map((fault) => inTable(fault, origins, headLine)),
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
  cues: { field: 'cues', read: ({ list }: Cells) => splitList(list) },
  parties: { field: 'parties', read: ({ list }: Cells) => splitList(list) },
  rival: {
    field: 'rivals',
    read: ({ text, list }: Cells) => [{ ...present({ long: text }), cues: splitList(list) }],
  },
} as const;

const KINDS_OF_ROW: readonly string[] = ['glossary', 'source', 'entry', ...Object.keys(READERS)];

/** From the name of a field in a glossary to its column, where the two differ. */
const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ['id', 'entry'],
  ['title', 'text'],
  ['version', 'kind'],
  ['language', 'lang'],
  ['licence', 'list'],
  ['publisher', 'source'],
  ['published', 'as_of'],
  ['publishedBasis', 'list'],
  ['author', 'said_by'],
  ['gloss', 'text'],
  ['basis', 'list'],
  ['asOf', 'as_of'],
  ['when.date', 'date'],
  ['when.what', 'what'],
  ['how', 'what'],
  // The other entry of a relation.
  ['entry', 'text'],
  ['long', 'text'],
  // A list itself, not one of its items.
  ['', 'list'],
  ['cues', 'list'],
]);

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

function present(fields: Readonly<Record<string, unknown>>): Draftlet {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Replace the path of a fault by line and column of the table. */
function inTable(fault: Fault, origins: Origins, headLine: number | null): Fault {
  const { path } = fault;
  for (let at = path; at !== ''; at = at.replace(/(?:\.[^.[\]]+|\[[^\]]*\])$/, '')) {
    const line = origins.get(at);
    if (line !== undefined) return { ...fault, path: columnOf(path.slice(at.length)), line };
    if (!/[.[]/.test(at)) break;
  }
  const ofHead = headLine !== null && /^(?:id|title|version|language|licence)$/.test(path);
  return ofHead ? { ...fault, path: columnOf(path), line: headLine } : fault;
}

function columnOf(rest: string): string {
  const field = rest.replace(/^\./, '').replace(/\[\d+\]$/, '');
  return COLUMNS.get(field) ?? field;
}
