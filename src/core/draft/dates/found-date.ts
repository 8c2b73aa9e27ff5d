/** A date in a text, and what it takes to resolve one. */
import type { Span } from '../../text/span.ts';

/**
 * A date in a text: a day, a month or a year, ISO. "On Monday" and "in June" are two dates, and the
 * tense of the sentence tells which is meant.
 */
export interface FoundDate extends Span {
  /** The date for what has happened; null for what can only lie ahead ("tomorrow"). */
  readonly past: string | null;
  /** The date for what is to come; null for what can only lie behind ("last year"). */
  readonly ahead: string | null;
  /** `at`: it happened then. `since`: from then on. `span`: until, by, before, from … to. */
  readonly reach: 'at' | 'since' | 'span';
}

/** What relative dates are resolved against. */
export interface DateContext {
  /** Day of the text, ISO; null where nobody knows it. */
  readonly published: string | null;
  /** The last date before the sentence, for "that year". */
  readonly last: string | null;
}

/** The groups of an expression that were found, by name. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A date that may lie behind and one that may lie ahead of the day of the text. */
export type Sides = Pick<FoundDate, 'past' | 'ahead'>;

export const sides = (past: string | null, ahead: string | null): Sides | null =>
  past === null && ahead === null ? null : { past, ahead };

export const both = (date: string | null): Sides | null => sides(date, date);

/** The sides of a word that looks one way only: behind with a step below 0, ahead with one above. */
export const oneWay = (date: string | null, step: number): Sides | null =>
  sides(step > 0 ? null : date, step < 0 ? null : date);
