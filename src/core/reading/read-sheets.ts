/** The sheets that were taken in: what nothing was found in stays a stretch of their text. */
import { findHolders, type Matcher } from '../matching/matcher.ts';
import type { BlockEvidence } from '../senses/evidence.ts';
import type { Steps } from '../text/slices.ts';
import { startAt } from '../text/span.ts';
import type { Sheet } from './sheet.ts';

/** A sheet that was taken in. */
export interface ReadSheet {
  readonly sheet: Sheet;
  readonly keys: Int32Array;
  readonly ends: Int32Array;
  /** 1 for each block that is among the evidence, or was, or is gone: only the others are plain. */
  readonly isHeld: Uint8Array;
}

/** What most blocks hold. */
export const NONE: readonly never[] = [];

/** A block of a sheet as long as nothing was found in it. */
export const plainAt = (
  { keys, ends }: ReadSheet,
  number: number,
): Omit<BlockEvidence, 'block'> => ({
  words: { keys, from: startAt(ends, number), to: ends[number] as number },
  occurrences: NONE,
  definitions: NONE,
  hits: NONE,
});

/** The blocks of sheets that nothing was found in so far, by what a matcher looks for. */
export function* plainHolders(
  sheets: readonly ReadSheet[],
  matcher: Matcher<unknown>,
): Generator<[ReadSheet, number]> {
  // A copy: between two steps a sheet may be let go.
  for (const read of [...sheets]) {
    for (const number of findHolders(matcher, read.keys, read.ends)) {
      if (!read.isHeld[number]) yield [read, number];
    }
  }
}

/** Let go of sheets of which the page holds no plain block any more. */
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
