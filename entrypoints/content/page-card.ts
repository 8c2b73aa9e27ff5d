/** The card of a page, as those see it who bring it in: it is a script of its own. */
import type { CardDesk } from '../../src/page/card/card-desk.ts';
import type { PlacedMention } from '../../src/page/painting/painter.ts';
import type { Opening, Point } from '../../src/page/pointing/dwell.ts';
import type { Asked } from '../../src/page/pointing/selected.ts';
import type { Direction } from '../../src/page/pointing/walk-mentions.ts';
import type { PlacedSpan } from '../../src/page/reading/reader.ts';

/** What the cards of a page ask of whoever reads it. */
export interface PageCardCalls {
  /** A live range over a mention; null where it is not painted. */
  rangeOf(placed: PlacedMention): Range | null;
  definitionOf(placed: PlacedMention): PlacedSpan | null;
  onPinned(): void;
  onClose(): void;
  onStep(direction: Direction): void;
}

/** Everything that matters once a card opens, or is asked for without a mention. */
export interface PageCard extends Omit<CardDesk, 'show'> {
  show(target: PlacedMention | Asked, how: Opening, point: Point | null): void;
  /** The selection as something that a card can be shown for. */
  readSelected(text: string): Asked;
  findStep(
    mentions: readonly PlacedMention[],
    from: PlacedMention | null,
    direction: Direction,
  ): PlacedMention | null;
  reveal(placed: PlacedMention): void;
  /** Say something to eyes and ears, for a moment. */
  say(words: string): void;
}
