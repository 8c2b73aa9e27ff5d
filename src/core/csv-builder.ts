/** A glossary put together from the rows of a table. */
import { type Cells, splitList } from './csv-cells.ts';
import {
  type Fault,
  type Glossary,
  GlossaryError,
  parseGlossary,
  SCHEMA_VERSION,
} from './glossary.ts';

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

/** Create a glossary that grows row by row; faults name the row they came from. */
export function createGlossaryBuilder() {
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
  cues: { field: 'cues', read: ({ list }: Cells) => splitList(list) },
  parties: { field: 'parties', read: ({ list }: Cells) => splitList(list) },
  rival: {
    field: 'rivals',
    read: ({ text, list }: Cells) => [{ ...present({ long: text }), cues: splitList(list) }],
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
