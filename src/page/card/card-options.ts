/** What a card is made with, and what it is asked to show. */
import type { CardChoice, CardContent } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Clock } from '../frame/clock.ts';
import type { Opening, Point } from '../pointing/dwell.ts';
import type { Anchor } from '../pointing/viewport.ts';
import type { Direction } from '../pointing/walk-mentions.ts';

/** What a card needs from its maker. */
export interface CardOptions {
  readonly document: Document;
  /** `closed` on a visited page; `open` lets a test look inside. */
  readonly mode: 'closed' | 'open';
  /** tokens.css and card.css, one after the other. */
  readonly css: string;
  readonly strings: CardStrings;
  /** What the card of a related entry shows; null when it is gone from the library. */
  explain(ref: EntryRef): Promise<CardContent | null>;
  /** Each rejects when it could not be stored. */
  setKnown(ref: EntryRef, isKnown: boolean): Promise<void>;
  setNotHere(ref: EntryRef, isNotHere: boolean): Promise<void>;
  /**
   * Copy a note of what the card shows.
   *
   * @param holder - Inside the card's root, for what has to stand there meanwhile.
   * @returns Whether it was done.
   */
  copy(content: CardContent, holder: HTMLElement): Promise<boolean>;
  /** The reader wants the card to stay, whatever becomes of its mention. */
  onPin(): void;
  /** The reader wants the card gone, by its own button. */
  onClose(): void;
  /** The reader wants the next mention's card in place of this one. */
  onStep(direction: Direction): void;
  /** `performance.now` and the timers. */
  readonly clock: Clock;
}

/** How and where a card opens. */
export interface CardPlace {
  readonly anchor: Anchor;
  /** A node of the mention: the card joins the dialog that holds it. */
  readonly node: Node;
  /** A card opened by key takes the focus, and gives it back. */
  readonly how: Opening;
  /** Where the pointer is, to choose among the lines of a mention. */
  readonly point: Point | null;
  /** Leads to the place where the page defines the term; null where it does not. */
  readonly showPlace?: (() => void) | null;
}

/** What a card is asked to show; null says that the entry is gone from the library. */
export type CardAnswer = CardContent | CardChoice | null;
