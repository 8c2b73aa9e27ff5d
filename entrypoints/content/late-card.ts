import { endIfRemoved } from './end-if-removed.ts';
import type { PageCard, PageCardCalls } from './page-card.ts';
import { loadPart } from './parts.ts';

/** The card as it can be used before it is loaded. */
interface LateCard
  extends Pick<PageCard, 'show' | 'hide' | 'place' | 'contains' | 'keep' | 'isAnchored' | 'clear'> {
  /** Load the card, if it is not there, while the pointer rests on a mention. */
  prepare(): void;
  /** Load the card, if need be. Rejects if the background cannot be reached. */
  come(): Promise<PageCard>;
}

/** Create a card that is loaded when first needed. The last `show` meanwhile happens then. */
export function createLateCard(calls: PageCardCalls): LateCard {
  let card: PageCard | null = null;
  let coming: Promise<PageCard> | null = null;
  let wanted = 0;

  async function bringCard(): Promise<PageCard> {
    const createCard = await loadPart('card');
    card ??= createCard(calls);
    return card;
  }

  function come(): Promise<PageCard> {
    coming ??= bringCard();
    // If the background is restarting, the next call tries again; if the extension is gone, we end.
    coming.catch(() => {
      coming = null;
      endIfRemoved();
    });
    return coming;
  }

  return {
    come,
    prepare() {
      if (!card) come().catch(() => undefined);
    },
    show(...args) {
      const turn = ++wanted;
      if (card) return card.show(...args);
      come().then(
        (each) => turn === wanted && each.show(...args),
        () => undefined,
      );
    },
    hide() {
      wanted++;
      card?.hide();
    },
    clear() {
      wanted++;
      card?.clear();
    },
    place: () => card?.place(),
    contains: (event) => card?.contains(event) ?? false,
    keep: (event) => card?.keep(event),
    isAnchored: () => card?.isAnchored() ?? true,
  };
}
