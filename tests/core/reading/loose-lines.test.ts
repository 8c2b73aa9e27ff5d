/** Lines made of texts alone: no name of a page is lost in them. */
import { expect, it } from 'vitest';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { looseLines } from '../../../src/core/reading/loose-lines.ts';
import { mayMark } from '../../../src/core/reading/may-mark.ts';
import { fc } from '../../properties.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

it('has texts between blanks in one line alone', () => {
  expect(looseLines(['The ferry', ' left ', 'early'])).toEqual(['The ferry left early']);
  expect(looseLines([])).toEqual(['']);
});

it('has texts that touch together, and apart', () => {
  expect(looseLines(['Envoys', 'N', 'CG'])).toEqual(expect.arrayContaining(['EnvoysNCG', 'NCG']));
  expect(looseLines(['Nuclear', 'Group met'])).toContain('Nuclear Group met');
});

it('gives up where texts touch too often, and takes no more than its share of the rest', () => {
  expect(looseLines(Array(600).fill('ferry'))).toBeNull();
  const texts = Array(400).fill('ferry');
  expect(looseLines(texts)?.join('').length).toBeLessThan(400_000);
});

it('has all names of the lines of a page, wherever its texts end', async () => {
  const index = indexGlossaries([
    makeGlossary({
      ncg: { long: ['Nuclear Consultative Group'] },
      talks: { long: ['quiet talks of the lake'] },
      nato: { long: ['북대서양조약기구'] },
      mod: { short: ['MoD'] },
    }),
  ]);
  const words = [
    'Nuclear Consultative Group',
    'quiet talks of the lake',
    '북대서양조약기구',
    'MoD',
  ];
  const word = fc.constantFrom(...words, 'ferry', 'the', '는', 'met.', '(', ')', 's', '’s');
  /** A line, and where its texts end in it. */
  const line = fc.tuple(
    fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', '')), { minLength: 1, maxLength: 4 }),
    fc.array(fc.nat(60), { maxLength: 4 }),
  );
  const page = fc.array(fc.tuple(line, fc.constantFrom('', ' ')), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(page, async (made) => {
      const lines = made.map(([[parts]]) => parts.flat().join(''));
      const texts = made.flatMap(([[, cuts], blank], i) => {
        const ends = [...new Set(cuts)].sort((a, b) => a - b);
        const pieces = [0, ...ends].map((start, at) => lines[i]!.slice(start, ends[at]));
        return [blank + pieces[0], ...pieces.slice(1)].filter((text) => /\S/.test(text));
      });
      if (annotate(lines.join('\n\n'), index).length === 0) return;
      const found = looseLines(texts);
      expect(found && (await mayMark(found, async (keys) => lookUp(index, keys)))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
