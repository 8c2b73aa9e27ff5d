import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readLegalTexts,
  readMed1250,
  scoreExtraction,
} from '../../src/cli/evaluate/evaluate-extraction.ts';
import { findDefinitions } from '../../src/core/definitions/find-definitions.ts';
import { findReference, NO_REFERENCE_DATA } from '../reference-data.ts';

const folder = findReference() ?? '';

interface Facts {
  readonly sources: Readonly<Record<string, { readonly file: string }>>;
  readonly pairs: readonly Pair[];
  readonly alias_pairs: readonly Pair[];
  readonly must_not_extract: readonly { readonly short: string }[];
}
interface Pair {
  readonly short: string;
  readonly long: string;
  readonly source: string;
}

describe('findDefinitions, held against texts that people marked', () => {
  it('reaches F1 87 with a precision of 95 on MED1250', ({ skip }) => {
    const set = readMed1250(folder) ?? skip(NO_REFERENCE_DATA);
    const { precision, f1, marked } = scoreExtraction(set);
    expect(marked).toBe(1203);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(f1).toBeGreaterThanOrEqual(0.87);
  });

  it('reaches F1 72 on United Nations texts', ({ skip }) => {
    const set = readLegalTexts(folder) ?? skip(NO_REFERENCE_DATA);
    expect(scoreExtraction(set).f1).toBeGreaterThanOrEqual(0.72);
  });

  it('finds in the source texts their pairs and the alias, and nothing else', ({ skip }) => {
    const file = findReference('sources', 'facts.json') ?? skip(NO_REFERENCE_DATA);
    const { sources, pairs, alias_pairs, must_not_extract }: Facts = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    for (const [id, { file }] of Object.entries(sources)) {
      const found = findDefinitions(readFileSync(join(folder, 'sources', file), 'utf8'));
      const of = (form: string) =>
        found.filter((one) => one.form === form).map(({ short, long }) => `${short}|${long}`);
      const wanted = (list: readonly Pair[]) =>
        list.filter(({ source }) => source === id).map(({ short, long }) => `${short}|${long}`);
      expect(of('definition').toSorted()).toEqual(wanted(pairs).toSorted());
      expect(of('alias')).toEqual(wanted(alias_pairs));
      const shorts = new Set(found.map(({ short }) => short));
      expect(must_not_extract.filter(({ short }) => shorts.has(short))).toEqual([]);
    }
  });
});
