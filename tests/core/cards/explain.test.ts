import { describe, expect, it } from 'vitest';
import { type CardStrings, readCardStrings } from '../../../src/core/cards/card-strings.ts';
import { cardContentOf, ownTermContent } from '../../../src/core/cards/explain.ts';
import type { Explained } from '../../../src/core/library/told.ts';
import type { Reason } from '../../../src/core/senses/mention.ts';

/** The card's words, told by their keys. */
function stringsIn(language: string): CardStrings {
  return readCardStrings((key, values) => {
    if (key === 'card.language') return language;
    const name = key.slice('card.'.length);
    return values.length > 0 ? `${name}(${values.join(',')})` : name;
  });
}

const explained: Explained = {
  ref: 'alliance/talks',
  compared: [],
  namesakes: [],
  alsoIn: [],
  language: 'en',
  sources: [
    {
      id: 'paper',
      kind: 'text',
      publisher: 'The Harbour Paper',
      title: 'A',
      published: '2022-03-16',
    },
    {
      id: 'daily',
      kind: 'text',
      publisher: 'Daily Lantern',
      title: 'B',
      published: '2024-02-14',
      url: 'https://lantern.example/b',
    },
    {
      id: 'known',
      kind: 'background',
      publisher: 'Newsgloss',
      title: 'C',
      published: '2024-01-01',
    },
  ],
  related: [
    { ref: 'alliance/league', how: 'modelled on', name: 'LGE' },
    { ref: 'alliance/pact', how: 'part of', name: 'PCT' },
  ],
  entry: {
    id: 'talks',
    kind: 'think tank',
    names: [
      { text: 'Harbour Talks Group', lang: 'en', role: 'long', case: 'any' },
      { text: 'HTG', lang: 'en', role: 'short', case: 'exact' },
      { text: '항구협의체', lang: 'ko', role: 'long', case: 'exact' },
    ],
    gloss: 'A group that talks.',
    basis: ['paper', 'known', 'paper'],
    translations: [{ lang: 'ko', gloss: '협의하는 모임.' }],
    parties: ['KR', 'league', 'elsewhere'],
    level: { text: 'deputy ministers', source: 'paper', asOf: '2022-03-16' },
    related: [],
    cues: [],
    rivals: [],
    claims: [
      {
        text: 'It met.',
        source: 'paper',
        asOf: '2022-03-16',
        when: { date: '2018-01', what: 'met' },
      },
      { text: 'It is dead.', source: 'daily', asOf: '2024-02-14', said_by: 'a scholar' },
      { text: 'It is alive.', source: 'daily', asOf: '2024-02-14' },
      {
        text: 'It began.',
        source: 'paper',
        asOf: '2022-03-16',
        when: { date: '2016', what: 'founded' },
      },
      { text: 'It is known.', source: 'known', asOf: '2024-01-01' },
    ],
  },
};
const setting = { pageDate: '2024-06-01T08:00:00Z', reason: null, written: 'HTG' };
const english = stringsIn('en-GB');

describe('cardContentOf', () => {
  const content = cardContentOf(explained, setting, english);

  it('puts the newest claims first, facts before views, general knowledge last', () => {
    expect(content.claims.map(({ text }) => text.text)).toEqual([
      'It is alive.',
      'It is dead.',
      'It met.',
      'It began.',
      'It is known.',
    ]);
  });

  it('says of each claim since when, by whom and whether it is old', () => {
    expect(content.claims[1]).toEqual({
      text: { text: 'It is dead.', lang: 'en' },
      saidBy: 'saidBy(a scholar)',
      asOf: 'asOf(14 February 2024)',
      source: 'Daily Lantern',
      url: 'https://lantern.example/b',
      aged: null,
      date: null,
      event: null,
      from: null,
      differs: null,
    });
    expect(content.claims[2]).toMatchObject({
      saidBy: null,
      source: 'The Harbour Paper',
      url: null,
      aged: 'aged',
      date: '2018-01',
      event: 'events.met · January 2018',
    });
  });

  it('calls general knowledge by that name', () => {
    expect(content.claims[4]).toMatchObject({ source: 'background', date: null });
    expect(content.basis).toBe('basis(The Harbour Paper and background)');
  });

  it('names countries, related bodies and, at the worst, ids', () => {
    expect(content.parties.map(({ code, name }) => [code, name])).toEqual([
      ['KR', 'South Korea'],
      [null, 'LGE'],
      [null, 'ELSEWHERE'],
    ]);
  });

  it('words the kind and the relations', () => {
    expect(content.kind).toBe('kinds.think_tank');
    expect(content.level).toBe('deputy ministers · asOf(16 March 2022)');
    expect(content.related.map(({ how }) => how)).toEqual([
      'relations.modelled_on',
      'relations.part_of',
    ]);
  });

  it.each<[string, string | null, (string | null)[]]>([
    ['no page date', null, [null, null]],
    ['a page as old as the claim', '2022-03-16', [null, null]],
    ['a year to the day', '2023-03-16', [null, null]],
    ['a year and a day', '2023-03-17', ['aged', null]],
    ['both a year old', '2025-01-02', ['aged', 'aged']],
  ])('makes the remark about age for %s', (_, pageDate, expected) => {
    const { claims } = cardContentOf(explained, { ...setting, pageDate }, english);
    expect(claims.slice(3).map(({ aged }) => aged)).toEqual(expected);
  });

  it.each<[string, string, string, string | null, string[]]>([
    ['English', 'en-GB', 'HTG', 'Harbour Talks Group', ['항구협의체']],
    ['Korean', 'ko', 'HTG', '항구협의체', ['Harbour Talks Group']],
    ['a third language', 'fr', 'HTG', 'Harbour Talks Group', ['항구협의체']],
  ])('chooses the names for a reader of %s', (_, language, title, long, otherNames) => {
    const names = cardContentOf(explained, setting, stringsIn(language));
    expect(names.title.text).toBe(title);
    expect(names.long?.text ?? null).toBe(long);
    expect(names.otherNames.map(({ text }) => text)).toEqual(otherNames);
  });

  it('takes the gloss in the reader’s language', () => {
    expect(content.gloss).toEqual({ text: 'A group that talks.', lang: 'en' });
    const korean = cardContentOf(explained, setting, stringsIn('ko'));
    expect(korean.gloss).toEqual({ text: '협의하는 모임.', lang: 'ko' });
  });

  it('takes statements, sayers and levels in the reader’s language where the entry has them', () => {
    const translations = [{ lang: 'ko', text: '중단됐다.', said_by: '한 학자', label: '중단' }];
    const [met, dead] = explained.entry.claims;
    const level = { text: '차관', said_by: '한 학자', lang: 'ko' };
    const entry = {
      ...explained.entry,
      level: { ...explained.entry.level!, said_by: 'a scholar', translations: [level] },
      claims: [
        { ...met!, translations },
        { ...dead!, translations },
      ],
    };
    const korean = cardContentOf({ ...explained, entry }, setting, stringsIn('ko'));
    expect(korean.claims).toMatchObject([
      { text: { text: '중단됐다.', lang: 'ko' }, saidBy: 'saidBy(한 학자)', event: null },
      { text: { text: '중단됐다.', lang: 'ko' }, event: '중단 · 2018년 1월' },
    ]);
    expect(korean.level).toBe('차관 · saidBy(한 학자) · asOf(2022년 3월 16일)');
    const french = cardContentOf({ ...explained, entry }, setting, stringsIn('fr'));
    expect(french.claims[0]).toMatchObject({ text: { text: 'It is dead.', lang: 'en' } });
  });

  const viewOf = (text: string, said_by: string) => {
    const claims = [{ text, said_by, source: 'daily', asOf: '2024-02-14' }];
    const entry = { ...explained.entry, claims };
    return cardContentOf({ ...explained, entry }, setting, english).claims[0]?.saidBy;
  };

  it.each<[string, string, string, string | null]>([
    ['a view alone', 'It is dead.', 'Kim Mu', 'saidBy(Kim Mu)'],
    ['a person', 'Kim Mu, once an adviser, said that it was open.', 'Kim Mu', null],
    ['a person by the last name', 'Mu told a rally that it was dead.', 'Ada Mu', null],
    ['an office', 'It is dead, the foreign ministry said.', 'the foreign ministry', null],
    ['an office beside a name', 'The harbour master noted it.', 'Ada Mu, harbour master', null],
    ['somebody without a name', 'It was late, auditors found.', 'Court of Audit', 'Court of Audit'],
    ['one who is told of', 'Kim Mu is to lead it.', 'Ada Bo', 'saidBy(Ada Bo)'],
    ['a person, in Korean', '김무는 중단됐다고 말했다.', '김무', null],
  ])('tells once whose view it is: %s', (_, text, who, expected) => {
    expect(viewOf(text, who)).toBe(expected);
  });

  type What = 'founded' | 'met' | 'signed' | 'planned' | 'announced' | 'said';
  it.each<[string, What, string | undefined, 'body' | 'agreement', string | null]>([
    ['founded', 'founded', undefined, 'body', 'events.founded · May 2023'],
    ['met', 'met', undefined, 'body', 'events.met · May 2023'],
    ['a paper that is the entry', 'signed', undefined, 'agreement', 'events.signed · May 2023'],
    [
      'a paper that is not',
      'signed',
      undefined,
      'body',
      'The towns put their names to a paper… · May 2023',
    ],
    ['a label', 'planned', 'third round planned', 'body', 'third round planned · May 2023'],
    ['words of others', 'said', undefined, 'body', null],
  ])('says of what the timeline tells: %s', (_, what, label, kind, expected) => {
    const when = { date: '2023-05', what, ...(label && { label }) };
    const text = 'The towns put their names to a paper that nobody has read.';
    const claims = [{ text, source: 'daily', asOf: '2024-02-14', when }];
    const entry = { ...explained.entry, kind, claims };
    const [claim] = cardContentOf({ ...explained, entry }, setting, english).claims;
    expect(claim?.event).toBe(expected);
  });

  it.each<[string, Reason, string]>([
    ['a name of its own', { kind: 'name' }, 'reasonName(HTG)'],
    [
      'the page',
      { kind: 'defined', long: 'Harbour Talks Group' },
      'reasonDefined(Harbour Talks Group)',
    ],
    [
      'evidence',
      { kind: 'evidence', words: ['port', 'quay', 'ship', 'sea'] },
      'reasonEvidence(port, quay and ship)',
    ],
    ['the page alone', { kind: 'own', long: 'x' }, 'reasonOwn'],
  ])('gives %s as the reason', (_, reason, expected) => {
    expect(cardContentOf(explained, { ...setting, reason }, english).reason).toBe(expected);
  });

  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'no address'])(
    'links nowhere for %j',
    (url) => {
      const sources = explained.sources.map((source) => ({ ...source, url }));
      const { claims } = cardContentOf({ ...explained, sources }, setting, english);
      expect(claims.map((claim) => claim.url)).toEqual([null, null, null, null, null]);
    },
  );
});

describe('ownTermContent', () => {
  it('says that the page alone defines it', () => {
    const reason = { kind: 'own', long: 'Harbour Talks Group' } as const;
    const content = ownTermContent('HTG', reason, 'en', english);
    expect(content).toMatchObject({ kind: 'own', reason: 'reasonOwn', gloss: null, claims: [] });
    expect([content.title.text, content.long?.text]).toEqual(['HTG', 'Harbour Talks Group']);
  });

  it('has what the page says that it means in place of a gloss', () => {
    const reason = { kind: 'own', long: 'Open water in sea ice.', isGloss: true } as const;
    const content = ownTermContent('polynya', reason, 'en', english);
    expect([content.long, content.gloss?.text]).toEqual([null, 'Open water in sea ice.']);
    expect(content.basis).toBe('fromPage');
  });
});
