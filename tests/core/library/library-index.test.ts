import { describe, expect, it } from 'vitest';
import { CAPS } from '../../../src/core/glossary/caps.ts';
import { indexGlossaries, lookUp, refOf } from '../../../src/core/library/library-index.ts';
import { collectKeys } from '../../../src/core/matching/matcher.ts';
import { readWords } from '../../../src/core/text/word-keys.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

function ask(index: ReturnType<typeof indexGlossaries>, text: string) {
  const words = readWords(text);
  const keys = new Set<number>();
  collectKeys(words, 0, words.count, keys);
  return lookUp(index, keys);
}

const talks = makeGlossary(
  {
    group: {
      short: ['XQTG'],
      long: ['Quiet Talks Group'],
      cues: ['silence'],
      related: ['pact'],
    },
    pact: { short: ['QP'], long: ['Quiet Pact on Noise'], cues: ['noise'] },
    shape: { long: ['Octagonal House'], cues: ['walls'], rivals: [{ long: 'an octagon' }] },
    word: { short: ['SHARE'], long: ['Shelter Agency Relief'], cues: ['roof'] },
  },
  'talks',
);
const index = indexGlossaries([talks]);

describe('lookUp', () => {
  it.each<[string, string, string[]]>([
    ['a short form', 'the XQTG met', ['XQTG']],
    ['its plural', 'the XQTGs met', ['XQTG']],
    ['a long form', 'the quiet talks went on', ['Quiet Talks Group']],
    ['both', 'Quiet Talks Group (XQTG)', ['Quiet Talks Group', 'XQTG']],
    ['words of it in another order', 'talks quiet', []],
    ['none', 'nothing to see', []],
  ])('gives the names that a text may hold: %s', (_, text, expected) => {
    const names = ask(index, text).flatMap((each) => each.names.map(({ text: name }) => name));
    expect(names.sort()).toEqual(expected.sort());
  });

  it('gives with them what judging needs', () => {
    const [group] = ask(index, 'XQTG');
    expect(group).toMatchObject({
      ref: 'talks/group',
      longForms: ['Quiet Talks Group'],
      languages: ['en'],
      related: ['talks/pact'],
    });
    expect(JSON.stringify(group?.cues)).toContain('silence');
  });

  it('derives cues where an entry has none: its relatives’ names, and words of its texts', () => {
    const bare = makeGlossary({
      group: {
        short: ['XQTG'],
        long: ['Quiet Talks Group'],
        gloss: 'It consults on harbours.',
        related: ['pact'],
      },
      pact: { long: ['Quiet Pact on Noise'] },
    });
    const [group] = ask(indexGlossaries([bare]), 'XQTG');
    const cues = JSON.stringify(group?.cues);
    for (const word of ['Quiet Pact on Noise', 'harbours', 'consults'])
      expect(cues).toContain(word);
    expect(cues).not.toContain('XQTG');
  });

  it('stays quick in a glossary of many related entries', () => {
    const ids = Array.from({ length: CAPS.beginnings }, (_, i) => `entry-${i}`);
    const entries = ids.map((id, i) => {
      const related = [1, 2, 3, 4, 5].map((k) => ids[(i + k * 599) % ids.length]!);
      return [id, { long: [`Common Name ${i} of All`], related }] as const;
    });
    const large = indexGlossaries([makeGlossary(Object.fromEntries(entries))]);
    expect(ask(large, 'Common Name')).toHaveLength(CAPS.beginnings);
  });
});

describe('a name is ambiguous', () => {
  const isAmbiguous = (library: Parameters<typeof indexGlossaries>[0], name: string) =>
    ask(indexGlossaries(library), name)
      .flatMap(({ names }) => names)
      .find(({ text }) => text === name)?.ambiguous;
  const other = makeGlossary({ copy: { short: ['YQT'], long: ['Quiet Talks Group'] } }, 'other');

  it.each<[string, string, boolean]>([
    ['a short form of few letters', 'QP', true],
    ['a long form', 'Quiet Talks Group', false],
    ['a name with a rival, and no short form', 'Octagonal House', true],
    ['a common word', 'SHARE', true],
    ['the long form of a common word', 'Shelter Agency Relief', false],
  ])('%s: %s', (_, name, expected) => expect(isAmbiguous([talks], name)).toBe(expected));

  it('when another entry bears it', () =>
    expect(isAmbiguous([talks, other], 'Quiet Talks Group')).toBe(true));

  it('not when its own entry bears it twice, as in two languages', () => {
    const twice = makeGlossary({
      one: { long: ['Harbour Noise Council'], alias: ['Harbour noise council'] },
    });
    expect(isAmbiguous([twice], 'Harbour Noise Council')).toBe(false);
  });
});

describe('refOf', () => {
  it('names one entry in the whole library', () =>
    expect(refOf(talks, 'group')).toBe('talks/group'));

  it('keeps words that objects know apart', () => {
    const odd = makeGlossary({ constructor: { long: ['constructor of bridges'] } });
    expect(ask(indexGlossaries([odd]), 'constructor of bridges, __proto__')).toHaveLength(1);
  });
});
