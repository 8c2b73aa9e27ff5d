import { send } from '../../src/extension/messages.ts';
import type { PageCard } from '../card.ts';

export interface LateCard extends PageCard {
  /** Bring the card in ahead of the first hover. */
  prepare(): void;
}

/** The card, brought in when it is first needed; one that is wanted meanwhile opens then. */
export function createLateCard(): LateCard {
  let card: PageCard | null = null;
  let coming: Promise<PageCard> | null = null;
  let wanted = 0;

  async function bringIn(): Promise<PageCard> {
    if (!globalThis.newsglossCard) await send('loadPart', 'card');
    if (!globalThis.newsglossCard) throw new Error('The card is not there.');
    card ??= globalThis.newsglossCard();
    return card;
  }

  function come(): Promise<PageCard> {
    coming ??= bringIn();
    // The background may be on its way out: the next wish asks again.
    coming.catch(() => {
      coming = null;
    });
    return coming;
  }

  return {
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
    place: () => card?.place(),
    contains: (event) => card?.contains(event) ?? false,
    isAnchored: () => card?.isAnchored() ?? true,
  };
}
