import { describe, expect, it } from 'vitest';
import { remedyOf } from '../../../src/core/faults/fault.ts';
import type { Entry } from '../../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { keyOf } from '../../../src/core/matching/matcher.ts';
import {
  createOwnGlossary,
  EMPTY_FORM,
  type EntryForm,
  formOf,
  putBack,
  putEntry,
  removeEntry,
} from '../../../src/core/own/own-entries.ts';
import { checkForm } from '../../../src/core/own/own-form-check.ts';

const WRITER = { language: 'en', title: 'Mine', note: 'My own note', today: '2030-05-14' };
const EMPTY = createOwnGlossary(WRITER);
const form = (fields: Partial<EntryForm>): EntryForm => ({
  ...EMPTY_FORM,
  term: 'QTG',
  gloss: 'A made-up group.',
  ...fields,
});
const SOURCED = form({
  long: 'Quiet Talks Group',
  aliases: 'the Quiet Ones, 조용한 모임',
  kind: 'body',
  statement: 'It met on a Tuesday.',
  publisher: 'The Courier',
  title: 'Quiet talks',
  published: '2030-05-10',
  url: 'https://courier.example/quiet',
});

describe('an entry of the reader’s own', () => {
  it.each([
    ['bare', form({})],
    ['with everything', SOURCED],
    ['with a source that has no title', { ...SOURCED, title: '' }],
    ['in Korean', form({ term: '조용한회의', gloss: '지어낸 모임.' })],
    ['without capitals', form({ term: 'quiet talks' })],
  ])('comes back out of the form as it went in: %s', (_, given) => {
    const glossary = putEntry(EMPTY, null, given, WRITER);
    expect(parseGlossary(JSON.parse(JSON.stringify(glossary)), 'again')).toEqual(glossary);
    expect(formOf(glossary, glossary.entries[0]!)).toEqual(given);
  });

  it('credits the source with the statement, and not with what the reader explains', () => {
    const { entries, sources } = putEntry(EMPTY, null, SOURCED, WRITER);
    expect(entries[0]?.basis).toEqual(['own-note']);
    expect(entries[0]?.claims).toEqual([
      { text: 'It met on a Tuesday.', source: 'qtg-source', asOf: '2030-05-10' },
    ]);
    expect(sources.map(({ id }) => id)).toEqual(['own-note', 'qtg-source']);
  });

  it('keeps its id and place when it changes, and what the form does not show', () => {
    const two = putEntry(putEntry(EMPTY, null, SOURCED, WRITER), null, form({ term: 'B' }), WRITER);
    const [first, ...others] = two.entries;
    const cued = { ...two, entries: [{ ...first!, cues: ['harbour'] }, ...others] };
    const changed = putEntry(cued, 'qtg', { ...SOURCED, term: 'QUT' }, WRITER);
    expect(changed.entries.map(({ id }) => id)).toEqual(['qtg', 'b']);
    expect(changed.entries[0]).toMatchObject({ cues: ['harbour'] });
    expect(changed.sources.map(({ id }) => id)).toEqual(['own-note', 'qtg-source']);
  });

  it('goes with its source', () => {
    const gone = removeEntry(putEntry(EMPTY, null, SOURCED, WRITER), 'qtg');
    expect(gone).toEqual(EMPTY);
  });

  it('can be undone, whatever has changed since', () => {
    const before = putEntry(EMPTY, null, SOURCED, WRITER);
    const [entry] = before.entries as [Entry];
    const gone = removeEntry(before, 'qtg');
    expect(putBack(gone, before, entry)).toBe(before);
    const since = putEntry(gone, null, form({ term: 'Quay' }), WRITER);
    const back = putBack(since, before, entry);
    expect(back.entries.map(({ id }) => id)).toEqual(['qtg', 'quay']);
    expect(back.entries[0]).toEqual(entry);
    expect(back.sources.map(({ id }) => id).sort()).toEqual(['own-note', 'qtg-source']);
  });

  it('keeps the sources of an explanation that is not the reader’s, until he writes his own', () => {
    const [entry] = putEntry(EMPTY, null, form({}), WRITER).entries;
    const paper = {
      id: 'paper',
      kind: 'text' as const,
      publisher: 'P',
      title: 'T',
      published: '2029',
    };
    const imported = {
      ...EMPTY,
      sources: [...EMPTY.sources, { ...paper, published: '2029-01-02' }],
      entries: [{ ...entry!, basis: ['paper'] }],
    };
    const shown = formOf(imported, imported.entries[0]!);
    expect(shown.publisher).toBe('');
    expect(putEntry(imported, 'qtg', shown, WRITER).entries[0]?.basis).toEqual(['paper']);
    const rewritten = putEntry(imported, 'qtg', { ...shown, gloss: 'Mine.' }, WRITER);
    expect(rewritten.entries[0]?.basis).toEqual(['own-note']);
  });

  it('gets an id of its own', () => {
    let glossary = EMPTY;
    for (const term of ['QTG', 'qtg', '조용', 'ㄱ']) {
      glossary = putEntry(glossary, null, form({ term }), WRITER);
    }
    expect(glossary.entries.map(({ id }) => id)).toEqual(['qtg', 'qtg-2', 'entry', 'entry-2']);
  });

  it.each<[string, Partial<EntryForm>, Record<string, string>]>([
    ['nothing wrong', {}, {}],
    ['no term', { term: '  ' }, { term: 'must not be empty' }],
    ['no gloss', { gloss: '' }, { gloss: 'must not be empty' }],
    ['no letter', { term: '🚀' }, { term: expect.stringContaining('letter') }],
    [
      'a source that says nothing',
      { publisher: 'P', published: '2030-05-10' },
      { statement: 'must not be empty' },
    ],
    [
      'a source without a day',
      { statement: 'S', publisher: 'P' },
      { published: expect.stringContaining('date') },
    ],
    [
      'a source without a publisher',
      { statement: 'S', published: '2030-05-10' },
      { publisher: 'must not be empty' },
    ],
    [
      'a link that runs a script',
      { statement: 'S', publisher: 'P', published: '2030-05-10', url: 'javascript:alert(1)' },
      { url: expect.stringContaining('address') },
    ],
    ['a long form with a line break', { long: 'a\nb' }, { long: expect.stringContaining('plain') }],
    ['an alias too long', { aliases: `a, ${'x'.repeat(201)}` }, { aliases: expect.any(String) }],
  ])('is checked at its fields: %s', (_, fields, expected) => {
    const faults = [...checkForm(EMPTY, null, form(fields), WRITER)];
    expect(Object.fromEntries(faults.map(([field, it]) => [field, remedyOf(it)]))).toEqual(
      expected,
    );
  });

  it.each([
    ['three letters', 'QTG', false],
    ['an ordinary phrase', 'quiet talks', false],
    ['one letter', 'Q', true],
    ['a letter with signs', 'C++', false],
    ['a letter with a number', 'K-9', false],
    ['a number', '35', true],
    ['a small word', 'van', true],
    ['a common word', 'Action', true],
  ])('needs other words for it only where it stands everywhere: %s', (_, term, ambiguous) => {
    const index = indexGlossaries([putEntry(EMPTY, null, form({ term }), WRITER)]);
    const [candidate] = lookUp(index, [keyOf(term)!]);
    expect(candidate?.names[0]?.ambiguous).toBe(ambiguous);
  });
});
