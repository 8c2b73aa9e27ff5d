import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { describeEntry, explainEntry } from '../../../src/core/library/library-answers.ts';
import { indexGlossaries } from '../../../src/core/library/library-index.ts';
import { identify, searchLibrary } from '../../../src/core/library/search.ts';

const name = (text: string, role: 'short' | 'long' = 'long', lang = 'en') => ({
  text,
  lang,
  role,
  case: role === 'short' ? ('exact' as const) : ('any' as const),
});

const makeGlossary = (id: string, entries: readonly object[]) =>
  parseGlossary(
    {
      schema: 1,
      id,
      title: id,
      version: '1.0.0',
      language: 'en',
      licence: 'CC0-1.0',
      sources: [
        {
          id: 'background',
          kind: 'background',
          publisher: 'A',
          title: 'B',
          published: '2026-01-02',
        },
      ],
      entries: entries.map((entry) => ({
        kind: 'body',
        gloss: 'X.',
        basis: ['background'],
        ...entry,
      })),
    },
    id,
  );

const index = indexGlossaries([
  makeGlossary('towns', [
    {
      id: 'hpb',
      names: [
        name('HPB', 'short'),
        name("Harbour Pilots' Board"),
        name('항만도선위원회', 'long', 'ko'),
      ],
      gloss: 'Licenses the pilots of the café harbour.',
      translations: [{ lang: 'ko', gloss: '도선사를 시험하는 위원회.' }],
      related: [{ entry: 'hpx', how: 'confused with', source: 'background' }],
    },
    { id: 'hpx', names: [name('HPX', 'short'), name('Harbour Exchange')] },
    { id: 'old', names: [name('Old Harbour')], gloss: 'A place.' },
  ]),
  makeGlossary('boilers', [
    { id: 'hpb', names: [name('HPB', 'short'), name('high-pressure boiler')] },
  ]),
]);

describe('identify', () => {
  it.each<[string, string, string[]]>([
    ['every entry that has the name', 'HPB', ['towns/hpb', 'boilers/hpb']],
    ['a name in other letters', ' hpx ', ['towns/hpx']],
    ['a name over two lines', 'Old\n  Harbour', ['towns/old']],
    ['the longest name among other words', 'the HPX and the Old Harbour', ['towns/old']],
    ['a Korean name with its particle', '항만도선위원회는', ['towns/hpb']],
    ['none in a longer word', 'HPXYZ', []],
    ['none in other words', 'the ferry', []],
    ['none in nothing', '   ', []],
    ['none in a book', 'x'.repeat(100_000), []],
  ])('finds %s', (_, text, expected) => expect(identify(index, text)).toEqual(expected));
});

describe('searchLibrary', () => {
  const found = (query: string, limit = 20) =>
    searchLibrary(index, query, limit).map(({ glossary, entry }) => `${glossary.id}/${entry.id}`);

  it.each<[string, string, string[]]>([
    ['the name itself first', 'hpb', ['towns/hpb', 'boilers/hpb']],
    ['beginnings before middles', 'harbour', ['towns/hpb', 'towns/hpx', 'towns/old']],
    ['words inside names', 'pressure', ['boilers/hpb']],
    ['glosses, by all words and without accents', 'cafe pilots', ['towns/hpb']],
    ['glosses in other languages', '도선사', ['towns/hpb']],
    ['nothing for nothing', '  ', []],
    ['nothing for what is not there', 'zeppelin', []],
    ['no pattern', '.*', []],
  ])('finds %s', (_, query, expected) => expect(found(query)).toEqual(expected));

  it('stops at the limit', () => expect(found('h', 2)).toHaveLength(2));
});

describe('what the library says of an entry', () => {
  it('is one line in the reader’s language, where it has that', () => {
    expect(describeEntry(index, 'towns/hpb', 'ko')).toEqual({
      ref: 'towns/hpb',
      name: 'HPB',
      long: '항만도선위원회',
      gloss: '도선사를 시험하는 위원회.',
      lang: 'ko',
    });
    expect(describeEntry(index, 'towns/hpb', 'fr')?.long).toBe("Harbour Pilots' Board");
    expect(describeEntry(index, 'towns/old', 'en')?.long).toBe('');
    expect(describeEntry(index, 'towns/gone', 'en')).toBeNull();
  });

  it('holds who has the same name, and who is confused with it, in both directions', () => {
    const hpb = explainEntry(index, 'towns/hpb');
    expect(hpb?.namesakes).toEqual([{ ref: 'boilers/hpb', name: 'high-pressure boiler' }]);
    expect(hpb?.compared.map(({ ref }) => ref)).toEqual(['towns/hpx']);
    expect(explainEntry(index, 'towns/hpx')?.compared.map(({ ref }) => ref)).toEqual(['towns/hpb']);
    expect(explainEntry(index, 'towns/gone')).toBeNull();
  });
});
