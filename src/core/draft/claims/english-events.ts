/** Reads the dated events of an English sentence: what happened to which body, and when. */

import type { Span } from '../../text/span.ts';
import type { FoundDate } from '../dates/found-date.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { uses } from '../prose/heuristics.ts';
import type { DatedEvent } from './events.ts';
import { createWhen, readOrdinal } from './events.ts';
import { isAside, readNominal } from './nominal-events.ts';
import { findParties, type Party } from './parties.ts';
import { toldBy } from './told-by.ts';
import { findVerbs, type Verb } from './verbs.ts';

/** Words between two verbs, or between a verb and its date, with which another statement begins. */
const BREAK = /; |: | — |\b(?:that|which|who|whose|because|although|while|if) /;
/** Before a date that leads its clause. */
const LEADS =
  /(?:^["“]?|[,;:—–] ["“]?|\b(?:and|but|that|when) )(?:(?:in|at) (?:\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?,? ))?(?:(?:in|on|by|during|early|late|as early as|at the (?:start|end) of|back)[ -](?:early |late )?)?(?:the (?:spring|summer|autumn|fall|winter) of )?$/iu;
/** Dates the source of a statement, and not the event that the statement is about. */
const SAYS = /\baccording to\b/;
/** "on Monday, when the council meets". */
const WHEN = /^,? (?:when|at which) /;
/** Words that say that something recurs: it gets no date, since it has no single one. */
const RECURS =
  /\b(?:every|each(?! other)|annually|yearly(?! \p{Ll}+ (?:in|on|next)\b)|usually|regularly|normally|twice|once a|times a|seldom|rarely|always|in turn)\b/iu;
/** Tells of a habit, except with one date: "the annual meeting was held on Monday". */
const HABIT = /\bannual\b/i;
/** Words that deny an event or call it wrong; `IF` finds those that depend on a condition. */
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|rumou?rs?|false(?:ly)?|wrong(?:ly)?|mistaken(?:ly)?|correction|in error|doubts?|unlikely|no plans?|abandon(?:s|ed)|(?:page|article|guide|story|report|version) (?:said|stated|gave|read)|we (?:wrote|reported)|dropped|shelved?|scrapped|called off|ruled out|instead of|rather than)\b/i;
const IF = /(?:^|[;:,] )["“]?(?:if|unless|had the)\b[^;:]*$|\b(?:if|unless) [^,;:]*$/i;

/**
 * Read the events of an English sentence.
 *
 * A date belongs to the verb before it in its clause, or to the verb behind it where it leads the
 * clause. That verb's tense tells what the date is; the body must be its subject, its object or the
 * place of the meeting. Where one of these is missing, the date is of no event.
 */
export function readEnglishEvents(
  words: string,
  named: readonly NamedSpan[],
  dates: readonly FoundDate[],
  published: string | null,
): DatedEvent[] {
  if (named.length === 0 || dates.length === 0 || /\?[”"’']?$/.test(words)) return [];
  const verbs = findVerbs(words).filter(({ start }) => !isAside(words, start));
  const parties = new Map<Verb, Party[]>();
  const partiesOf = (verb: Verb): Party[] => {
    const known = parties.get(verb) ?? resolveParties(words, verb, verbs, named, partiesOf);
    parties.set(verb, known);
    return known;
  };
  return dates.flatMap((date) => {
    const nominal = readNominal(words, date, named, published);
    if (nominal !== null) return [nominal];
    return verbsOf(words, date, verbs).flatMap((verb) =>
      isTold(words, verb, date)
        ? partiesOf(verb).flatMap((party) => eventOf(words, verb, date, party, published) ?? [])
        : [],
    );
  });
}

/** The verbs that a date dates: "met on Monday, when it set up …" has two. */
function verbsOf(words: string, date: FoundDate, verbs: readonly Verb[]): Verb[] {
  const verb = verbOf(words, date, verbs);
  if (verb === null || verb.start < date.end || !WHEN.test(words.slice(date.end, verb.start))) {
    return verb === null ? [] : [verb];
  }
  const before = verbs.findLast(({ end }) => end <= date.start);
  const goesOn = before !== undefined && !BREAK.test(words.slice(before.end, date.start));
  return goesOn ? [before, verb] : [verb];
}

/** The verb that a date dates. */
function verbOf(words: string, date: FoundDate, verbs: readonly Verb[]): Verb | null {
  const next = verbs.findIndex(({ start }) => start >= date.end);
  const behind = verbs[next] ?? null;
  if (behind !== null && WHEN.test(words.slice(date.end, behind.start))) return behind;
  const before = (next < 0 ? verbs.at(-1) : verbs[next - 1]) ?? null;
  const isInside = before !== null && before.end <= date.start;
  const leads = LEADS.test(words.slice(Math.max(0, date.start - 60), date.start));
  if (leads && behind !== null) {
    const isSeries = isInside && /^[^,;]*, $/.test(words.slice(before.end, date.start));
    if (!isSeries || !/,/.test(words.slice(date.end, behind.start)))
      return leading(words, date, verbs);
  }
  if (!isInside || SAYS.test(words.slice(before.end, date.start))) return null;
  const between = words.slice(before.end, date.start);
  if (BREAK.test(between) || IS_OF_OTHER.test(between)) return null;
  const made = BY_PAPER.test(words.slice(0, before.start))
    ? verbs[verbs.indexOf(before) - 1]
    : null;
  return made?.what === 'founded' && made.isPassive ? made : before;
}

/** "was set up by a protocol [signed on]": the date is that of the protocol and of the body. */
const BY_PAPER =
  /\b(?:by|under|in|with) an? (?:\p{Ll}+ )?(?:protocol|treaty|agreement|accord|memorandum|declaration) $/u;
/** "met ahead of a summit in July": the summit is in July. */
const IS_OF_OTHER =
  /\b(?:before|after|ahead of|since|until|following|because of|despite|amid|over|about|against) (?:the|an?|its|their|his|her)\b[^,;]* (?:in|on|of|from) $/;

/**
 * The first verb behind a date, not of a clause between commas: "Yesterday the X, which …, met".
 */
function leading(words: string, date: Span, verbs: readonly Verb[]): Verb | null {
  for (const verb of verbs) {
    if (verb.start < date.end) continue;
    const between = words.slice(date.end, verb.start);
    if (/;|: | — /.test(between)) return null;
    if (!/\b(?:which|who|whose|that)\b[^,]*$/.test(between)) return verb;
  }
  return null;
}

/** Whether a verb tells a fact: not denied, not conditional, not of every year. */
function isTold(words: string, verb: Verb, date: FoundDate): boolean {
  if (verb.time === 'unreal' && !isReportedPlan(words, verb, date)) return false;
  const before = words.slice(0, verb.start);
  if (uses('denial') && (DENIES.test(before) || IF.test(before))) return false;
  const start = Math.max(verb.start - 30, before.search(/[^,;]*$/));
  const end = Math.max(verb.end, date.end);
  const around =
    words.slice(Math.min(start, date.start), end) +
    /^(?:[^;,]|,(?= (?:as|every|each)\b)){0,24}/.exec(words.slice(end))![0];
  const recurs = RECURS.test(around) || (verb.time === 'now' && HABIT.test(around));
  return !uses('recurrence') || !recurs;
}

/** "It said that it would send a team next week": a plan, reported in the past tense. */
const SAID =
  /\b(?:said|announced|told \p{Ll}+|confirmed|promised|added)\b[^;:]* (?:that )?[^;:]*$/u;
const isReportedPlan = (words: string, { start, end }: Verb, date: FoundDate): boolean =>
  date.past === null &&
  /^would /.test(words.slice(start, end)) &&
  !/\bnot\b/.test(words.slice(start, end)) &&
  SAID.test(words.slice(0, start));

/** "The X runs for years and [was founded] …": the first verb need not be one of `FORMS`. */
const RUNS_AND = /^["”’']?(?: ?\([^()]{1,60}\))? \p{Ll}+s\b[^;:,]* and $/u;

function findLeading(words: string, verb: Verb, named: readonly NamedSpan[]): Party[] {
  const [mention] = named;
  const isOnly =
    mention !== undefined && !named.some(({ start }) => start > mention.end && start < verb.start);
  if (!isOnly || !/^["“]?(?:The )?$/.test(words.slice(0, mention.start))) return [];
  const goesOn = RUNS_AND.test(words.slice(mention.end, verb.start));
  return goesOn ? [{ mention, as: 'subject', isApart: true }] : [];
}

/**
 * The bodies that a verb speaks of. A verb without a subject shares that of the verb before it:
 * "was founded in 1975, met in 1976".
 */
function resolveParties(
  words: string,
  verb: Verb,
  verbs: readonly Verb[],
  named: readonly NamedSpan[],
  partiesOf: (verb: Verb) => Party[],
): Party[] {
  const own = findParties(words, verb, named);
  if (own.some(({ as }) => as !== 'place')) return own;
  const before = verbs[verbs.indexOf(verb) - 1];
  if (before === undefined) return [...findLeading(words, verb, named), ...own];
  const between = words.slice(before.end, verb.start);
  const goesOn =
    /^(?:[^;:]*?,)?[^;:,]*(?:,| and| but|, and|, but) (?:today |then |later |again |it )?$/.test(
      between,
    );
  if (!goesOn || /\b(?:which|who|whose|that|when|where)\b/.test(between)) return own;
  const shared = partiesOf(before).filter(({ as }) => as === 'subject' || as === 'head');
  return [...shared.map((party) => ({ ...party, isApart: true })), ...own];
}

function eventOf(
  words: string,
  verb: Verb,
  date: FoundDate,
  party: Party,
  published: string | null,
): DatedEvent | null {
  const { mention, as } = party;
  const told = toldBy(words, verb, date, party);
  if (told === null) return null;
  const start = Math.min(mention.start, verb.start, date.start);
  const end = Math.max(mention.end, verb.end, date.end);
  const counts = told === 'met' || told === 'planned';
  const from = as === 'head' ? Math.max(0, mention.start - 40) : start;
  const ordinal = counts ? readOrdinal(words.slice(from, end)) : 0;
  const when = createWhen(words, date, told, published, ordinal);
  const isApart = party.isApart && as !== 'object';
  return when === null ? null : { mention, start, end, verb, isApart, when };
}
