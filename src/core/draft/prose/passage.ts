/** A passage: a part of an article. */
import type { Span } from '../../text/span.ts';

/** A paragraph or line worth reading. */
export interface Passage extends Span {
  /**
   * `caption`: words under a picture, with their credit. `heading`: a line that names what the next
   * ones are about. `item`: a line of a list below it. `break`: another line, which ends a section.
   */
  readonly kind: 'prose' | 'caption' | 'heading' | 'item' | 'break';
}
