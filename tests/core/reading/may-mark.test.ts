/** Whether a page may have mentions: never no where it has some. */
import { describe, expect, it } from 'vitest';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { mayMark } from '../../../src/core/reading/may-mark.ts';
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
const linesOf = (text: string) => text.split(/\n\n+/);

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
