/**
 * The entries that a reader writes: one glossary of the usual format, filled through a form of a few
 * fields. What the form does not show of an entry (as after an import) stays as it is.
 */

import { isShortForm } from '../definitions/short-form.ts';
import {
  type Entry,
  type Glossary,
  type Name,
  SCHEMA_VERSION,
  type Source,
} from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { parseGlossary } from '../glossary/parse-glossary.ts';

/** Of what the reader writes, and of nothing that is handed on. */
const OWN_LICENCE = 'private';

/** Stands for the reader's own knowledge, where no source is named. */
const OWN_SOURCE = 'own-note';

/** What the form shows of an entry, each field as it is typed. */
export interface EntryForm {
  readonly term: string;
  readonly long: string;
  /** Separated by commas. */
  readonly aliases: string;
  readonly kind: Entry['kind'];
  readonly gloss: string;
  /** One sentence that a source says; the four fields after it tell of that source. */
  readonly statement: string;
  readonly publisher: string;
  readonly title: string;
  readonly published: string;
  readonly url: string;
}

export const EMPTY_FORM: EntryForm = {
  term: '',
  long: '',
  aliases: '',
  kind: 'concept',
  gloss: '',
  statement: '',
  publisher: '',
  title: '',
  published: '',
  url: '',
};

/** What an entry is written with: the reader's words and day. */
export interface Writer {
  /** Language tag of the glosses. */
  readonly language: string;
  /** What the glossary is called. */
  readonly title: string;
  /** Stands for the reader as a source: "My own note". */
  readonly note: string;
  /** ISO day. */
  readonly today: string;
}

/** The glossary before its first entry. */
export function createOwnGlossary({ language, title, note, today }: Writer): Glossary {
  return {
    schema: SCHEMA_VERSION,
    id: OWN_GLOSSARY,
    title,
    version: '1.0.0',
    language,
    licence: OWN_LICENCE,
    sources: [{ id: OWN_SOURCE, kind: 'text', publisher: note, title: note, published: today }],
    entries: [],
  };
}

/**
 * Whether a glossary is what an export of the reader's own entries writes. It cannot be told who
 * wrote it: whoever takes it in is asked, and none of his own entries is replaced.
 */
export const isOwnExport = ({ id, licence }: Pick<Glossary, 'id' | 'licence'>): boolean =>
  id === OWN_GLOSSARY && licence === OWN_LICENCE;

/**
 * Put an entry into the reader's glossary.
 *
 * @param id - Of the entry that is changed; null for a new one.
 * @throws GlossaryError when a field is not as it should be; `checkForm` tells which.
 */
export function putEntry(
  glossary: Glossary,
  id: string | null,
  form: EntryForm,
  writer: Writer,
): Glossary {
  return parseGlossary(write(glossary, id, form, writer), writer.title);
}

/** Take an entry out, with the source that nothing else rests on. */
export function removeEntry(glossary: Glossary, id: string): Glossary {
  const entries = glossary.entries
    .filter((entry) => entry.id !== id)
    .map((entry) => ({ ...entry, related: entry.related.filter(({ entry: to }) => to !== id) }));
  return withoutIdleSources({ ...glossary, entries });
}

/** The form of an entry that is there. */
export function formOf({ sources }: Glossary, entry: Entry): EntryForm {
  const [main] = entry.names;
  const long = entry.names.find((name) => name.role === 'long' && name !== main);
  const aliases = entry.names.filter((name) => name !== main && name !== long);
  const [claim] = entry.claims;
  const source = sources.find(({ id }) => id === claim?.source);
  const isOwn = source === undefined || source.id === OWN_SOURCE;
  return {
    term: main?.text ?? '',
    long: long?.text ?? '',
    aliases: aliases.map(({ text }) => text).join(', '),
    kind: entry.kind,
    gloss: entry.gloss,
    statement: claim?.text ?? '',
    publisher: isOwn ? '' : source.publisher,
    title: isOwn ? '' : source.title,
    published: isOwn ? '' : source.published,
    url: (isOwn ? undefined : source.url) ?? '',
  };
}

/** The entry goes last while it is checked, so that its faults are told from those of others. */
function write(glossary: Glossary, id: string | null, form: EntryForm, writer: Writer): unknown {
  const before = glossary.entries.find((each) => each.id === id);
  const others = glossary.entries.filter((entry) => entry !== before);
  const entryId = before?.id ?? freeId(form.term, others);
  const own = createOwnGlossary(writer).sources;
  const kept = glossary.sources.some((each) => each.id === OWN_SOURCE) ? [] : own;
  const named = hasSource(form) ? sourceOf(form, entryId) : null;
  const sources = [...glossary.sources, ...kept].filter((each) => each.id !== named?.id);
  const entry = {
    ...before,
    id: entryId,
    kind: form.kind,
    names: namesOf(form),
    gloss: form.gloss,
    basis: basisOf(before, form),
    claims: [...claimsOf(form, named, writer), ...(before?.claims.slice(1) ?? [])],
  };
  const at = before ? glossary.entries.indexOf(before) : others.length;
  return withoutIdleSources({
    ...glossary,
    entries: others.toSpliced(at, 0, entry as Entry),
    sources: named ? [...sources, named] : sources,
  });
}

/**
 * What the explanation rests on. What readers write is their own, whatever source the statement
 * beside it has; an explanation that came from elsewhere and is left as it is keeps its sources.
 */
function basisOf(before: Entry | undefined, { gloss }: EntryForm): string[] {
  const kept =
    before?.gloss === gloss ? before.basis.filter((id) => id !== sourceIdOf(before.id)) : [];
  return kept.length > 0 ? kept : [OWN_SOURCE];
}

const sourceIdOf = (entry: string): string => `${entry.slice(0, 70)}-source`;

function namesOf({ term, long, aliases }: EntryForm): Name[] {
  const isShort = long.trim() !== '' || isShortForm(term.trim());
  const others = aliases.split(',').filter((alias) => alias.trim() !== '');
  return [
    nameOf(term, isShort ? 'short' : 'long'),
    ...(long.trim() === '' ? [] : [nameOf(long, 'long')]),
    ...others.map((alias) => nameOf(alias, 'alias')),
  ];
}

function nameOf(text: string, role: Name['role']): Name {
  const lang = /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
  return { text, lang, role, case: isShortForm(text.trim()) ? 'exact' : 'any' };
}

/** Whether anything is typed of a source. */
export const hasSource = ({ statement, publisher, title, published, url }: EntryForm) =>
  [statement, publisher, title, published, url].some((field) => field.trim() !== '');

function sourceOf({ publisher, title, published, url }: EntryForm, entry: string): Source {
  const address = url.trim();
  return {
    id: sourceIdOf(entry),
    kind: 'text',
    publisher,
    title: title.trim() === '' ? publisher : title,
    published,
    ...(address !== '' && { url: address }),
  };
}

function claimsOf(
  { statement }: EntryForm,
  named: Source | null,
  { today }: Writer,
): Entry['claims'] {
  if (statement.trim() === '' || named === null) return [];
  return [{ text: statement, source: named.id, asOf: named.published || today }];
}

function withoutIdleSources(glossary: Glossary): Glossary {
  const used = new Set<string>([OWN_SOURCE]);
  for (const { basis, names, claims, related, level } of glossary.entries) {
    for (const id of basis) used.add(id);
    for (const { source } of [...names, ...(claims ?? []), ...(related ?? [])]) {
      if (source) used.add(source);
    }
    if (level) used.add(level.source);
  }
  return { ...glossary, sources: glossary.sources.filter(({ id }) => used.has(id)) };
}

function freeId(term: string, others: readonly Entry[]): string {
  const words = term.toLowerCase().match(/[a-z0-9]+/g) ?? ['entry'];
  const base = words.join('-').slice(0, 60).replace(/-$/, '');
  const taken = new Set(others.map(({ id }) => id));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}
