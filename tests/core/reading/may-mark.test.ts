/** Whether a page may have mentions: never no where it has some. */
import { describe, expect, it } from 'vitest';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { mayMark } from '../../../src/core/reading/may-mark.ts';
import type { Markup } from '../../../src/core/text/text-block.ts';
import { fc } from '../../properties.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const index = indexGlossaries([
  makeGlossary({
    ncg: { short: ['NCGRP'], long: ['Nuclear Consultative Group'] },
    talks: { long: ['quiet talks of the lake'] },
    nato: { long: ['북대서양조약기구'] },
  }),
]);
const ask = async (keys: readonly number[]) => lookUp(index, keys);
const linesOf = (text: string) => text.split(/\n\n+/).map((each) => ({ text: each }));

describe('a page', () => {
  it.each([
    ['names an entry', 'Then the NCGRP met.'],
    ['names one in small letters', 'They came to the quiet talks of the lake again.'],
    ['names one before a particle', '북대서양조약기구는 어제 회의를 열었다.'],
    ['names one in full-width letters', 'Then ＮＣＧＲＰ met.'],
    ['defines what it uses', 'The Lunar Tide Office (LTO) met.\n\nThe LTO will meet again.'],
    ['defines it without a bracket', 'Gsomar, for General Sea of Mars, stays.\n\nGsomar is back.'],
  ])('may have mentions where it %s', async (_, text) => {
    expect(await mayMark(linesOf(text), ask)).toBe(true);
  });

  it('may have them where a row of a table defines what it uses', async () => {
    const lines = [
      { text: 'LTO', markup: [{ kind: 'row', says: 'LTO\tLunar Tide Office', start: 0, end: 3 }] },
      { text: 'Lunar Tide Office' },
      { text: 'Then the LTO met.' },
    ] as const;
    expect(await mayMark(lines, ask)).toBe(true);
    expect(await mayMark(lines.slice(0, 2), ask)).toBe(false);
  });

  it('may have them where a title explains what stands there, but not where it is nonsense', async () => {
    const line = (kind: Markup['kind'], text: string, says: string) => {
      return [{ text, markup: [{ kind, says, start: 0, end: text.length }] }];
    };
    expect(await mayMark(line('abbr', 'LTO', 'Lunar Tide Office'), ask)).toBe(true);
    expect(await mayMark(line('abbr', 'LTO', 'Click here'), ask)).toBe(false);
    expect(await mayMark(line('dfn', 'polynya', 'open water in sea ice'), ask)).toBe(true);
    const said = line('term', '', '\0Polynya\0Open water in sea ice.');
    expect(await mayMark([...said, { text: 'A polynya opened.' }], ask)).toBe(true);
    expect(await mayMark([...said, { text: 'A lead opened.' }], ask)).toBe(false);
  });

  it.each([
    ['has none', ''],
    ['speaks of something else', 'The council met on Tuesday, for the bridge (and its cost).'],
    ['has letters that it does not define', 'The BBC and the U.S. spoke. The BBC went on.'],
    ['defines what it does not use', 'The Lunar Tide Office (LTO) met.\n\nIt will meet again.'],
    ['defines what everybody knows', 'The United States (U.S.) met.\n\nThe U.S. went on.'],
    ['names one inside a longer word', 'The NCGRPX met.'],
  ])('has no mentions where it %s', async (_, text) => {
    expect(await mayMark(linesOf(text), ask)).toBe(false);
  });

  it('is never said to have none where it has some', async () => {
    const pieces = [
      ...['NCGRP', 'Nuclear Consultative Group', 'quiet talks', 'of the lake', '북대서양조약기구'],
      ...['Lunar Tide Office', 'LTO', '(LTO)', '(', ')', ', or ', ', the ', ' = ', ' stands for '],
      ...['Nato', 'North Atlantic Treaty Org', ' – ', 'met', 'the', '.', ',', ' ', '\n\n', '는'],
      ...['N', 'CGRP', 'ＮＣＧＲＰ', 's', '-', '@', 'also called ', '“Lake Club”'],
    ];
    const texts = fc
      .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ')), { maxLength: 24 })
      .map((parts) => parts.flat().join(''));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        if (annotate(text, index).length === 0) return;
        expect(await mayMark(linesOf(text), ask)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
