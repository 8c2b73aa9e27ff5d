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
    {
      id: 'ldg',
      names: [name('Lighthouse Deterrence Group'), name('한바다연합사령부', 'long', 'ko')],
    },
    { id: 'cpp', names: [name('C++', 'short')], gloss: 'A language.' },
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
    ['names, by words in any order', 'board pilots', ['towns/hpb']],
    ['names, by the beginnings of words', 'pil harb', ['towns/hpb']],
    ['names that are written with dots', 'H.P.B.', ['towns/hpb', 'boilers/hpb']],
    ['names without their quotes', 'pilots board', ['towns/hpb']],
    ['names with quotes of another kind', '“pilots’ board”', ['towns/hpb']],
    ['names with a hyphen, written as one', 'highpressure', ['boilers/hpb']],
    ['words of a name and of its gloss together', 'lighthouse x', ['towns/ldg']],
    ['a word with a wrong letter', 'deterrance', ['towns/ldg']],
    ['a word without one of its letters', 'lighthose', ['towns/ldg']],
    ['a word with a letter too many', 'lightthouse', ['towns/ldg']],
    ['a word with two letters swapped', 'lgihthouse', ['towns/ldg']],
    ['a word with a wrong letter that goes on', 'exchamg', ['towns/hpx']],
    ['nothing by a wrong letter in a short word', 'olf', []],
    ['nothing by two wrong letters', 'detarrance', []],
    ['Korean inside a compound', '연합사', ['towns/ldg']],
    ['Korean in any order, with other blanks', '사령부 한바다 연합', ['towns/ldg']],
    ['Korean that is still being typed', '한바다연하', ['towns/ldg']],
    ['Korean with a wrong syllable', '한바도연합사령부', ['towns/ldg']],
    ['no Korean that only shares letters', '하반', []],
    ['signs that are part of a name', 'c++', ['towns/cpp']],
    ['nothing for nothing', '  ', []],
    ['nothing for what is not there', 'zeppelin', []],
    ['no pattern', '.*', []],
  ])('finds %s', (_, query, expected) => expect(found(query)).toEqual(expected));

  it('stops at the limit, if there is one', () => {
    expect(found('h', 2)).toHaveLength(2);
    expect(searchLibrary(index, 'h')).toHaveLength(4);
  });
});

describe('what the library says of an entry', () => {
  it('is one line in the reader’s language, where it has that', () => {
    expect(describeEntry(index, 'towns/hpb', 'ko')).toEqual({
      ref: 'towns/hpb',
      kind: 'body',
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
