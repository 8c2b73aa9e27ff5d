/** Tells whether an English date is that of an event, or the start or end of a period. */

import type { Span } from '../../text/span.ts';
import { uses } from '../prose/heuristics.ts';
import type { FoundDate } from './found-date.ts';

/** Words that make a date the start or end of a period: "since 2016", "until May". */
const SINCE = /\bsince(?: (?:at least|about|around))?$/i;
const SPAN =
  /\b(?:until|till|through|throughout|between|by|before|after|(?<!\bdat(?:es|ed|ing) (?:back )?)from|within|over|as of|except(?: in| for)?|than|(?<!\b(?:scheduled|planned|slated|set|due|called|foreseen|expected|time) )for(?: most of| much of| all of| part of)?|(?:most|much|all|part|half) of)$/i;
const FROM = /(?<!\bdat\p{Ll}+ )\bfrom$/u;
/** "from June 10 to 19": days of one event. */
const TO_DAY = /^ (?:to|until|through) \d{1,2}\b(?! \p{Lu})/u;
const ENDS = /^[^.;:]{0,24}\b(?:to|until|till|through)\b|^ ?[-–—]/;
export const OPENS = /\b(?:from|between|except(?: in| for)?)$/i;
const CLOSES = /^,? ?(?:to|and|or|until|till|through|[-–—]) ?$/i;
/** Words between a preposition and its date. */
const SOFT =
  /(?: (?:the|early|late|mid|in|on|at|about|around|some|(?:the )?(?:spring|summer|autumn|fall|winter|beginning|start|end|middle|first half|second half) of))+$/i;
const TO_YEAR = /^[-–—/](?:\d{2}|\d{4})\b/;
/** How far before a date its preposition is sought, in UTF-16 code units. */
const BEFORE = 48;

/** Whether an event happened at a date, since then, or in a period that begins or ends there. */
export function reachOf(
  words: string,
  { start, end }: Span,
  before: Span & { readonly opens: boolean },
): FoundDate['reach'] {
  if (!uses('reach')) return 'at';
  if (/(?:19|20)\d\d$/.test(words.slice(start, end)) && TO_YEAR.test(words.slice(end, end + 6)))
    return 'span';
  if (before.opens && CLOSES.test(words.slice(before.end, start).replace(SOFT, ''))) return 'span';
  const lead = leadOf(words, start);
  // "meets from 8 May": it begins on a day, where no end is told.
  const isDay = /\d{1,2}\D*$|^\d{1,2}\b/.test(words.slice(start, end).replace(/(?:19|20)\d\d/, ''));
  if (FROM.test(lead) && isDay && !ENDS.test(words.slice(end))) return 'at';
  if (FROM.test(lead) && isDay && TO_DAY.test(words.slice(end))) return 'at';
  if (SINCE.test(lead)) return 'since';
  return SPAN.test(lead) ? 'span' : 'at';
}

/** The words before a date, up to its preposition. */
export const leadOf = (words: string, start: number): string =>
  words
    .slice(Math.max(0, start - BEFORE), start)
    .replace(/[ -]$/, '')
    .replace(SOFT, '');
