/**
 * Reads TBX (ISO 30042): version 3 (`tbx`, 2019) in both styles, data categories as attributes
 * (DCA) and as tags (DCT), and version 2 (`martif`, 2008), in which Microsoft publishes its
 * terminology.
 *
 * Nothing that a document type declares is read, so no entity grows: a DOCTYPE that names a file
 * is passed over, as version 2 has it; one with declarations of its own is refused.
 */

import { SaxesParser } from 'saxes';
import { CAPS } from '../glossary/glossary.ts';
import {
  type About,
  dayIn,
  type ForeignEntry,
  type ForeignGlossary,
  type ForeignName,
  failure,
  UNSAID,
  type Worded,
} from './foreign.ts';

/** Deepest nesting of elements: those of TBX are a dozen deep. */
const MOST_DEPTH = 100;

/** The elements of an entry, a language and a term, in version 3 and in version 2. */
const ENTRIES = ['conceptEntry', 'termEntry'];
const LANGUAGES = ['langSec', 'langSet'];
const TERMS = ['termSec', 'tig', 'ntig'];
/** Elements whose attribute `type` names a data category. In DCT style the category is the element. */
const TYPED = ['descrip', 'admin', 'termNote', 'adminNote', 'descripNote', 'transac', 'date'];

/** What terms are, by the names of TBX, as roles of ours. */
const ROLES: ReadonlyMap<string, ForeignName['role']> = new Map([
  ['abbreviation', 'short'],
  ['acronym', 'short'],
  ['initialism', 'short'],
  ['shortForm', 'short'],
  ['fullForm', 'long'],
  ['variant', 'alias'],
  ['synonym', 'alias'],
]);
/** Terms that should not be used: texts have them all the same. */
const OUTDATED = /^(?:deprecated|superseded|obsolete|forbidden)/;

interface Element {
  readonly name: string;
  readonly category: string;
  readonly lang: string | null;
  text: string;
}

/** An entry that is being read. */
interface Open {
  readonly id: string | null;
  readonly line: number;
  readonly names: ForeignName[];
  readonly glosses: Worded[];
  source: string | null;
}

/** Read a TBX file. @throws GlossaryError with the line of the fault. */
export function readTbx(text: string, file: string): ForeignGlossary {
  const parser = new SaxesParser();
  const builder = createBuilder(file);
  const here = () => ({ line: parser.line, column: parser.columnIndex + 1 });
  parser.on('error', () => {
    throw failure(file, 'badXml', here());
  });
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) throw failure(file, 'declares', here());
  });
  parser.on('opentag', ({ name, attributes }) => builder.open(name, attributes, parser.line));
  const addText = (more: string) => builder.say(more);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => builder.close());
  parser.write(text.replace(/^\ufeff/, '')).close();
  return { format: 'tbx', file, about: builder.about(), entries: builder.entries };
}

function createBuilder(file: string) {
  const stack: Element[] = [];
  const entries: ForeignEntry[] = [];
  let about: About = UNSAID;
  let entry: Open | null = null;
  /** The term that is being read: its text, and what the file says it is. */
  let term: { text: string; role: ForeignName['role'] } | null = null;

  const languageOf = (): string | null => stack.findLast(({ lang }) => lang !== null)?.lang ?? null;

  function open(tag: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (stack.length >= MOST_DEPTH) throw failure(file, 'tooDeep', { line }, String(MOST_DEPTH));
    const name = localName(tag);
    const type = TYPED.includes(name) ? attributes.type : undefined;
    const lang = attributes['xml:lang'] ?? null;
    stack.push({ name, category: type ?? name, lang, text: '' });
    if (stack.length === 1) about = { ...about, language: lang };
    if (ENTRIES.includes(name)) {
      entry = { id: attributes.id ?? null, line, names: [], glosses: [], source: null };
    } else if (TERMS.includes(name)) term = { text: '', role: null };
  }

  function close(): void {
    const element = stack.at(-1);
    if (element === undefined) return;
    const { name, category } = element;
    const text = element.text.trim();
    const lang = languageOf();
    if (ENTRIES.includes(name)) endEntry();
    else if (TERMS.includes(name)) endTerm(lang);
    else if (entry === null) takeAbout(name, category, text);
    else takePart(entry, name, category, text, lang);
    stack.pop();
    // Marked words, such as `hi`, belong to the text around them.
    const outer = stack.at(-1);
    if (outer && !LANGUAGES.includes(name) && isInline(name)) outer.text += element.text;
  }

  function takePart(
    into: Open,
    name: string,
    category: string,
    text: string,
    lang: string | null,
  ): void {
    if (text === '') return;
    if (name === 'term' && term !== null) term.text = text;
    else if (category === 'definition') into.glosses.push({ text, lang });
    else if (category === 'source' && term === null) into.source ??= text;
    else if (category === 'termType' && term !== null) term.role = ROLES.get(text) ?? term.role;
    else if (category === 'administrativeStatus' && term !== null && OUTDATED.test(text)) {
      term.role = 'alias';
    }
  }

  function takeAbout(name: string, category: string, text: string): void {
    if (text === '') return;
    const outer = stack.at(-2)?.name;
    if (name === 'title' && outer === 'titleStmt') about = { ...about, title: text };
    else if (name === 'p' && outer === 'sourceDesc') about = { ...about, publisher: text };
    else if (category === 'date') about = { ...about, published: dayIn(text) ?? about.published };
  }

  function endTerm(lang: string | null): void {
    if (entry !== null && term !== null && term.text !== '') entry.names.push({ ...term, lang });
    term = null;
  }

  function endEntry(): void {
    if (entry === null) return;
    if (entries.length >= CAPS.entries) {
      throw failure(file, 'tooManyEntries', { line: entry.line }, String(CAPS.entries));
    }
    entries.push(entry);
    entry = null;
  }

  return {
    entries,
    about: () => about,
    open,
    close,
    say(more: string): void {
      const element = stack.at(-1);
      if (element) element.text += more;
    },
  };
}

/** The elements of TBX for words within a text. */
const isInline = (name: string): boolean => ['hi', 'foreign', 'sc', 'ec', 'ph'].includes(name);

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);
