import { describe, expect, it } from 'vitest';
import { createKeySet } from '../../../src/core/matching/key-set.ts';
import { collectKeys } from '../../../src/core/matching/matcher.ts';
import { readWords } from '../../../src/core/text/word-keys.ts';
import { fc } from '../../properties.ts';

/** What a plain set would gather of words in a row. */
function gather(keys: Int32Array): number[] {
  const set = new Set<number>();
  collectKeys({ ...readWords(''), keys, count: keys.length }, 0, keys.length, set);
  return [...set];
}

describe('a set of keys', () => {
  it('holds each word and each pair of neighbours once, whatever their numbers', () => {
    const numbers = fc.oneof(
      fc.constantFrom(0, -1, 1),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    );
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 3_000 }), (list) => {
        const keys = Int32Array.from(list);
        const set = createKeySet();
        set.addWords(keys, [keys.length], 0, 1);
        expect(set.fresh()).toEqual(gather(keys));
        set.addWords(keys, [keys.length], 0, 1);
        expect(set.fresh()).toHaveLength(gather(keys).length);
      }),
      { numRuns: 50 },
    );
  });

  it('reads only the stretches between two, and pairs no words across their ends', () => {
    const set = createKeySet();
    set.addWords(Int32Array.of(1, 2, 3, 4, 5), [1, 3, 3, 4, 5], 1, 4);
    const expected = [...gather(Int32Array.of(2, 3)), ...gather(Int32Array.of(4))];
    expect(set.fresh()).toEqual(expected);
  });

  it('begins anew once it has become large, as on a page that says ever new words', () => {
    const set = createKeySet();
    const keys = Int32Array.from({ length: 60_000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
    const ends = keys.map((_, i) => i + 1);
    set.addWords(keys, ends, 0, 20_000);
    set.addWords(keys, ends, 0, 1);
    expect(set.fresh()).toHaveLength(20_000);
    set.addWords(keys, ends, 20_000, keys.length);
    set.settle(set.fresh().length);
    set.addWords(keys, ends, 0, 1);
    expect(set.fresh()).toEqual([keys[0]]);
  });

  it('does not hand out again what was asked for', () => {
    const set = createKeySet();
    set.addWords(Int32Array.of(1), [1], 0, 1);
    set.addWords(Int32Array.of(2), [1], 0, 1);
    set.settle(1);
    expect(set.fresh()).toEqual([2]);
    set.addWords(Int32Array.of(1, 2), [2], 0, 1);
    expect(set.fresh()).toHaveLength(2);
  });
});
