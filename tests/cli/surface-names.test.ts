import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNameTable, joinPieces } from '../../src/cli/evaluate/surface-names.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';

const file = new URL('../../assets/glossaries/korea-us-alliance.json', import.meta.url);
const entryOf = createNameTable([parseGlossary(JSON.parse(readFileSync(file, 'utf8')), 'bundled')]);

describe('createNameTable', () => {
  it.each([
    ['NCG', 'korea-us-alliance/ncg'],
    ['NCGs', 'korea-us-alliance/ncg'],
    ['NUCLEAR UMBRELLA', 'korea-us-alliance/nuclear-umbrella'],
    ['extended\n deter\u00adrence', 'korea-us-alliance/extended-deterrence'],
    ['US Forces\u00a0Korea', 'korea-us-alliance/usfk'],
    ['conventional\u2011nuclear integration', 'korea-us-alliance/cni'],
    ['워싱턴 선언', 'korea-us-alliance/washington-declaration'],
    ['워싱턴선언', 'korea-us-alliance/washington-declaration'],
    ['National Portrait Gallery', null],
    ['constructor', null],
  ])('%j names %s', (surface, expected) => expect(entryOf(surface)).toBe(expected));
});

describe('joinPieces', () => {
  it.each([
    [
      'pieces of one name',
      'the Nuclear Planning Group met',
      [
        [4, 11],
        [12, 20],
        [21, 26],
      ],
      ['Nuclear Planning Group'],
    ],
    [
      'a piece inside another',
      'the NCG met',
      [
        [4, 7],
        [5, 6],
      ],
      ['NCG'],
    ],
    [
      'two names side by side',
      'NATO NPG',
      [
        [0, 4],
        [5, 8],
      ],
      ['NATO', 'NPG'],
    ],
    [
      'pieces that name nothing together',
      'odd bits',
      [
        [0, 3],
        [4, 8],
      ],
      ['odd', 'bits'],
    ],
    [
      'nothing across a word',
      'Nuclear big Planning Group',
      [
        [0, 7],
        [12, 26],
      ],
      ['Nuclear', 'Planning Group'],
    ],
  ])('%s', (_, text, spans, expected) => {
    const pieces = spans.map(([start = 0, end = 0]) => ({ start, end }));
    expect(joinPieces(text, pieces, entryOf).map(({ surface }) => surface)).toEqual(expected);
  });
});
