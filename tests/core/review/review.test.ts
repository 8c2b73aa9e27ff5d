import { describe, expect, it } from 'vitest';
import { draftGlossary } from '../../../src/core/draft/draft-glossary.ts';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { explainEntry } from '../../../src/core/library/library-answers.ts';
import { indexGlossaries, refOf } from '../../../src/core/library/library-index.ts';
import { lintGlossary } from '../../../src/core/packs/pack-check.ts';
import { mergePacks } from '../../../src/core/packs/pack-merge.ts';
import {
  checkSource,
  enrichGlossary,
  findFaults,
} from '../../../src/core/review/build-glossary.ts';
import { decide, editItem, editProposal } from '../../../src/core/review/choices.ts';
import { type KnownEntry, matchKnown } from '../../../src/core/review/known-entries.ts';
import { parseReviewHead } from '../../../src/core/review/parse-review.ts';
import { type Proposal, propose } from '../../../src/core/review/proposals.ts';
import type { Choice } from '../../../src/core/review/review-types.ts';
import { cleanText, startReview } from '../../../src/core/review/start-review.ts';
import { createTermFinder, cutParagraphs } from '../../../src/core/review/text-spans.ts';
import { sayOf } from '../../../src/core/review/wording.ts';
import { HARBOUR, ISLANDS } from '../draft/draft-texts.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const DRAFT = draftGlossary([HARBOUR]);
const TARGET = { ...makeGlossary({}, 'mine'), sources: [] };

const LIBRARY = makeGlossary(
  { clc: { short: ['CLC'], long: ['Coastal Lookout Council'], gloss: 'It watches the straits.' } },
  'straits',
);

/** What the glossaries hold of drafted entries. */
function know(draft: typeof DRAFT, ...glossaries: readonly Glossary[]) {
  const index = indexGlossaries(glossaries);
  const tolds = [...index.entries.keys()].flatMap((ref) => explainEntry(index, ref) ?? []);
  const found = draft.entries.map((entry) => [entry.id, matchKnown(entry, tolds)] as const);
  return new Map(found.filter((each): each is [string, KnownEntry] => each[1] !== null));
}

const proposals = (choices: readonly Choice[] = [], known = know(DRAFT)) =>
  propose(DRAFT.entries, known, choices);
const pick = (all: readonly Proposal[], id: string) => all.find((each) => each.id === id)!;
const accept = (...ids: string[]) => decide([], ids, 'accepted');

describe('proposals', () => {
  it('stand in the order of the text', () => {
    const ids = proposals().map(({ id }) => id);
    expect(ids.indexOf('jpstg')).toBeLessThan(ids.indexOf('clc'));
    expect(ids).toHaveLength(DRAFT.entries.length);
  });

  it('have a gloss in the words of the text, and its dated claims', () => {
    const { title, long, gloss, claims, isSure, into } = pick(proposals(), 'clc');
    expect([title, long, into]).toEqual(['CLC', 'Coastal Lookout Council', null]);
    expect(gloss).toBe(
      'Launched in August 2022, the Coastal Lookout Council (CLC) is a consulting body designed to watch the straits.',
    );
    const dates = claims.filter(({ on }) => on).flatMap(({ claim }) => claim.when);
    expect(dates).toContainEqual(expect.objectContaining({ date: '2022-08', what: 'founded' }));
    expect(isSure).toBe(true);
  });

  it('are not sure of an acronym that the text leaves unexplained, which has no gloss', () => {
    expect(pick(proposals(), 'zto')).toMatchObject({ gloss: '', isSure: false });
    expect(findFaults(DRAFT, pick(proposals(), 'zto'))).toEqual(['gloss']);
  });

  it('follow what the reviewer changes', () => {
    let choices: Choice[] = editProposal([], 'clc', { gloss: 'A council of lookouts.' });
    const [claim] = pick(proposals(), 'clc').claims;
    choices = editItem(choices, 'clc', 'claims', { id: claim!.id, text: 'Anew.' });
    choices = editItem(choices, 'clc', 'claims', { id: claim!.id, on: true });
    const changed = pick(proposals(choices), 'clc');
    expect(changed.gloss).toBe('A council of lookouts.');
    expect(changed.claims[0]).toMatchObject({ text: 'Anew.', on: true });
    expect(changed).toMatchObject({ verdict: 'open', isSure: false });
  });
});

it.each([
  ['what is said of a thing, with its name before it', 'is a panel', 'HPB is a panel.'],
  ['a whole sentence, as it is', 'The board met.', 'The board met.'],
  ['a sentence that ends with a quote', 'He said, “Yes.”', 'He said, “Yes.”'],
  ['a clause that a comma ends', 'a panel of\n keepers,', 'A panel of keepers.'],
  ['Korean', '등대협의그룹은 협의체다', '등대협의그룹은 협의체다.'],
])('says %s', (_, quote, expected) => expect(sayOf('HPB', quote)).toBe(expected));

describe('what the library knows', () => {
  const known = () => know(DRAFT, LIBRARY);

  it('is met by its spelled-out name', () => {
    expect(known().get('clc')).toMatchObject({ by: 'name', told: { ref: 'straits/clc' } });
    expect(pick(proposals([], known()), 'clc').into).toBe('straits/clc');
  });

  it('is not met by letters that the text spells out in another way', () => {
    const other = makeGlossary({ clc: { short: ['CLC'], long: ['Crown Land Commission'] } });
    expect(know(DRAFT, other).get('clc')).toBeUndefined();
  });

  it('is met by letters alone where the text does not spell them out', () => {
    const other = makeGlossary({ zto: { short: ['ZTO'], long: ['Zonal Tide Office'] } });
    expect(know(DRAFT, other).get('zto')).toMatchObject({ by: 'letters' });
  });

  it('is met by letters in another language', () => {
    const korean = draftGlossary([ISLANDS]);
    const english = makeGlossary({
      lcg: { short: ['LCG'], long: ['Lighthouse Consultative Group'] },
    });
    expect(know(korean, english).get('lcg')).toMatchObject({ by: 'letters' });
  });

  it('is left alone where the text says nothing new of it', () => {
    const target = enrichGlossary(TARGET, DRAFT, proposals(accept('clc')));
    const again = pick(proposals([], know(DRAFT, target.glossary)), 'clc');
    expect(again).toMatchObject({ into: 'mine/clc', isIdle: true });
  });

  it('can be set aside: then a new entry is proposed', () => {
    const choices = editProposal([], 'clc', { into: null });
    expect(pick(proposals(choices, known()), 'clc')).toMatchObject({ into: null, known: null });
  });
});

describe('a glossary that is enriched', () => {
  it('gets new entries with their claims, quotes and source', () => {
    const { glossary, kept } = enrichGlossary(TARGET, DRAFT, proposals(accept('clc')));
    expect(kept).toEqual(['clc']);
    const [entry] = glossary.entries;
    expect(entry).toMatchObject({ id: 'clc', kind: 'body', basis: ['gazette-2023'] });
    expect(entry?.claims.length).toBeGreaterThan(0);
    for (const claim of entry?.claims ?? []) {
      expect(claim).toMatchObject({ source: 'gazette-2023', asOf: '2023-03-01' });
      expect(claim.quote).not.toBe('');
    }
    expect(glossary.sources).toEqual([expect.objectContaining({ id: 'gazette-2023' })]);
  });

  it.each([
    ['in one part', 'The CLC met in Velm in July 2021 and in June 2022.', 1],
    ['in two parts', 'The CLC met in Velm in July 2021 and met again in June 2022.', 2],
  ])('gets a sentence with two dates %s as two claims, once', (_, words, texts) => {
    const draft = draftGlossary([
      { ...HARBOUR, text: `The Coastal Lookout Council (CLC) is a body of keepers. ${words}` },
    ]);
    const [entry] = propose(draft.entries, new Map(), accept('clc'));
    expect(new Set(entry!.claims.map(({ id }) => id)).size).toBe(entry!.claims.length);
    const once = enrichGlossary(TARGET, draft, [entry!]).glossary;
    const dated = once.entries[0]!.claims.filter(({ when }) => when !== undefined);
    expect(dated.map(({ when }) => when?.date)).toEqual(['2021-07', '2022-06']);
    expect(new Set(dated.map(({ text }) => text)).size).toBe(texts);
    expect(mergePacks(once, once).glossary.entries).toEqual(once.entries);
    expect(lintGlossary(once).filter(({ code }) => code === 'claimTwice')).toEqual([]);
  });

  it('is the same when it is enriched twice', () => {
    const once = enrichGlossary(TARGET, DRAFT, proposals(accept('clc', 'jpstg'))).glossary;
    const known = know(DRAFT, once);
    const choices = accept('clc', 'jpstg');
    expect(enrichGlossary(once, DRAFT, proposals(choices, known)).glossary).toEqual(once);
  });

  it('gets claims for an entry that it has, whose gloss and names stay', () => {
    const choices = accept('clc');
    const known = know(DRAFT, LIBRARY);
    const { glossary } = enrichGlossary(LIBRARY, DRAFT, proposals(choices, known));
    expect(glossary.entries).toHaveLength(1);
    expect(glossary.entries[0]).toMatchObject({
      gloss: 'It watches the straits.',
      basis: ['paper'],
    });
    expect(glossary.entries[0]?.claims.length).toBeGreaterThan(0);
    expect(glossary.entries[0]?.names).toHaveLength(2);
  });

  it('gets a stand-in for an entry of another glossary', () => {
    const known = know(DRAFT, LIBRARY);
    const { glossary } = enrichGlossary(TARGET, DRAFT, proposals(accept('clc'), known));
    expect(glossary.entries[0]).toMatchObject({ id: 'clc', gloss: 'It watches the straits.' });
    expect(glossary.sources.map(({ id }) => id)).toEqual(['paper', 'gazette-2023']);
  });

  it('gives a new entry an id that is free', () => {
    const taken = makeGlossary({ clc: { long: ['Quite Other Thing'] } }, 'mine');
    const { glossary } = enrichGlossary(taken, DRAFT, proposals(accept('clc')));
    expect(glossary.entries.map(({ id }) => id)).toEqual(['clc', 'clc-2']);
  });

  it('joins proposals that are one thing; one that waits for the other stays behind', () => {
    const merged = editProposal(accept('jpstg'), 'jpstg', { into: 'proposal:clc' });
    expect(enrichGlossary(TARGET, DRAFT, proposals(merged)).kept).toEqual([]);
    const both = decide(merged, ['clc'], 'accepted');
    const { glossary, kept } = enrichGlossary(TARGET, DRAFT, proposals(both));
    expect(kept).toEqual(['clc', 'jpstg']);
    expect(glossary.entries.map(({ id }) => id)).toEqual(['clc']);
    expect(glossary.entries[0]?.names.map(({ text }) => text)).toContain('JPSTG');
  });

  it('takes a long form by hand, and leaves out what was taken out', () => {
    let choices = editProposal(accept('zto'), 'zto', {
      gloss: 'Towns.',
      long: 'Zone of Tide Towns',
    });
    const { claims } = pick(proposals(), 'zto');
    for (const { id } of claims) choices = editItem(choices, 'zto', 'claims', { id, on: false });
    const { glossary } = enrichGlossary(TARGET, DRAFT, proposals(choices));
    expect(glossary.entries[0]).toMatchObject({
      gloss: 'Towns.',
      names: [{ text: 'ZTO' }, { text: 'Zone of Tide Towns', role: 'long' }],
      claims: [],
    });
  });

  it('takes event, date and sayer by hand, with the checks of a pack', () => {
    const { claims } = pick(proposals(), 'jpstg');
    const [first] = claims.filter(({ on }) => on);
    const mend = (edit: object) =>
      editItem(accept('jpstg'), 'jpstg', 'claims', { id: first!.id, ...edit });
    const mended = proposals(mend({ what: 'signed', date: ' 2017-11 ', by: ' Mara Vellin ' }));
    const { glossary } = enrichGlossary(TARGET, DRAFT, mended);
    const claim = glossary.entries[0]?.claims.find(({ said_by }) => said_by === 'Mara Vellin');
    expect(claim?.when).toEqual({ what: 'signed', date: '2017-11' });
    const faultsOf = (edit: object) => findFaults(DRAFT, pick(proposals(mend(edit)), 'jpstg'));
    expect(faultsOf({ what: 'met', date: 'June' })).toEqual(['dateForm']);
    expect(faultsOf({ what: 'met', date: '2023-02-31' })).toEqual(['dateForm']);
    expect(faultsOf({ what: 'met', date: '2031' })).toEqual(['dateAhead']);
    expect(faultsOf({ what: 'planned', date: '2031' })).toEqual([]);
    expect(faultsOf({ what: null })).toEqual([]);
  });

  it('takes the source of a statement by hand, by whose day its date is judged', () => {
    const [first] = pick(proposals(), 'jpstg').claims.filter(({ on }) => on);
    const from = { publisher: 'Velm Courier', title: 'Lights', published: '2016-05-01' };
    const mend = (edit: object) =>
      proposals(
        editItem(accept('jpstg'), 'jpstg', 'claims', { id: first!.id, what: 'met', ...edit }),
      );
    const { glossary } = enrichGlossary(TARGET, DRAFT, mend({ date: '2016-04', from }));
    const claim = glossary.entries[0]?.claims.find(({ asOf }) => asOf === '2016-05-01');
    const source = glossary.sources.find(({ id }) => id === claim?.source);
    expect(source).toMatchObject({ ...from, kind: 'text' });
    // The others rest on the text as before.
    expect(glossary.sources.map(({ publisher }) => publisher)).toContain(HARBOUR.publisher);
    const faultsOf = (edit: object) => findFaults(DRAFT, pick(mend(edit), 'jpstg'));
    expect(faultsOf({ date: '2016-06', from })).toEqual(['dateAhead']);
    expect(faultsOf({ date: '2016-06', from: null })).toEqual([]);
    expect(faultsOf({ date: '2016-04', from: { ...from, published: null } })).toEqual(['source']);
  });

  it('is not made where the source has no day', () => {
    const { published: _, ...rest } = HARBOUR;
    const draft = draftGlossary([{ ...rest, published: null }]);
    const [first] = propose(draft.entries, new Map(), []);
    expect(findFaults(draft, { ...first!, gloss: 'It is.' })).toEqual(['source']);
    expect([...checkSource(draft.sources[0]!).keys()]).toEqual(['published']);
  });

  it.each([
    ['no name', { names: [], longByHand: '' }, ['names']],
    ['no gloss', { gloss: ' ' }, ['gloss']],
    ['a gloss with hidden letters only', { gloss: '\u202e' }, ['gloss']],
  ])('is not made with %s', (_, change, faults) => {
    expect(findFaults(DRAFT, { ...pick(proposals(), 'clc'), ...change })).toEqual(faults);
  });
});

describe('a review', () => {
  const read = {
    text: 'One\r\nt\u202ewo\u0000\u00ad',
    about: { publisher: 'A', title: 'B', published: '2024-05-20' },
  };

  it('begins with a clean text and a source that is the same each time', () => {
    const review = startReview(read, 'r1', '2030-05-14T06:00:00.000Z');
    expect(review.text).toBe('One\ntwo');
    expect(review.source.id).toMatch(/^a-2024-05-20-[a-z0-9]+$/);
    expect(startReview(read, 'r2', '2031').source).toEqual(review.source);
    expect(parseReviewHead(JSON.parse(JSON.stringify(review)))).not.toBeNull();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['of a later version', { id: 'x', begun: '', source: {}, verdicts: [] }],
    [
      'with a verdict that is none',
      { ...startReview(read, 'r', ''), choices: [{ entry: 'a', verdict: 'maybe', edit: {} }] },
    ],
  ])('is not read from storage when it is %s', (_, stored) => {
    expect(parseReviewHead(stored)).toBeNull();
  });

  it.each([
    ['Korean, whose source has no Latin letters', '바다일보', /^text-[a-z0-9]+$/],
    ['a publisher with signs', '<b>A & B</b>', /^b-a-b-b-[a-z0-9]+$/],
  ])('has a source with an id for %s', (_, publisher, pattern) => {
    const { source } = startReview({ text: 'x', about: { publisher } }, 'r', '');
    expect(source.id).toMatch(pattern);
  });

  it('shows the text in paragraphs with the places of its terms', () => {
    const paragraphs = cutParagraphs(HARBOUR.text);
    expect(paragraphs.map(({ text }) => text)).toEqual(
      HARBOUR.text.split('\n').filter((line) => line.trim() !== ''),
    );
    for (const { start, end, text } of paragraphs) {
      expect(HARBOUR.text.slice(start, end)).toBe(text);
    }
    const find = createTermFinder(DRAFT.entries);
    const terms = paragraphs.flatMap(({ text }) =>
      find(text).map(({ start, end, entry }) => `${text.slice(start, end)}→${entry}`),
    );
    expect(terms).toContain('CLC→clc');
    expect(terms).toContain('Coastal Lookout Council→clc');
  });

  it.each([
    ['bidi overrides', 'a\u202eb', 'ab'],
    ['invisible letters', 'a\u200bb\ufeff', 'ab'],
    ['joiners that letters need', 'a\u200db', 'a\u200db'],
    ['line ends of all kinds', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ])('cleans %s', (_, text, expected) => expect(cleanText(text)).toBe(expected));
});

it('lays what a reader’s glossary adds onto the entry of another', async () => {
  const { layTogether } = await import('../../../src/core/library/supplements.ts');
  const known = know(DRAFT, LIBRARY);
  const { glossary } = enrichGlossary(TARGET, DRAFT, proposals(accept('clc', 'jpstg'), known));
  const [base, own] = layTogether([LIBRARY, glossary]);
  expect(base?.entries[0]?.claims.length).toBeGreaterThan(0);
  expect(base?.entries[0]?.gloss).toBe('It watches the straits.');
  expect(own?.entries.map(({ id }) => id)).toEqual(['jpstg']);
  const index = indexGlossaries([base!, own!]);
  expect(index.bearers.get('clc')).toBe(1);
  const explained = explainEntry(index, refOf(LIBRARY, 'clc'));
  expect(explained?.sources.map(({ id }) => id).sort()).toEqual(['gazette-2023', 'paper']);
  const apart = [LIBRARY, makeGlossary({ clc: { long: ['Other Thing'] } }, 'other')];
  expect(layTogether(apart)).toBe(apart);
});
