/** Reads events that nouns date: "an initiative of 1992", "the next meeting is in May". */

import type { Span } from '../../text/span.ts';
import type { FoundDate } from '../dates/found-date.ts';
import type { DraftEvent } from '../format/draft-types.ts';
import { guessKind } from '../names/kinds.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { uses } from '../prose/heuristics.ts';
import { createWhen, type DatedEvent, readOrdinal } from './events.ts';

/** Whether a place lies in brackets. */
export const isAside = (words: string, at: number): boolean =>
  words.lastIndexOf('(', at) > words.lastIndexOf(')', at);

/** "the X, an initiative of 1992", "the April 2023 X Declaration": the date of a foundation. */
const MADE_OF =
  /^["”’']?(?: ?\([^()]{1,60}\))?, (?:an?|the) [^,;:]*?\b(?:(?<founded>initiative|creation|foundation)|(?<signed>treaty|agreement|pact|accord|declaration|deal|document|text|convention|charter|protocol|memorandum)) (?:of|from) $/;

/** "the first conference in 2016", "the X’s second meeting in 2018". */
const ITS_MEETING = /^(?:[’']s)? (?:\p{Ll}+ )?(?:meeting|session|summit|conference) (?:in|on) $/u;
/** Phrases that refer to a meeting: "the next one". */
const MEETS =
  /^the \p{Ll}+(?: (?:meeting|session|round|summit|conference|gathering|ministerial|plenary|one))?$/iu;
const STANDS_FOR_MEETING = /^the \p{Ll}+ (?:meeting|session|summit|conference|gathering)$/iu;

/** "the next meeting is in May", "the first one was in 2016". */
const COPULA =
  /^ (?:(?:is|will be)(?: (?:due|set|scheduled|planned|expected|pencilled in|penciled in|billed))?|was) (?:in|on|for) $/;
const BRACKET = String.raw`["”’']?(?: ?\([^()]{1,60}\))?`;
/** "the X Treaty (XT) of 1951", "it dates from 2014". */
const OF = new RegExp(`^${BRACKET} of $`);
const DATES_FROM = new RegExp(
  `^${BRACKET}(?:, an? [^,;:]*? (?:that|which)|,)? (?:dates? (?:back )?(?:from|to)|goes back to) $`,
);

function isMeeting(words: string, mention: NamedSpan, { start }: Span): boolean {
  const between = words.slice(mention.end, start);
  const isStandIn = STANDS_FOR_MEETING.test(words.slice(mention.start, mention.end));
  return isStandIn ? /^ (?:in|on) $/.test(between) : ITS_MEETING.test(between);
}

/** "its ministers meet twice a year, most recently in Velm in December". */
const RECENTLY =
  /\b(?:meets?|met|gathers?|gathered|convenes?|convened)\b[^;:]*, (?:most recently|the last time) (?:in \p{Lu}[\p{L} ]+ )?(?:in|on) $/u;

/** What a date without a verb dates. */
interface Dated {
  readonly mention: NamedSpan;
  readonly what: DraftEvent;
}

/** Read the event that a noun dates. */
export function readNominal(
  words: string,
  date: FoundDate,
  named: readonly NamedSpan[],
  published: string | null,
): DatedEvent | null {
  const dated = date.reach === 'at' && uses('nominal') ? findDated(words, date, named) : null;
  if (dated === null) return null;
  const { mention, what } = dated;
  const [start, end] = [Math.min(mention.start, date.start), Math.max(mention.end, date.end)];
  const ordinal = what === 'met' || what === 'planned' ? readOrdinal(words.slice(start, end)) : 0;
  const when = createWhen(words, date, what, published, ordinal);
  return when === null ? null : { mention, start, end, isApart: false, when };
}

function findDated(words: string, date: FoundDate, named: readonly NamedSpan[]): Dated | null {
  const isPaper = ({ key }: NamedSpan) =>
    named.some((it) => it.key === key && guessKind(words.slice(it.start, it.end)) === 'agreement');
  const behind = named.find(({ start }) => start === date.end + 1);
  if (behind !== undefined && isPaper(behind)) return { mention: behind, what: 'signed' };
  const mention = named.findLast(({ start, end }) => end <= date.start && !isAside(words, start));
  if (mention === undefined) return null;
  const between = words.slice(mention.end, date.start);
  const made = MADE_OF.exec(between)?.groups;
  if (made !== undefined) {
    return { mention, what: made.signed === undefined ? 'founded' : 'signed' };
  }
  if (OF.test(between) && isPaper(mention)) return { mention, what: 'signed' };
  if (DATES_FROM.test(between)) return { mention, what: isPaper(mention) ? 'signed' : 'founded' };
  if (RECENTLY.test(between)) return { mention, what: 'met' };
  const isStandIn = MEETS.test(words.slice(mention.start, mention.end));
  if (isStandIn && COPULA.test(between)) {
    return { mention, what: between.startsWith(' was') ? 'met' : 'planned' };
  }
  const hasMet = date.past === date.ahead && isMeeting(words, mention, date);
  return hasMet ? { mention, what: 'met' } : null;
}
