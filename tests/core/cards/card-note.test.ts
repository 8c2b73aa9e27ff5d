import { describe, expect, it } from 'vitest';
import type { CardClaim, CardContent } from '../../../src/core/cards/card-content.ts';
import { writeBrief, writeNote, writeNoteOf } from '../../../src/core/cards/card-note.ts';
import { type CardKey, readCardStrings } from '../../../src/core/cards/card-strings.ts';
import { isDisputed } from '../../../src/core/cards/disputes.ts';
import type { Claim } from '../../../src/core/glossary/glossary.ts';

const strings = readCardStrings((key: CardKey) =>
  key === 'card.language' ? 'en-GB' : key.slice('card.'.length),
);

const claim = (text: string, parts: Partial<CardClaim> = {}): CardClaim => ({
  text: { text, lang: 'en' },
  saidBy: null,
  asOf: 'as of 2022',
  source: 'The Harbour Paper',
  url: 'https://paper.example/a',
  aged: null,
  date: '2022',
  event: 'Met',
  from: null,
  differs: null,
  ...parts,
});

const content: CardContent = {
  ref: 'g/htg',
  title: { text: 'HTG', lang: 'en' },
  long: { text: 'Harbour Talks Group', lang: 'en' },
  otherNames: [{ text: '항구협의체', lang: 'ko' }],
  kind: 'Body',
  parties: [{ code: 'KR', name: 'South Korea' }],
  level: null,
  gloss: { text: 'A group that talks.', lang: 'en' },
  basis: 'Based on The Harbour Paper',
  claims: [
    claim('It met.'),
    claim('It is dead.', { saidBy: 'According to a scholar', url: null }),
    claim('Third.'),
    claim('Fourth.'),
  ],
  related: [],
  table: null,
  rivals: [],
  namesakes: [],
  alsoIn: [],
  reason: null,
  pageDate: null,
};

describe('writeNote', () => {
  it('says what the card says, each statement with source, day and whose view it is', () => {
    expect(writeNote(content, strings)).toBe(
      [
        '**HTG** · Harbour Talks Group · 항구협의체',
        'Body · South Korea',
        '',
        'A group that talks. (Based on The Harbour Paper)',
        '',
        '- It met. ([The Harbour Paper](https://paper.example/a), as of 2022)',
        '- According to a scholar: It is dead. (The Harbour Paper, as of 2022)',
        '- Third. ([The Harbour Paper](https://paper.example/a), as of 2022)',
        '',
      ].join('\n'),
    );
  });

  it('says of what may have changed since that it may have', () => {
    const claims = [claim('It met.', { aged: 'may have changed since', from: 'from Mine' })];
    expect(writeNote({ ...content, claims }, strings)).toContain(
      '- It met. ([The Harbour Paper](https://paper.example/a), as of 2022, may have changed since, from Mine)',
    );
  });

  it('says on which page the card was opened, and of which day that is', () => {
    const address = 'https://news.example/1';
    const page = { title: 'A *quiet* day', address, date: '2024-02-20T10:00:00Z' };
    const [note, bare] = [writeNoteOf(page, content, strings), writeNote(content, strings)];
    expect(note).toBe(`${bare}\nA \\*quiet\\* day <${address}> · 20 February 2024\n`);
    expect(writeNoteOf({ title: ' ', address, date: null }, content, strings)).toBe(
      `${bare}\n<${address}>\n`,
    );
  });

  it('says of a term of the page’s own where it comes from', () => {
    const own = { ...content, ref: null, gloss: null, claims: [], reason: 'reasonOwn' };
    expect(writeNote(own, strings)).toContain('\n\nreasonOwn\n');
  });

  it('takes no mark and no line break from a text', () => {
    const title = { text: '*H*\n# [T](x) `G` <b>_', lang: 'en' };
    const [head] = writeNote({ ...content, title }, strings).split('\n');
    expect(head).toContain('\\*H\\* \\# \\[T\\](x) \\`G\\` \\<b\\>\\_');
  });
});

describe('writeBrief', () => {
  it('begins with the page and holds a note for each term', () => {
    const page = { title: 'A *quiet* day', address: 'https://news.example/1', date: '2024-02-20' };
    const brief = writeBrief(page, [content, content], strings);
    expect(brief).toMatch(
      /^# A \\\*quiet\\\* day\n\n<https:\/\/news\.example\/1> · 20 February 2024\n\n/,
    );
    expect(brief.match(/\*\*HTG\*\*/g)).toHaveLength(2);
    expect(writeBrief({ ...page, date: null }, [], strings)).toContain(
      '<https://news.example/1>\n',
    );
  });
});

describe('isDisputed', () => {
  const make = (source: string, date: string, what: 'founded' | 'met' = 'founded'): Claim => ({
    text: 'x',
    source,
    asOf: '2024-01-01',
    when: { date, what },
  });
  it.each<[string, Claim, Claim, boolean]>([
    ['two sources with two years', make('a', '2016'), make('b', '2017'), true],
    ['a year and a day of it', make('a', '2016'), make('b', '2016-10-19'), false],
    ['two dates of one source', make('a', '2016'), make('a', '2017'), false],
    ['meetings, which are many', make('a', '2016', 'met'), make('b', '2017', 'met'), false],
    ['different events', make('a', '2016'), make('b', '2017', 'met'), false],
  ])('of %s', (_, one, other, expected) => {
    expect(isDisputed(one, [one, other])).toBe(expected);
    expect(isDisputed(other, [one, other])).toBe(expected);
  });
});
