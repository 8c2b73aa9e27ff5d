/** Keeps the sheets that were read. A block with nothing found in it is plain: text only. */
import { findHolders, type Matcher } from '../matching/matcher.ts';
import type { BlockEvidence } from '../senses/evidence.ts';
import type { Steps } from '../text/slices.ts';
import { startAt } from '../text/span.ts';
import type { Sheet } from './sheet.ts';

/** A sheet that was read. */
export interface ReadSheet {
  readonly sheet: Sheet;
  /** The keys of its words. */
  readonly keys: Int32Array;
  /** Where the keys of each block end; those of the first begin at 0. */
  readonly ends: Int32Array;
  /** 1 for each block that is or was among the evidence, or is gone; 0 for plain ones. */
  readonly isHeld: Uint8Array;
}

/** The list of what was found in most blocks. Shared, to save memory. */
export const NONE: readonly never[] = [];

/** The evidence of a plain block: its words only. */
export const plainAt = (
  { keys, ends }: ReadSheet,
  number: number,
): Omit<BlockEvidence, 'block'> => ({
  words: { keys, from: startAt(ends, number), to: ends[number] as number },
  occurrences: NONE,
  definitions: NONE,
  hits: NONE,
});

/** Find the plain blocks of sheets in which a phrase of a matcher may stand. */
export function* plainHolders(
  sheets: readonly ReadSheet[],
  matcher: Matcher<unknown>,
): Generator<[ReadSheet, number]> {
  // A copy: between two steps a sheet may be removed from the list.
  for (const read of [...sheets]) {
    for (const number of findHolders(matcher, read.keys, read.ends)) {
      if (!read.isHeld[number]) yield [read, number];
    }
  }
}

/** Remove the sheets of which the page holds no plain block any more. */
export function* dropLostSheets(sheets: ReadSheet[]): Steps<void> {
  for (const read of [...sheets]) {
    const { sheet, isHeld } = read;
    let plain = 0;
    for (let number = 0; number < isHeld.length; number++) {
      if (!sheet.holds(number)) isHeld[number] = 1;
      else if (!isHeld[number]) plain++;
      yield;
    }
    if (plain === 0) sheets.splice(sheets.indexOf(read), 1);
  }
}
