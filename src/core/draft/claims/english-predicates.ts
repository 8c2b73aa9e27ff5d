/** Finds what an English sentence says of its subject by its grammar alone, whatever its words. */

import type { Span } from '../../text/span.ts';
import { guessKind } from '../names/kinds.ts';
import { isPerson } from '../prose/class-nouns.ts';
import { endOfClause, endOfSentence, type Gloss, TRUST } from './gloss.ts';
import { findVerbs, IS_ON_CALENDAR } from './verbs.ts';

const NAME_END = String.raw`^["”’']?(?: ?\([^()]{2,60}\))?["”’']?(?: of (?:19|20)\d\d)?`;
/** "The X [opens] nine ports to …": a verb in the present says what a body does in general. */
const PRESENT = new RegExp(
  `${NAME_END}(?: for short)?(?:,|, [^,]{4,120},)? (?:(?:also|now|still|then) )?(?<verb>\\p{Ll}{2,}s) (?!(?:that|in|at|on|from|for|to|with|by|as|of|like|under|through|than|out|up|off|over|when|because)\\b)(?=\\S)`,
  'u',
);
/** Verbs of saying, feeling and change, which do not describe what a body does. */
const TELLS_NOTHING =
  /^(?:is|was|has|does|says|tells|denies|declines|calls|expects|hopes|believes|wants|needs|meets|holds|reports|insists|warns|notes|claims|rejects|thinks|plans|promises|takes|remains|seems|looks|appears|comes|goes|makes|gets|begins|starts|ends|expires|signs|dates|becomes|stays|stands|likes|loves|fears|feels|knows|sees|estimates|argues|finds|concludes|lists|counts|adds|explains|asks|its|this|as|us|ships|troops|states|members|forces|allies|officials|ministers|leaders|countries)$/;
const IS_DATED =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|tonight|(?:last|next|this) (?:week|month|year)|(?:19|20)\d\d)\b/;
/** "Under the X Treaty the islands are bound to …": what an agreement lays down. */
const UNDER = /^["“]?Under (?:the |its |a )?$/;
const LAYS_DOWN =
  /\b(?:(?:is|are) (?:bound|obliged|allowed|required|entitled|free|not allowed|to)|must|may|can|cannot|has to|have to|shares?|pays?|keeps?|gets?|gives?|promises?|undertakes?|agree to)\b/;
/** "the E3, that is, France, Germany and …": who takes part. */
const LIST = new RegExp(
  `${NAME_END}(?:, (?:that is|namely),? | — | – |, made up of | \\((?=[^()]*,))(?=(?:the )?\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?(?:, (?:the )?\\p{Lu}[\\p{L} ]+)*,? and (?:the )?\\p{Lu})`,
  'u',
);
/** "is the stretch of sea between …": a clause behind the noun says which. */
const RESTRICTED =
  /^(?:an?|the|one) (?:[\p{L}\d’'.-]+ ){0,6}?[\p{L}-]+ (?:that|which|who|where|whose|between|(?:in|through|by|under|with|on) which|for \p{Ll}+ing) /u;

/** "a talking circle of 23 countries": a kind, and words behind it that narrow it down. */
const ONE_OF =
  /^an? (?:[\p{L}\d’'.-]+ ){0,6}?[\p{L}-]+ (?:of|that|which|for|between|with|run|led|held|used|behind) /u;
/** Nouns of acts and times: "a move that …" refers to something done, and names no kind. */
const IS_ACT =
  /^an? (?:[\p{L}\d’'.-]+ ){0,4}?(?:move|decision|step|day|week|month|year|time|figure|number|claim|sign|blow|fact|result|change|shift|reference|response|attempt|victory|defeat|visit|speech|trip|lot|kind|sort|member|part|share|increase|rise|drop|matter|question)s? (?:of|that|which|for|between|with) /u;

/** Whether an apposition tells a kind: an article, a noun, and words that narrow it down. */
export const isOneOf = (phrase: string): boolean =>
  ONE_OF.test(phrase) && !IS_ACT.test(phrase) && !isPerson(phrase);

/** Whether a clause narrows a predicate noun down, so that the two together say what a thing is. */
export const isRestricted = (complement: string): boolean => RESTRICTED.test(complement);

/** Find what the subject of a sentence does; null where it only said or felt something. */
export function findDeed(words: string, mention: Span): Gloss | null {
  const match = PRESENT.exec(words.slice(mention.end));
  const verb = match?.groups?.verb ?? '';
  if (match === null || TELLS_NOTHING.test(verb) || IS_ON_CALENDAR.test(verb)) return null;
  const behind = mention.end + match[0].length;
  const end = endOfClause(words, behind);
  const isNoun = findVerbs(words).some(({ start }) => start === behind);
  if (isNoun || IS_DATED.test(words.slice(mention.end, end))) return null;
  return { start: mention.start, end, form: 'describes', confidence: TRUST.deed };
}

/** Find what an agreement lays down. */
export function findTerms(words: string, mention: Span): Gloss | null {
  const behind = words.slice(mention.end);
  const isPaper = guessKind(words.slice(mention.start, mention.end)) === 'agreement';
  if (!isPaper || !UNDER.test(words.slice(0, mention.start)) || !LAYS_DOWN.test(behind))
    return null;
  if (/\b(?:will|would|ha[sd] (?:already )?\p{Ll}+ed)\b/u.test(behind)) return null;
  return { start: 0, end: endOfSentence(words), form: 'describes', confidence: TRUST.terms };
}

/** "The X Treaty banned a class of missiles": an agreement that is no longer in force. */
const HELD = new RegExp(
  `${NAME_END} (?:banned|limited|obliged|capped|allowed|required|committed|bound|forbade|ruled|divided|regulated|guaranteed|promised) (?=(?:the|an?|all|its|each|both|every|\\p{Ll}+|\\p{Lu}\\p{L}+) )`,
  'u',
);

/** Find what an agreement laid down; a dated event is not part of that. */
export function findLapsedTerms(words: string, mention: Span): Gloss | null {
  const match = HELD.exec(words.slice(mention.end));
  const isPaper = guessKind(words.slice(mention.start, mention.end)) === 'agreement';
  if (match === null || !isPaper || !/^["“]?(?:The )?$/.test(words.slice(0, mention.start)))
    return null;
  const end = endOfClause(words, mention.end + match[0].length);
  if (IS_DATED.test(words.slice(mention.end, end))) return null;
  return { start: mention.start, end, form: 'describes', confidence: TRUST.deed };
}

/** Find who a group consists of. */
export function findMembers(words: string, mention: Span): Gloss | null {
  const match = LIST.exec(words.slice(mention.end));
  if (match === null) return null;
  const from = mention.end + match[0].length;
  const stop = /\)| — | – |, (?:\p{Ll}|$)|[;:]|\.(?=$| )/u.exec(words.slice(from));
  const end = from + (stop?.index ?? words.length - from);
  return { start: mention.start, end, form: 'describes', confidence: TRUST.members };
}
