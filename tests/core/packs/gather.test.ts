/** Entries of several glossaries in one, which can be brought in again. */
import { describe, expect, it } from 'vitest';
import type { Entry, Glossary } from '../../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { gatherEntries, type Picked } from '../../../src/core/packs/gather.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const ABOUT = { id: 'gathered', title: 'Terms' };

const pick = (glossary: Glossary, ...ids: string[]): Picked[] =>
  glossary.entries
    .filter(({ id }) => ids.includes(id))
    .map((entry) => ({
      glossary: glossary.id,
      language: glossary.language,
      sources: glossary.sources,
      entry,
    }));

const ONE = makeGlossary(
  {
    group: { short: ['QTG'], related: ['port', 'lake'], parties: ['KR', 'port'] },
    port: { long: ['Old Port'] },
    lake: { long: ['Lake'] },
  },
  'one',
);
const OTHER = {
  ...makeGlossary({ group: { short: ['HTG'] } }, 'other'),
  sources: [{ ...ONE.sources[0]!, title: 'Another text' }],
};

describe('entries of several glossaries', () => {
  it('make one that can be brought in again', () => {
    const gathered = gatherEntries([...pick(ONE, 'group', 'port'), ...pick(OTHER, 'group')], ABOUT);
    expect(parseGlossary(JSON.parse(JSON.stringify(gathered)), 'again')).toEqual(gathered);
    expect(gathered.entries.map(({ id }) => id)).toEqual(['group', 'port', 'group-2']);
  });

  it('keep relations and parties among them, and no others', () => {
    const [group] = gatherEntries(pick(ONE, 'group', 'port'), ABOUT).entries;
    expect(group?.related.map(({ entry }) => entry)).toEqual(['port']);
    expect(group?.parties).toEqual(['KR', 'port']);
    const [alone] = gatherEntries(pick(ONE, 'group'), ABOUT).entries;
    expect([alone?.related, alone?.parties]).toEqual([[], ['KR']]);
  });

  it('keep their sources apart where these differ, and no more than they name', () => {
    const { sources, entries } = gatherEntries(
      [...pick(ONE, 'group'), ...pick(OTHER, 'group')],
      ABOUT,
    );
    expect(sources.map(({ id, title }) => [id, title])).toEqual([
      ['paper', 'A text'],
      ['paper-2', 'Another text'],
    ]);
    expect(entries.map(({ basis }) => basis)).toEqual([['paper'], ['paper-2']]);
    expect(gatherEntries(pick(ONE, 'port', 'lake'), ABOUT).sources).toHaveLength(1);
  });

  it('are explained in the language of the first, where they can be', () => {
    const korean = { ...OTHER, language: 'ko' };
    const entry = { ...korean.entries[0], translations: [{ lang: 'en', gloss: 'In English.' }] };
    const picked = pick(korean, 'group').map((each) => ({ ...each, entry: entry as Entry }));
    const { language, entries } = gatherEntries([...pick(ONE, 'port'), ...picked], ABOUT);
    expect([language, entries[1]?.gloss]).toEqual(['en', 'In English.']);
    expect(entries[1]?.translations).toEqual([{ lang: 'ko', gloss: 'It is in this test.' }]);
  });

  it('lose the mark of the glossary that has added a claim', () => {
    const claim = { text: 'It met.', source: 'paper', asOf: '2026-01-02', from: 'Another' };
    const picked = pick(ONE, 'port').map((each) => ({
      ...each,
      entry: { ...each.entry, claims: [claim] },
    }));
    const [port] = gatherEntries(picked, ABOUT).entries;
    expect(port?.claims).toEqual([{ text: 'It met.', source: 'paper', asOf: '2026-01-02' }]);
  });
});
