/** Reads the words of a sheet and finds the blocks that may define something. */
import { findDefiners } from '../definitions/definers.ts';
import type { KeySet } from '../matching/key-set.ts';
import type { Steps } from '../text/slices.ts';
import { startAt } from '../text/span.ts';
import { appendWords, createWords, type Words } from '../text/word-keys.ts';
import type { Sheet } from './sheet.ts';

/** A sheet with its words, before names are looked for in it. */
export interface Batch {
  readonly sheet: Sheet;
  readonly words: Words;
  /** Where the words of each block end in `words`; those of the first begin at 0. */
  readonly ends: Int32Array;
  /** The numbers of the blocks that may define something; no other block does. */
  readonly definers: ReadonlySet<number>;
}

/** Length of a step of reading words, in UTF-16 code units. */
const STEP = 1_000;

/**
 * Read the words of a sheet.
 *
 * @param asked - The keys of the words are added to it.
 */
export function* beginBatch(sheet: Sheet, asked: KeySet): Steps<Batch> {
  const words = createWords(Math.max(16, sheet.text.length >> 2));
  const ends = new Int32Array(sheet.ends.length);
  let first = 0;
  let start = 0;
  for (let number = 0; number < ends.length; number++) {
    const end = sheet.ends[number] as number;
    appendWords(words, sheet.text, startAt(sheet.ends, number), end);
    ends[number] = words.count;
    if (end - start < STEP && number + 1 < ends.length) continue;
    asked.addWords(words.keys, ends, first, number + 1);
    yield;
    first = number + 1;
    start = end;
  }
  const definers = new Set([...findDefiners(sheet.text, sheet.ends), ...sheet.markup.keys()]);
  return { sheet, words, ends, definers };
}
