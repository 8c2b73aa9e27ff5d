import { describe, expect, it } from 'vitest';
import { explainEntry } from '../../../src/core/library/library-answers.ts';
import { indexGlossaries } from '../../../src/core/library/library-index.ts';
import { identify } from '../../../src/core/library/search.ts';
import { createOwnGlossary, EMPTY_FORM, putEntry } from '../../../src/core/own/own-entries.ts';
import { noteName } from '../../../src/core/own/own-names.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';

const WRITER = { language: 'en', title: 'Mine', note: 'My own note', today: '2030-05-14' };

/** The reader's glossary with an entry for each term, in this order. */
const write = (...terms: readonly string[]) =>
  terms.reduce(
    (glossary, term) =>
      putEntry(glossary, null, { ...EMPTY_FORM, term, gloss: 'Some thing.' }, WRITER),
    createOwnGlossary(WRITER),
  );

const marked = (text: string, ...terms: readonly string[]) =>
  annotate(text, [write(...terms)]).map(
    ({ start, end, ref }) => `${text.slice(start, end)}→${ref?.split('/')[1]}`,
  );

describe('names of own entries on pages', () => {
  it.each<[string, string, string[], string[]]>([
    ['signs behind a name', 'Written in C++, and C++20.', ['C++'], ['C++→c', 'C++→c']],
    ['a sign behind a letter', 'Some C# and some C.', ['C#'], ['C#→c']],
    ['a Korean particle behind a sign', 'C++를 쓴다', ['C++'], ['C++→c']],
    ['no letter without its signs', 'Vitamin C, grade C+, C# and a C.', ['C++'], []],
    ['no name that goes on with a sign', 'OPEC+ met.', ['OPEC'], []],
    ['names that a sign joins', 'OPEC+NATO met.', ['OPEC', 'NATO'], ['OPEC→opec', 'NATO→nato']],
    ['a hashtag', '#OPEC met.', ['OPEC'], ['OPEC→opec']],
    ['an emoji before a name', 'The 🚀launch, a launch.', ['🚀launch'], ['🚀launch→launch']],
    ['an emoji behind a name', 'NATO🇺🇦 and NATO.', ['NATO🇺🇦'], ['NATO🇺🇦→nato']],
    ['a name beside an emoji', 'NATO🚀 met.', ['NATO'], ['NATO→nato']],
    ['a letter with a number', 'The K-9, a K9 no.', ['K-9'], ['K-9→k-9']],
    [
      'no everyday word',
      'They have said the same to a man.',
      ['the', 'a', 'have', 'said', 'OPEC'],
      [],
    ],
    ['no common word by another own entry', 'Action by OPEC.', ['Action', 'OPEC'], ['OPEC→opec']],
    ['the newer of two', 'The Quad met.', ['Quad', 'Quad'], ['Quad→quad-2']],
    ['the newer of two, whatever the spelling', 'The K 9 met.', ['K-9', 'K 9'], ['K 9→k-9-2']],
  ])('find %s', (_, text, terms, expected) => expect(marked(text, ...terms)).toEqual(expected));

  it('lead from the newer of two entries to the older one', () => {
    const index = indexGlossaries([write('Quad', 'Quad')]);
    expect(explainEntry(index, 'my-glossary/quad-2')?.namesakes).toEqual([
      { ref: 'my-glossary/quad', name: 'Quad' },
    ]);
  });

  it('are told when just they are asked for, all of them', () => {
    const index = indexGlossaries([write('the', 'Quad', 'Quad')]);
    expect(identify(index, 'the')).toEqual(['my-glossary/the']);
    expect(identify(index, 'Quad')).toEqual(['my-glossary/quad', 'my-glossary/quad-2']);
  });
});

describe('noteName', () => {
  const others = write('Quad').entries;
  it.each<[string, string, string[]]>([
    ['nothing', 'QTG', []],
    ['nothing of signs that count', 'C++', []],
    ['nothing of quotation marks', '“Yahoo!”', []],
    ['an everyday word', 'Said', ['everyday: Said']],
    ['an everyday word in Korean', '이번', ['everyday: 이번']],
    ['a common word', 'Action', ['common: Action']],
    ['one letter', 'Q', ['common: Q']],
    ['a sign that is not looked for', '@QTG', ['foundAs: @QTG, QTG']],
    ['an emoji apart', '🚀 launch', ['foundAs: 🚀 launch, launch']],
    ['a name that another own entry has', 'quads', ['twice: quads, Quad']],
    ['nothing of what holds no word', '🚀', []],
  ])('tells of %s', (_, name, expected) =>
    expect(
      noteName(name, others).map(({ kind, values }) => `${kind}: ${values.join(', ')}`),
    ).toEqual(expected),
  );
});
