/** Makes quotes into complete sentences, for the reviewer to edit. */

import { proposeGloss } from '../draft/entries/to-glossary.ts';
import type { DraftClaim, DraftEntry } from '../draft/format/draft-types.ts';

/** A sentence that gives another name of a thing but does not say what it is. */
const NAMES_ONLY = /\b(?:also|better|formerly) (?:called|known)\b|\bknown as\b|이?라고도 (?:부|불)/;

/** Choose the quote that explains an entry best; null if the text explains it nowhere. */
export function chooseGloss(entry: DraftEntry): DraftClaim | null {
  const claims = entry.claims.filter(({ quote }) => !NAMES_ONLY.test(quote));
  return proposeGloss({ ...entry, claims }) ?? proposeGloss(entry);
}

/** A verb at the start of a quote, whose subject is the name before it. */
const VERB =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|must|serves?|served|aims?|meets?|met|consists?|includes?|remains?|became|brings?|provides?|acts?|works?|oversees?|handles?|advises?|watches)\b/;

/**
 * Make a quote into a sentence: on one line, beginning with the subject if the quote begins with a
 * verb, and with a full stop.
 *
 * @param subject - The name of the thing.
 * @param quote - As in the text.
 */
export function sayOf(subject: string, quote: string): string {
  const line = onOneLine(quote).replace(/[,;:]$/, '');
  const sentence = VERB.test(line) && subject !== '' ? `${subject} ${line}` : line;
  const isClosed = /[.!?…。][”"'’)]*$/.test(sentence);
  const stop = isClosed ? '' : '.';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1) + stop;
}

/** A text on one line. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
