/**
 * Reads TBX (ISO 30042): version 3 (`tbx`, 2019) in both styles, data categories as attributes
 * (DCA) and as tags (DCT), and version 2 (`martif`, 2008), in which Microsoft publishes its
 * terminology.
 *
 * Nothing that a document type declares is read, so no entity grows: a DOCTYPE that names a file
 * is passed over, as version 2 has it; one with declarations of its own is refused.
 */

import { Parser } from 'htmlparser2';
import { CAPS } from '../glossary/caps.ts';
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

/** The elements of an entry and of a term, in version 3 and in version 2. */
const ENTRIES = ['conceptEntry', 'termEntry'];
const TERMS = ['termSec', 'tig', 'ntig'];
/** Elements whose attribute `type` names a data category. In DCT style the category is the element. */
const TYPED = ['descrip', 'admin', 'termNote', 'adminNote', 'descripNote', 'transac', 'date'];

/** The elements of TBX for words within a text. */
const INLINE = ['hi', 'foreign', 'sc', 'ec', 'ph'];

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
  const builder = createBuilder(file);
  // Lines are counted from one element to the next, so that each is counted once.
  let [counted, line] = [0, 1];
  const here = () => {
    line += text.slice(counted, parser.startIndex).split('\n').length - 1;
    counted = Math.max(counted, parser.startIndex);
    return line;
  };
  const broken = () => {
    const column = parser.startIndex - text.lastIndexOf('\n', parser.startIndex - 1);
    return failure(file, 'badXml', { line: here(), column });
  };
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes, here()),
      ontext: (more) => builder.say(more),
      onclosetag(_, isImplied) {
        // `<a/>` closes itself; any other element that has no end of its own is a fault.
        const isEmpty = text.slice(parser.endIndex - 1, parser.endIndex + 1) === '/>';
        if (isImplied && !isEmpty) throw broken();
        builder.close();
      },
      onprocessinginstruction(name, declared) {
        if (!/^!doctype$/i.test(name)) return;
        if (declared.includes('[')) throw failure(file, 'declares', { line: here() });
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
  return { format: 'tbx', file, about: builder.about(), entries: builder.entries };
}

/** The term that is being read: its text, and what the file says it is. */
interface Term {
  text: string;
  role: ForeignName['role'];
}

function createBuilder(file: string) {
  const stack: Element[] = [];
  const entries: ForeignEntry[] = [];
  let about: About = UNSAID;
  let entry: Open | null = null;
  let term: Term | null = null;

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
    const lang = stack.findLast((each) => each.lang !== null)?.lang ?? null;
    if (TERMS.includes(element.name)) {
      if (entry && term && term.text !== '') entry.names.push({ ...term, lang });
      term = null;
    } else if (ENTRIES.includes(element.name)) endEntry();
    else if (entry) takePart(entry, term, element, lang);
    else about = takeAbout(about, element, stack.at(-2)?.name);
    stack.pop();
    // Marked words, such as `hi`, belong to the text around them.
    const outer = stack.at(-1);
    if (outer && INLINE.includes(element.name)) outer.text += element.text;
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

/** Take what an element says of the entry, or of the term, in which it stands. */
function takePart(
  into: Open,
  term: Term | null,
  { name, category, text: said }: Element,
  lang: string | null,
): void {
  const text = said.trim();
  if (text === '') return;
  if (category === 'definition') into.glosses.push({ text, lang });
  else if (term === null) {
    if (category === 'source') into.source ??= text;
  } else if (name === 'term') term.text = text;
  else if (category === 'termType') term.role = ROLES.get(text) ?? term.role;
  else if (category === 'administrativeStatus' && OUTDATED.test(text)) term.role = 'alias';
}

/** What the file says of itself, with what an element of its head adds. */
function takeAbout(about: About, { name, category, text: said }: Element, outer?: string): About {
  const text = said.trim();
  if (text === '') return about;
  if (name === 'title' && outer === 'titleStmt') return { ...about, title: text };
  if (name === 'p' && outer === 'sourceDesc') return { ...about, publisher: text };
  if (category === 'date') return { ...about, published: dayIn(text) ?? about.published };
  return about;
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);
