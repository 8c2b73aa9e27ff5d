/** What a page says by its markup decides meanings, and makes terms of its own. */
import { describe, expect, it } from 'vitest';
import { readBlockDefinitions } from '../../../src/core/definitions/block-definitions.ts';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { createReading } from '../../../src/core/reading/reading.ts';
import { sheetOf } from '../../../src/core/reading/sheet.ts';
import { finish } from '../../../src/core/text/slices.ts';
import type { Markup, TextBlock } from '../../../src/core/text/text-block.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const index = indexGlossaries([
  makeGlossary({
    scm: { short: ['SCM'], long: ['Security Consultative Meeting'], cues: ['minister', 'Seoul'] },
    navy: { short: ['AFP'], long: ['Armed Forces of the Philippines'], cues: ['Manila'] },
  }),
]);

interface Line {
  readonly text: string;
  /** The kind of element, the term in it, and what the element says. */
  readonly says?: readonly [Markup['kind'], string, string];
  readonly section?: number;
  readonly order?: number;
}

/** The mentions of a page: `text→id`, or `text→“what the page says”`. */
function read(...lines: readonly Line[]): string[] {
  const reading = createReading('en', readBlockDefinitions);
  const blocks = lines.map(({ text, says, section = 1, order }, i): TextBlock => {
    const block = { text, section, order: order ?? i };
    if (!says) return block;
    const [kind, term, what] = says;
    const start = text.indexOf(term);
    return { ...block, markup: [{ kind, says: what, start, end: start + term.length }] };
  });
  const batch = finish(reading.begin(sheetOf(blocks)));
  const keys = reading.keys();
  reading.learn(keys.length, lookUp(index, keys));
  finish(reading.takeIn(batch));
  return blocks.flatMap((block) =>
    reading.mentionsOf(block).map(({ start, end, ref, reason }) => {
      const gloss = reason.kind === 'own' && reason.isGloss ? '?' : '';
      const own = reason.kind === 'own' ? `“${reason.long}”${gloss}` : '';
      return `${block.text.slice(start, end)}→${ref?.replace('sample/', '') ?? own}`;
    }),
  );
}

const CUES = 'The minister flew to Seoul for the SCM.';

describe('a title', () => {
  it('keeps an entry from a page that means something else', () => {
    expect(read({ text: CUES })).toEqual(['SCM→scm']);
    expect(
      read(
        { text: 'The SCM is costly.', says: ['abbr', 'SCM', 'Supply Chain Management'] },
        { text: CUES },
      ),
    ).toEqual(['SCM→“Supply Chain Management”', 'SCM→“Supply Chain Management”']);
  });

  it('confirms the entry where it says the same', () => {
    const text = 'The SCM was short.';
    expect(read({ text })).toEqual([]);
    expect(read({ text, says: ['abbr', 'SCM', 'Security Consultative Meeting'] })).toEqual([
      'SCM→scm',
    ]);
  });

  it('counts for the same letters of a news agency too', () => {
    const text = 'The AFP told reporters so.';
    expect(read({ text, says: ['abbr', 'AFP', 'Armed Forces of the Philippines'] })).toEqual([
      'AFP→navy',
    ]);
  });

  it('changes nothing where it is nonsense', () => {
    expect(read({ text: 'The SCM.', says: ['abbr', 'SCM', 'Click here'] }, { text: CUES })).toEqual(
      ['SCM→scm', 'SCM→scm'],
    );
  });
});

describe('a term of the page’s own', () => {
  it('is marked at its title too, since the long form is not to be seen', () => {
    expect(
      read(
        { text: 'No LTO yet.' },
        { text: 'The LTO met.', says: ['abbr', 'LTO', 'Lunar Tide Office'] },
        { text: 'Then the LTO left.' },
      ),
    ).toEqual(['LTO→“Lunar Tide Office”', 'LTO→“Lunar Tide Office”']);
  });

  it('is not marked where the long form stands beside it', () => {
    const text = 'The Lunar Tide Office (LTO) met.';
    expect(read({ text, says: ['abbr', 'LTO', 'Lunar Tide Office'] })).toEqual([]);
  });

  it('is marked behind the list or sentence that explains it, in both spellings', () => {
    const what = 'Open water in the midst of sea ice.';
    expect(
      read(
        { text: 'Polynya', says: ['dt', 'Polynya', what] },
        { text: what },
        { text: 'Polynya or no, they saw a polynya.' },
      ),
    ).toEqual([`Polynya→“${what}”?`, `polynya→“${what}”?`]);
    const sentence = 'A polynya is open water in the midst of sea ice.';
    expect(
      read({ text: sentence, says: ['dfn', 'polynya', ''] }, { text: 'The polynya froze.' }),
    ).toEqual([`polynya→“${sentence}”?`]);
  });

  it('is marked on the whole page where it is said to machines', () => {
    const says = ['term', '', 'LTO\0Lunar Tide Office\0'] as const;
    expect(
      read(
        { text: 'The LTO met.', section: 4 },
        { text: '', says, section: 0, order: Number.NEGATIVE_INFINITY },
      ),
    ).toEqual(['LTO→“Lunar Tide Office”']);
  });
});

describe('an explanation that is no long form', () => {
  const says = ['dt', 'SCM', 'A yearly talk of the two ministers of defence.'] as const;

  it('leaves the choice of an entry to the evidence', () => {
    expect(read({ text: 'SCM', says }, { text: CUES })).toContain('SCM→scm');
  });

  it('counts where no entry is meant', () => {
    expect(read({ text: 'SCM', says }, { text: 'The SCM was short.' })).toEqual([
      'SCM→“A yearly talk of the two ministers of defence.”?',
    ]);
  });
});
