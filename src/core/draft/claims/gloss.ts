/** What explains a body in its text: forms, trust, and where a clause ends. */
import type { Span } from '../../text/span.ts';
import type { DraftClaim } from '../format/draft-types.ts';

/** A part of a sentence that says what a body is or does; offsets count from the sentence. */
export interface Gloss extends Span {
  readonly form: Extract<DraftClaim['form'], 'defines' | 'describes'>;
  /** 0 to 1. */
  readonly confidence: number;
}

/** How far each form can be trusted to say what a thing is. */
export const TRUST = {
  copula: 0.9,
  apposition: 0.85,
  before: 0.8,
  serves: 0.7,
  relative: 0.68,
  purpose: 0.66,
  phrase: 0.64,
  fragment: 0.62,
  meets: 0.6,
  made: 0.55,
  traits: 0.5,
  terms: 0.58,
  members: 0.52,
  restricted: 0.65,
  oneOf: 0.75,
  deed: 0.45,
  called: 0.4,
};

export const endOfSentence = (words: string): number => words.replace(/\s+$/, '').length;

/** Words behind a comma that continue a list, or the sentence that a clause had interrupted. */
const GOES_ON =
  /^, (?:and |or |including |[\p{Ll}-]+(?: [\p{Ll}-]+)?,? (?:and|or) |[\p{L}\p{N}. -]{2,40},? (?:and|or) |[\p{Ll}-]+, )/u;
const TAKES_UP =
  /^, (?:is|are|was|were|has|have|had|will|would|said|says|and (?:it|they|the|has|have|is|was|were|will|serves|said|today|now|then|later)|\p{Ll}+ed|holds?|meets?|met|commands|works|denie[sd]|\p{Ll}+s (?:the|an?|its|to|that)\b)\b|^, ["“\p{Lu}]/u;
/** A verb that a conjunction joins begins a clause of its own. */
const STOPS = /^ and (?:serves|acts|aims|seeks|has|is|was|will) /;
/** "Canada and …": another item of a list. */
const LISTED =
  /^, (?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*,? (?:(?:and|or) |(?=, ))|^, (?:the )?\p{Lu}[\p{L}. ]{2,40}, (?:[\p{L}. ]{2,40}, )*(?:[\p{L}. ]{2,40} )?and /u;

/** The end of the clause at `from`: at a mark, or where the sentence around it goes on. */
export function endOfClause(words: string, from: number): number {
  const end = endOfSentence(words);
  let depth = 0;
  for (let at = from; at < end; at++) {
    const char = words[at];
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === ';' || char === '—' || (char === ':' && words[at + 1] === ' ')) return at;
    if (char === ' ' && STOPS.test(words.slice(at, at + 24))) return at;
    if (char !== ',' || depth > 0 || /^,\d|^, (?:19|20)\d\d\b/.test(words.slice(at, at + 7)))
      continue;
    const rest = words.slice(at, at + 120);
    if (LISTED.test(rest)) continue;
    if (TAKES_UP.test(rest)) return at;
    if (!GOES_ON.test(rest) && at - from > 1) return at;
  }
  return end;
}
