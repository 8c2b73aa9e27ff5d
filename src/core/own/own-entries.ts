/**
 * The entries that a reader writes with a form: one glossary in the usual format. Parts of an entry
 * that the form does not show (they may come from an import) are kept.
 */

import { isShortForm } from '../definitions/short-form.ts';
import { firstFreeId, idOf } from '../glossary/free-id.ts';
import {
  type Entry,
  type Glossary,
  type Name,
  SCHEMA_VERSION,
  type Source,
} from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { parseGlossary } from '../glossary/parse-glossary.ts';

/** The licence of own entries. */
const OWN_LICENCE = 'private';

/** The id of the source for the reader's own knowledge, if no other is named. */
export const OWN_SOURCE = 'own-note';

/** The fields of the form, as typed. */
export interface EntryForm {
  readonly term: string;
  readonly long: string;
  /** Separated by commas. */
  readonly aliases: string;
  readonly kind: Entry['kind'];
  readonly gloss: string;
  /** One sentence from a source; the four fields after it describe that source. */
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

/** What an entry gets beside the form: language, words for the reader, and the day. */
export interface Writer {
  /** Language tag of the glosses. */
  readonly language: string;
  /** The title of the glossary. */
  readonly title: string;
  /** The name of the reader as a source: "My own note". */
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
 * Whether a glossary looks like an export of own entries. It may be somebody else's: so the reader
 * is asked before the import, and it replaces none of the reader's own entries.
 */
export const isOwnExport = ({ id, licence }: Pick<Glossary, 'id' | 'licence'>): boolean =>
  id === OWN_GLOSSARY && licence === OWN_LICENCE;

/**
 * Put an entry into the reader's glossary.
 *
 * @param id - The id of the entry to change; null for a new one.
 * @throws GlossaryError if a field is wrong; `checkForm` says which.
 */
export function putEntry(
  glossary: Glossary,
  id: string | null,
  form: EntryForm,
  writer: Writer,
): Glossary {
  return parseGlossary(write(glossary, id, form, writer), writer.title);
}

/** Remove an entry, relations to it, and sources that no other entry uses. */
export function removeEntry(glossary: Glossary, id: string): Glossary {
  const entries = glossary.entries
    .filter((entry) => entry.id !== id)
    .map((entry) => ({ ...entry, related: entry.related.filter(({ entry: to }) => to !== id) }));
  return withoutIdleSources({ ...glossary, entries });
}

/**
 * Put back an entry that was removed. If nothing else has changed since, all is as before; else
 * the entry comes back with its sources alone.
 *
 * @param before - The glossary from which it was removed.
 * @throws GlossaryError if what it is related to has gone meanwhile.
 */
export function putBack(glossary: Glossary, before: Glossary, entry: Entry): Glossary {
  if (JSON.stringify(glossary) === JSON.stringify(removeEntry(before, entry.id))) return before;
  const there = new Set(glossary.sources.map(({ id }) => id));
  const sources = before.sources.filter(({ id }) => !there.has(id));
  const entries = glossary.entries.filter(({ id }) => id !== entry.id);
  const next = {
    ...glossary,
    sources: [...glossary.sources, ...sources],
    entries: entries.toSpliced(before.entries.indexOf(entry), 0, entry),
  };
  return parseGlossary(withoutIdleSources(next), glossary.title);
}

/** Fill the form with an entry. */
export function formOf({ sources }: Glossary, entry: Entry): EntryForm {
  const [main] = entry.names;
  const long = entry.names.find((name) => name.role === 'long' && name !== main);
  const aliases = entry.names.filter((name) => name !== main && name !== long);
  const [claim] = entry.claims;
  const source = sources.find(({ id }) => id === claim?.source);
  const isOwn = source === undefined || source.id === OWN_SOURCE;
  // A title that was left empty is stored as the publisher.
  const isUntitled = isOwn || source.title === source.publisher;
  return {
    term: main?.text ?? '',
    long: long?.text ?? '',
    aliases: aliases.map(({ text }) => text).join(', '),
    kind: entry.kind,
    gloss: entry.gloss,
    statement: claim?.text ?? '',
    publisher: isOwn ? '' : source.publisher,
    title: isUntitled ? '' : source.title,
    published: isOwn ? '' : source.published,
    url: (isOwn ? undefined : source.url) ?? '',
  };
}

/** Write the form into the glossary, without a check: the entry at its old place, or last. */
function write(glossary: Glossary, id: string | null, form: EntryForm, writer: Writer): unknown {
  const before = glossary.entries.find((each) => each.id === id);
  const others = glossary.entries.filter((entry) => entry !== before);
  const entryId = before?.id ?? newId(form.term, others);
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
 * The sources of the explanation. If it was not changed it keeps those it had, except the one of
 * the statement. Else it is the reader's own, whatever source the statement has.
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

/** Whether the statement or a field of its source is filled in. */
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
  const used = new Set([OWN_SOURCE, ...glossary.entries.flatMap(sourcesCitedBy)]);
  return { ...glossary, sources: glossary.sources.filter(({ id }) => used.has(id)) };
}

/** The ids of all sources that an entry cites, some of them more than once. */
export function sourcesCitedBy({ basis, names, claims, related, level }: Entry): string[] {
  const named = [...names, ...(claims ?? []), ...(related ?? []), ...(level ? [level] : [])];
  return [...basis, ...named.flatMap(({ source }) => source ?? [])];
}

function newId(term: string, others: readonly Entry[]): string {
  const taken = new Set(others.map(({ id }) => id));
  return firstFreeId(idOf(term, 'entry'), (id) => taken.has(id));
}
