/** A definition in a text. */
import type { Span } from '../text/span.ts';

/** A short form–long form pair that a text itself defines. */
export interface Definition {
  /** As written, white space collapsed, without quotes and outer brackets. */
  readonly short: string;
  readonly long: string;
  /** Their places in the text. */
  readonly shortSpan: Span;
  readonly longSpan: Span;
  /** `definition`: the short form abbreviates the long form. `alias`: "also called X". */
  readonly form: 'definition' | 'alias';
}
