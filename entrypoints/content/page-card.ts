/** The interface between the content script and the card, which is a separate script. */
import type { CardDesk } from '../../src/page/card/card-desk.ts';
import type { PlacedMention } from '../../src/page/painting/painter.ts';
import type { Opening, Point } from '../../src/page/pointing/dwell.ts';
import type { Asked } from '../../src/page/pointing/selected.ts';
import type { Direction } from '../../src/page/pointing/walk-mentions.ts';
import type { PlacedSpan } from '../../src/page/reading/placed-span.ts';

/** What the cards of a page ask of the content script. */
export interface PageCardCalls {
  /** A live range over a mention; null if it is not painted. */
  rangeOf(placed: PlacedMention): Range | null;
  definitionOf(placed: PlacedMention): PlacedSpan | null;
  onPinned(): void;
  onClose(): void;
  onStep(direction: Direction): void;
}

/**
 * The cards, and what is needed only with them: loaded once the pointer is over a mention, or a card
 * is asked for.
 */
export interface PageCard extends Omit<CardDesk, 'show'> {
  show(target: PlacedMention | Asked, how: Opening, point: Point | null): void;
  /** Make the selection a target for which a card can be shown. */
  readSelected(text: string): Asked;
  findStep(
    mentions: readonly PlacedMention[],
    from: PlacedMention | null,
    direction: Direction,
  ): PlacedMention | null;
  reveal(placed: PlacedMention): void;
  /** Show a short message, which screen readers announce. */
  say(words: string): void;
}
