/** What `tests/bench/in-page.ts` measures. Milliseconds unless said otherwise. */

export type PainterName = 'highlights' | 'marks';

/** Reading and painting a page for the first time. */
export interface FirstPass {
  /** Time in our code up to the last mention painted, without what stands aside. */
  readonly script: number;
  /** Asking whether mentions can be seen, and looking for shadow roots, which idle callbacks do. */
  readonly aside: number;
  /** The longest stretch without a turn for the page. */
  readonly longest: number;
  /** What a layout takes afterwards, less one that has nothing to do. */
  readonly layout: number;
  readonly mentions: number;
  /** Mutation records that the page's own observer has seen; the mark painter's are not counted. */
  readonly domWrites: number;
}

/** Work within a stretch of time. */
export interface Share {
  readonly script: number;
  readonly longest: number;
  readonly elapsed: number;
  /** Frames a second. */
  readonly fps: number;
  /** Texts that were not what the page had written. */
  readonly wrong: number;
}

export interface Erasure {
  readonly script: number;
  readonly mentions: number;
  /** Whether the page has the very text nodes that it had before, with their text. */
  readonly isIdentical: boolean;
}

/** What another library did, by its own call. */
export interface OtherMarks {
  readonly script: number;
  readonly marks: number;
}
