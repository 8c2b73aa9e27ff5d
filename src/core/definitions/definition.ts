/** A definition in a text. */
import type { Span } from '../text/span.ts';

/** A short form–long form pair that a text itself defines. */
export interface Definition {
  /** As written, white space collapsed, without quotes and outer brackets. */
  readonly short: string;
  readonly long: string;
  /** Their places in the text; for an unseen long form, the place of the short form. */
  readonly shortSpan: Span;
  readonly longSpan: Span;
  /**
   * `definition`: the short form abbreviates the long form. `alias`: "also called X". `explanation`:
   * `short` is any term, and `long` says what it means.
   */
  readonly form: 'definition' | 'alias' | 'explanation';
  /** Whether the long form is not in the text but, for example, in a title. */
  readonly isUnseen?: boolean;
}
