/** Makes a glossary of the terms of a page. Loaded when a reader saves them as a file. */
import { UNSAID } from '../../core/formats/foreign.ts';
import { bringEntries, toGlossary } from '../../core/formats/to-glossary.ts';
import { CAPS } from '../../core/glossary/caps.ts';
import { glossaryOf } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { Explained } from '../../core/library/told.ts';
import { gatherEntries, type Picked } from '../../core/packs/gather.ts';
import { shorten, toPlainText } from '../../core/text/plain-text.ts';
import type { TermOnPage } from '../../extension/messages/reports.ts';

/** The page whose terms are gathered. */
interface GatheredPage {
  /** The title of the glossary. */
  readonly title: string;
  /** What the page says of itself; empty for what it does not say. */
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly published: string;
    readonly url: string;
  };
  /** Words for the day of a page without a date. */
  readonly undated: string;
  /** ISO day. */
  readonly today: string;
}

/** The id of a glossary made of a page's terms. */
const ID = 'newsgloss-page';

/**
 * Gather the entries named on a page, with their sources, and behind them the terms that the page
 * defines itself, with the page as their source.
 *
 * @throws GlossaryError if a limit of the format is exceeded.
 */
export function gatherPage(
  terms: readonly TermOnPage[],
  explained: readonly Explained[],
  page: GatheredPage,
): Glossary {
  const picked = explained.map(({ ref, language, entry, sources }): Picked => {
    return { glossary: glossaryOf(ref), language, entry, sources };
  });
  const title = shorten(toPlainText(page.title), CAPS.label);
  return gatherEntries([...picked, ...pickOwn(terms, page)], { id: ID, title });
}

/** The terms that the page defines itself, as entries. */
function pickOwn(terms: readonly TermOnPage[], { source, undated, today }: GatheredPage): Picked[] {
  const entries = terms
    .filter(({ ref }) => ref === null)
    .map(({ name, long, reason }) => {
      const isGloss = reason.kind === 'own' && reason.isGloss === true;
      const named = [
        { text: name, lang: null, role: isGloss ? null : ('short' as const) },
        ...(isGloss ? [] : [{ text: long, lang: null, role: 'long' as const }]),
      ];
      const glosses = isGloss ? [{ text: long, lang: null }] : [];
      return { id: null, names: named, glosses, source: null, line: null };
    });
  const brought = bringEntries({ about: UNSAID, entries });
  const taker = { today, undated, isFree: () => true };
  const about = { ...UNSAID, url: source.url.length > CAPS.url ? null : source.url };
  const own = toGlossary(source.title, about, brought, source, taker);
  const { language, sources } = own;
  return own.entries.map((entry) => ({ glossary: `${ID}-own`, language, sources, entry }));
}
