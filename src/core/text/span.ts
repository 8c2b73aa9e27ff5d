/** Spans of a text. */

/** A span of a text: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans have a code unit in common. */
export const overlap = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end;

/**
 * The offset at which the stretch `number` begins, where stretches follow one another without gaps:
 * blocks in the text of a sheet, or their words among its words.
 *
 * @param ends - Where each stretch ends.
 */
export const startAt = (ends: ArrayLike<number>, number: number): number => ends[number - 1] ?? 0;
