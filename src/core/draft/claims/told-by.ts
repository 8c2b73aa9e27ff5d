/** Tells which event an English verb reports of a body, by its tense and by the body's part. */

import type { FoundDate } from '../dates/found-date.ts';
import type { DraftEvent } from '../format/draft-types.ts';
import type { Party } from './parties.ts';
import { IS_ON_CALENDAR, type Verb } from './verbs.ts';

/** Verbs with which a plan for a body is told: "agreed to test the X next year". */
const ACTS_ON =
  /^(?:test|hold|host|sign|launch|set up|establish|found|create|open|revive|convene|adopt|approve|ratify|conclude)$/;
/** Verbs of meeting: "has not met since" means a lapse, "has not held a drill since" does not. */
const GATHERS = /^(?:met|(?:re)?convened|gathered|assembled|sat|taken place)$/;

/** The event that a verb reports of one of its bodies; null where none can be dated. */
export function toldBy(
  words: string,
  verb: Verb,
  date: FoundDate,
  { as }: Party,
): DraftEvent | null {
  const { what, time, isPassive } = verb;
  if (time === 'ended') {
    const hasMet = isPassive ? what === 'met' : GATHERS.test(verb.main);
    return hasMet && date.reach === 'since' ? 'lapsed' : null;
  }
  if (date.reach !== 'at') return null;
  const isFuturate = what === 'met' || IS_ON_CALENDAR.test(verb.main);
  const isAhead =
    time === 'ahead' ||
    (time === 'unreal' && date.past === null) ||
    (time === 'now' && isFuturate && isComing(date, verb));
  if (isAhead) {
    if (as === 'object') return ACTS_ON.test(verb.main) ? 'planned' : null;
    return as === 'place' && what !== 'met' ? null : 'planned';
  }
  if (what === null) return null;
  if (as === 'place') return what === 'met' ? 'met' : null;
  if (as === 'members') return what === 'met' ? what : null;
  if (as === 'work') return what === 'lapsed' ? what : null;
  if (as === 'head') return what === 'met' ? 'met' : meetingOnly(what);
  if (as === 'object') {
    // "The palace convened it in 2021": who meets is what is convened.
    if (what === 'met') return CALLS_TOGETHER.test(verb.main) ? 'met' : null;
    return what === 'founded' || what === 'signed' || what === 'announced' || what === 'lapsed'
      ? what
      : null;
  }
  if (what === 'said') return date.start - verb.end <= 4 ? 'said' : null;
  if (what === 'met' || what === 'reported') return what;
  // "The talks closed on Friday": a session is over, not the talks. "The mission closed in March":
  // it has ended.
  if (verb.main === 'closed' && (date.past ?? '').length > MONTH) return null;
  if (what === 'lapsed') return isPassive || endsItself(words, verb) ? what : null;
  // "The council signed a contract": the date is that of the contract. It is the subject's own only
  // in the passive, or where the subject itself begins.
  const begins = BEGINS.test(verb.main);
  const isOwn = begins && !/^ (?:the|an?|its|\p{Ll}+s)\b/u.test(words.slice(verb.end));
  return isPassive || isOwn ? what : null;
}

const CALLS_TOGETHER = /^(?:convened|hosted|held)$/;
const BEGINS =
  /^(?:began|opened|started|came into (?:being|existence)|opened (?:its doors|for business|for signature))$/;
/** Length of an ISO date without a day. */
const MONTH = 7;
/**
 * Verbs that end their subject if they have no object: "the X expired", not "the X ended a row".
 */
const ENDS = /^(?:lapsed|expired?|ended|ends?|ceased|stopped|folded|closed(?: down)?|dissolved)$/;
const HAS_OBJECT = /^ (?:the|an?|its|their|his|her|all|some|two|\p{Lu}\p{L}+|\p{Ll}+s)\b/u;

const endsItself = (words: string, verb: Verb): boolean =>
  ENDS.test(verb.main) && !HAS_OBJECT.test(words.slice(verb.end));

/** Where the meeting of a body began or ended, the body met. */
const meetingOnly = (what: string) => (what === 'founded' || what === 'lapsed' ? 'met' : null);

/** "Meets on Monday" lies ahead, "meets in 2012" does not. */
const isComing = (date: FoundDate, verb: Verb): boolean =>
  date.ahead !== null &&
  (date.past === null || date.past !== date.ahead || verb.start < date.start);
