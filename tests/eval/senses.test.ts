/** The bars of `npm run evaluate` that need no browser, on every set of passages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLED_FILES } from '../../src/cli/build/bundled-files.ts';
import { evaluatePure } from '../../src/cli/evaluate/evaluate-pure.ts';
import { readEvaluationPages } from '../../src/cli/evaluate/evaluation-pages.ts';
import {
  formatErrors,
  rowsOfPassages,
  rowsOfSecurity,
} from '../../src/cli/evaluate/evaluation-table.ts';
import { createNameTable } from '../../src/cli/evaluate/surface-names.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { findReference, NO_REFERENCE_DATA } from '../reference-data.ts';

const glossaries = BUNDLED_FILES.map((file) =>
  parseGlossary(JSON.parse(readFileSync(file, 'utf8')), file),
);
const security = readEvaluationPages(join(import.meta.dirname, 'data/security'), 'security');
const own = readEvaluationPages(join(import.meta.dirname, 'data'), 'own');

describe('the project’s own data', () => {
  it('has passages and articles in both sets, in several languages', () => {
    const passages = own.filter(({ kind }) => kind === 'passage');
    expect(passages.length).toBeGreaterThanOrEqual(120);
    expect(own.length - passages.length).toBeGreaterThanOrEqual(6);
    expect(new Set(own.map(({ set }) => set))).toEqual(new Set(['dev', 'held']));
    expect(new Set(own.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
  });

  it('asks for no name that the glossary does not have', () => {
    const entryOf = createNameTable(glossaries);
    const gold = own.flatMap((page) => page.gold);
    expect(gold.filter(({ surface, ref }) => entryOf(surface) !== ref)).toEqual([]);
  });

  it('marks each span once, with its own text', () => {
    for (const { id, text, gold, distractors } of [...own, ...security]) {
      const spans = [...gold, ...distractors].toSorted((a, b) => a.start - b.start);
      for (const [i, { start, end, surface }] of spans.entries()) {
        expect(text.slice(start, end), id).toBe(surface);
        expect(end, id).toBeLessThanOrEqual(spans[i + 1]?.start ?? text.length);
      }
    }
  });
});

describe('passages reach the bars', () => {
  it.each(['dev', 'held'])('own, %s', (set) => {
    expectBarsMet(own.filter((page) => page.set === set));
  });

  it.each(['security dev', 'security held'])('%s', (set) => {
    const pages = security.filter((page) => page.set === set);
    expect(pages.length).toBeGreaterThanOrEqual(150);
    const judgements = evaluatePure(pages, glossaries);
    const missed = rowsOfSecurity(set, judgements).filter(({ met }) => !met);
    const errors = set === 'security held' ? [] : formatErrors(set, judgements);
    expect(missed, errors.join('\n')).toEqual([]);
  });

  it('reference', ({ skip }) => {
    const folder = findReference('eval') ?? skip(NO_REFERENCE_DATA);
    expectBarsMet(readEvaluationPages(folder, 'reference'));
  });
});

/** Fails with the missed rows, and with the errors of sets that may be looked at. */
function expectBarsMet(pages: typeof own): void {
  const passages = pages.filter(({ kind }) => kind === 'passage');
  expect(passages).not.toEqual([]);
  const judgements = evaluatePure(passages, glossaries);
  const set = passages[0]?.set ?? '';
  const missed = rowsOfPassages(set, judgements).filter(({ met }) => !met);
  const errors = set === 'held' ? [] : formatErrors(set, judgements);
  expect(missed, errors.join('\n')).toEqual([]);
}
