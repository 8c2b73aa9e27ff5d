import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../src/core/packs/csv-text.ts';
import { fc } from '../../properties.ts';

/** 1,000 in full; fewer keep `npm test` short. */
const RUNS = Number(process.env.FC_RUNS ?? 300);

describe('readCsv', () => {
  it.each<[what: string, text: string, rows: string[][], lines: number[]]>([
    ['nothing', '', [['']], [1]],
    ['one cell', 'a', [['a']], [1]],
    ['an end of line at the end', 'a,b\n', [['a', 'b'], ['']], [1, 2]],
    ['ends of line of any kind', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']], [1, 2, 3, 4]],
    ['empty cells', ',a,\n', [['', 'a', ''], ['']], [1, 2]],
    ['quotes', '"a,b","say ""yes"""', [['a,b', 'say "yes"']], [1]],
    [
      'a quoted end of line',
      'x,"a\r\nb"\nc,d',
      [
        ['x', 'a\r\nb'],
        ['c', 'd'],
      ],
      [1, 3],
    ],
    ['a quote inside a plain cell', 'a"b,c', [['a"b', 'c']], [1]],
    ['what stands behind a quoted cell', '"a"b,c', [['ab', 'c']], [1]],
    [
      'semicolons',
      'a;b\n"c,d";e',
      [
        ['a', 'b'],
        ['c,d', 'e'],
      ],
      [1, 2],
    ],
    [
      'tabs',
      'a\tb\nc,d\te',
      [
        ['a', 'b'],
        ['c,d', 'e'],
      ],
      [1, 2],
    ],
    [
      'tabs beside commas in sentences',
      'NCG\tA group, set up in 2023, which meets\nNPG\tA group\nGDP\tWorth, in all',
      [
        ['NCG', 'A group, set up in 2023, which meets'],
        ['NPG', 'A group'],
        ['GDP', 'Worth, in all'],
      ],
      [1, 2, 3],
    ],
    [
      'a semicolon beside a comma, in one row',
      'NCG;A group, set up',
      [['NCG', 'A group, set up']],
      [1],
    ],
    [
      'commas beside semicolons in a sentence',
      'NCG,Nuclear Group,Meets; plans\nNPG,Planning Group,Plans',
      [
        ['NCG', 'Nuclear Group', 'Meets; plans'],
        ['NPG', 'Planning Group', 'Plans'],
      ],
      [1, 2],
    ],
    [
      'strokes',
      'NCG|A group, set up\nNPG|A group',
      [
        ['NCG', 'A group, set up'],
        ['NPG', 'A group'],
      ],
      [1, 2],
    ],
    [
      'what Anki says of its own',
      '#separator:tab\n#html:true\nNCG,x\tA group\n',
      [['NCG,x', 'A group'], ['']],
      [3, 4],
    ],
    ['its separator by sign', '#separator:;\na,b;c', [['a,b', 'c']], [2]],
    ['a line that says what parts the cells', 'sep=;\r\na,b;c', [['a,b', 'c']], [2]],
    ['the same with a mark and in quotes', '\ufeff"SEP=|"\na|b,c', [['a', 'b,c']], [2]],
    ['the same with a tab', 'sep=\t\na,b\tc', [['a,b', 'c']], [2]],
    [
      'a cell that only begins like it',
      'sep=,b\nc,d',
      [
        ['sep=', 'b'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    ['a byte order mark', '\ufeffa,b', [['a', 'b']], [1]],
  ])('reads %s', (_, text, rows, lines) => {
    expect(readCsv(text)).toEqual({ rows, lines, openQuote: null });
  });

  it('names the line of a quotation mark that is never closed', () => {
    expect(readCsv('a,b\nc,"d\ne').openQuote).toBe(2);
  });

  it('reads what was written, whatever the cells hold', () => {
    const piece = fc.constantFrom('a', ' ', '"', ',', ';', '\t', '\n', '\r', '=', '각', '\ufeff');
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (written) => {
        // A head of plain words, as every table of ours has it, tells what parts the cells.
        const all = [['row', 'entry', 'text'], ...written];
        expect(readCsv(writeCsv(all)).rows.slice(0, -1)).toEqual(all);
      }),
      { numRuns: RUNS },
    );
  });
});
