import { describe, expect, it } from 'vitest';
import { makeGlossaries } from '../../../src/cli/bench/terms.ts';
import { findNumbers, packIndex, withNames } from '../../../src/core/library/compact-index.ts';
import {
  indexGlossaries,
  listCandidates,
  lookUp,
} from '../../../src/core/library/library-index.ts';
import { keyOf } from '../../../src/core/matching/matcher.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

/** Answers a look-up from the compact index, as the background does with stored entries. */
function answer(index: ReturnType<typeof indexGlossaries>, keys: readonly number[]) {
  const candidates = listCandidates(index);
  return [...findNumbers(packIndex(candidates), keys)].map(([number, places]) =>
    withNames(candidates[number]!, places),
  );
}

const sample = indexGlossaries([
  makeGlossary({
    group: { short: ['QTG'], long: ['Quiet Talks Group', 'Quiet Group'] },
    twin: { long: ['Quiet Talks Guild'] },
    bridge: { long: ['Span Bridge Authority'] },
  }),
]);
const keysOf = (...names: string[]) => names.map((name) => keyOf(name)!);

describe('the compact index', () => {
  it.each([
    ['one name of several', keysOf('QTG')],
    ['names of two entries by one pair of words', keysOf('Quiet Talks')],
    ['several names of one entry', keysOf('QTG', 'Quiet Group')],
    ['nothing', keysOf('Loud Talks')],
    ['no question', []],
  ])('answers %s as the whole index does', (_, keys) => {
    const byRef = (list: ReturnType<typeof lookUp>) =>
      list.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
    expect(byRef(answer(sample, keys))).toEqual(byRef(lookUp(sample, keys)));
  });

  it('finds every name of a library of 100,000, and takes a megabyte', () => {
    const index = indexGlossaries(makeGlossaries(100_000));
    const candidates = listCandidates(index);
    const compact = packIndex(candidates);
    const numbers = findNumbers(compact, compact.keys);
    expect(numbers.size).toBe(50_000);
    expect(
      candidates.every(({ names }, number) => numbers.get(number)!.length >= names.length),
    ).toBe(true);
    expect(compact.keys.byteLength + compact.names.byteLength).toBeLessThan(1_000_000);
  });
});
