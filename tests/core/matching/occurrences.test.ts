import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import type { Occurrence } from '../../../src/core/matching/candidate.ts';
import { collectKeys } from '../../../src/core/matching/matcher.ts';
import {
  addCandidates,
  createLexicon,
  findOccurrences,
} from '../../../src/core/matching/occurrences.ts';
import { readWords } from '../../../src/core/text/word-keys.ts';
import { fc } from '../../properties.ts';
import { BARE } from './bare-candidate.ts';

const file = join(import.meta.dirname, '../../../assets/glossaries/korea-us-alliance.json');
const glossary = parseGlossary(JSON.parse(readFileSync(file, 'utf8')), file);
const index = indexGlossaries([glossary]);
const names = glossary.entries.flatMap((entry) => entry.names.map(({ text }) => text));

/** The occurrences of a text, by the names that the library gives for its words. */
function occurrencesOf(text: string): Occurrence[] {
  const words = readWords(text);
  const keys = new Set<number>();
  collectKeys(words, 0, words.count, keys);
  return findOccurrences(text, createLexicon(lookUp(index, keys)), words);
}

/** Each as `text→entry`. */
const found = (text: string): string[] =>
  occurrencesOf(text).map(({ start, end, readings }) => {
    const entries = readings.map(({ ref }) => ref.replace(/^.*\//, ''));
    return `${text.slice(start, end)}→${entries.join('|')}`;
  });

describe('findOccurrences', () => {
  it.each<[string, string, string[]]>([
    ['in brackets', 'U.S. forces (USFK)', ['USFK→usfk']],
    ['before a full stop', 'They met in the NCG.', ['NCG→ncg']],
    ['in quotes', '"NCG" and “NPG”', ['NCG→ncg', 'NPG→npg']],
    ['with a possessive', "NCG's and EDSCG’s", ['NCG→ncg', 'EDSCG→edscg']],
    ['in the plural', 'two NCGs', ['NCGs→ncg']],
    ['before a hyphen', 'USFK-led', ['USFK→usfk']],
    ['behind a hyphen', 'non-NATO', ['NATO→nato']],
    ['behind other initials', 'the ROK-U.S. NCG', ['NCG→ncg']],
    ['before a particle', 'NCG를, NCG는', ['NCG→ncg', 'NCG→ncg']],
    ['with its Korean name', '핵협의그룹(NCG)', ['핵협의그룹→ncg', 'NCG→ncg']],
    ['at line ends', 'Nuclear\nConsultative\r\nGroup', ['Nuclear\nConsultative\r\nGroup→ncg']],
    ['over no-break spaces', 'Hudson\u00a0Institute', ['Hudson\u00a0Institute→hudson-institute']],
    [
      'over soft hyphens',
      'Nuclear Con\u00adsul\u00adta\u00adtive Group',
      ['Nuclear Con\u00adsul\u00adta\u00adtive Group→ncg'],
    ],
    [
      'with and without full stops',
      'US Forces Korea; U.S. Forces Korea',
      ['US Forces Korea→usfk', 'U.S. Forces Korea→usfk'],
    ],
    [
      'with and without a hyphen',
      'conventional nuclear integration',
      ['conventional nuclear integration→cni'],
    ],
    ['with another middle dot', '핵ㆍ재래식 통합', ['핵ㆍ재래식 통합→cni']],
    ['without a blank in Hangul', '워싱턴선언', ['워싱턴선언→washington-declaration']],
    ['in capitals', 'NUCLEAR UMBRELLA', ['NUCLEAR UMBRELLA→nuclear-umbrella']],
    ['in a headline of capitals', 'PENTAGON WARNS ALLIES', ['PENTAGON→pentagon']],
    [
      'in both spellings',
      'Asan Institute of Policy Studies, Asan Institute for Policy Studies',
      [
        'Asan Institute of Policy Studies→asan-institute',
        'Asan Institute for Policy Studies→asan-institute',
      ],
    ],
    ['as a nickname', 'the 2+2 working group', ['2+2 working group→edscg']],
    [
      'the longest of several',
      'Asan Institute for Policy Studies',
      ['Asan Institute for Policy Studies→asan-institute'],
    ],
    ['the longest in Hangul', '주한미군사령부', ['주한미군사령부→usfk']],
    ['beside an emoji', '🚀NATO🚀', ['NATO→nato']],
  ])('finds a name %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['longer words', 'SENATOR CNIL SCMP NCGX XNCG NATOs2'],
    ['other letters', 'ΝΑΤΟ in Greek, NCĞ, NCG\u0301'],
    ['digits', 'NCG2 and 3NPG'],
    ['small letters', 'the cni plugin, nato in Italian, ncg'],
    ['addresses', 'https://example.org/NCG/USFK?NPG=NATO#CNI www.NATO.int'],
    ['handles and e-mail', '@NATO @USFK_PR NCG@example.org'],
    ['code', 'cni.key NCG() $CNI NCG::x'],
    ['other words in Hangul', '미나토구와 나토리시'],
    ['parts of names', 'the Nuclear Group and the Institute'],
    ['a name cut by a barrier', 'Hudson \ufffc Institute'],
    ['nothing', ''],
  ])('finds nothing in %s', (_, text) => expect(found(text)).toEqual([]));

  it('gives one occurrence all entries that bear the name', () => {
    const name = {
      text: 'ABCD',
      lang: 'en',
      role: 'short',
      case: 'exact',
      ambiguous: true,
    } as const;
    const lexicon = createLexicon(['a/x', 'b/y'].map((ref) => ({ ref, names: [name], ...BARE })));
    const [occurrence, ...others] = findOccurrences('The ABCD.', lexicon);
    expect(occurrence?.readings.map(({ ref }) => ref)).toEqual(['a/x', 'b/y']);
    expect(others).toEqual([]);
  });

  it.each([
    ['an ordinary word is no name without its s', 'safeguards', 'to safeguard the plant', []],
    ['and is found as written', 'safeguards', 'the safeguards', ['safeguards']],
    ['several words are a plural', 'safeguards checks', 'a safeguards check', ['safeguards check']],
  ])('of plurals: %s', (_, text, read, expected) => {
    const name = { text, lang: 'en', role: 'long', case: 'any', ambiguous: false } as const;
    const lexicon = createLexicon([{ ref: 'a/x', names: [name], ...BARE }]);
    const spans = findOccurrences(read, lexicon);
    expect(spans.map(({ start, end }) => read.slice(start, end))).toEqual(expected);
  });

  it('takes a capital S for a plural only where no name ends in it', () => {
    const name = { lang: 'en', role: 'short', case: 'exact', ambiguous: true } as const;
    const lexicon = createLexicon(
      ['QTG', 'QTGS', 'ABC'].map((text) => ({
        ref: `a/${text}`,
        names: [{ ...name, text }],
        ...BARE,
      })),
    );
    const spans = findOccurrences('THE QTGS MET TWO ABCS', lexicon);
    expect(spans.map(({ readings }) => readings.map(({ ref }) => ref))).toEqual([
      ['a/QTGS'],
      ['a/ABC'],
    ]);
  });

  it('takes time by length where many names overlap in a row', () => {
    const name = { lang: 'en', role: 'long', case: 'any', ambiguous: false } as const;
    const phrases = ['red sea', 'sea red', 'red sea red', 'sea red sea'];
    const candidate = {
      ref: 'a/x',
      names: phrases.map((text) => ({ ...name, text })),
      ...BARE,
    };
    const spans = findOccurrences('red sea '.repeat(50_000), createLexicon([candidate]));
    expect(spans.length).toBeGreaterThan(30_000);
  });
});

describe('addCandidates', () => {
  it('adds names of a known entry once', () => {
    const lexicon = createLexicon();
    const ncg = lookUp(index, collect('NCG'));
    expect(addCandidates(lexicon, ncg)).toHaveLength(1);
    expect(addCandidates(lexicon, ncg)).toEqual([]);
    const [more] = addCandidates(lexicon, lookUp(index, collect('Nuclear Consultative Group NCG')));
    expect(more?.names.map(({ text }) => text)).toEqual(['NCG', 'Nuclear Consultative Group']);
    expect(findOccurrences('NCG', lexicon)[0]?.readings).toHaveLength(1);
  });
});

function collect(text: string): Set<number> {
  const words = readWords(text);
  const keys = new Set<number>();
  collectKeys(words, 0, words.count, keys);
  return keys;
}

/** A text as its name is written, but for case, blanks, hyphens, dots and a plural s. */
const plain = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff.]/g, '')
    .replace(/[·ㆍ・･‧•∙]/g, '·')
    .replace(/[\s\-‐‑‒–−]+/g, '')
    .toLowerCase()
    .replace(/s$/, '');

describe('of names that overlap', () => {
  const overlapping = [
    'National Quiet Council',
    'Quiet Council',
    'Quiet Council resolution',
    'Quiet',
  ];
  const lexicon = createLexicon(
    [...overlapping, 'U.S. Army', 'Army Missile System'].map((text, i) => ({
      ...BARE,
      ref: `sample/${i}` as const,
      names: [{ text, lang: 'en', role: 'long', case: 'any', ambiguous: false }],
    })),
  );
  it.each([
    ['National Quiet Council resolution', ['National Quiet Council']],
    ['Quiet Council resolution', ['Quiet Council resolution']],
    ['U.S. Army Missile System', ['Army Missile System']],
    [
      'National Quiet Council, Quiet Council resolution',
      ['National Quiet Council', 'Quiet Council resolution'],
    ],
  ])('the longest is kept, but none that begins with the tail of another: %s', (text, expected) =>
    expect(findOccurrences(text, lexicon).map(({ start, end }) => text.slice(start, end))).toEqual(
      expected,
    ),
  );
});

describe('in any text', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...names.flatMap((name) => name.split(' '))),
    fc.constantFrom(
      ' ',
      ' ',
      '\n',
      '\u00a0',
      '-',
      '.',
      ',',
      '(',
      ')',
      '’s',
      's',
      '\u00ad',
      '\u200b',
      '를',
      '미',
      '@',
      '/',
      '·',
      'ㆍ',
      '\ufffc',
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
  const known = new Set(names.map(plain));

  it('spans are in order, apart, inside the text, and hold one of the names', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let behind = 0;
        for (const { start, end, readings } of occurrencesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(known).toContain(plain(text.slice(start, end)));
          expect(readings.length).toBeGreaterThan(0);
          behind = end;
        }
        expect(behind).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('what stands around a name by itself changes nothing', () => {
    const before = fc.constantFrom('', 'The ', '(', '“', 'a — ', '\n\n', '그 ', 'non-');
    const after = fc.constantFrom('', '.', ', which', ')', '’s talks', '”', '-led', ' 회의', '!');
    fc.assert(
      fc.property(before, fc.constantFrom(...names), after, (left, name, right) => {
        const [occurrence] = occurrencesOf(`${left}${name}${right}`);
        expect(occurrence).toMatchObject({ start: left.length, end: left.length + name.length });
      }),
      { numRuns: 1000 },
    );
  });
});
