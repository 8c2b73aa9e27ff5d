/** Finds who says what a sentence states, as the text names that speaker. */
import { findAll } from '../prose/matches.ts';

const VERB =
  '(?:said|says|told|adds?|added|argue[sd]?|warn(?:s|ed)|not(?:es|ed|ing)|view(?:s|ed)|anticipate[sd]?|stress(?:es|ed)|emphasi[sz]e[sd]|explain(?:s|ed)|claim(?:s|ed)|predict(?:s|ed)|believes?|expects?|attribut(?:e|es|ed)|suggest(?:s|ed)|announced|stated|call(?:s|ed) (?:for|it|on)|condemned|denounced|criticiz?s?ed|bristled|describe[sd]|accuse[sd]|hailed|vowed|pledged|insist(?:s|ed)|maintain(?:s|ed)|reported|wrote)';
const SPOKE = new RegExp(String.raw`\b${VERB}\b`, 'g');
/** Words that may stand between a subject and its verb. */
const ADVERBS = /(?:(?:^|\s)(?:has|have|had|also|then|later|earlier|\w+ly))+\s$/;
const ACCORDING = /\b[Aa]ccording to (?:a |an |the )?/g;
const INTERPRETED = /\b(?:interpreted|seen|viewed|described) by /g;

const CAPITAL = String.raw`[\p{Lu}][\p{L}\p{N}.’'-]*`;
const NAME = `${CAPITAL}(?: (?:(?:of|for|the|and|de|van|von) ){0,2}${CAPITAL})*`;
const ROLE =
  '(?:analysts?|officials?|ministry|ministries|spokes(?:man|woman|person)|observers?|experts?|minister|president|government|army|professor|sources?|researchers?|diplomats?|general|critics|lawmakers?|newspaper|report|statement|agency|office|chief|commander|secretary|leader|director|master|captain|chair(?:man|woman)?|ambassador|envoy)';
const ROLES = String.raw`(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal) )?(?:[\p{L}.’'-]+ ){0,3}?${ROLE}`;
const ROLE_START = new RegExp(String.raw`^${ROLES}\b`, 'u');
const NAME_START = new RegExp(`^${NAME}`, 'u');
const PRONOUN = /\b(?:he|she|they|who|which|it)$/i;
/** Words that are written with a capital only because they begin a sentence. */
const LEAD =
  /^(?:and|but|However|But|And|Meanwhile|Yet|Still|Instead|Then|On|In|At|When|While|After|Before|As|The (?=\p{Lu})|That|This|His|Her|Its|Their)(?:,? |$)/u;
/** How far before its verb a subject is sought, in UTF-16 code units. */
const REACH = 100;

/** The speakers of earlier sentences, by whom "he" and "Kim" are resolved. */
interface Speakers {
  /** The speaker that was named last. */
  readonly last: string | null;
  /** Full names of the article, by each of their words. */
  readonly fullNames: ReadonlyMap<string, string>;
}

/**
 * Find who says what a sentence says.
 *
 * @returns As the text names him, in full where it does so earlier ("Park" → "Park Won-gon");
 *   null for a sentence that the text itself vouches for.
 */
export function findSpeaker(words: string, speakers: Speakers): string | null {
  if (/[가-힣]/.test(words)) return findKoreanSpeaker(words);
  for (const { 0: verb, index } of findAll(SPOKE, words)) {
    const speaker = readSubject(words, index) ?? readBehind(words, index + verb.length);
    if (speaker !== null) return complete(speaker, speakers);
  }
  for (const pattern of [ACCORDING, INTERPRETED]) {
    for (const { 0: lead, index } of findAll(pattern, words)) {
      const behind = words.slice(index + lead.length, index + lead.length + REACH);
      const name = (ROLE_START.exec(behind) ?? NAME_START.exec(behind))?.[0];
      // "analyst Jane Doe", "report by the Rand Institute", "people close to the talks".
      const whole = /^[^,;:.!?"”()]+(?=[,.])/.exec(behind)?.[0] ?? '';
      const isPhrase =
        pattern === ACCORDING && whole !== '' && whole.split(' ').length <= MOST_SPEAKER_WORDS;
      const speaker = isPhrase && (name === undefined || whole.startsWith(name)) ? whole : name;
      if (speaker !== undefined) return complete(withoutLead(speaker) ?? '', speakers);
    }
  }
  return readUnknown(words);
}

/** A speaker is named in so many words at most. */
const MOST_SPEAKER_WORDS = 7;
/** Who is no name and no known role, at the start of a sentence or between a comma and its end. */
const UNKNOWN = [
  /^["“]?((?:[\p{Lu}\p{Nd}])[^,;:"“”()]*?) (?:(?:has|have|had|also|then|later) )*(?:said|says) (?!to\b)/u,
  /, ((?:the|an?|some|two|three|several|people|\p{Lu}[\p{L}-]*[’']s) [^,;:"“”()]+?) (?:said|says)(?: on \w+day| \w+day)?(?:,|[.”"]*$)/u,
];
/** What shows that words before the verb are no subject: they are a clause, or it is passive. */
const NO_SUBJECT =
  /\b(?:is|are|was|were|be|been|being|what|which|who|that|as|it|he|she|they|met|when|while|if)\b/i;

/** "Pyongyang’s state media said", "…, the embassy said". */
function readUnknown(words: string): string | null {
  for (const pattern of UNKNOWN) {
    const subject = pattern.exec(words)?.[1];
    if (subject === undefined || NO_SUBJECT.test(subject)) continue;
    if (subject.split(' ').length <= MOST_SPEAKER_WORDS) return withoutLead(subject);
  }
  return null;
}

/** The noun before the verb, over an apposition between two commas. */
function readSubject(words: string, at: number): string | null {
  let before = words
    .slice(Math.max(0, at - REACH), at)
    .replace(ADVERBS, '')
    .trimEnd();
  if (before.endsWith(',')) {
    const opens = before.lastIndexOf(',', before.length - 2);
    if (opens < 0) return null;
    const inner = before.slice(opens + 1);
    if (/["“”]/.test(inner)) return null;
    before = before.slice(0, opens);
  }
  if (PRONOUN.test(before)) return '';
  const name = lastNoun(before);
  return name === null ? null : withoutLead(name);
}

const IS_CAPITAL = /^[A-ZÀ-Þ\u0400-\u042f]/;
const IS_ROLE = new RegExp(`^${ROLE}$`);
const JOINS = new Set(['of', 'for', 'the', 'and', 'de', 'van', 'von']);
const ARTICLES = new Set(['the', 'a', 'an', 'some', 'many', 'several']);
/** Words before the one that names a role: "Seoul's defense ministry". */
const MOST_BEFORE_ROLE = 3;

/** The name or the role that a string ends with. */
function lastNoun(before: string): string | null {
  const words = before.split(' ');
  const isBroken = (k: number) => /[,;:"“”()]$/.test(words[k] ?? ',');
  let first = words.length - 1;
  const last = words[first] ?? '';
  if (IS_CAPITAL.test(last)) {
    for (let k = first - 1; k >= 0 && !isBroken(k); k--) {
      const word = words[k]!;
      if (IS_CAPITAL.test(word)) first = k;
      else if (!JOINS.has(word)) break;
    }
  } else if (IS_ROLE.test(last)) {
    for (
      let k = first - 1;
      k >= 0 && k >= words.length - 2 - MOST_BEFORE_ROLE && !isBroken(k);
      k--
    ) {
      if (JOINS.has(words[k]!) && words[k] !== 'the') break;
      first = k;
      if (ARTICLES.has(words[k]!.toLowerCase())) break;
    }
  } else return null;
  return words.slice(first).join(' ');
}

/** …," said Park Won-gon. */
function readBehind(words: string, at: number): string | null {
  if (!/[,”"]\s*\S*$/.test(words.slice(0, at))) return null;
  const behind = words.slice(at).trimStart().slice(0, REACH);
  const name = (NAME_START.exec(behind) ?? ROLE_START.exec(behind))?.[0];
  return name === undefined ? null : withoutLead(name);
}

function withoutLead(name: string): string | null {
  let rest = name.replace(/^["“‘']+/, '');
  while (LEAD.test(rest)) rest = rest.replace(LEAD, '');
  return rest === '' ? null : rest.replace(/['’]s$/, '');
}

function complete(speaker: string, { last, fullNames }: Speakers): string | null {
  if (speaker === '') return last;
  return fullNames.get(speaker.replace(/^The /, 'the ')) ?? speaker;
}

const INTRODUCED = /, (?:an?|the|former|who) ([^,]{0,40})/g;
const PERSON_END =
  /(?<![\p{L}.])\p{Lu}\p{Ll}+(?:-\p{Ll}+)? (?:\p{Lu}\. )?\p{Lu}\p{Ll}+(?:-\p{Ll}+)?$/u;
/** Longest full name, in UTF-16 code units. */
const MAX_NAME = 40;
const TITLE = /\b(?:analyst|expert|minister|professor|researcher|spokes\p{L}+|diplomat)\b/u;

/** Learn the full names of those that a sentence introduces ("Yang Uk, an analyst"). */
export function learnNames(words: string, fullNames: Map<string, string>): void {
  for (const { 1: behind = '', index } of findAll(INTRODUCED, words)) {
    const name = PERSON_END.exec(words.slice(Math.max(0, index - MAX_NAME), index))?.[0];
    if (name === undefined) continue;
    learnName(name, fullNames);
    const title = TITLE.exec(behind)?.[0];
    if (title !== undefined) fullNames.set(`the ${title}`, name);
  }
}

/** Learn a full name by its first and last word; the newest one wins. */
export function learnName(name: string, fullNames: Map<string, string>): void {
  const parts = name.split(' ');
  if (parts.length < 2 || !/^\p{Lu}/u.test(name)) return;
  for (const part of [parts[0]!, parts.at(-1)!]) fullNames.set(part, name);
}

const KOREAN_SAID = String.raw`\s[^.]{0,200}?(?:말했|밝혔|전했|설명했|강조했|주장했|평가했|분석했|덧붙였|비난했|내다봤|보도했)`;
const KOREAN_NAME = `([가-힣A-Za-z·]{2,}?(?: (?:[전현신] )?[가-힣]{2,}?){0,3}?)`;
/** Where a Korean speaker stands: right behind what is said, else as the topic or subject. */
const KOREAN_SPEAKERS = [
  new RegExp(`(?:다고|라고|며|면서) ${KOREAN_NAME}(?:은|는|이|가)${KOREAN_SAID}`, 'u'),
  new RegExp(`${KOREAN_NAME}(?:은|는)${KOREAN_SAID}`, 'u'),
  new RegExp(`${KOREAN_NAME}(?:이|가)${KOREAN_SAID}`, 'u'),
];
const KOREAN_ACCORDING = /([가-힣A-Za-z·]{2,}(?: [가-힣]{2,}){0,2})에 따르면/u;

function findKoreanSpeaker(words: string): string | null {
  const said = KOREAN_ACCORDING.exec(words)?.[1];
  if (said !== undefined) return said;
  for (const speaker of KOREAN_SPEAKERS) {
    const name = speaker.exec(words)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** Words that forecast or wish: a sentence with one goes on with the view of the last speaker. */
const VIEW = /\b(?:could|would|might|may|should|likely|unlikely)\b/;

/** Whether a sentence goes on with the view that the one before gave. */
export const goesOn = (words: string): boolean => VIEW.test(words);
