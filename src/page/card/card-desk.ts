/** The cards of a page: the one over a mention, and one that the reader has pinned. */
import type { Card } from './card.ts';

/** What the cards tell whoever holds them. */
interface DeskOptions {
  /** Make a card that calls back when its own buttons are pressed. */
  create(card: { onPin(): void; onClose(): void }): Card;
  /** The card over the mention has become the pinned one: its place is free. */
  onPinned(): void;
  /** The card over the mention is to be closed. */
  onClose(): void;
}

export interface CardDesk extends Omit<Card, 'pin'> {
  /** Take every card away, the pinned one too. */
  clear(): void;
}

/** Create the cards of a page: at most one pinned, which the next one pinned replaces. */
export function createCardDesk({ create, onPinned, onClose }: DeskOptions): CardDesk {
  let pinned: Card | null = null;
  let current = make();

  function make(): Card {
    const card: Card = create({
      onPin() {
        if (card !== current) return;
        pinned?.hide();
        card.pin();
        pinned = card;
        current = make();
        onPinned();
      },
      onClose() {
        if (card === current) return onClose();
        card.hide();
        if (card === pinned) pinned = null;
      },
    });
    return card;
  }

  return {
    show: (answer, place) => current.show(answer, place),
    hide: () => current.hide(),
    place() {
      current.place();
      pinned?.place();
    },
    contains: (event) => current.contains(event) || (pinned?.contains(event) ?? false),
    keep(event) {
      current.keep(event);
      pinned?.keep(event);
    },
    isAnchored: () => current.isAnchored(),
    clear() {
      current.hide();
      pinned?.hide();
      pinned = null;
    },
  };
}
