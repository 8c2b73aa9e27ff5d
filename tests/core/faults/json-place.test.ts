import { describe, expect, it } from 'vitest';
import { findJsonFault, lineOf } from '../../../src/core/faults/json-place.ts';
import { fc } from '../../properties.ts';

/** 1,000 in full; fewer keep `npm test` short. */
const RUNS = Number(process.env.FC_RUNS ?? 300);

/** Any JSON with one piece of it replaced, which often breaks it. */
const mangled = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom(...'{}[],:"\\01.eE+-tfnu \n\u0001')),
  )
  .map(([json, at, length, piece]) => {
    const start = at % (json.length + 1);
    return json.slice(0, start) + piece + json.slice(start + length);
  });

function messageOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return String(error);
  }
}

describe('findJsonFault', () => {
  it.each<[what: string, text: string, at: number | null]>([
    ['nothing in sound JSON', ' {"a": [1, -0.5e+3, true, null, "\\u00e9\\n"], "b": {}} ', null],
    ['a letter that nobody expected', '{"a": x}', 6],
    ['a comma too many', '[1,,2]', 3],
    ['a comma before the end', '[1,]', 3],
    ['a comma before the end of an object', '{"a":1,}', 7],
    ['a key without quotes', '{a:1}', 1],
    ['a missing colon', '{"a" 1}', 5],
    ['the wrong bracket', '[1}', 2],
    ['more after the end', '{} {}', 3],
    ['a number with a leading nought', '[01]', 2],
    ['a number that stops', '[1.]', 3],
    ['a number that stops at its exponent', '[1e]', 3],
    ['a plus', '[+1]', 1],
    ['a lonely minus', '[-]', 2],
    ['a word that is none', '[trze]', 3],
    ['an undefined', 'undefined', 0],
    ['an unknown escape', '["a\\q"]', 4],
    ['too few digits', '["\\u12g4"]', 6],
    ['an end of line in a text', '["a\nb"]', 3],
    ['quotes of a typesetter', '{“a”: 1}', 1],
    ['an end too early', '{"a": [1, 2', 11],
    ['an open text', '{"a": "b', 8],
    ['an empty text', '', 0],
  ])('finds %s', (_, text, at) => {
    expect(findJsonFault(text)).toBe(at);
    expect(messageOf(text) === null).toBe(at === null);
  });

  it('agrees with the engine on what is JSON, and on the place where the engine names one', () => {
    fc.assert(
      fc.property(mangled, (text) => {
        const message = messageOf(text);
        const found = findJsonFault(text);
        expect(found === null, message ?? 'sound').toBe(message === null);
        const named = /at position (\d+)/.exec(message ?? '')?.[1];
        if (named !== undefined) expect(found, message ?? '').toBe(Number(named));
        // What comes before the place can still become JSON, what ends with it cannot.
        if (found === null) return;
        expect([null, found]).toContain(findJsonFault(text.slice(0, found)));
        if (found < text.length) expect(findJsonFault(text.slice(0, found + 1))).toBe(found);
      }),
      { numRuns: RUNS },
    );
  });

  it('bears a text of millions, and a hundred thousand lists in one another', () => {
    expect(findJsonFault(`["${'\\n'.repeat(2_000_000)}`)).toBe(4_000_002);
    expect(findJsonFault('['.repeat(100_000))).toBe(100_000);
    expect(findJsonFault('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull();
  });
});

describe('lineOf', () => {
  it.each([
    ['the beginning', 0, { line: 1, column: 1 }],
    ['the end of a line', 2, { line: 1, column: 3 }],
    ['the next line', 3, { line: 2, column: 1 }],
    ['the end', 6, { line: 3, column: 1 }],
  ])('counts lines and columns from one: %s', (_, offset, expected) => {
    expect(lineOf('ab\ncd\n', offset)).toEqual(expected);
  });
});
