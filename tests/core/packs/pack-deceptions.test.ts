/**
 * Threats: "a pack freezes pages", "a pack impersonates", "a spreadsheet takes a cell for a formula".
 */
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../src/core/faults/fault.ts';
import { CAPS } from '../../../src/core/glossary/caps.ts';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { explainEntry } from '../../../src/core/library/library-answers.ts';
import { indexGlossaries } from '../../../src/core/library/library-index.ts';
import { layTogether } from '../../../src/core/library/supplements.ts';
import { writeBackup } from '../../../src/core/packs/backup.ts';
import { guard, unguard } from '../../../src/core/packs/csv-cells.ts';
import { writeCsv } from '../../../src/core/packs/csv-text.ts';
import { readImportFile } from '../../../src/core/packs/import-file.ts';
import { checkPack, findLikeTitle } from '../../../src/core/packs/pack-check.ts';
import { fc } from '../../properties.ts';
import { readHere } from '../formats/read.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';
import { sampleInput } from './pack-sample.ts';

/** The sample with something else at a path such as `entries.0.gloss`. */
function withAt(path: string, value: string): unknown {
  const input: unknown = sampleInput();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((at, key) => (at as Record<string, unknown>)[key], input);
  (holder as Record<string, unknown>)[last] = value;
  return input;
}

const importOf = (text: string, fixed: readonly string[] = ['korea-us-alliance']) =>
  readImportFile(
    { name: 'a.json', size: text.length, arrayBuffer: async () => new ArrayBuffer(0) },
    () => text,
    new Set(fixed),
    readHere,
    async () => '',
  );

const said = (input: unknown) => checkPack(input, 'a.json').faults.map(describeFault);

describe('entries that share a name', () => {
  const shared = (count: number) =>
    makeEntries(count, (i) => ({ short: ['NATO'], long: [`Name ${i}`] }));
  const makeEntries = (count: number, make: (i: number) => object): unknown => {
    const { entries, ...head } = makeGlossary({ e: make(0) });
    const names = Array.from({ length: count }, (_, i) => makeGlossary({ e: make(i) }));
    const all = names.map((each, i) => ({ ...each.entries[0], id: `e${i}` }));
    return { ...head, entries: entries.length === 0 ? [] : all };
  };

  it('may be as many as there are countries, and no more', () => {
    expect(checkPack(shared(CAPS.bearers), 'a.json').faults).toEqual([]);
    expect(said(shared(CAPS.bearers + 1))).toEqual([
      'entries[200].names[0].text is "NATO", a name of more than 200 entries: keep it only where it tells an entry apart',
    ]);
  });

  it('may begin alike in number, and no more', () => {
    const alike = makeEntries(CAPS.beginnings + 1, (i) => ({ long: [`Ministry of Item ${i}`] }));
    expect(said(alike)).toEqual([
      'entries[2000].names[0].text is "ministry of"; more than 2000 names begin with these words: split the glossary or remove some of them',
    ]);
  });
});

describe('a text that the eye cannot read', () => {
  it.each([
    ['a Hangul filler', '\u3164'],
    ['a Hangul filler in a word', 'NA\u3164TO'],
    ['a blank of Braille', '\u2800'],
    ['variation selectors', '\ufe0f\ufe0f'],
    ['a joiner', '\u200d'],
    ['marks without a letter', '\u0301\u0302'],
    ['a heap of marks', `N${'\u0335'.repeat(12)}`],
    ['a grapheme joiner', 'NA\u034fTO'],
    ['a turn of direction', 'NA\u202eTO'],
  ])('is refused: %s', (_, name) => {
    for (const path of [
      'entries.0.names.0.text',
      'entries.0.gloss',
      'sources.0.publisher',
      'title',
    ]) {
      expect(checkPack(withAt(path, name), 'a.json').glossary, path).toBeNull();
    }
  });

  it.each([['Nguyễn Ái Quốc'], ['हिन्दी'], ['ព្រះរាជាណាចក្រ'], ['北\u{e0100}京'], ['A ☎️ B']])(
    'is not a word of a living script: %s',
    (name) =>
      expect(checkPack(withAt('entries.0.names.0.text', name), 'a.json').faults).toEqual([]),
  );
});

describe('a pack that passes for another', () => {
  it.each([
    ['a publisher with a Cyrillic letter', 'sources.0.publisher', 'Rеuters', 'mixedScripts'],
    ['a title with a Greek letter', 'title', 'Kοrea', 'mixedScripts'],
    ['a speaker with a Cyrillic letter', 'entries.0.claims.0.said_by', 'NАTO', 'mixedScripts'],
    ['an address with a user', 'sources.0.url', 'https://nato.int@evil.example/a', 'userInAddress'],
    ['an address with a password', 'sources.0.url', 'https://a:b@evil.example', 'userInAddress'],
  ])('is warned of: %s', (_, path, value, code) => {
    const { warnings } = checkPack(withAt(path, value), 'a.json');
    expect(warnings.map((each) => each.code)).toContain(code);
  });

  it('is warned of: a title like another one', () => {
    const others = [{ id: 'korea-us-alliance', title: 'Korea–US alliance' }];
    for (const title of ['Korea-US alliance', 'Kоrea US Alliance', 'Korea-US a11iance']) {
      expect(findLikeTitle({ id: 'mine', title }, others)[0]?.code, title).toBe('likeTitle');
    }
    expect(findLikeTitle({ id: 'mine', title: 'Korea–China' }, others)).toEqual([]);
    expect(findLikeTitle({ id: 'korea-us-alliance', title: 'Korea-US alliance' }, others)).toEqual(
      [],
    );
  });

  it.each([
    ['my-glossary', 'reserved'],
    ['my-g1ossary', 'likeOther'],
    ['myglossary', 'likeOther'],
    ['korea-us-alliance', 'fixed'],
    ['korea-us-al1iance', 'likeOther'],
  ])('is refused under the id %s', async (id, code) => {
    const pack = JSON.stringify(withAt('id', id));
    await expect(importOf(pack)).rejects.toMatchObject({ faults: [{ code }] });
  });

  it('is not what a reader has saved of his own entries', async () => {
    const content = withAt('id', 'my-glossary');
    const saved = writeBackup({}, [{ on: true, content }], new Date(0));
    expect(await importOf(saved)).toMatchObject({
      glossaries: [{ glossary: { id: 'my-glossary' } }],
    });
  });

  it('is not what he has saved of them alone, either', async () => {
    const content = withAt('id', 'my-glossary') as Glossary;
    const read = await importOf(JSON.stringify({ ...content, licence: 'private' }));
    expect(read).toMatchObject({
      choices: null,
      glossaries: [{ glossary: { id: 'my-glossary' } }],
    });
  });

  it('says of each claim that it adds where that is from, and speaks for itself alone', () => {
    const base = makeGlossary(
      { clc: { short: ['CLC'], long: ['Coastal Lookout Council'] } },
      'base',
    );
    const stranger: Glossary = {
      ...makeGlossary({ clc: { short: ['CLC'], rivals: [{ long: 'Rival' }] } }, 'stranger'),
      title: 'Stranger',
    };
    const [entry] = stranger.entries;
    const claims = [{ text: 'It is dissolved.', source: 'paper', asOf: '2099-01-01' }];
    const adding = {
      ...stranger,
      entries: [{ ...entry!, claims, translations: [{ lang: 'de', gloss: 'Falsch.' }] }],
    };
    const explained = explainEntry(indexGlossaries(layTogether([base, adding])), 'base/clc');
    expect(explained?.entry.claims).toEqual([{ ...claims[0], from: 'Stranger' }]);
    expect(explained?.entry).toMatchObject({
      gloss: 'It is in this test.',
      translations: [],
      rivals: [],
    });
  });

  it('does not open the card of another over words of its own, nor relate or rename it', () => {
    const base = makeGlossary(
      { clc: { short: ['CLC'], long: ['Coastal Lookout Council'] }, bay: { short: ['BAY'] } },
      'base',
    );
    const stranger = makeGlossary(
      {
        clc: { short: ['CLC', 'ZORGX'], long: ['Zorg Exchange'], cues: ['tea'], related: ['bay'] },
        bay: { short: ['BAY'] },
      },
      'stranger',
    );
    const laid = layTogether([base, stranger]);
    const index = indexGlossaries(laid);
    expect(explainEntry(index, 'base/clc')?.entry).toEqual(base.entries[0]);
    expect(explainEntry(index, 'stranger/clc')?.entry.names.map(({ text }) => text)).toEqual([
      'ZORGX',
      'Zorg Exchange',
    ]);
    expect(index.bearers.get('clc')).toBe(1);
    expect(laid[1]?.entries.map(({ id, related }) => [id, related])).toEqual([['clc', []]]);
  });
});

describe('a cell', () => {
  const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠');
  const piece = fc.oneof(sign, fc.constantFrom(';', ',', '\t', '"', "'", ' ', 'a', '1'));
  const cell = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('is no formula, at whatever a spreadsheet cuts the line', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
        const line = writeCsv([['row', ...cells.map(guard)]]).slice(1, -2);
        for (const separator of [';', '\t']) {
          for (const part of line.split(separator)) {
            expect(part).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/u);
          }
        }
        for (const each of cells.map(guard)) expect(each).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(unguard(guard(text))).toBe(text);
      }),
    );
  });
});
