/** What a text defines. */
import type { Span } from '../text/span.ts';

/** A short form–long form pair that a text itself defines. */
export interface Definition {
  /** As written, white space collapsed, without quotes and outer brackets. */
  readonly short: string;
  readonly long: string;
  /** Where each of the two stands in the text. */
  readonly shortSpan: Span;
  readonly longSpan: Span;
  /** `definition`: letters of the short form come from the long form. `alias`: "also called X". */
  readonly form: 'definition' | 'alias';
}
