/** Manages the cards of a page: the one at a mention, and one that the reader has pinned. */
import type { Card } from './card-options.ts';

/** How the desk makes cards and what it reports. */
interface DeskOptions {
  /** Make a card that calls back when its buttons are pressed. */
  create(card: { onPin(): void; onClose(): void }): Card;
  /** The card at the mention was pinned: no card is open at the mention now. */
  onPinned(): void;
  /** The card at the mention is to be closed. */
  onClose(): void;
}

export interface CardDesk extends Omit<Card, 'pin'> {
  /** Close all cards, also the pinned one. */
  clear(): void;
}

/** Create the cards of a page. At most one is pinned; pinning another closes it. */
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
