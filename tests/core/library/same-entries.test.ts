import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { explainEntry } from '../../../src/core/library/library-answers.ts';
import { indexGlossaries } from '../../../src/core/library/library-index.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const first = makeGlossary(
  { group: { short: ['XQTG'], long: ['Quiet Talks Group'], gloss: 'The first.' } },
  'first',
);
const second: Glossary = {
  ...makeGlossary(
    { qtg: { short: ['XQTG'], long: ['Quiet Talks Group', 'Group for Quiet Talks'] } },
    'second',
  ),
  title: 'Terms of the second',
};
const withParties = (glossary: Glossary, parties: string[]): Glossary => ({
  ...glossary,
  entries: glossary.entries.map((entry) => ({ ...entry, parties })),
});
const refsIn = (text: string, library: readonly Glossary[]) =>
  annotate(text, library).map(({ start, end, ref }) => `${text.slice(start, end)}→${ref}`);

const TEXT = 'In Quill Harbour the Quiet Talks Group met. Nobody came.';

describe('the same entry in two glossaries', () => {
  it('do not silence each other: the first one of the library speaks', () => {
    expect(refsIn(TEXT, [first, second])).toEqual(['Quiet Talks Group→first/group']);
    expect(refsIn(TEXT, [second, first])).toEqual(['Quiet Talks Group→second/qtg']);
  });

  it('leave a name that one of them alone has to it', () => {
    expect(refsIn('The Group for Quiet Talks met.', [first, second])).toEqual([
      'Group for Quiet Talks→second/qtg',
    ]);
  });

  it('name each other on their cards, and are no other meaning of the letters', () => {
    const index = indexGlossaries([first, second]);
    expect(explainEntry(index, 'first/group')).toMatchObject({
      namesakes: [],
      alsoIn: [{ ref: 'second/qtg', name: 'Terms of the second' }],
    });
    expect(explainEntry(index, 'second/qtg')).toMatchObject({
      namesakes: [],
      alsoIn: [{ ref: 'first/group', name: 'A glossary for tests' }],
    });
  });

  it.each<[what: string, library: readonly Glossary[]]>([
    [
      'with other letters',
      [first, makeGlossary({ qtg: { short: ['YQT'], long: ['Quiet Talks Group'] } }, 'second')],
    ],
    ['of other countries', [withParties(first, ['KR']), withParties(second, ['JP'])]],
    [
      'of one glossary',
      [
        makeGlossary(
          {
            one: { short: ['XQTG'], long: ['Quiet Talks Group'] },
            other: { short: ['XQTG'], long: ['Quiet Talks Group'] },
          },
          'first',
        ),
      ],
    ],
  ])('are not those %s', (_, library) => {
    const index = indexGlossaries(library);
    const [ref] = index.entries.keys();
    expect(explainEntry(index, ref!)).toMatchObject({ alsoIn: [] });
    expect(index.bearers.get('quiet talks group')).toBe(2);
  });
});
