/** Who says it: the speaker of a sentence, as the text names him. */

const VERB =
  '(?:said|says|told|adds?|added|argue[sd]?|warn(?:s|ed)|not(?:es|ed|ing)|view(?:s|ed)|anticipate[sd]?|stress(?:es|ed)|emphasi[sz]e[sd]|explain(?:s|ed)|claim(?:s|ed)|predict(?:s|ed)|believes?|expects?|attribut(?:e|es|ed)|suggest(?:s|ed)|announced|stated|call(?:s|ed) (?:for|it|on)|condemned|denounced|criticiz?s?ed|bristled|describe[sd]|accuse[sd]|hailed|vowed|pledged|insist(?:s|ed)|maintain(?:s|ed)|reported|wrote)';
const ADVERB = '(?:(?:has|have|had|also|then|later|explicitly|\\w+ly|earlier) ){0,3}';
const SPOKE = new RegExp(String.raw`\b${ADVERB}${VERB}\b`, 'g');
const ACCORDING = /\b[Aa]ccording to (?:a |an |the )?/g;
const INTERPRETED = /\b(?:interpreted|seen|viewed|described) by /g;

const CAPITAL = String.raw`[\p{Lu}][\p{L}\p{N}.’'-]*`;
const NAME = String.raw`${CAPITAL}(?: (?:(?:of|for|the|and|de|van|von) ){0,2}${CAPITAL})*`;
const ROLE =
  '(?:analysts?|officials?|ministry|ministries|spokes(?:man|woman|person)|observers?|experts?|minister|president|government|army|professor|sources?|researchers?|diplomats?|general|critics|lawmakers?|newspaper|report|statement|agency|office)';
const ROLES = String.raw`(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal) )?(?:[\p{L}.’'-]+ ){0,3}?${ROLE}`;
const SPEAKER_END = new RegExp(String.raw`(?:${NAME}|\b${ROLES})$`, 'u');
const SPEAKER_START = new RegExp(String.raw`^(?:${NAME}|${ROLES})`, 'u');
const PRONOUN = /\b(?:he|she|they|who|which|it)$/i;
/** Capitals that only begin a sentence. */
const LEAD =
  /^(?:However|But|And|Meanwhile|Yet|Still|Instead|Then|On|In|At|When|While|After|Before|As|The (?=\p{Lu})|That|This|His|Her|Its|Their)(?:,? |$)/u;
/** UTF-16 code units before a verb in which its subject stands. */
const REACH = 140;

/** Who spoke before, so that "he" and "Kim" can be told. */
export interface Speakers {
  /** The one named last. */
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
  for (const { 0: verb, index } of words.matchAll(SPOKE)) {
    const speaker = readSubject(words, index) ?? readBehind(words, index + verb.length);
    if (speaker !== null) return complete(speaker, speakers);
  }
  for (const pattern of [ACCORDING, INTERPRETED]) {
    for (const { 0: lead, index } of words.matchAll(pattern)) {
      const name = SPEAKER_START.exec(words.slice(index + lead.length, index + lead.length + REACH));
      if (name !== null) return complete(name[0], speakers);
    }
  }
  return null;
}

/** The noun before the verb, over an apposition between two commas. */
function readSubject(words: string, at: number): string | null {
  let before = words.slice(Math.max(0, at - REACH), at).trimEnd();
  if (before.endsWith(',')) {
    const opens = before.lastIndexOf(',', before.length - 2);
    if (opens < 0) return null;
    const inner = before.slice(opens + 1);
    if (/["“”]/.test(inner)) return null;
    before = before.slice(0, opens);
  }
  if (PRONOUN.test(before)) return '';
  const name = SPEAKER_END.exec(before)?.[0];
  return name === undefined ? null : withoutLead(name);
}

/** …," said Park Won-gon. */
function readBehind(words: string, at: number): string | null {
  const name = SPEAKER_START.exec(words.slice(at).trimStart().slice(0, REACH))?.[0];
  return name !== undefined && /[,”"]\s*\S*$/.test(words.slice(0, at)) ? withoutLead(name) : null;
}

function withoutLead(name: string): string | null {
  let rest = name.replace(/^["“‘']+/, '');
  while (LEAD.test(rest)) rest = rest.replace(LEAD, '');
  return rest === '' ? null : rest.replace(/['’]s$/, '');
}

function complete(speaker: string, { last, fullNames }: Speakers): string | null {
  if (speaker === '') return last;
  return fullNames.get(speaker) ?? speaker;
}

const PERSON = /(?<![\p{L}.])\p{Lu}\p{Ll}+(?:-\p{Ll}+)? (?:\p{Lu}\.? )?\p{Lu}\p{Ll}+(?:-\p{Ll}+)?(?![\p{L}-])/gu;

/** Learn the full names of a sentence, by each of their words; the first one stays. */
export function learnNames(words: string, fullNames: Map<string, string>): void {
  for (const [name] of words.matchAll(PERSON)) {
    const parts = name.split(' ');
    for (const part of [parts[0]!, parts.at(-1)!]) {
      if (part.length > 1 && !fullNames.has(part)) fullNames.set(part, name);
    }
  }
}

const KOREAN_SPEAKER =
  /([가-힣A-Za-z·]{2,}(?: [가-힣]{2,}){0,3}?)(?:은|는|이|가)\s[^.]{0,200}?(?:라고|다고|며|면서)?\s?(?:말했|밝혔|전했|설명했|강조했|주장했|평가했|분석했|덧붙였|비난했|내다봤)/u;
const KOREAN_ACCORDING = /([가-힣A-Za-z·]{2,}(?: [가-힣]{2,}){0,2})에 따르면/u;

function findKoreanSpeaker(words: string): string | null {
  return KOREAN_ACCORDING.exec(words)?.[1] ?? KOREAN_SPEAKER.exec(words)?.[1] ?? null;
}

/** Words that forecast or wish: what they say is a view even where its speaker stands before. */
const VIEW = /\b(?:could|would|might|may|should|likely|unlikely)\b/;

/** Whether a sentence goes on with the view that the one before gave. */
export const goesOn = (words: string): boolean => VIEW.test(words);
