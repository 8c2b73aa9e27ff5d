import { describe, expect, it } from 'vitest';
import { draftGlossary } from '../../../src/core/draft/draft-glossary.ts';
import { draftToGlossary, proposeGloss } from '../../../src/core/draft/entries/to-glossary.ts';
import { describeFault } from '../../../src/core/faults/fault.ts';
import { GlossaryError, parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { CSV_COLUMNS } from '../../../src/core/packs/csv-cells.ts';
import { writeCsv } from '../../../src/core/packs/csv-text.ts';
import { checkPack } from '../../../src/core/packs/pack-check.ts';
import {
  csvToGlossary,
  glossaryToCsv,
  glossaryToRows,
  rowsToGlossary,
} from '../../../src/core/packs/pack-csv.ts';
import { describeDiff, diffPacks } from '../../../src/core/packs/pack-diff.ts';
import { glossaryToMarkdown } from '../../../src/core/packs/pack-markdown.ts';
import { mergePacks } from '../../../src/core/packs/pack-merge.ts';
import { fc } from '../../properties.ts';
import { HARBOUR } from '../draft/draft-texts.ts';
import { sample, sampleInput } from './pack-sample.ts';

type Input = ReturnType<typeof sampleInput>;
const name = (text: string, role = 'alias', how = 'any') => ({ text, lang: 'en', role, case: how });
const claim = (text: string, more = {}) => ({
  text,
  source: 'gazette-2023',
  asOf: '2023-02-28',
  ...more,
});

describe('checkPack', () => {
  it.each<[string, (input: Input) => void, string]>([
    [
      'a name of two entries without cues',
      ({ entries }) => entries[1]!.names.push(name('HPB', 'short', 'exact')),
      'entries[1].names[1].text is "HPB", also a name of "hpb"',
    ],
    [
      'a name twice',
      ({ entries }) => entries[1]!.names.push(name('Port Union')),
      'entries[1].names[1].text is "Port Union", which is already there',
    ],
    [
      'a common word',
      ({ entries }) => entries[1]!.names.push(name('Forum')),
      'entries[1].names[1].case',
    ],
    [
      'one letter',
      ({ entries }) => entries[1]!.names.push(name('U')),
      'entries[1].names[1].text is one letter',
    ],
    [
      'letters that only look alike',
      ({ entries }) => entries[1]!.names.push(name('\u0415DSCG', 'short', 'exact')),
      'with letters of two scripts',
    ],
    [
      'an acronym in any case',
      ({ entries }) => entries[1]!.names.push(name('PUX', 'short')),
      'entries[1].names[1].case is "any" for "PUX"',
    ],
    [
      'an event without a date',
      ({ entries }) => entries[0]!.claims!.push(claim('It was founded by the keepers.') as never),
      'entries[0].claims[1].when is missing',
    ],
    [
      'an event after its source',
      ({ entries }) =>
        entries[0]!.claims!.push(claim('Met.', { when: { date: '2024', what: 'met' } }) as never),
      'entries[0].claims[1].when.date is 2024, after',
    ],
    [
      'a claim twice',
      ({ entries }) => entries[0]!.claims!.push(entries[0]!.claims![0]!),
      'entries[0].claims[1].text appears twice',
    ],
    [
      'a relation to itself',
      ({ entries }) => {
        entries[0]!.related![0]!.entry = 'hpb';
      },
      'entries[0].related[0].entry is "hpb", the entry itself',
    ],
    [
      'a source that nothing uses',
      ({ sources }) => sources.push({ ...sources[0]!, id: 'idle' }),
      'sources[1] is "idle"',
    ],
  ])('warns of %s', (_, change, expected) => {
    const input = sampleInput();
    change(input);
    const { faults, warnings } = checkPack(input, 'x.json');
    expect(faults).toEqual([]);
    expect(warnings.map(describeFault)).toEqual([expect.stringContaining(expected)]);
  });

  it('names faults of the schema, and finds nothing in a sound pack', () => {
    expect(checkPack({ ...sampleInput(), id: 'No Id' }, 'x').faults).toEqual([
      { path: 'id', code: 'badId', values: [] },
    ]);
    expect(checkPack(sampleInput(), 'x')).toMatchObject({ faults: [], warnings: [] });
    expect(checkPack(null, 'x').glossary).toBeNull();
  });
});

describe('diffPacks', () => {
  const said = (change: (input: Input) => void) =>
    describeDiff(diffPacks(sample(), sample(change)));
  it.each<[string, (input: Input) => void, string[]]>([
    ['nothing', () => {}, ['Nothing differs.']],
    [
      'two facts changed',
      ({ entries }) => {
        entries[0]!.claims![0]!.text = 'Had met three times by February 2023.';
        entries[0]!.claims!.push(claim('Licenses pilots.') as never);
      },
      [
        '1 fact new, 1 fact changed',
        'hpb: new fact (as of 2023-02-28): Licenses pilots.',
        'hpb: "Had met twice by February 2023." is now "Had met three times by February 2023."',
      ],
    ],
    [
      'entries and names',
      ({ entries }) => {
        entries[0]!.related = [];
        entries[0]!.parties = [];
        entries[1]!.id = 'union';
        entries[0]!.names.pop();
      },
      [
        '1 entry new, 1 entry gone, 1 name gone',
        'New entry: Port Union.',
        'Gone: Port Union.',
        'hpb: the name "Harbour Pilots\' Board" is gone.',
        'hpb: its parties changed.',
        'hpb: its related changed.',
      ],
    ],
    [
      'the head',
      (input) => {
        input.version = '1.1.0';
      },
      ["The glossary's version changed."],
    ],
  ])('%s', (_, change, expected) => expect(said(change)).toEqual(expected));
});

describe('mergePacks', () => {
  it('unites lists, keeps the first word and tells the other', () => {
    const other = sample(({ entries }) => {
      entries[0]!.gloss = 'Another gloss.';
      entries[0]!.claims = [claim('Met again.', { asOf: '2024-02-28' }) as never];
      entries[0]!.names.push(name('pilot table'));
    });
    const { glossary, choices } = mergePacks(sample(), other);
    const [hpb] = glossary.entries;
    expect(hpb?.claims.map(({ asOf }) => asOf)).toEqual(['2023-02-28', '2024-02-28']);
    expect(hpb?.names.map(({ text }) => text)).toEqual([
      'HPB',
      "Harbour Pilots' Board",
      'pilot table',
    ]);
    expect(choices).toEqual([
      {
        path: 'entries[hpb].gloss',
        kept: 'The board that licenses the pilots.',
        left: 'Another gloss.',
      },
    ]);
  });

  it('tells two sources apart that have one id', () => {
    const other = sample(({ sources, entries }) => {
      sources[0]!.title = 'Another article';
      entries[0]!.claims = [claim('Met again.') as never];
    });
    const { glossary } = mergePacks(sample(), other);
    expect(glossary.sources.map(({ id }) => id)).toEqual(['gazette-2023', 'gazette-2023-2']);
    expect(glossary.entries[0]?.claims[1]).toMatchObject({ source: 'gazette-2023-2' });
  });

  it('changes nothing with itself', () => {
    const nothing = { choices: [], apart: new Map() };
    expect(mergePacks(sample(), sample())).toEqual({ glossary: sample(), ...nothing });
  });

  it('keeps two things apart that have one id', () => {
    const other = sample(({ entries }) => {
      entries[0]!.names[1]!.text = 'Horse Parade Band';
      entries[0]!.gloss = 'The band that plays for horses.';
      entries[1]!.related = [
        { entry: 'hpb', how: 'part of', source: 'gazette-2023', said_by: 'Oru' },
      ] as never;
    });
    const { glossary, choices, apart } = mergePacks(sample(), other);
    expect(glossary.entries.map(({ id }) => id)).toEqual(['hpb', 'port-union', 'hpb-2']);
    expect(glossary.entries[0]).toEqual(sample().entries[0]);
    expect(glossary.entries[1]?.related).toContainEqual(
      expect.objectContaining({ entry: 'hpb-2', how: 'part of' }),
    );
    expect(apart).toEqual(new Map([['hpb', 'hpb-2']]));
    expect(choices).toEqual([]);
    // Merged once more, it finds its place again.
    expect(mergePacks(glossary, other).glossary).toEqual(glossary);
  });

  it('keeps one thing one whose long form is written otherwise, or in another language', () => {
    const other = sample(({ entries }) => {
      entries[0]!.names[1]!.text = 'Board of the Harbour Pilots';
    });
    const korean = sample(({ entries }) => {
      entries[0]!.names = [{ text: '도선사 위원회', lang: 'ko', role: 'long', case: 'any' }];
    });
    for (const each of [other, korean]) expect(mergePacks(sample(), each).apart.size).toBe(0);
  });

  it('leaves a gloss the sources that it has', () => {
    const other = sample(({ sources, entries }) => {
      sources[0]!.title = 'Another article';
      entries[0]!.gloss = 'Another gloss.';
    });
    const { glossary } = mergePacks(sample(), other);
    expect(glossary.entries[0]?.basis).toEqual(['gazette-2023']);
  });
});

describe('tables', () => {
  it('give back what they were made of', () => {
    expect(rowsToGlossary(glossaryToRows(sample()), 'x.csv')).toEqual(sample());
  });

  it('give back any plain text, formulas made harmless', () => {
    const words = fc.stringMatching(/^[=+@'|\\a-z-][=+@'|\\a-z -]{0,12}[a-z]$/);
    fc.assert(
      fc.property(words, words, (gloss, cue) => {
        const glossary = sample(({ entries }) => {
          entries[0]!.gloss = gloss;
          entries[0]!.cues = [cue.replace(/\\/g, '')].filter((it) => it.trim() !== '');
        });
        const rows = glossaryToRows(glossary);
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        expect(rowsToGlossary(rows, 'x.csv')).toEqual(glossary);
      }),
    );
  });

  it.each<[string, (rows: string[][]) => unknown, string]>([
    ['an unknown column', (rows) => rows[0]!.push('colour'), 'line 1 must have the columns'],
    ['no columns', (rows) => rows.shift(), 'line 1 must have the columns'],
    [
      'an unknown row',
      (rows) => rows.push(['constructor', 'hpb']),
      'line 15, row must be one of glossary',
    ],
    [
      'an entry of two rows',
      (rows) => rows.push(['entry', 'hpb', 'body', 'Another gloss.']),
      'line 15, entry is "hpb", which is used twice',
    ],
    [
      'a second head',
      (rows) => rows.push(['glossary', 'other', '1.0.0']),
      'line 15, row is "glossary", which is used twice',
    ],
    [
      'a column that is there twice',
      (rows) => rows[0]!.push('text'),
      'line 1, text is "text", which is used twice',
    ],
    ['a row without entry', (rows) => rows.push(['name']), 'line 15, entry is missing: add it'],
    [
      'a bad date',
      (rows) => {
        rows[7]![8] = '2023-02-31';
      },
      'line 8, as_of must be a date',
    ],
    [
      'a bad kind',
      (rows) => {
        rows[3]![3] = 'club';
      },
      'line 4, kind is "club"',
    ],
    [
      'a lost source',
      (rows) => {
        rows[7]![7] = 'nope';
      },
      'line 8, source names the source "nope"',
    ],
    [
      'a title that hides something',
      (rows) => {
        rows[1]![2] = 'Good \u202eydob';
      },
      'line 2, text must be plain text',
    ],
    ['no row for the glossary', (rows) => rows.splice(1, 1), 'row must be "glossary" in one row'],
    [
      'a basis that is nowhere',
      (rows) => {
        rows[3]![12] = 'nope';
      },
      'line 4, list names the source "nope"',
    ],
    [
      'a relation to nowhere',
      (rows) => {
        rows.find(([row]) => row === 'relation')![2] = 'nope';
      },
      'text names the entry "nope"',
    ],
  ])('name line and column of %s', (_, change, expected) => {
    const rows = glossaryToRows(sample());
    change(rows);
    const faults = () => rowsToGlossary(rows, 'x.csv');
    expect(faults).toThrow(GlossaryError);
    try {
      faults();
    } catch (error) {
      const [first] = (error as GlossaryError).faults;
      expect(first && describeFault(first)).toContain(expected);
    }
  });

  it('give back what they were made of as CSV too, with commas, quotes and lines', () => {
    const glossary = sample(({ entries }) => {
      entries[0]!.gloss = 'A "board", which says; it "licenses".';
    });
    expect(csvToGlossary(glossaryToCsv(glossary), 'x.csv')).toEqual(glossary);
  });

  it.each([
    ['semicolons, as some spreadsheets write them', ';'],
    ['tabs', '\t'],
  ])('are read with %s', (_, separator) => {
    const text = glossaryToRows(sample())
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
      .join('\n');
    expect(csvToGlossary(text, 'x.csv')).toEqual(sample());
  });

  it('name the line of a file in which cells run over several', () => {
    const rows = glossaryToRows(sample());
    rows[4]![2] = 'two\nlines\u202e';
    rows[7]![8] = 'once';
    try {
      csvToGlossary(writeCsv(rows), 'x.csv');
      expect.unreachable();
    } catch (error) {
      expect((error as GlossaryError).faults.map(describeFault)).toEqual([
        expect.stringMatching(/^line 5, text must be plain text/),
        expect.stringMatching(/^line 9, as_of must be a date/),
      ]);
    }
  });

  it('have the documented columns', () => {
    expect(glossaryToRows(sample())[0]).toEqual([...CSV_COLUMNS]);
  });
});

describe('glossaryToMarkdown', () => {
  it('tells names, gloss, dated claims, relations and sources', () => {
    const markdown = glossaryToMarkdown(sample());
    expect(markdown).toContain("## HPB\n\n*Harbour Pilots' Board*\n\nThe board that licenses");
    expect(markdown).toContain(
      '- Had met twice by February 2023. — met January 2023; Quay Gazette, as of 28 February 2023',
    );
    expect(markdown).toContain('- modelled on Port Union (Oru)');
    expect(markdown).toContain('<https://quay-gazette.example/pilots>');
  });

  it('leaves no mark of a text a mark of Markdown', () => {
    const hostile = '<b>*x*</b> [y](javascript:z) `q` | # &amp;';
    const markdown = glossaryToMarkdown(
      sample(({ entries }) => {
        entries[0]!.gloss = hostile;
      }),
    );
    expect(markdown).toContain(
      '\\<b\\>\\*x\\*\\</b\\> \\[y\\](javascript:z) \\`q\\` \\| \\# \\&amp;',
    );
  });
});

describe('draftToGlossary', () => {
  const draft = draftGlossary([HARBOUR]);
  const clc = draft.entries.find(({ id }) => id === 'clc')!;
  const declaration = draft.entries.find(({ id }) => id === 'velm-declaration')!;
  const head = { id: 'mine', title: 'Mine', version: '1.0.0', language: 'en', licence: 'own use' };

  it('turns reviewed entries into a glossary, with quotes', () => {
    const glossary = draftToGlossary(
      draft,
      [
        { entry: clc },
        { entry: declaration, gloss: 'A paper of both islands.', kind: 'agreement' },
      ],
      head,
    );
    expect(parseGlossary(JSON.parse(JSON.stringify(glossary)), 'again')).toEqual(glossary);
    const [first, second] = glossary.entries;
    expect(first?.gloss).toBe(proposeGloss(clc)?.quote);
    expect(first?.related).toEqual([
      { entry: 'velm-declaration', how: 'rests on', source: HARBOUR.id },
    ]);
    expect(first?.claims.every(({ quote }) => HARBOUR.text.includes(quote ?? '?'))).toBe(true);
    expect(first?.claims[0]).toMatchObject({ when: { date: '2022-08', what: 'founded' } });
    expect(second?.gloss).toBe('A paper of both islands.');
    expect(glossary.sources.map(({ id }) => id)).toEqual([HARBOUR.id]);
  });

  it('keeps only what was accepted, in the words of the reviewer', () => {
    const [one] = clc.claims;
    const { entries } = draftToGlossary(
      draft,
      [
        {
          entry: clc,
          names: clc.names.slice(0, 1),
          relations: [],
          claims: [{ claim: one!, text: 'Watches the straits.', when: null }],
        },
      ],
      head,
    );
    expect(entries[0]?.names).toHaveLength(1);
    expect(entries[0]?.claims).toEqual([
      expect.objectContaining({ text: 'Watches the straits.', quote: one!.quote }),
    ]);
    expect(entries[0]?.claims[0]).not.toHaveProperty('when');
  });

  it('refuses what no text explains, until somebody does', () => {
    const zto = draft.entries.find(({ id }) => id === 'zto')!;
    expect(proposeGloss(zto)).toBeNull();
    expect(() => draftToGlossary(draft, [{ entry: zto }], head)).toThrow(/entries\[0\].gloss/);
  });

  it('refuses a source without a day', () => {
    const open = draftGlossary([{ ...HARBOUR, published: null }]);
    const entry = open.entries.find(({ id }) => id === 'clc')!;
    expect(() => draftToGlossary(open, [{ entry }], head)).toThrow(/published/);
  });
});
