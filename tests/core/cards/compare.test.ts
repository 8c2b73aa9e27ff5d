import { describe, expect, it } from 'vitest';
import { type CardStrings, readCardStrings } from '../../../src/core/cards/card-strings.ts';
import { compareEntries } from '../../../src/core/cards/compare.ts';
import type { Claim, Entry, Relation } from '../../../src/core/glossary/glossary.ts';
import { chooseCompared } from '../../../src/core/library/compared.ts';
import type { LaidClaim } from '../../../src/core/library/supplements.ts';
import type { Told } from '../../../src/core/library/told.ts';

const strings: CardStrings = readCardStrings((key, values) => {
  if (key === 'card.language') return 'en-GB';
  const name = key.slice('card.'.length);
  return values.length > 0 ? `${name}(${values.join(',')})` : name;
});

function makeEntry(id: string, parts: Partial<Entry> = {}): Entry {
  return {
    id,
    kind: 'body',
    names: [{ text: id.toUpperCase(), lang: 'en', role: 'short', case: 'exact' }],
    gloss: 'A body.',
    basis: ['paper'],
    translations: [],
    parties: [],
    related: [],
    cues: [],
    rivals: [],
    claims: [],
    ...parts,
  };
}

const relate = (entry: string, how: Relation['how']): Relation => ({
  entry,
  how,
  source: 'paper',
});

function tell(entry: Entry): Told {
  return {
    ref: `g/${entry.id}`,
    language: 'en',
    entry,
    sources: [
      { id: 'paper', kind: 'text', publisher: 'Paper', title: 'A', published: '2022-03-16' },
      { id: 'known', kind: 'background', publisher: 'Us', title: 'B', published: '2024-01-01' },
    ],
    related: entry.related.map(({ entry: id, how }) => ({
      ref: `g/${id}`,
      how,
      name: id.toUpperCase(),
    })),
  };
}

describe('chooseCompared', () => {
  const others: readonly Entry[] = [
    makeEntry('twin'),
    makeEntry('model'),
    makeEntry('whole'),
    makeEntry('idea', { kind: 'concept' }),
  ];
  const find = (id: string) => others.find((other) => other.id === id);

  it.each<[string, Partial<Entry>, string[], string[]]>([
    ['nobody without relations', {}, [], []],
    [
      'those it is confused with before its model',
      { related: [relate('model', 'modelled on'), relate('twin', 'confused with')] },
      [],
      ['twin', 'model'],
    ],
    ['who says that it is confused with it', {}, ['twin'], ['twin']],
    [
      'no more than two',
      {
        related: [
          relate('whole', 'part of'),
          relate('model', 'modelled on'),
          relate('twin', 'confused with'),
        ],
      },
      [],
      ['twin', 'model'],
    ],
    ['no concept', { related: [relate('idea', 'confused with')] }, [], []],
    ['none for a concept', { kind: 'concept', related: [relate('twin', 'part of')] }, [], []],
    ['nobody who is gone', { related: [relate('gone', 'confused with')] }, [], []],
    [
      'nobody twice',
      { related: [relate('twin', 'confused with'), relate('twin', 'part of')] },
      ['twin'],
      ['twin'],
    ],
  ])('finds %s', (_, parts, confused, expected) => {
    const found = chooseCompared(makeEntry('this', parts), find, confused);
    expect(found.map(({ id }) => id)).toEqual(expected);
  });
});

describe('compareEntries', () => {
  const met = (date: string, what: 'met' | 'planned' | 'founded' | 'signed') => ({
    text: what === 'planned' ? 'It is to meet.' : 'x',
    source: 'paper',
    asOf: '2022-03-16',
    when: { date, what },
  });
  const added = (claim: Claim): LaidClaim => ({ ...claim, from: 'Another glossary' });
  const building = { ...met('2021', 'planned'), text: 'A house is to be built for it.' };
  const table = compareEntries(
    [
      tell(
        makeEntry('this', {
          parties: ['KR', 'US'],
          level: { text: 'ministers', source: 'paper', asOf: '2022-03-16', said_by: 'a scholar' },
          related: [relate('model', 'modelled on')],
          claims: [
            met('2016-10-19', 'founded'),
            met('2016', 'met'),
            met('2018-01', 'met'),
            met('2018-01', 'met'),
            met('2018', 'met'),
            met('2023', 'planned'),
            building,
            added(met('2015', 'met')),
            added(met('2014', 'founded')),
            met('2017-05', 'met'),
          ],
        }),
      ),
      tell(makeEntry('silent')),
      tell(makeEntry('other', { basis: ['known'], parties: ['league'] })),
    ],
    strings,
  );
  const rows = Object.fromEntries(
    (table?.rows ?? []).map(({ label, cells }) => [
      label,
      cells.map((parts) => parts.map(({ text, source }) => `${text.text}[${source}]`)),
    ]),
  );

  it('puts each statement with its source, each date once, and leaves empty what no source says', () => {
    expect(rows).toEqual({
      who: [['South Korea and United States[1]'], ['LEAGUE[2]']],
      level: [['ministers · saidBy(a scholar)[1]'], []],
      since: [['19 October 2016[1]'], []],
      meetings: [
        ['events.planned: 2023[1]', 'January 2018[1]', 'May 2017[1]', '2016[1]', '2015[1]'],
        [],
      ],
      'relations.modelled_on': [['MODEL[1]'], []],
    });
    expect(table?.sources).toEqual(['Paper · asOf(16 March 2022)', 'background']);
  });

  it('names the columns, its own first, and none of which the sources say nothing', () => {
    expect(table?.heads.map(({ ref, title }) => [ref, title.text])).toEqual([
      ['g/this', 'THIS'],
      ['g/other', 'OTHER'],
    ]);
  });

  it('takes the day of the signature for an agreement', () => {
    const claims = [met('2023-04', 'signed')];
    const pact = { kind: 'agreement' as const, claims };
    const both = compareEntries([tell(makeEntry('a', pact)), tell(makeEntry('b', pact))], strings);
    expect(both).toBeNull();
    const parties = { ...pact, parties: ['KR'] };
    const more = compareEntries(
      [tell(makeEntry('a', parties)), tell(makeEntry('b', parties))],
      strings,
    );
    expect(more?.rows.map(({ label }) => label)).toEqual(['who', 'since']);
  });

  it.each<[string, Told[]]>([
    ['one entry', [tell(makeEntry('a', { parties: ['KR'] }))]],
    ['entries of which too little is known', [tell(makeEntry('a')), tell(makeEntry('b'))]],
  ])('makes no table of %s', (_, all) => expect(compareEntries(all, strings)).toBeNull());
});
