/**
 * How much of what pages report is kept. `storage.session` holds 10 MB in Chromium for all tabs
 * together, and a page with forty frames can define as many terms as it likes in each.
 */
import type { Reason } from '../../core/senses/mention.ts';
import type { FrameSummary, TermInFrame } from './messages.ts';

/** Entries of the library, and terms of the page's own: more than a reader looks through. */
export const MOST_TERMS = { frame: { ours: 2_000, own: 300 }, tab: { ours: 4_000, own: 600 } };

/**
 * Frames of a tab: those whose terms are listed, and those that are remembered at all. A page of
 * news has some thirty, most of them without a term; Chromium lets a page have a thousand.
 */
export const MOST_FRAMES = { listed: 100, known: 1_000 };

/** UTF-16 code units of a name or long form; a glossary may have no longer one. */
const LONGEST = 200;
/** Words of evidence: a card names three. */
const MOST_WORDS = 3;

/** A summary with as much as is kept of a frame; what is left out is counted. */
export function capSummary(summary: FrameSummary): FrameSummary {
  const { terms, over } = capTerms(summary.terms, MOST_TERMS.frame);
  return { ...summary, terms: terms.map(shorten), over: summary.over + over };
}

/** As many terms of each kind as there is room for, the first ones, and how many are left out. */
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
