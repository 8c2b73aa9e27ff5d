/** Tells whether a page can have mentions at all, before the script that paints them is needed. */
import { readBlockDefinitions } from '../definitions/block-definitions.ts';
import type { Candidate } from '../matching/candidate.ts';
import { createKeySet } from '../matching/key-set.ts';
import { findPhrases } from '../matching/matcher.ts';
import { createLexicon, findOccurrences } from '../matching/occurrences.ts';
import { addOwnTerm, createOwnTerms, spansOf } from '../senses/page-terms.ts';
import { createOverlapTest } from '../text/overlaps.ts';
import { finish } from '../text/slices.ts';
import { type Span, startAt } from '../text/span.ts';
import type { Markup } from '../text/text-block.ts';
import { beginBatch } from './batch.ts';
import { sheetOf, textAt } from './sheet.ts';

/** The text of a line of a page, and what its markup says of it. */
interface Line {
  readonly text: string;
  readonly markup?: readonly Markup[] | undefined;
}

/**
 * Whether a page with these lines may have mentions; false is certain. It has some only if a name
 * of the library stands in it, in whatever meaning, or a term that it defines itself stands outside
 * the words that define it.
 *
 * @param lookUp - Asks the library for the entries that some keys can belong to.
 */
export async function mayMark(
  lines: readonly Line[],
  lookUp: (keys: readonly number[]) => Promise<readonly Candidate[]>,
): Promise<boolean> {
  const sheet = sheetOf(
    lines.map(({ text, markup }, order) => ({
      text,
      ...(markup && { markup }),
      section: 0,
      order,
    })),
  );
  const asked = createKeySet();
  const { words, ends, definers } = finish(beginBatch(sheet, asked));
  const lexicon = createLexicon(await lookUp(asked.fresh()));
  const wordsOf = (number: number) => [startAt(ends, number), ends[number] as number] as const;
  const numbers = lines.map((_, number) => number);
  const isNamed = (number: number) =>
    findOccurrences(textAt(sheet, number), lexicon, words, ...wordsOf(number)).length > 0;
  if (numbers.some(isNamed)) return true;

  const own = createOwnTerms();
  const taken = new Map<number, Span[]>();
  for (const number of definers) {
    const markup = sheet.markup.get(number);
    const found = finish(readBlockDefinitions(textAt(sheet, number), markup));
    for (const definition of found) addOwnTerm(own, definition);
    taken.set(number, found.flatMap(spansOf));
  }
  return numbers.some((number) => {
    const isTaken = createOverlapTest(taken.get(number) ?? []);
    const places = findPhrases(own.shorts, textAt(sheet, number), words, ...wordsOf(number));
    return places.some((place) => !isTaken(place));
  });
}
