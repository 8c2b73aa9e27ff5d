/** The figures of extraction: pairs in articles, in source texts, in sets that others marked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDefinitions } from '../../core/definitions/find-definitions.ts';
import {
  type ExtractionSet,
  readLegalTexts,
  readMed1250,
  scoreExtraction,
} from './evaluate-extraction.ts';
import type { EvaluationPage } from './evaluation-pages.ts';
import { type EXTRACTION_BARS, type Row, rowOfAll, rowOfExtraction } from './evaluation-table.ts';

type SetName = keyof typeof EXTRACTION_BARS;

interface Pair {
  readonly short: string;
  readonly long: string;
  readonly source?: string;
}

/** The fields of `sources/facts.json` that are used here. */
interface Facts {
  readonly sources: Readonly<Record<string, { readonly file: string }>>;
  readonly pairs: readonly Pair[];
  readonly alias_pairs: readonly Pair[];
}

/** Rows for the pairs that articles define themselves. */
export function rowsOfArticlePairs(pages: readonly EvaluationPage[]): Row[] {
  const texts = pages.flatMap(({ text, pairs }) =>
    pairs ? [{ text, gold: new Set(pairs.map(spellPair)) }] : [],
  );
  if (texts.length === 0) return [];
  return [rowWithErrors('pairs in articles', { texts, answer: spellPair })];
}

/**
 * Rows for the reference data that is present.
 *
 * @param folder - Contains `sources/` and `eval/extraction/`.
 */
export function rowsOfReferencePairs(folder: string): Row[] {
  // These sets have too many errors to list them.
  const row = (name: SetName, set: ExtractionSet | null) =>
    set ? [rowOfExtraction(name, scoreExtraction(set))] : [];
  return [
    ...rowsOfSourceTexts(join(folder, 'sources')),
    ...row('MED1250 abstracts', readMed1250(folder)),
    ...row('UN legal texts', readLegalTexts(folder)),
  ];
}

function rowsOfSourceTexts(folder: string): Row[] {
  if (!existsSync(join(folder, 'facts.json'))) return [];
  const facts: Facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
  const texts = Object.entries(facts.sources).map(([source, { file }]) => ({
    text: readFileSync(join(folder, file), 'utf8'),
    gold: new Set(facts.pairs.filter((pair) => pair.source === source).map(spellPair)),
  }));
  const found = texts.flatMap(({ text }) => findDefinitions(text));
  const aliases = new Set(found.filter(({ form }) => form === 'alias').map(spellPair));
  const owed = facts.alias_pairs.map(spellPair);
  return [
    rowWithErrors('source texts', { texts, answer: spellPair }),
    rowOfAll('source texts, aliases', owed.filter((pair) => aliases.has(pair)).length, owed.length),
  ];
}

function rowWithErrors(name: SetName, set: ExtractionSet): Row {
  const score = scoreExtraction(set);
  const errors = score.errors.map(
    ({ text, kind, answer }) => `${name}  text ${text}  ${kind}: ${answer}`,
  );
  return { ...rowOfExtraction(name, score), errors };
}

/** Unify white space and hyphens and drop soft hyphens, so that spellings can be compared. */
function spellPair({ short, long }: Pair): string {
  const spell = (text: string) =>
    text
      .replaceAll('\u00ad', '')
      .replace(/\p{Pd}/gu, '-')
      .replace(/\s+/g, ' ')
      .trim();
  return `${spell(short)}|${spell(long)}`;
}
