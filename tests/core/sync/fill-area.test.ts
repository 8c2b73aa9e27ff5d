import { describe, expect, it } from 'vitest';
import { keyOf, readArea } from '../../../src/core/sync/area.ts';
import { bytesOf } from '../../../src/core/sync/bytes.ts';
import { fillArea } from '../../../src/core/sync/fill-area.ts';
import type { Item, Items } from '../../../src/core/sync/items.ts';
import { describeLeft } from '../../../src/core/sync/left.ts';
import { canonical } from '../../../src/core/text/canonical.ts';
import { fc } from '../../properties.ts';
import { asStored } from './devices.ts';

const NOW = Date.UTC(2030, 4, 14);
const DAY_MS = 24 * 60 * 60 * 1_000;
const NONE: Items = new Map();

const own = (text: string, at = NOW): Item => ({
  at,
  value: { names: [{ text }], gloss: text },
  version: { aa: 1 },
});
const known = (at = NOW): Item => ({ at, value: 1 });
const gone = (at = NOW): Item => ({ at, value: undefined });
const setting = (value: unknown): Item => ({ at: NOW, value });

function itemsIn(stored: Readonly<Record<string, unknown>>): Items {
  const area = readArea(stored);
  if ('fault' in area) throw new Error(area.fault);
  return area.items;
}

const encoder = new TextEncoder();
const sizeOf = (key: string, value: unknown) => encoder.encode(key + JSON.stringify(value)).length;

describe('bytesOf', () => {
  it('counts what UTF-8 takes, or more where a browser escapes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = text.match(/[<\u2028\u2029]/g) ?? [];
        const more = escaped.reduce((sum, sign) => sum + 6 - encoder.encode(sign).length, 0);
        expect(bytesOf(text)).toBe(encoder.encode(text).length + more);
      }),
    );
  });

  it.each([
    ['Hangul', '협의체', 9],
    ['a pair of surrogates', '😀', 4],
    ['a sign that Chromium escapes', '<', 6],
  ])('counts %s', (_, text, bytes) => expect(bytesOf(text)).toBe(bytes));
});

describe('fillArea', () => {
  it('gives back what it was given, whatever order keys come back in', () => {
    const items = new Map<string, Item>([
      ['setting/pages', setting('all')],
      ['known/a/one', known()],
      ['known/a/gone', gone()],
      ['own/ncg', own('핵협의그룹 😀')],
      ['own/gone', { ...gone(), version: { aa: 2 } }],
    ]);
    const { set, left } = fillArea(NONE, items, NOW);
    expect(left).toEqual([]);
    const read = itemsIn(asStored(set));
    expect(canonical([...read].sort())).toBe(canonical([...items].sort()));
    expect(fillArea(read, items, NOW).set).toEqual({});
  });

  it('keeps each key and the whole within the limits, in any script', () => {
    const text = fc.string({
      unit: fc.constantFrom('가', '힣', '😀', 'a', '<', '"'),
      maxLength: 2_000,
    });
    const some = fc.array(text, { maxLength: 60 });
    fc.assert(
      fc.property(some, fc.nat(3_000), (texts, count) => {
        const items = new Map<string, Item>(texts.map((it, i) => [`own/e${i}`, own(it)]));
        for (let i = 0; i < count; i++) items.set(`known/어휘/${i}`, known());
        const { set, left } = fillArea(NONE, items, NOW);
        const sizes = Object.entries(set).map(([key, value]) => sizeOf(key, value));
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(8_192);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(102_400);
        expect(sizes.length).toBeLessThanOrEqual(512);
        expect(itemsIn(set).size + left.length).toBe(items.size);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves an entry here that is over 8 KB, by its bytes, and writes the rest', () => {
    const items = new Map([
      ['own/large', own('협'.repeat(1_400))],
      ['own/small', own('협'.repeat(1_300))],
    ]);
    const { set, left } = fillArea(NONE, items, NOW);
    expect(Object.keys(set)).toEqual(['1/own/small']);
    expect(describeLeft(left, items)).toEqual({ entries: ['협'.repeat(1_400)], others: 0 });
  });

  it('leaves what is over 100 KB here: own entries, the newest first', () => {
    const items = new Map<string, Item>(
      Array.from({ length: 30 }, (_, i) => [`own/e${i}`, own('x'.repeat(3_000), NOW + i)]),
    );
    items.set('setting/pages', setting('all'));
    const { set, left } = fillArea(NONE, items, NOW);
    expect(left).toEqual(Array.from({ length: 14 }, (_, i) => `own/e${i + 16}`));
    expect(itemsIn(set).get('setting/pages')?.value).toBe('all');
  });

  it('does not push out what is there, so that two full devices come to rest', () => {
    const full = (name: string) =>
      new Map(Array.from({ length: 30 }, (_, i) => [`own/${name}${i}`, own('x'.repeat(3_000))]));
    const there = itemsIn(fillArea(NONE, full('a'), NOW).set);
    const { set, left } = fillArea(there, new Map([...there, ...full('b')]), NOW);
    expect(set).toEqual({});
    expect(left).toHaveLength(30);
  });

  it('leaves the earlier text there where a longer one finds no room', () => {
    const there = new Map([['own/ncg', own('short')]]);
    const longer = new Map([['own/ncg', { ...own('x'.repeat(9_000)), version: { aa: 2 } }]]);
    expect(fillArea(there, longer, NOW)).toEqual({ set: {}, remove: [], left: ['own/ncg'] });
  });

  it('forgets after half a year what was removed, and writes nothing for that alone', () => {
    const old = NOW - 184 * DAY_MS;
    const there = new Map([
      ['known/a/gone', gone(old)],
      ['own/gone', { ...gone(old), version: { aa: 2 } }],
    ]);
    expect(fillArea(there, NONE, NOW).set).toEqual({});
    const beside = [...Array(200).keys()]
      .map((i) => `known/a/${i}`)
      .find((name) => keyOf(name) === keyOf('known/a/gone')) as string;
    const { set, remove } = fillArea(there, new Map([[beside, known()]]), NOW);
    expect([...itemsIn(set).keys()]).toEqual([beside]);
    expect(remove).toEqual(['1/own/gone']);
  });
});

describe('readArea', () => {
  it.each([
    ['a newer format', { '2/some/0': 'anything', '1/some/0': {} }, 'newer'],
    ['a newer format before what is broken', { '1/some/0': 'rubbish', '9/x': 1 }, 'newer'],
    ['a text for a list', { '1/some/0': 'rubbish' }, 'broken'],
    ['a list for a record', { '1/some/0': ['a'] }, 'broken'],
    ['a time that is none', { '1/some/0': { 'known/a/b': ['-1', 1] } }, 'broken'],
    ['a time beyond the last', { '1/some/0': { 'known/a/b': ['zzzzzzzzzz', 1] } }, 'broken'],
    ['more than belongs there', { '1/some/0': { 'known/a/b': ['a', 1, 2] } }, 'broken'],
    ['an entry without a version', { '1/own/a': ['a', 'x'] }, 'broken'],
    ['a version that counts in texts', { '1/own/a': ['a', { aa: '1' }] }, 'broken'],
    ['an entry among small items', { '1/some/0': { 'own/a': ['a', { aa: 1 }] } }, 'broken'],
    ['a key that is none', { '1/other': {} }, 'broken'],
    ['null', { '1/own/a': null }, 'broken'],
  ])('says of %s what it is', (_, stored, fault) => expect(readArea(stored)).toEqual({ fault }));

  it('passes over keys that are not of this kind', () => {
    expect(itemsIn({ other: 1, '1/some/0': { 'known/a/b': ['a', 1] } })).toEqual(
      new Map([['known/a/b', { at: 10, value: 1 }]]),
    );
  });
});
