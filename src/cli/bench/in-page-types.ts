/** The results of `tests/bench/in-page.ts`. Times are in milliseconds unless stated otherwise. */

export type PainterName = 'highlights' | 'marks';

/** Reading and painting a page for the first time. */
export interface FirstPass {
  /** Time in our code until the last mention is painted, without `aside`. */
  readonly script: number;
  /** Time in idle callbacks, to see which mentions are visible and to search for shadow roots. */
  readonly aside: number;
  /** The longest time without yielding to the page. */
  readonly longest: number;
  /** Time of a layout afterwards, minus that of a layout without changes. */
  readonly layout: number;
  readonly mentions: number;
  /** Mutation records that an observer of the page receives; not counted for the mark painter. */
  readonly domWrites: number;
}

/** Work during a period. */
export interface Share {
  readonly script: number;
  readonly longest: number;
  readonly elapsed: number;
  /** Frames per second. */
  readonly fps: number;
  /** The number of texts that differ from what the page has written. */
  readonly wrong: number;
}

export interface Erasure {
  readonly script: number;
  readonly mentions: number;
  /** Whether the page has the same text nodes with the same text as before. */
  readonly isIdentical: boolean;
}

/** The result of another library. */
export interface OtherMarks {
  readonly script: number;
  readonly marks: number;
}
