/**
 * Reads dictionaries for Yomitan and Yomichan: a ZIP file with `index.json` and term banks
 * (`term_bank_1.json` and so on), in versions 1 and 3. Other members, such as kanji banks and
 * pictures, are not unpacked.
 */

import { CAPS } from '../glossary/caps.ts';
import {
  type ForeignEntry,
  type ForeignGlossary,
  type ForeignName,
  failure,
  realDay,
} from './foreign.ts';
import { openZip } from './read-zip.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Fields = Readonly<Record<string, unknown>>;

/** The members by which workbooks of Excel and of LibreOffice are known. */
const WORKBOOKS = ['[Content_Types].xml', 'mimetype'];
const BANK = /^term_bank_(\d+)\.json$/;
/** Most characters of one explanation that are read: what is longer is cut later anyway. */
const MOST_TEXT = 5_000;
/** Elements of structured content that start a line of their own. */
const BLOCKS = [
  'div',
  'li',
  'ol',
  'ul',
  'p',
  'br',
  'table',
  'tr',
  'td',
  'th',
  'details',
  'summary',
];
/** What is said of a word's sound stands above it and is no part of the text. */
const NOT_TEXT = ['rt', 'rp', 'img'];

/**
 * Read a dictionary.
 *
 * @param decode - Decodes UTF-8; throws if bytes are none.
 * @throws GlossaryError if it is no dictionary, is damaged or exceeds a limit.
 */
export function readYomitan(
  bytes: Bytes,
  file: string,
  decode: (bytes: Bytes) => string,
): ForeignGlossary {
  const zip = openZip(bytes, file, decode);
  if (WORKBOOKS.some((name) => zip.names.includes(name))) throw failure(file, 'workbook');
  const banks = zip.names
    .filter((name) => BANK.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b));
  if (!zip.names.includes('index.json') || banks.length === 0) throw failure(file, 'notYomitan');
  const readJson = (name: string): unknown => {
    const content = zip.read(name);
    try {
      return JSON.parse(decode(content));
    } catch {
      throw failure(file, 'notJson', { path: name });
    }
  };
  const index = asFields(readJson('index.json'));
  const version = index.format ?? index.version;
  if (version !== 1 && version !== 3) throw failure(file, 'notYomitan', { path: 'index.json' });
  const terms = new Map<string, Open>();
  for (const bank of banks) {
    const rows = readJson(bank);
    if (!Array.isArray(rows)) throw failure(file, 'notList', { path: bank });
    for (const row of rows as readonly unknown[]) takeRow(row, version, terms, file, bank);
  }
  return { format: 'yomitan', file, about: aboutOf(index), entries: closeAll(terms, index) };
}

const numberOf = (bank: string): number => Number(BANK.exec(bank)?.[1]);

/** A term that is being read, with the explanations of all its rows. */
interface Open {
  readonly term: string;
  readonly reading: string;
  readonly glosses: string[];
}

function takeRow(
  row: unknown,
  version: 1 | 3,
  terms: Map<string, Open>,
  file: string,
  bank: string,
): void {
  if (!Array.isArray(row)) throw failure(file, 'notList', { path: bank });
  const [term, reading] = row as readonly unknown[];
  const given: unknown = version === 1 ? row.slice(5) : row[5];
  if (typeof term !== 'string' || !Array.isArray(given)) return;
  const kana = typeof reading === 'string' ? reading : '';
  const key = JSON.stringify([term, kana]);
  const known = terms.get(key);
  const open: Open = known ?? { term, reading: kana, glosses: [] };
  if (known === undefined) {
    if (terms.size >= CAPS.entries) {
      throw failure(file, 'tooManyEntries', { path: bank }, String(CAPS.entries));
    }
    terms.set(key, open);
  }
  for (const each of given as readonly unknown[]) {
    const text = textOf(each).trim();
    if (text !== '') open.glosses.push(text);
  }
}

/**
 * The text of one explanation: a string, or an object with a text or with structured content. No
 * recursion, since content may be nested at any depth; what is of no known form has no text.
 */
function textOf(explanation: unknown): string {
  if (typeof explanation === 'string') return explanation.slice(0, MOST_TEXT);
  // A pair is a rule by which a form is led back to its word, and no explanation.
  if (Array.isArray(explanation)) return '';
  const { type, text, content } = asFields(explanation);
  if (type === 'text') return typeof text === 'string' ? text.slice(0, MOST_TEXT) : '';
  const waiting: unknown[] = type === 'structured-content' ? [content] : [];
  let said = '';
  while (waiting.length > 0 && said.length < MOST_TEXT) {
    const next = waiting.pop();
    if (typeof next === 'string') said += next;
    else if (Array.isArray(next)) for (let i = next.length; i > 0; i--) waiting.push(next[i - 1]);
    else {
      const { tag, content: inner } = asFields(next);
      if (typeof tag !== 'string' || NOT_TEXT.includes(tag)) continue;
      if (BLOCKS.includes(tag)) said += '\n';
      if (inner !== undefined) waiting.push(inner);
    }
  }
  return said.slice(0, MOST_TEXT);
}

function closeAll(terms: ReadonlyMap<string, Open>, index: Fields): ForeignEntry[] {
  const [from, to] = [textIn(index, 'sourceLanguage'), textIn(index, 'targetLanguage')];
  return [...terms.values()].map(({ term, reading, glosses }) => {
    const names: ForeignName[] = [{ text: term, lang: from, role: null }];
    if (reading !== '' && reading !== term)
      names.push({ text: reading, lang: from, role: 'alias' });
    const text = [...new Set(glosses)].join('; ');
    return { id: null, names, glosses: [{ text, lang: to }], source: null, line: null };
  });
}

const aboutOf = (index: Fields) => ({
  title: textIn(index, 'title'),
  language: textIn(index, 'targetLanguage'),
  publisher: textIn(index, 'author') ?? textIn(index, 'attribution'),
  published: dayOfRevision(textIn(index, 'revision')),
  url: textIn(index, 'url'),
});

/** Revisions are often days: `2026-01-02`, `2026.01.02`, `jmdict_20260102`. */
function dayOfRevision(revision: string | null): string | null {
  const [, year, month, day] =
    /((?:19|20)\d\d)[-.]?(\d\d)[-.]?(\d\d)(?!\d)/.exec(revision ?? '') ?? [];
  return realDay(Number(year), Number(month), Number(day));
}

const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function textIn(fields: Fields, key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
