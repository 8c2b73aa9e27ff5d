import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { i18n } from '#i18n';
import cardCss from '../assets/styles/card.css?inline';
import tokensCss from '../assets/styles/tokens.css?inline';
import { type CardKey, readCardStrings } from '../src/core/card-strings.ts';
import { cardContentOf, ownTermContent } from '../src/core/explain.ts';
import type { EntryRef, Mention, Reason } from '../src/core/mention.ts';
import { send } from '../src/extension/messages.ts';
import { readPageDate } from '../src/page/article.ts';
import { type Card, type CardPlace, createCard } from '../src/page/card.ts';

/**
 * The card, brought into a page once it has a mention: most pages never need it. Stands where the
 * content script looks for it; both share a world that the page cannot reach.
 */
export default defineUnlistedScript(() => {
  globalThis.newsglossCard = createPageCard;
});

declare global {
  var newsglossCard: typeof createPageCard | undefined;
}

/** A card that fetches what it shows. */
export interface PageCard extends Omit<Card, 'show'> {
  /** @param written - The mention as the page writes it. */
  show(mention: Mention, written: string, place: CardPlace): void;
}

function createPageCard(): PageCard {
  const pageDate = readPageDate(document);
  // A test holds `CardKey` against the locale files; its keys are too many for overloads.
  const translate = i18n.t as (key: CardKey, values?: string[]) => string;
  const strings = readCardStrings((key, values = []) => translate(key, values));

  async function explain(ref: EntryRef, reason: Reason | null = null, written = '') {
    const explained = await send('explain', ref);
    return explained && cardContentOf(explained, { pageDate, reason, written }, strings);
  }

  async function explainMention({ ref, reason }: Mention, written: string) {
    if (ref !== null) return explain(ref, reason, written);
    const long = reason.kind === 'own' ? reason.long : '';
    return ownTermContent(written, long, document.documentElement.lang, strings);
  }

  const card = createCard({
    document,
    mode: 'closed',
    css: tokensCss + cardCss,
    strings,
    explain,
    clock: {
      now: () => performance.now(),
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      clearTimeout: (timer) => window.clearTimeout(timer),
    },
  });
  return {
    ...card,
    show: (mention, written, place) => card.show(explainMention(mention, written), place),
  };
}
