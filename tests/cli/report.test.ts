import { describe, expect, it } from 'vitest';
import {
  describeReason,
  formatTable,
  rowsOfPaint,
  rowsOfTerms,
} from '../../src/cli/start/report.ts';

const BOX = { x: 0, y: 0, width: 1, height: 1 };

describe('rowsOfTerms', () => {
  it('says what a term means, how often it stands there and why', () => {
    const rows = rowsOfTerms([
      {
        ref: 'pack/ncg',
        name: 'NCG',
        long: 'Nuclear Consultative Group',
        count: 3,
        frameId: 0,
        reason: { kind: 'evidence', words: ['deterrence', 'Seoul'] },
      },
      {
        ref: null,
        name: 'QHC',
        long: 'Quill Harbour Council',
        count: 1,
        frameId: 0,
        reason: { kind: 'own', long: 'Quill Harbour Council' },
      },
    ]);
    expect(rows).toEqual([
      {
        term: 'NCG',
        entry: 'ncg',
        count: '3',
        reason: 'the page speaks of “deterrence”, “Seoul”',
      },
      {
        term: 'QHC',
        entry: 'the page’s own',
        count: '1',
        reason: 'the page’s own term: “Quill Harbour Council”',
      },
    ]);
  });
});

describe('rowsOfPaint', () => {
  it('counts equal texts, however they are broken', () => {
    const painted = ['워싱턴 선언', 'NCG', '워싱턴\n선언'].map((text) => ({
      text,
      by: 'newsgloss-dotted',
      own: false,
      box: BOX,
    }));
    expect(rowsOfPaint(painted).map(({ term, count }) => [term, count])).toEqual([
      ['워싱턴 선언', '2'],
      ['NCG', '1'],
    ]);
  });
});

describe('describeReason', () => {
  it.each([
    [{ kind: 'name' } as const, /nothing else/],
    [{ kind: 'defined', long: 'Nuclear Planning Group' } as const, /defines it: “Nuclear Pl/],
    [{ kind: 'evidence', words: ['NATO'] } as const, /“NATO”/],
    [{ kind: 'own', long: 'Quill Harbour Council' } as const, /own term: “Quill/],
  ])('says %o', (reason, said) => expect(describeReason(reason)).toMatch(said));
});

describe('formatTable', () => {
  it('aligns letters that are two columns wide', () => {
    const table = formatTable([
      { term: '나토', entry: 'nato', count: '1', reason: 'a' },
      { term: 'NATO', entry: 'nato', count: '12', reason: 'b' },
    ]);
    expect(table.split('\n')).toEqual([
      'term  entry  count  reason',
      '────  ─────  ─────  ──────',
      '나토  nato   1      a',
      'NATO  nato   12     b',
    ]);
  });
});
