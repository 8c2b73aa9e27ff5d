import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../src/core/faults/fault.ts';
import { bringEntries, toGlossary } from '../../../src/core/formats/to-glossary.ts';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { GlossaryError } from '../../../src/core/glossary/parse-glossary.ts';
import { readCsv } from '../../../src/core/packs/csv-text.ts';
import { lintGlossary } from '../../../src/core/packs/pack-check.ts';
import { csvToGlossary, glossaryToCsv, hasOurHeadings } from '../../../src/core/packs/pack-csv.ts';
import {
  guessReading,
  isWhole,
  readSimpleTable,
  tableToForeign,
} from '../../../src/core/packs/simple-table.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const tableOf = (text: string, name = 'terms.csv') => readSimpleTable(readCsv(text), name);

function take(text: string, name = 'terms.csv'): Glossary {
  const table = tableOf(text, name)!;
  const foreign = tableToForeign(table, guessReading(table));
  const taker = { today: '2030-05-14', undated: 'undated', isFree: (id: string) => id !== 'taken' };
  const said = { title: '', publisher: '', published: '' };
  return toGlossary(name, foreign.about, bringEntries(foreign), said, taker);
}

describe('a table without our headings', () => {
  it.each<[string, string, string, boolean]>([
    ['headings', 'Term,Explanation\nNCG,A group.', 'term gloss', true],
    ['headings in another order', 'Definition;Abbreviation\nA group.;NCG', 'gloss term', true],
    [
      'three headings',
      'Acronym\tStands for\tMeaning\nNCG\tN. C. G.\tA group.',
      'term long gloss',
      true,
    ],
    ['Korean headings', '약어,정식 명칭,설명\nNCG,핵협의그룹,모임.', 'term long gloss', true],
    ['a heading that says nothing', 'What,Description\nNCG,A group.', 'term gloss', true],
    ['no headings', 'NCG,A group that plans.\nEDSCG,Another one.', 'term gloss', false],
    [
      'no headings, three columns',
      'NCG,Nuclear Group,A group that plans things.',
      'term long gloss',
      false,
    ],
    ['a full definition', 'Term,Full definition\nNCG,A group.', 'term gloss', true],
    ['headings without a meaning', 'Acronym,Full form\nNCG,Nuclear Group', 'term gloss', true],
    ['more columns', 'Nr,Term,Explanation,Page\n1,NCG,A group.,7', 'skip term gloss skip', true],
  ])('is guessed by what it has: %s', (_, text, roles, hasHead) => {
    const reading = guessReading(tableOf(text)!);
    expect([reading.roles.join(' '), reading.hasHead]).toEqual([roles, hasHead]);
    expect(isWhole(reading.roles)).toBe(true);
  });

  it.each([
    ['a list of words', 'NCG\nEDSCG\n'],
    ['a text with a comma here and there', 'It met.\nIt will, they say.\nNobody came.\n'],
    ['nothing', ''],
    ['a wide sheet', `${'a,'.repeat(20)}b\n`],
  ])('is none: %s', (_, text) => expect(tableOf(text)).toBeNull());

  it('keeps a row whose full name is all that it says', () => {
    const { entries } = take('Term,Long form,Meaning\nNCG,Nuclear Group,\nNPG,,A group.\nX,,\n');
    expect(entries.map(({ names, gloss }) => [names[0]?.text, gloss])).toEqual([
      ['NCG', 'Nuclear Group'],
      ['NPG', 'A group.'],
    ]);
  });

  it('becomes a glossary whose one source is the file', () => {
    const glossary = take(
      'Term,Long form,Also,Explanation\nNCG,Nuclear Group,"the Group, 핵그룹",A group.\nncg,,,Another.\n,,,Lost.\n',
      'My terms.csv',
    );
    expect(glossary).toMatchObject({ id: 'my-terms', title: 'My terms', language: 'en' });
    expect(glossary.sources).toEqual([
      {
        id: 'file',
        kind: 'background',
        publisher: 'My terms',
        title: 'My terms',
        published: '2030-05-14',
        publishedBasis: 'undated',
      },
    ]);
    expect(glossary.entries.map(({ id }) => id)).toEqual(['ncg', 'ncg-2']);
    expect(glossary.entries[0]?.names.map(({ text, role, lang }) => [text, role, lang])).toEqual([
      ['NCG', 'short', 'en'],
      ['Nuclear Group', 'long', 'en'],
      ['the Group', 'alias', 'en'],
      ['핵그룹', 'alias', 'ko'],
    ]);
  });

  it('is Korean where its explanations are, and gets an id that is free', () => {
    expect(take('용어,설명\nNCG,핵 협의체.', '용어.csv')).toMatchObject({
      id: 'glossary',
      language: 'ko',
    });
    expect(take('Term,Meaning\nNCG,A group.', 'Taken.csv').id).toBe('taken-2');
  });

  it('keeps what stands behind a line break in a cell', () =>
    expect(take('Term,Meaning\nNCG,"A group\r\n that plans."').entries[0]?.gloss).toBe(
      'A group that plans.',
    ));

  it('names the line of a fault', () => {
    const text = `Term,Meaning\nNCG,"A\nB"\nEDSCG,a${'\u0301'.repeat(7)}`;
    try {
      take(text);
      expect.unreachable();
    } catch (error) {
      const [fault] = error instanceof GlossaryError ? error.faults : [];
      expect(describeFault(fault!)).toBe(
        'line 4 must be visible text, with no more than five marks on a letter',
      );
    }
  });
});

describe('a table of ours', () => {
  it.each([
    ['row,entry,text,kind', true],
    ['Row,Text', true],
    ['entry,text,kind,lang,colour', true],
    ['Term,Explanation', false],
    ['entry,text', false],
  ])('is told by its headings: %s', (head, expected) =>
    expect(hasOurHeadings(head.split(','))).toBe(expected),
  );

  it('may hold line breaks in its cells', () => {
    const glossary = makeGlossary({ quay: { long: ['Quay Board'], gloss: 'It meets on a quay.' } });
    const broken = glossaryToCsv(glossary)
      .replace('It meets on', '"It meets\non')
      .replace('a quay.', 'a quay."');
    expect(csvToGlossary(broken, 'a.csv')).toEqual(glossary);
  });

  it('brings no source that only what it has no column for rests on', () => {
    const glossary = makeGlossary({ quay: { long: ['Quay Board'] } });
    const [entry] = glossary.entries;
    const [paper] = glossary.sources;
    const levelled: Glossary = {
      ...glossary,
      sources: [paper!, { ...paper!, id: 'levels' }],
      entries: [{ ...entry!, level: { text: 'High', source: 'levels', asOf: '2026-01-02' } }],
    };
    expect(lintGlossary(levelled)).toEqual([]);
    expect(lintGlossary(csvToGlossary(glossaryToCsv(levelled), 'a.csv'))).toEqual([]);
  });
});
