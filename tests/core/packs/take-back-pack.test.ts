import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import {
  createOwnGlossary,
  EMPTY_FORM,
  type EntryForm,
  putEntry,
  removeEntry,
} from '../../../src/core/own/own-entries.ts';
import { mergePacks } from '../../../src/core/packs/pack-merge.ts';
import { takeBackPack } from '../../../src/core/packs/take-back-pack.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const WRITER = { language: 'en', title: 'Mine', note: 'My own note', today: '2030-05-14' };
const ELSEWHERE = { ...WRITER, title: 'Mine elsewhere', today: '2029-01-02' };
const write = (own: Glossary, term: string, gloss: string, more: Partial<EntryForm> = {}) => {
  const id = own.entries.find(({ names }) => names[0]?.text === term)?.id ?? null;
  return putEntry(own, id, { ...EMPTY_FORM, term, gloss, ...more }, WRITER);
};
const glosses = (own: Glossary | null) => own?.entries.map(({ gloss }) => gloss);

/** A fact with a source of its own. */
const FACT = { statement: 'It met.', publisher: 'The Courier', published: '2030-05-10' };
const LAMP = write(createOwnGlossary(WRITER), 'Lamp', 'My lamp.', FACT);
const MINE = write(LAMP, 'Quay', 'My quay.');
const THEIRS = write(
  write(createOwnGlossary(ELSEWHERE), 'Lamp', 'Their lamp.'),
  'Tower',
  'Theirs.',
);

describe('an import of own entries that is taken back', () => {
  const joined = mergePacks(MINE, THEIRS).glossary;

  it.each<[string, Glossary, Glossary | null, Glossary]>([
    ['one that joined', joined, MINE, MINE],
    ['one that replaced', THEIRS, MINE, MINE],
  ])('leaves what there was: %s', (_, after, before, expected) => {
    expect(takeBackPack(after, { before, after })).toEqual(expected);
  });

  it('leaves nothing where there was nothing', () => {
    expect(takeBackPack(THEIRS, { before: null, after: THEIRS })).toBeNull();
  });

  it.each<[string, Glossary, Glossary | null, string[]]>([
    ['where there was nothing', THEIRS, null, ['New.']],
    ['beside those that joined', joined, MINE, ['My lamp.', 'My quay.', 'New.']],
    ['in place of those that were replaced', THEIRS, MINE, ['My lamp.', 'My quay.', 'New.']],
  ])('leaves an entry that was added since: %s', (_, after, before, expected) => {
    const now = write(after, 'New', 'New.');
    expect(glosses(takeBackPack(now, { before, after }))).toEqual(expected);
  });

  it('leaves an entry that was changed since, and one that was removed since away', () => {
    const now = removeEntry(write(joined, 'Tower', 'Better.'), 'quay');
    const left = takeBackPack(now, { before: MINE, after: joined });
    expect(glosses(left)).toEqual(['My lamp.', 'Better.']);
  });

  it('keeps the source of what stays, beside another one of its id', () => {
    const elsewhere = { ...FACT, publisher: 'The Other Courier' };
    const after = write(THEIRS, 'Lamp', 'Their lamp.', elsewhere);
    const [lamp] = after.entries;
    // Another entry tells of the same source, and its gloss was changed since.
    const tower = { ...after.entries[1]!, gloss: 'Better.', claims: lamp!.claims };
    const now = parseGlossary({ ...after, entries: [lamp, tower] }, 'now');
    const left = takeBackPack(now, { before: MINE, after });
    expect(glosses(left)).toEqual(['My lamp.', 'My quay.', 'Better.']);
    const sourceOf = (at: number) => {
      const cited = left?.entries[at]?.claims[0]?.source;
      return left?.sources.find(({ id }) => id === cited)?.publisher;
    };
    expect([sourceOf(0), sourceOf(2)]).toEqual(['The Courier', 'The Other Courier']);
  });

  it('gives the glossary its own words back, unless they were changed since', () => {
    const now = { ...write(THEIRS, 'New', 'New.'), version: '3.0.0' };
    const left = takeBackPack(now, { before: MINE, after: THEIRS });
    expect(left).toMatchObject({ title: 'Mine', version: '3.0.0' });
    expect(left?.sources.find(({ id }) => id === 'own-note')?.published).toBe('2030-05-14');
  });
});

it('a relation to what goes is left out', () => {
  const entries = { quay: { long: ['Quay Board'] }, tower: { long: ['Signal Tower'] } };
  const after = makeGlossary(entries);
  const now = makeGlossary({ ...entries, lamp: { long: ['Lamp Board'], related: ['quay'] } });
  const left = takeBackPack(now, { before: null, after });
  expect(left?.entries).toMatchObject([{ id: 'lamp', related: [] }]);
});
