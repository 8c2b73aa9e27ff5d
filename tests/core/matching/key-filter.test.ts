import { describe, expect, it } from 'vitest';
import { makeKeyFilter, mayPass } from '../../../src/core/matching/key-filter.ts';
import { hashText } from '../../../src/core/text/word-keys.ts';
import { fc } from '../../properties.ts';

describe('a filter of keys', () => {
  it('lets every key pass that it was made of', () => {
    const keys = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 2_000 });
    fc.assert(
      fc.property(keys, (list) => {
        const filter = makeKeyFilter(new Set(list));
        expect(list.filter((key) => !mayPass(filter, key))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [0, 0],
    [60, 0.05],
    [1_000, 0.01],
    [100_000, 0.2],
  ])('of %i keys lets few others pass', (count, most) => {
    const hash = (kind: string) => Array.from({ length: count }, (_, i) => hashText(`${kind}${i}`));
    const filter = makeKeyFilter(new Set(hash('name ')));
    const others = count === 0 ? [1, 2, 3] : hash('other ');
    const passed = others.filter((key) => mayPass(filter, key));
    expect(passed.length / others.length).toBeLessThanOrEqual(most);
  });

  it('is a plain word to storage, and small for a small library', () => {
    const filter = makeKeyFilter(new Set([1, -1, 2 ** 31 - 1]));
    expect(JSON.parse(JSON.stringify(filter))).toBe(filter);
    expect(filter).toMatch(/^[0-?]{64}$/);
    expect(makeKeyFilter(new Set(Array.from({ length: 300_000 }, (_, i) => i)))).toHaveLength(
      2 ** 17,
    );
  });
});
