/** The parts of a sentence that say something about one name in it. */
import type { Span } from '../mention.ts';
import type { DraftClaim } from './draft-types.ts';
import { findAll } from './matches.ts';

/** A part of a sentence; offsets count from the beginning of the sentence. */
export interface Clause extends Span {
  readonly form: DraftClaim['form'];
  /** 0 to 1. */
  readonly confidence: number;
  /** What its dates are dates of, where the clause itself says so. */
  readonly event?: 'founded' | 'signed';
}

/** How far each form can be trusted to say what it seems to say. */
const TRUST = { copula: 0.9, apposition: 0.85, serves: 0.8, relative: 0.65, set: 0.75, alias: 0.9 };

const APPOSED = /^,? ?(?:\([^()]{2,60}\))?["”’']?, (?=(?:an?|the|one|part) )/;
const RELATIVE = /^ ?(?:\([^()]{2,60}\))?["”’']?, (?=(?:which|whose|where) )/;
const SET_UP =
  /^ ?(?:\([^()]{2,60}\))?["”’']?,? (?=(?:established|founded|launched|created|set up|formed|inaugurated|signed|adopted|concluded) )/;
const SIGNED = /^(?:signed|adopted|concluded)/;
const TRAITS =
  /^ ?(?:\([^()]{2,60}\))?["”’']?,? (?=(?:based|headquartered|led|chaired|tasked|designed|made up) )/;
const COPULA =
  /^["”’']? ?(?:\([^()]{2,60}\) )?(?=(?:is|are|was|were) (?:an?|the|one|part|made up|designed|intended|meant|responsible|tasked|charged) )/;
const SERVES =
  /(?:^["”’']? ?(?:\([^()]{2,60}\) )?|(?: and|,) )(?=(?:serves? as|acts? as|aims to|seeks to|refers to|means|consists of|comprises|brings together|coordinates|oversees|is (?:also )?(?:called|known as|designed to)) )/g;

/** Find the clauses of one mention. `mention` counts from the beginning of `words`. */
export function findClauses(words: string, mention: Span): Clause[] {
  const behind = words.slice(mention.end);
  const clauses: Clause[] = [];
  const add = (
    match: RegExpExecArray | null,
    form: Clause['form'],
    trust: number,
    own: boolean,
  ) => {
    if (match === null) return;
    const at = mention.end + match.index + match[0].length;
    const end = endOfClause(words, at);
    if (trust === TRUST.apposition && HAS_VERB.test(words.slice(at, end))) return;
    const start = own ? mention.start : at;
    const event =
      form !== 'happened' ? undefined : SIGNED.test(words.slice(at)) ? 'signed' : 'founded';
    clauses.push({ start, end, form, confidence: trust, ...(event && { event }) });
  };
  if (/^ ?[(,"”’']/.test(behind)) {
    add(APPOSED.exec(behind), 'defines', TRUST.apposition, true);
    add(RELATIVE.exec(behind), 'describes', TRUST.relative, true);
  }
  add(SET_UP.exec(behind), 'happened', TRUST.set, true);
  add(TRAITS.exec(behind), 'describes', TRUST.relative, true);
  const copula = COPULA.exec(behind);
  if (copula !== null) {
    const end = endOfSentence(words);
    clauses.push({
      start: startOfSubject(words, mention),
      end,
      form: 'defines',
      confidence: TRUST.copula,
    });
  }
  if (copula === null && isSubject(words, mention)) {
    for (const match of findAll(SERVES, behind)) {
      add(match, 'defines', TRUST.serves, match.index === 0);
    }
  }
  return clauses;
}

/** "Through the X, a mechanism was set up": no apposition has a verb of its own. */
const HAS_VERB =
  /^(?:(?!\b(?:that|which|who|whose|where)\b).)*\b(?:was|were|is|are|has|have|had|will|would)\b/;

/** Before a subject stand at most an article, owners and a phrase of time or manner. */
function isSubject(words: string, { start }: Span): boolean {
  const before = words.slice(0, start);
  return (
    /^["“]?(?:(?:The|the|A|An) )?(?:[\w.’'-]+['’]s )?$/.test(before) || /, (?:the )?$/.test(before)
  );
}

/** "Launched in July, the X is a …": the phrase before belongs to the statement. */
function startOfSubject(words: string, { start }: Span): number {
  return /^["“]?(?:[^,"“”]{0,80}, )?(?:[Tt]he |[Aa]n? )?$/.test(words.slice(0, start)) ? 0 : start;
}

const endOfSentence = (words: string): number => words.replace(/\s+$/, '').length;

/** What goes on behind a comma is a list, or the sentence that the clause interrupted. */
const GOES_ON =
  /^, (?:and |or |including |[\p{Ll}-]+(?: [\p{Ll}-]+)?,? (?:and|or) |[\p{L}\p{N}. -]{2,40},? (?:and|or) |[\p{Ll}-]+, )/u;
const TAKES_UP =
  /^, (?:is|are|was|were|has|have|had|will|would|said|says|and (?:the|has|is|was|will|serves|said)|\p{Ll}+ed)\b|^, ["“\p{Lu}]/u;

function endOfClause(words: string, from: number): number {
  const end = endOfSentence(words);
  let depth = 0;
  for (let at = from; at < end; at++) {
    const char = words[at];
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === ';' || char === '—') return at;
    if (char === ' ' && STOPS.test(words.slice(at, at + 24))) return at;
    if (char !== ',' || depth > 0 || /^, (?:19|20)\d\d\b/.test(words.slice(at, at + 7))) continue;
    const rest = words.slice(at, at + 80);
    if (TAKES_UP.test(rest) && !LISTED.test(rest)) return at;
    if (!GOES_ON.test(rest) && at - from > 1) return at;
  }
  return end;
}

/** A verb that a conjunction joins begins a clause of its own. */
const STOPS = /^ and (?:serves|acts|aims|seeks|has|is|was|will) /;
/** Canada and …: one more of a list. */
const LISTED = /^, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?,? (?:and|or) /u;

const KOREAN_NOUN =
  '(?:협의체|협의그룹|기구|조직|회의체|제도|개념|합의|기관|연구소|연구원|싱크탱크|문서|선언|조약|협정|사령부|부대|동맹|전략|정책|공약|그룹)';
const KOREAN_COPULA = new RegExp(
  String.raw`^["”’']?(?:\([^()]{2,40}\))?(?:은|는|이란|란) [^.]*?(?:${KOREAN_NOUN}(?:이다|다|였다|이었다|로[,\s])|(?:을|를) (?:말한다|뜻한다|가리킨다))`,
);
const KOREAN_APPOSED = new RegExp(
  `${KOREAN_NOUN}인 ["“‘']?(?:[가-힣·]+(?<![은는이가을를]) ){0,2}$`,
);
const KOREAN_SET_UP = /(?:창설|출범|설립|신설|결성|체결|서명|채택|발족)(?:됐|되|했|한|된|하)/;

/** The same for a Korean sentence: NAME은 … 협의체다; … 협의체인 NAME. */
export function findKoreanClauses(words: string, mention: Span): Clause[] {
  const clauses: Clause[] = [];
  const end = endOfSentence(words);
  const copula = KOREAN_COPULA.exec(words.slice(mention.end));
  if (copula !== null) {
    clauses.push({ start: mention.start, end, form: 'defines', confidence: TRUST.copula });
  }
  const before = words.slice(0, mention.start);
  if (KOREAN_APPOSED.test(before)) {
    const start = /[^,]*$/.exec(before)?.index ?? 0;
    const from = start + (words.slice(start).length - words.slice(start).trimStart().length);
    clauses.push({ start: from, end: mention.end, form: 'defines', confidence: TRUST.apposition });
  }
  if (clauses.length === 0 && KOREAN_SET_UP.test(words.slice(mention.end, mention.end + 60))) {
    clauses.push({ start: 0, end, form: 'happened', confidence: TRUST.set });
  }
  return clauses;
}
