/**
 * Limits what is kept of the pages' reports. `storage.session` holds 10 MB in Chromium for all tabs
 * together, and a page with forty frames can define any number of terms in each.
 */
import type { Reason } from '../../core/senses/mention.ts';
import type { FrameSummary, TermInFrame } from './reports.ts';

/** Most terms listed, of the library (`ours`) and of the page itself (`own`). */
export const MOST_TERMS = { frame: { ours: 2_000, own: 300 }, tab: { ours: 4_000, own: 600 } };

/**
 * Frames of a tab whose terms are listed, and frames that are stored at all. A news page has some
 * thirty, most without a term; Chromium allows a page a thousand.
 */
export const MOST_FRAMES = { listed: 100, known: 1_000 };

/** UTF-16 code units of a name or long form, as in the glossary format. */
const LONGEST = 200;
/** Words of evidence kept. A card shows three. */
const MOST_WORDS = 3;

/** Shorten a frame's summary to the limits; the terms left out are counted in `over`. */
export function capSummary(summary: FrameSummary): FrameSummary {
  const { terms, over } = capTerms(summary.terms, MOST_TERMS.frame);
  return { ...summary, terms: terms.map(shorten), over: summary.over + over };
}

/** Keep the first terms of each kind up to the limit, and count the others in `over`. */
export function capTerms<T extends Pick<TermInFrame, 'ref'>>(
  terms: readonly T[],
  most: { readonly ours: number; readonly own: number },
): { readonly terms: T[]; readonly over: number } {
  const left = { ...most };
  const kept = terms.filter(({ ref }) => left[ref === null ? 'own' : 'ours']-- > 0);
  return { terms: kept, over: terms.length - kept.length };
}

function shorten<T extends TermInFrame>(term: T): T {
  const { name, long, reason } = term;
  return { ...term, name: cut(name), long: cut(long), reason: shortenReason(reason) };
}

function shortenReason(reason: Reason): Reason {
  switch (reason.kind) {
    case 'name':
      return reason;
    case 'evidence':
      return { ...reason, words: reason.words.slice(0, MOST_WORDS).map(cut) };
    default:
      return { ...reason, long: cut(reason.long) };
  }
}

const cut = (text: string): string => text.slice(0, LONGEST);
