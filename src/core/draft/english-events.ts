/** What happened to bodies when, as an English sentence tells it. */

import type { Span } from '../text/span.ts';
import type { DatedEvent } from './events.ts';
import { createWhen, readOrdinal } from './events.ts';
import type { FoundDate } from './found-date.ts';
import { uses } from './heuristics.ts';
import { guessKind } from './kinds.ts';
import type { NamedSpan } from './mentions.ts';
import { findParties, type Party } from './parties.ts';
import { findVerbs, type Verb } from './verbs.ts';

/** Between two verbs or a verb and its date: another statement begins. */
const BREAK = /; |: | — |\b(?:that|which|who|whose|because|although|while|if) /;
/** Before a date that leads its clause. */
const LEADS =
  /(?:^["“]?|[,;:—–] ["“]?|\b(?:and|but|that|when) )(?:(?:in|at) (?:\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?,? ))?(?:(?:in|on|by|during|early|late|as early as|at the (?:start|end) of|back)[ -](?:early |late )?)?(?:the (?:spring|summer|autumn|fall|winter) of )?$/iu;
/** The day of a saying is none of what it says. */
const SAYS = /\baccording to\b/;
/** "on Monday, when the council meets". */
const WHEN = /^,? (?:when|at which) /;
/** What is told of every year is told of none. */
const RECURS =
  /\b(?:every|each|annual(?:ly)?|yearly|usually|regularly|normally|twice|once a|times a|seldom|rarely|always|in turn)\b/i;
/** What was denied, or is told to have been wrong; what hangs on an "if". */
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|rumou?rs?|false(?:ly)?|wrong(?:ly)?|mistaken(?:ly)?|correction|in error|doubts?|unlikely|no plans?)\b/i;
const IF = /(?:^|[;:,] )["“]?(?:if|unless|had the)\b[^;:]*$|\b(?:if|unless) [^,;:]*$/i;

/** Verbs of which a plan has an object: "agreed to test the X next year". */
const ACTS_ON =
  /^(?:test|hold|host|sign|launch|set up|establish|found|create|open|revive|convene|adopt|approve|ratify|conclude)$/;

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
  if (named.length === 0 || dates.length === 0) return [];
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
    const verb = verbOf(words, date, verbs);
    if (verb === null || !isTold(words, verb, date)) return [];
    return partiesOf(verb).flatMap((party) => {
      const event = eventOf(words, verb, date, party, published);
      return event === null ? [] : [event];
    });
  });
}

/** "the X, an initiative of 1992", "the April 2023 X Declaration": a noun tells what is dated. */
const MADE_OF =
  /^["”’']?(?: ?\([^()]{1,60}\))?, (?:an?|the) [^,;:]*?\b(?:(?<founded>initiative|creation|foundation)|(?<signed>treaty|agreement|pact|accord|declaration|deal)) (?:of|from) $/;

/** "the first conference in 2016", "the X’s second meeting in 2018". */
const ITS_MEETING = /^(?:[’']s)? (?:\p{Ll}+ )?(?:meeting|session|summit|conference) (?:in|on) $/u;
const STANDS_FOR_MEETING = /^the \p{Ll}+ (?:meeting|session|summit|conference)$/iu;

function isMeeting(words: string, mention: NamedSpan, { start }: Span): boolean {
  const between = words.slice(mention.end, start);
  const isStandIn = STANDS_FOR_MEETING.test(words.slice(mention.start, mention.end));
  return isStandIn ? /^ (?:in|on) $/.test(between) : ITS_MEETING.test(between);
}

function readNominal(
  words: string,
  date: FoundDate,
  named: readonly NamedSpan[],
  published: string | null,
): DatedEvent | null {
  if (date.reach !== 'at' || !uses('nominal')) return null;
  const behind = named.find(({ start }) => start === date.end + 1);
  const isPaper =
    behind !== undefined && guessKind(words.slice(behind.start, behind.end)) === 'agreement';
  const before = named.findLast(({ end }) => end <= date.start);
  const made = before === undefined ? null : MADE_OF.exec(words.slice(before.end, date.start));
  const isOfPaper =
    before !== undefined &&
    words.slice(before.end, date.start) === ' of ' &&
    guessKind(words.slice(before.start, before.end)) === 'agreement';
  const hasMet = before !== undefined && date.past === date.ahead && isMeeting(words, before, date);
  const mention = isPaper ? behind : made === null && !hasMet && !isOfPaper ? undefined : before;
  if (mention === undefined) return null;
  const what =
    isPaper || isOfPaper || made?.groups?.signed !== undefined
      ? 'signed'
      : hasMet
        ? 'met'
        : 'founded';
  const [start, end] = [Math.min(mention.start, date.start), Math.max(mention.end, date.end)];
  const ordinal = what === 'met' ? readOrdinal(words.slice(start, end)) : 0;
  const when = createWhen(words, date, what, published, ordinal);
  return when === null ? null : { mention, start, end, isApart: false, when };
}

/** Whether a place lies in brackets. */
const isAside = (words: string, at: number): boolean =>
  words.lastIndexOf('(', at) > words.lastIndexOf(')', at);

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
  return BREAK.test(words.slice(before.end, date.start)) ? null : before;
}

/** The first verb behind a date that is no part of an insertion: "Yesterday the X, which …, met". */
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
  if (verb.time === 'unreal') return false;
  const before = words.slice(0, verb.start);
  if (uses('denial') && (DENIES.test(before) || IF.test(before))) return false;
  const start = Math.max(verb.start - 30, before.search(/[^,;]*$/));
  const around = words.slice(Math.min(start, date.start), Math.max(verb.end, date.end) + 24);
  return !uses('recurrence') || !RECURS.test(around);
}

/** "The X runs for years and [was founded] …": the verb before may be none that we know. */
const RUNS_AND = /^["”’']?(?: ?\([^()]{1,60}\))? \p{Ll}+s\b[^;:,]* and $/u;

function findLeading(words: string, verb: Verb, named: readonly NamedSpan[]): Party[] {
  const [mention] = named;
  const isOnly =
    mention !== undefined && !named.some(({ start }) => start > mention.end && start < verb.start);
  if (!isOnly || !/^["“]?(?:The )?$/.test(words.slice(0, mention.start))) return [];
  const goesOn = RUNS_AND.test(words.slice(mention.end, verb.start));
  return goesOn ? [{ mention, as: 'subject', isApart: true }] : [];
}

/** A verb without a subject of its own has that of the one before: "was founded in 1975, met in 1976". */
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

/** "Has not met since"; "has not held a drill since" says less. */
const GATHERS = /^(?:met|convened|gathered|assembled|taken place)$/;

/** What a verb tells of one of its bodies. */
function toldBy(words: string, verb: Verb, date: FoundDate, { as }: Party) {
  const { what, time, isPassive } = verb;
  if (time === 'ended') {
    const hasMet = isPassive ? what === 'met' : GATHERS.test(verb.main);
    return hasMet && date.reach === 'since' ? 'lapsed' : null;
  }
  if (date.reach !== 'at') return null;
  const isAhead = time === 'ahead' || (time === 'now' && what === 'met' && isComing(date, verb));
  if (isAhead) {
    if (as === 'object') return ACTS_ON.test(verb.main) ? 'planned' : null;
    return as === 'place' && what !== 'met' ? null : 'planned';
  }
  if (what === null) return null;
  if (as === 'place') return what === 'met' ? 'met' : null;
  if (as === 'head') return what === 'met' ? 'met' : meetingOnly(what);
  if (as === 'object') {
    return what === 'founded' || what === 'signed' || what === 'announced' || what === 'lapsed'
      ? what
      : null;
  }
  if (what === 'said') return date.start - verb.end <= 4 ? 'said' : null;
  if (what === 'met' || what === 'lapsed' || what === 'reported') return what;
  // "The council signed a contract": only what is signed is dated, and what begins by itself.
  const begins = /^(?:began|opened|started|came into being)$/.test(verb.main);
  const isOwn = begins && !/^ (?:the|an?|its|\p{Ll}+s)\b/u.test(words.slice(verb.end));
  return isPassive || isOwn ? what : null;
}

/** A meeting that began or ended on a day met then. */
const meetingOnly = (what: string) => (what === 'founded' || what === 'lapsed' ? 'met' : null);

/** "Meets on Monday" lies ahead, "meets in 2012" does not. */
const isComing = (date: FoundDate, verb: Verb): boolean =>
  date.ahead !== null &&
  (date.past === null || date.past !== date.ahead || verb.start < date.start);
