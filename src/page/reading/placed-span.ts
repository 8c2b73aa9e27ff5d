/** A part of the text of a page, such as where it defines a term. */
import type { Span } from '../../core/text/span.ts';
import type { Block } from '../text/blocks.ts';

export interface PlacedSpan {
  readonly block: Block;
  readonly span: Span;
}
