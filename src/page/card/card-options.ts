/** A card: what it needs, what it can do, and what it can be asked to show. */
import type { CardChoice, CardContent } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Clock } from '../frame/clock.ts';
import type { Opening, Point } from '../pointing/dwell.ts';
import type { Anchor } from '../pointing/viewport.ts';
import type { Direction } from '../pointing/walk-mentions.ts';
import type { RootOf } from './flat-tree.ts';

/** The card of a document, as `createCard` makes it. */
export interface Card {
  /**
   * Open the card in place of what it shows. An answer of null means that the entry is gone from
   * the library, a rejection that the library cannot be reached; the card says so.
   */
  show(answer: Promise<CardAnswer>, place: CardPlace): void;
  hide(): void;
  /** Follow the mention after the page has moved. */
  place(): void;
  /** Whether an event comes from inside the card. */
  contains(event: Event): boolean;
  /**
   * Be told of an event on the page: one from inside the card is stopped before further listeners
   * hear it.
   */
  keep(event: Event): void;
  /** Whether the mention of the open card can be seen. */
  isAnchored(): boolean;
  /** Keep the card where it is until `hide` or its close button. */
  pin(): void;
}

/** What `createCard` needs. */
export interface CardOptions {
  readonly document: Document;
  /** `closed` on a visited page; `open` lets a test look inside. */
  readonly mode: 'closed' | 'open';
  /** Whether the document is in a frame, of which perhaps but a part can be seen. */
  readonly isFramed: boolean;
  /** Whether words have to be kept from the page's `window.find`, as in Firefox. */
  readonly hidesText?: boolean;
  /** tokens.css and card.css, one after the other. */
  readonly css: string;
  readonly strings: CardStrings;
  /** Gives the content for a related entry; null if it is gone from the library. */
  explain(ref: EntryRef): Promise<CardContent | null>;
  /** Marks an entry as known. Rejects, like `setNotHere`, if that could not be stored. */
  setKnown(ref: EntryRef, isKnown: boolean): Promise<void>;
  setNotHere(ref: EntryRef, isNotHere: boolean): Promise<void>;
  /**
   * Copy a note of what the card shows.
   *
   * @param holder - An element inside the card's root that can take a hidden field meanwhile.
   * @returns Whether the note was copied.
   */
  copy(content: CardContent, holder: HTMLElement): Promise<boolean>;
  /** Called when the reader presses the button that pins the card. */
  onPin(): void;
  /** Called when the reader closes the card by its button or by Esc. */
  onClose(): void;
  /** Called when the reader wants the card of the next or previous mention instead. */
  onStep(direction: Direction): void;
  /** Looks into the closed shadow trees of the page, too, where it may cover the card. */
  readonly rootOf: RootOf;
  /** The clock for all waits of the card. */
  readonly clock: Clock;
  /** Run something once what the document holds now has been drawn. */
  whenDrawn(run: () => void): void;
}

/** How and where a card opens. */
export interface CardPlace {
  readonly anchor: Anchor;
  /** A node of the mention. The card is put into the dialog around it, if there is one. */
  readonly node: Node;
  /** What opened the card: one opened by key takes the focus and gives it back. */
  readonly how: Opening;
  /** Where the pointer is: it chooses among the lines of a mention. */
  readonly point: Point | null;
  /** Shows where the page defines the term; null if it does not. */
  readonly showPlace?: (() => void) | null;
}

/** What a card is asked to show; null says that the entry is gone from the library. */
export type CardAnswer = CardContent | CardChoice | null;
