import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAPS } from '../../../src/core/glossary/caps.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { fc } from '../../properties.ts';
import { readFaults } from '../faults/said-faults.ts';

/** A small glossary without a fault, as `JSON.parse` would return it; `change` puts one in. */
function makeGlossary(change?: (glossary: Draft) => void) {
  const glossary: Draft = {
    schema: 1,
    id: 'harbour',
    title: 'Harbour terms',
    version: '1.0.0',
    language: 'en',
    licence: 'MIT',
    sources: [
      { id: 'gazette', publisher: 'Quay Gazette', title: 'New pilots', published: '2023-02-28' },
    ],
    entries: [
      {
        id: 'hpb',
        kind: 'body',
        names: [{ text: 'HPB', lang: 'en', role: 'short', case: 'exact' }],
        gloss: 'The board that licenses pilots.',
        basis: ['gazette'],
        claims: [{ text: 'Met twice by 2023.', source: 'gazette', asOf: '2023-02-28' }],
      },
    ],
  };
  change?.(glossary);
  return glossary;
}

interface Draft {
  [key: string]: unknown;
  sources: Record<string, unknown>[];
  entries: (Record<string, unknown> & {
    names: Record<string, unknown>[];
    claims: Record<string, unknown>[];
  })[];
}

const faultsOf = (input: unknown) => readFaults(() => parseGlossary(input, 'test.json'));

const set = (target: 'source' | 'entry' | 'name' | 'claim', values: Record<string, unknown>) =>
  makeGlossary(({ sources, entries }) => {
    const [entry] = entries;
    const [part] = {
      source: sources,
      entry: entries,
      name: entry?.names ?? [],
      claim: entry?.claims ?? [],
    }[target];
    Object.assign(part ?? {}, values);
  });

describe('parseGlossary', () => {
  it('fills in what may be left out', () => {
    const { sources, entries } = parseGlossary(makeGlossary(), 'test.json');
    expect(sources[0]).toMatchObject({ kind: 'text' });
    expect(entries[0]).toMatchObject({ translations: [], parties: [], related: [], cues: [] });
  });

  it('reads the example of the documentation', () => {
    const page = readFileSync(
      join(import.meta.dirname, '../../../docs/glossary-format.md'),
      'utf8',
    );
    const [, example = ''] = page.match(/```json\n(.*?)```/s) ?? [];
    expect(parseGlossary(JSON.parse(example), 'example').entries).toHaveLength(2);
  });

  it('takes white space off the ends of a text', () => {
    const { entries } = parseGlossary(set('entry', { gloss: ' A board. \n' }), 'test.json');
    expect(entries[0]?.gloss).toBe('A board.');
  });

  it.each([
    ['nothing', undefined, '', /missing/],
    ['null', null, '', /neither a glossary nor/],
    ['a text', '{}', '', /must be Object/],
    ['a list', [], '', /neither a glossary nor/],
    ['a newer format', { schema: 2 }, 'schema', /update Newsgloss/],
    ['an older format', { ...makeGlossary(), schema: 0 }, 'schema', /is 0, but must be 1/],
    ['no entries', { ...makeGlossary(), entries: undefined }, 'entries', /missing/],
    ['an unknown key', { ...makeGlossary(), extra: 1 }, 'extra', /not known here: remove it/],
    [
      'a missing publisher',
      set('source', { publisher: undefined }),
      'sources[0].publisher',
      /missing/,
    ],
    [
      'a day that no calendar has',
      set('source', { published: '2023-02-30' }),
      'sources[0].published',
      /date that exists/,
    ],
    [
      'a date in words',
      set('claim', { asOf: '28 Feb 2023' }),
      'entries[0].claims[0].asOf',
      /such as 2022-03-16/,
    ],
    [
      'a month that no calendar has',
      set('claim', { when: { date: '2023-13', what: 'met' } }),
      'entries[0].claims[0].when.date',
      /date that exists/,
    ],
    [
      'an unknown event',
      set('claim', { when: { date: '2023', what: 'dreamt' } }),
      'entries[0].claims[0].when.what',
      /"dreamt", but must be .*"met"/,
    ],
    [
      'a claim without a source',
      set('claim', { source: undefined }),
      'entries[0].claims[0].source',
      /missing/,
    ],
    [
      'a claim from nowhere',
      set('claim', { source: 'echo' }),
      'entries[0].claims[0].source',
      /"echo", which is not in sources: add it/,
    ],
    [
      'a name from nowhere',
      set('name', { source: 'echo' }),
      'entries[0].names[0].source',
      /"echo", which is not in sources: add it/,
    ],
    [
      'a gloss from nowhere',
      set('entry', { basis: ['echo'] }),
      'entries[0].basis[0]',
      /"echo", which is not in sources: add it/,
    ],
    [
      'a gloss without a basis',
      set('entry', { basis: [] }),
      'entries[0].basis',
      /at least one source/,
    ],
    [
      'an entry without names',
      set('entry', { names: [] }),
      'entries[0].names',
      /at least one name/,
    ],
    [
      'a relation to nowhere',
      set('entry', { related: [{ entry: 'dock', how: 'part of', source: 'gazette' }] }),
      'entries[0].related[0].entry',
      /"dock", which is not in entries: add it or remove the relation/,
    ],
    [
      'a party from nowhere',
      set('entry', { parties: ['KR', 'dock'] }),
      'entries[0].parties[1]',
      /neither a country code nor the id of an entry/,
    ],
    [
      'a level from nowhere',
      set('entry', { level: { text: 'high', source: 'echo', asOf: '2023-02-28' } }),
      'entries[0].level.source',
      /"echo"/,
    ],
    [
      'an id that stands twice',
      makeGlossary(({ entries }) => entries.push(...entries)),
      'entries[1].id',
      /"hpb", which is used twice/,
    ],
    [
      'a source that stands twice',
      makeGlossary(({ sources }) => sources.push(...sources)),
      'sources[1].id',
      /"gazette", which is used twice/,
    ],
    ['an id with blanks', set('entry', { id: 'h p b' }), 'entries[0].id', /lower-case words/],
    [
      'a script as address',
      set('source', { url: 'javascript:alert(1)' }),
      'sources[0].url',
      /https:\/\//,
    ],
    [
      'a script behind a line end',
      set('source', { url: ' java\nscript:alert(1)' }),
      'sources[0].url',
      /https:\/\//,
    ],
    [
      'a line end inside an address',
      set('source', { url: 'https://quay.test/\nx' }),
      'sources[0].url',
      /https:\/\//,
    ],
    ['a data address', set('source', { url: 'data:text/html,x' }), 'sources[0].url', /https:\/\//],
    [
      'an address that cannot be read',
      set('source', { url: 'https://[' }),
      'sources[0].url',
      /a browser can read/,
    ],
    ['an empty name', set('name', { text: ' ' }), 'entries[0].names[0].text', /must not be empty/],
    [
      'text that turns direction',
      set('name', { text: 'HPB\u202e.com' }),
      'entries[0].names[0].text',
      /plain text/,
    ],
    [
      'an invisible letter',
      set('name', { text: 'H\u200bPB' }),
      'entries[0].names[0].text',
      /plain text/,
    ],
    [
      'a control character',
      set('entry', { gloss: 'A\u0000board' }),
      'entries[0].gloss',
      /plain text/,
    ],
    ['two lines', set('entry', { gloss: 'A\nboard' }), 'entries[0].gloss', /one line/],
    ['half a character', set('entry', { gloss: 'A \ud800' }), 'entries[0].gloss', /plain text/],
    [
      'a name too long',
      set('name', { text: 'x'.repeat(CAPS.name + 1) }),
      'entries[0].names[0].text',
      /longer than 200/,
    ],
    [
      'a gloss too long',
      set('entry', { gloss: 'x'.repeat(CAPS.gloss + 1) }),
      'entries[0].gloss',
      /longer than 600/,
    ],
    [
      'a claim too long',
      set('claim', { text: 'x'.repeat(CAPS.claim + 1) }),
      'entries[0].claims[0].text',
      /longer than 600/,
    ],
    [
      'an id too long',
      set('entry', { id: 'x'.repeat(CAPS.id + 1) }),
      'entries[0].id',
      /longer than 80/,
    ],
    [
      'too many names',
      set('entry', { names: Array(CAPS.namesPerEntry + 1).fill({}) }),
      'entries[0].names',
      /more than 50 items/,
    ],
    [
      'too many cues',
      set('entry', { cues: Array(CAPS.listPerEntry + 1).fill('x') }),
      'entries[0].cues',
      /more than 200 items/,
    ],
    [
      'too many entries',
      { ...makeGlossary(), entries: Array(CAPS.entries + 1).fill({}) },
      'entries',
      /more than 50000.*split it/,
    ],
  ])('refuses %s, naming path and remedy', (_, input, path, remedy) => {
    const fault = faultsOf(input).find((each) => each.path === path);
    expect(fault?.remedy ?? `no fault at ${path}`).toMatch(remedy);
  });

  it('names every fault, and the file in its message', () => {
    const input = makeGlossary(({ sources, entries }) => {
      Object.assign(sources[0] ?? {}, { published: 'once' });
      Object.assign(entries[0] ?? {}, { kind: 'ghost' });
    });
    expect(faultsOf(input).map(({ path }) => path)).toEqual([
      'sources[0].published',
      'entries[0].kind',
    ]);
    expect(() => parseGlossary(input, 'harbour.json')).toThrow(
      /^harbour\.json: sources\[0\]\.published .*\(and 1 more\)$/,
    );
  });

  it('shows a long fault in part', () => {
    const [byValue] = faultsOf(set('entry', { kind: 'x'.repeat(1_000_000) }));
    const [byKey] = faultsOf(set('entry', { ['x'.repeat(1_000_000)]: 1 }));
    expect(byValue?.remedy.length).toBeLessThan(300);
    expect(byKey?.path.length).toBeLessThan(300);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is not misled by the key %s',
    (key) => {
      const json = JSON.stringify(makeGlossary()).replace('{', `{"${key}":{"polluted":true},`);
      expect(faultsOf(JSON.parse(json))).toEqual([
        { path: key, remedy: expect.stringContaining('remove it') },
      ]);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  it('takes such words as names and ids like any other', () => {
    const input = makeGlossary(({ entries }) => {
      const [entry] = entries;
      Object.assign(entry ?? {}, { id: 'constructor' });
      Object.assign(entry?.names[0] ?? {}, { text: '__proto__' });
      entry?.claims.splice(0);
    });
    const { entries } = parseGlossary(input, 'test.json');
    expect(entries[0]).toMatchObject({ id: 'constructor', names: [{ text: '__proto__' }] });
  });

  it.each([
    ['any value', fc.jsonValue()],
    [
      'a glossary with any value in one place',
      fc.tuple(fc.nat(), fc.jsonValue()).map(([place, value]) => putAt(place, value)),
    ],
  ])('reads %s or throws a GlossaryError, and nothing else', (_, inputs) => {
    fc.assert(
      fc.property(inputs as fc.Arbitrary<unknown>, (input) => {
        for (const { path, remedy } of faultsOf(input)) {
          expect(typeof path).toBe('string');
          expect(remedy).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** A glossary with `value` at one of its places, counted depth first. */
function putAt(place: number, value: unknown): unknown {
  const glossary = makeGlossary();
  const places: (() => void)[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push(() => Reflect.set(node, key, value));
      walk(child);
    }
  };
  walk(glossary);
  places[place % places.length]?.();
  return glossary;
}
