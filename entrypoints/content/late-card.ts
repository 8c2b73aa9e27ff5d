import { isAlive } from '../../src/extension/alive.ts';
import { send } from '../../src/extension/messages.ts';
import type { PageCard, PageCardCalls } from '../card.ts';

/** What is asked of the card while it may not be there yet. */
export interface LateCard
  extends Pick<PageCard, 'show' | 'hide' | 'place' | 'contains' | 'isAnchored' | 'clear'> {
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

  async function bringIn(): Promise<PageCard> {
    if (!globalThis.newsglossCard) await send('loadPart', 'card');
    if (!globalThis.newsglossCard) throw new Error('The card is not there.');
    card ??= globalThis.newsglossCard(calls);
    return card;
  }

  function come(): Promise<PageCard> {
    coming ??= bringIn();
    // The background may be on its way out: the next wish asks again. Or all has gone.
    coming.catch(() => {
      coming = null;
      if (!isAlive()) globalThis.newsglossLife?.abort();
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
    isAnchored: () => card?.isAnchored() ?? true,
  };
}
