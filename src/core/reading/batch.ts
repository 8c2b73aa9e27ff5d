/** The words of a sheet, and which of its blocks may define something. */
import { type DefinitionReader, findDefiners, mayDefine } from '../definitions/definers.ts';
import type { Definition } from '../definitions/definition.ts';
import type { KeySet } from '../matching/key-set.ts';
import type { Steps } from '../text/slices.ts';
import { startAt } from '../text/span.ts';
import { appendWords, createWords, type Words } from '../text/word-keys.ts';
import type { Sheet } from './sheet.ts';

/** A sheet of a page with its words, until it is taken in. */
export interface Batch {
  readonly sheet: Sheet;
  readonly words: Words;
  /** Where the words of each block end; those of the first begin at 0. */
  readonly ends: Int32Array;
  /** The blocks that may define something: none of the others does. */
  readonly definers: ReadonlySet<number>;
}

/** Words are read in steps of so many UTF-16 code units. */
const STEP = 1_000;

/** @param asked - Takes in the keys of the words. */
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
  const definers = new Set(findDefiners(sheet.text, sheet.ends));
  for (const [number, row] of sheet.rows) if (mayDefine(row)) definers.add(number);
  return { sheet, words, ends, definers };
}

/** What a block defines; a cell that opens a row of a table also speaks for the cell beside it. */
export function* definitionsIn(
  text: string,
  row: string | undefined,
  readDefinitions: DefinitionReader,
): Steps<Definition[]> {
  const definitions = mayDefine(text) ? yield* readDefinitions(text) : [];
  if (!row || !mayDefine(row)) return definitions;
  // Spans of the other cell mean nothing in this block: the definition stands in all of it.
  const whole = { start: 0, end: text.length };
  const inRow = (yield* readDefinitions(row)).map((each) => ({
    ...each,
    shortSpan: whole,
    longSpan: whole,
  }));
  return [...definitions, ...inRow];
}
