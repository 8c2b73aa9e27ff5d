import { isAlive } from '../../src/extension/messages/alive.ts';
import { findPart } from '../../src/page/frame/frame-parts.ts';
import type { PageCard, PageCardCalls } from './page-card.ts';
import { loadPart } from './parts.ts';

/** What is asked of the card while it may not be there yet. */
interface LateCard
  extends Pick<PageCard, 'show' | 'hide' | 'place' | 'contains' | 'keep' | 'isAnchored' | 'clear'> {
  /** Bring the card in ahead of the first hover. */
  prepare(): void;
  /** Resolves once the card is there. Rejects when the background cannot be reached. */
  come(): Promise<PageCard>;
}

/** The card, brought in when it is first needed; one that is wanted meanwhile opens then. */
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
    // The background may be on its way out: the next wish asks again. Or all has gone.
    coming.catch(() => {
      coming = null;
      if (!isAlive()) findPart('life')?.abort();
    });
    return coming;
  }

  return {
    come,
    prepare: () => void come().catch(() => undefined),
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
