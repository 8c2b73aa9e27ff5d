/**
 * Reads definitions for Contextive: YAML with `contexts`, each with `terms` that have a `name`, a
 * `definition` and `aliases`.
 *
 * The nodes of the document are read, not values made of them: so no key becomes a property, and no
 * alias (`*name`) is followed, since a few lines of them can stand for millions of values.
 */

import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { CAPS } from '../glossary/caps.ts';
import { type ForeignEntry, type ForeignGlossary, failure, UNSAID } from './foreign.ts';

/** Longest file, in UTF-16 code units: the parser takes a hundred times the memory. */
const MOST_LENGTH = 2_000_000;
/** Deepest nesting in brackets; terms are four deep. */
const MOST_DEPTH = 100;

/** Read a file of Contextive. @throws GlossaryError with the line of the fault. */
export function readContextive(text: string, file: string): ForeignGlossary {
  if (text.length > MOST_LENGTH) {
    throw failure(file, 'tooBig', {}, String(MOST_LENGTH / 1_000_000));
  }
  if (isTooDeep(text)) throw failure(file, 'tooDeep', {}, String(MOST_DEPTH));
  const lines = new LineCounter();
  // All values as strings; keys are not compared, since that takes the square of their number.
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const;
  const parsed = parseDocument(text, { ...options, lineCounter: lines });
  const lineOf = (offset: number | undefined) =>
    offset === undefined ? {} : { line: lines.linePos(offset).line };
  const [error] = parsed.errors;
  if (error) throw failure(file, 'badYaml', lineOf(error.pos[0]));
  visit(parsed, {
    Alias(_, alias) {
      throw failure(file, 'yamlAlias', lineOf(alias.range?.[0]));
    },
  });
  const contexts = listIn(parsed.contents, 'contexts');
  const entries: ForeignEntry[] = [];
  for (const term of contexts.flatMap((context) => listIn(context, 'terms'))) {
    const name = textIn(term, 'name');
    if (name === '') continue;
    if (entries.length >= CAPS.entries) {
      throw failure(file, 'tooManyEntries', {}, String(CAPS.entries));
    }
    const aliases = listIn(term, 'aliases').flatMap((alias) => textOf(alias) || []);
    entries.push({
      id: null,
      names: [
        { text: name, lang: null, role: null },
        ...aliases.map((alias) => ({ text: alias, lang: null, role: null })),
      ],
      glosses: [{ text: textIn(term, 'definition'), lang: null }],
      source: null,
      line: lineOf(term.range?.[0]).line ?? null,
    });
  }
  const [only, ...others] = contexts.map((context) => textIn(context, 'name'));
  const title = only && others.length === 0 ? only : null;
  return { format: 'contextive', file, about: { ...UNSAID, title }, entries };
}

/**
 * Whether brackets, the marks of lists in one line, or blanks before a line nest too deep for a
 * parser that calls itself. Brackets within texts count too: no definition has a hundred open ones.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (mark === '[' || mark === '{' ? 1 : -1));
    if (depth > MOST_DEPTH) return true;
  }
  // Each level of a block takes a blank at least, or a mark of its own in one line.
  return new RegExp(`^(?: {${3 * MOST_DEPTH}}|[ \\t]*(?:[-?:][ \\t]+){${MOST_DEPTH}})`, 'm').test(
    text,
  );
}

/** The items of a list in a map; none where it is missing or of another kind. */
function listIn(node: unknown, key: string): Node[] {
  const list = isMap(node) ? valueIn(node, key) : null;
  return isSeq(list) ? (list.items as Node[]) : [];
}

const textIn = (node: unknown, key: string): string =>
  isMap(node) ? textOf(valueIn(node, key)) : '';

const textOf = (node: unknown): string =>
  isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';

const valueIn = (map: YAMLMap, key: string): unknown =>
  map.items.find((pair) => textOf(pair.key) === key)?.value;
