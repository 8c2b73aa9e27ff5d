/** Makes sentences of the parts of a sentence that say what a body is: "X is the framework that …". */

import type { Span } from '../../text/span.ts';
import { KOREAN_CLASS } from '../prose/class-nouns.ts';
import { copulaOf, topicOf } from '../prose/hangul-endings.ts';
import { AT } from './parties.ts';

const AFTER_NAME = new RegExp(
  String.raw`^["”’']?(?: ?\([^()]{2,60}\))?["”’']?(?: of (?:19|20)\d\d)?(?: (?:network|system|programme|program|mission|framework|process))?(?<place>${AT})(?:,|:| [–—-]) (?:known as [^,]{2,30}, |or [^,]{2,30}, )?`,
  'u',
);
const CLASS_PHRASE =
  /^(?:an?|the|one|part|now|then|once|two|three|four|five|six|seven|eight|nine|ten|\d+|(?:\p{Lu}[\p{L}.-]* ){0,3}?\p{Lu}?[\p{L}.-]*[’']s?) /iu;
const ARTICLE = /^(?:An?|The|One) /;
/** "which purchases …", "which was founded …", but not "which the two presidents signed". */
const SUBJECT_CLAUSE =
  /^which (?:(?:is|are|was|were|has|have|had|will|would|can|could|may|must|does|set|led|met|took|held|began|became|grew) |(?!\p{Ll}+ \p{Ll}+ed )(?!\p{Ll}+[^s ] \p{Ll}+s )(?!(?:an?|the|its|their) )\p{Ll}+s )/u;
/** "(set up) X (Y) to watch over …". */
const PURPOSE = /^["”’']?(?: ?\([^()]{2,60}\))?["”’']? (?<what>to \p{Ll}+ .+)$/u;
const WITHIN = /^(?<prep>in|at|under|through|by|to|on|with|for) which (?<rest>.+)$/u;
const MADE_WORDS = 'created|founded|established|set up|launched|formed';
const MADE = new RegExp(`^(?:${MADE_WORDS})\\b`);
const LED_WORDS =
  'based|headquartered|seated|led|chaired|tasked|designed|made up|responsible|meant|intended';
const LED = new RegExp(`^(?:${LED_WORDS})\\b`);
const BEFORE_NAME =
  /^(?<phrase>.+?)(?:, (?:the )?| (?:called|named|dubbed|known as|code-?named) (?:the )?["“‘']?)$/u;

/** "whose leaders met in August, deals with …": the sentence goes on behind the clause. */
const GOES_ON = new RegExp(
  String.raw`^(?:which|whose|where|in which|${MADE_WORDS}|${LED_WORDS}) (?:[^,]|, (?=(?:19|20)\d\d))+, (?:is|are|was|were|has|have|had|will|would|\p{Ll}+s|\p{Ll}+ed) `,
  'u',
);

/** "NATO’s", "the United States’". */
export const ownerOf = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`;

/** A name as it stands within a sentence: without the capital of its article. */
export const inSentence = (name: string): string => name.replace(/^The (?=\S)/, 'the ');

/**
 * Say what a part of a sentence explains, as a sentence that names the body once.
 *
 * @param gloss - The part, in which the name stands.
 * @param name - The body's fullest name, with its article where the text gives it one.
 * @returns null where the part is a sentence already, or none can be made of it.
 */
export function sayGloss(words: string, gloss: Span, mention: Span, name: string): string | null {
  if (/[가-힣]/.test(words)) return sayKorean(words, gloss, mention);
  const behind = words.slice(mention.end, gloss.end).trimEnd();
  if (gloss.start < mention.start) {
    const phrase = BEFORE_NAME.exec(words.slice(gloss.start, mention.start))?.groups?.phrase;
    if (phrase === undefined || !CLASS_PHRASE.test(phrase)) return null;
    if (!/^["”’']?(?: ?\([^()]*\))?["”’']?$/.test(behind)) return null;
    return `${name} is ${phrase.replace(ARTICLE, (it) => it.toLowerCase())}`;
  }
  const purpose = PURPOSE.exec(behind)?.groups?.what;
  if (purpose !== undefined) return `${name} is meant ${purpose}`;
  const lead = AFTER_NAME.exec(behind);
  if (lead === null) return null;
  const rest = behind.slice(lead[0].length);
  // "ATMIS, the African Union Transition Mission in Somalia, …": two names of it.
  if (rest.includes(name.replace(/^The /, ''))) return null;
  const place = lead.groups?.place ?? '';
  if (GOES_ON.test(rest)) return `${name}, ${rest}`;
  if (SUBJECT_CLAUSE.test(rest)) return `${name} ${rest.replace(/^which /, '')}`;
  if (rest.startsWith('whose ')) return `${ownerOf(name)} ${rest.slice('whose '.length)}`;
  if (rest.startsWith('where '))
    return `At ${inSentence(name)}${place}, ${rest.slice('where '.length)}`;
  const within = WITHIN.exec(rest)?.groups;
  if (within !== undefined) {
    const prep = within.prep ?? '';
    return `${prep.charAt(0).toUpperCase()}${prep.slice(1)} ${inSentence(name)}, ${within.rest}`;
  }
  if (LED.test(rest)) return `${name} is ${rest}`;
  if (MADE.test(rest)) return `${name} was ${rest.replace(/ and (?=based|led)/, ' and is ')}`;
  return CLASS_PHRASE.test(rest)
    ? `${name} is ${rest.replace(ARTICLE, (it) => it.toLowerCase())}`
    : null;
}

/** "X는 … 기구로", "… 기구인 X", "… 만나는 X". */
const OPEN_END = new RegExp(
  `^(?<told>.*${KOREAN_CLASS})(?:으로서|으로|로|이며|이고|인데|이지만|이라)$`,
);
const IS_ONE = new RegExp(`^(?<told>.*${KOREAN_CLASS})인 ["“‘']?$`);
const SAID_BEFORE = /^(?<told>.*\S(?:는|한|된|위한)) ["“‘']?$/;
const HEAD = new RegExp(`${KOREAN_CLASS}$`);
/** What a name ends with that is no noun by itself. */
const NO_HEAD = /^(?:청|군|본부)$/;

/** "… 기구로" as the end of a sentence: "… 기구다". */
export function closeKorean(quote: string): string {
  const open = OPEN_END.exec(quote)?.groups?.told;
  return open === undefined ? quote : `${open}${copulaOf(open)}`;
}

function sayKorean(words: string, gloss: Span, mention: Span): string | null {
  const quote = words.slice(gloss.start, gloss.end).trimEnd();
  const closed = closeKorean(quote);
  if (closed !== quote) return closed;
  if (gloss.start >= mention.start) return null;
  const name = words.slice(mention.start, mention.end);
  const before = words.slice(gloss.start, mention.start);
  const one = IS_ONE.exec(before)?.groups?.told;
  if (one !== undefined) return `${name}${topicOf(name)} ${one}${copulaOf(one)}`;
  const told = SAID_BEFORE.exec(before)?.groups?.told;
  if (told === undefined) return null;
  const own = HEAD.exec(name)?.[0] ?? '';
  const head = own === '' ? '곳' : NO_HEAD.test(own) ? '기관' : own;
  return `${name}${topicOf(name)} ${told} ${head}${copulaOf(head)}`;
}
