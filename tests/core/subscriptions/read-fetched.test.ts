import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../../src/core/glossary/own-glossary.ts';
import {
  type Expected,
  hasShrunk,
  readFetched,
} from '../../../src/core/subscriptions/read-fetched.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const TOOLS = {
  decode: (bytes: Uint8Array<ArrayBuffer>) =>
    new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  digest: async (bytes: Uint8Array<ArrayBuffer>) =>
    createHash('sha256').update(bytes).digest('hex'),
};
const QUAYS = makeGlossary({ quay: { long: ['Quay Board'] } }, 'quays');

const read = (content: unknown, expected: Partial<Expected> = {}) =>
  readFetched(
    content instanceof Uint8Array
      ? (content as Uint8Array<ArrayBuffer>)
      : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    'https://a.example/x.json',
    { id: null, fixed: new Set(['bundled']), ...expected },
    TOOLS,
  );

describe('what was fetched', () => {
  it('is a glossary, with or without a byte order mark', async () => {
    expect(await read(QUAYS)).toEqual(QUAYS);
    expect(await read(`\ufeff${JSON.stringify(QUAYS)}`)).toEqual(QUAYS);
    expect(await read(QUAYS, { id: 'quays' })).toEqual(QUAYS);
  });

  it.each<[string, unknown, Partial<Expected>, object]>([
    ['letters of another encoding', Uint8Array.of(0xff, 0xfe), {}, { code: 'notText' }],
    ['half of it', '{"schema": 1,', {}, { code: 'faulty', faults: [{ code: 'endsEarly' }] }],
    ['nothing', '', {}, { code: 'faulty', faults: [{ code: 'endsEarly' }] }],
    ['another thing', { a: 1 }, {}, { code: 'faulty', faults: [{ code: 'notPack' }] }],
    [
      'an export of everything',
      { newsgloss: 1, settings: {}, glossaries: [] },
      {},
      { code: 'faulty', faults: [{ code: 'notPack' }] },
    ],
    [
      'a glossary that is too long',
      `{"schema":1,"title":"${'x'.repeat(5_000_000)}"}`,
      {},
      { code: 'faulty', faults: [{ code: 'tooLongPack' }] },
    ],
    [
      'millions of brackets',
      `[${'[],'.repeat(1_600_000)}[]]`,
      {},
      { code: 'faulty', faults: [{ code: 'notPack' }] },
    ],
    ['a seal of another file', { ...QUAYS, sha256: 'a'.repeat(64) }, {}, { code: 'sealBroken' }],
    ['another glossary', QUAYS, { id: 'piers' }, { code: 'otherId', values: ['quays', 'piers'] }],
    [
      'the id of one that comes along',
      { ...QUAYS, id: 'bundled' },
      {},
      { code: 'faulty', faults: [{ code: 'fixed' }] },
    ],
    [
      'the id of the reader’s own entries',
      { ...QUAYS, id: OWN_GLOSSARY, licence: 'private' },
      {},
      { code: 'faulty', faults: [{ code: 'reserved' }] },
    ],
  ])('is refused: %s', async (_, content, expected, fault) => {
    expect(await read(content, expected)).toMatchObject(fault);
  });
});

describe('a newer glossary', () => {
  const of = (count: number): Glossary => {
    const names = Array.from({ length: count }, (_, i) => [`e${i}`, { long: [`Board ${i}`] }]);
    return makeGlossary(Object.fromEntries(names));
  };
  it.each([
    [10, 4, true],
    [10, 5, false],
    [3, 1, true],
    [3, 2, false],
    [1, 0, true],
    [0, 0, false],
  ])('of %i entries before and %i now: shrunk is %s', (before, after, expected) => {
    expect(hasShrunk(of(before), of(after))).toBe(expected);
  });
});
