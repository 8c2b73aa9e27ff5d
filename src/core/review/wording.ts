/** Quotes as sentences that stand by themselves: a proposal for the reviewer to edit. */
import type { DraftClaim, DraftEntry } from '../draft/draft-types.ts';
import { proposeGloss } from '../draft/to-glossary.ts';

/** Says by what name a thing goes, not what it is. */
const NAMES_ONLY = /\b(?:also|better|formerly) (?:called|known)\b|\bknown as\b|이?라고도 (?:부|불)/;

/** Choose the quote that explains an entry best; null where the text says nowhere what it is. */
export function chooseGloss(entry: DraftEntry): DraftClaim | null {
  const claims = entry.claims.filter(({ quote }) => !NAMES_ONLY.test(quote));
  return proposeGloss({ ...entry, claims }) ?? proposeGloss(entry);
}

/** Begins what is said of something that was named before it. */
const VERB =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|must|serves?|served|aims?|meets?|met|consists?|includes?|remains?|became|brings?|provides?|acts?|works?|oversees?|handles?|advises?|watches)\b/;

/**
 * Say a quote as a sentence: on one line, with the name before it where it begins with what is said
 * of that, and with a stop behind it.
 *
 * @param subject - The name.
 * @param quote - As it stands in the text.
 */
export function sayOf(subject: string, quote: string): string {
  const line = quote
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,;:]$/, '');
  const sentence = VERB.test(line) && subject !== '' ? `${subject} ${line}` : line;
  const isClosed = /[.!?…。][”"'’)]*$/.test(sentence);
  const stop = isClosed ? '' : '.';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1) + stop;
}
