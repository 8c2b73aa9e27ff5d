/** Spans of a text. */

/** A span of a text: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a block begins in the text of its sheet, or its words among those of the sheet. */
export const startAt = (ends: ArrayLike<number>, number: number): number => ends[number - 1] ?? 0;
