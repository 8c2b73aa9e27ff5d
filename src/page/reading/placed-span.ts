/** Where a page defines a term. */
import type { createReading } from '../../core/reading/reading.ts';
import { isPlaceOf } from '../../core/senses/page-definitions.ts';
import type { Span } from '../../core/text/span.ts';
import type { PlacedMention } from '../painting/painter.ts';
import type { Block } from '../text/blocks.ts';

/** A part of the text of a block. */
export interface PlacedSpan {
  readonly block: Block;
  readonly span: Span;
}

/**
 * Where the page itself defines the term of a mention, short and long form; null if it does not, if
 * it does so at this very mention, or only says it to machines.
 */
export function definitionOf(
  reading: ReturnType<typeof createReading>,
  { mention, block }: PlacedMention,
): PlacedSpan | null {
  const found = reading.definitionOf(block, mention);
  if (!found?.block.text || isPlaceOf(found, block, mention.start)) return null;
  const { shortSpan: short, longSpan: long } = found.definition;
  const span = { start: Math.min(short.start, long.start), end: Math.max(short.end, long.end) };
  // The reading returns the very blocks that we gave it, which are blocks of the page.
  return { block: found.block as Block, span };
}
