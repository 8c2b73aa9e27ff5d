/** Finds words that refer to a thing named before: "the group", "the third meeting". */

import type { Span } from '../../text/span.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import {
  BESIDE,
  isBareKorean,
  KOREAN_HEAD,
  KOREAN_IT,
  LACKS_OBJECT,
  MEMBERS,
  saysWhat,
} from './korean-stand-ins.ts';
import type { NamedSpan } from './mentions.ts';

/** Nouns that a body or a paper is called by, once it has been named. */
const NOUNS =
  'group|body|forum|council|committee|commission|alliance|organi[sz]ation|institute|command|agency|board|dialogue|mechanism|declaration|treaty|pact|accord|agreement|document|framework|memorandum|charter|protocol|statement|team|facility|fund|mission|network|conference|think tank|initiative|partnership|arrangements?|task force|cent(?:er|re)|office|programme|union|league|panel|tribunal|coalition|fleet|convention|text|deal';
const STAND_IN = new RegExp(
  String.raw`\b[Tt]he (?:(?:state|same|new|small|joint|allied|military) )?(${NOUNS})\b(?! (?:of|on|for|that|which)\b|[’'])`,
  'g',
);
/** The same at the start of the next sentence, where more may follow: "The pact between …". */
const LEADING = new RegExp(String.raw`^(?:The|That|This) (?:\p{Ll}+ )?(${NOUNS})\b`, 'u');
const MEETING =
  /\b[Tt]his year[’']s (?:meeting|session|round|conference|gathering|summit|one)\b|\b[Tt]he (?:inaugural|first|second|third|fourth|fifth|next|last|latest|previous|final|opening) (?:meeting|session|round|conference|gathering|summit|ministerial|plenary|one)\b(?! (?:of|between|in \d{4} in)\b)|\b(?:[Tt]he|a) (?:first|second|third|fourth|fifth|next|last|latest)(?= (?:was|is|will|took|followed|came)\b)|(?:첫|제?\d+차|\d+번째|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열) 번째|다음|차기|올해|내년|지난해|이번|고위급|연례|정기) (?:(?:외교|국방)?장관회의|회의|회담|총회|정상회의|훈련|행사)|(?<![가-힣])(?:본회의|전체회의|정기총회|정기회의)(?=[가는를])|(?<![가-힣])(?:각료회의|장관회의|외교장관회의|정상회의)(?=[가는이은])/g;
/** "a framework document on the X", "the X framework document": "the document" is then X. */
const PAPER_BEFORE =
  /\b(document|agreement|framework|memorandum|declaration|statement|pact|deal|charter|protocol) (?:on|of|for|about|establishing|creating) (?:the |a )?$/;
const PAPER_BEHIND =
  /^ (?:framework )?(document|agreement|memorandum|declaration|statement|pact|charter|protocol)\b/;
/** "It" at the start of a sentence refers to what the sentence before began with. */
const PRONOUN =
  /^(?:It|Its|They|Their)\b(?! (?:is|was|has been|will be|would be) (?:(?:\w+ )?(?:to|that)|(?:(?!\w+ed )\w+ )?for|not|(?:\w+ )?(?:clear|hard|easy|likely|possible|unclear|time|no)) )/;
/** "Founded in 1974, it is …". */
const LATE_PRONOUN =
  /^(["“]?(?:\p{Lu}\p{Ll}+ed|Set up|Born|Begun|Held|Led|Based) [^,;:]{2,90}, )(?:it|they)(?= \p{Ll})/u;
/** "The leaders signed it": in a sentence without a name, "it" is what earlier ones spoke of. */
const OBJECT_IT =
  /(?<=^(?:The |A |[\p{Lu}\d])[^;:“”"]{3,100} (?:\p{Ll}+(?:ed|ght|de|ft|rted|ned)|met|held|left|set up) )it(?= (?:in|on|at|by|for|last|this|that|again|up)\b|[,;.])/u;
/** What follows a name that a sentence introduces, to which "it" in the next may refer. */
const INTRODUCED = /^["”’']?(?: ?\([^()]{1,60}\))?, (?:an?|the|one|which|whose)\b/;
/** Endings of a Korean topic, and phrases that introduce one: "X를 보자". */
const TOPIC =
  /^["”’']?(?:\([^()]{1,60}\))?["”’']?(?:(?:은|는)(?= )|(?:을|를) (?:보자|보라|살펴보자|들여다보자|예로 들|떠올려 보자)|(?:은|는) 어떤가)/;
/** "Founded in 1974 …", "First met in …": below a heading, of what the heading names. */
const BARE_ENGLISH =
  /^(?:(?:First|Last|Formally|Originally) )?(?:founded|established|set up|created|launched|formed|signed|adopted|agreed|concluded|opened|met|convened|inaugurated|born|activated|announced|unveiled|dissolved|disbanded|suspended|expired|begun|began)\b(?![^.]*, (?:the |an? |it |they )?\p{L}+ (?:is|was|are|were|has|have|had)\b)/iu;
/** "A branch of X, formed in 2017 when …". */
const BARE_WITHIN =
  /^(?:An?|The|\p{Lu}\S*[’']s) [^.;:“”]{4,80}, (?:first )?(?:formed|founded|set up|launched|created|established|signed|adopted|agreed) (?:in|on|by) [^,]*\.$/u;
/** "It" behind a mark or "said that" refers to what the sentence itself began with. */
const INNER =
  /(?<=[:;,] (?:and |but |although |while |since |because )?|\b(?:says?|said|announced|denie[sd]) (?:(?:on|last|late) [\p{L}.]+(?: \d+)? )?(?:that )?|\b(?:left|suspended|signed|joined|ratified|ended|dissolved|revived|founded|created|abolished) )(?:it|its)\b/gu;
/** Nouns by which any agreement may be called, whatever its name. */
const PAPERS =
  /^(?:declaration|treaty|pact|accord|agreement|document|framework|memorandum|charter|protocol|convention|text|deal)$/;
/** Before a subject stands at most a phrase of time or manner, and an article. */
const BEFORE_SUBJECT =
  /^["“]?(?:[^,]{1,60}, )?(?:[Tt]he |[Aa]n? )?(?:\S+['’]s )?(?:Camp |Operation |Exercise )?$|\b(?:says?|said) (?:that )?(?:the )?$|^(?:Nor|Neither) (?:has|have|had|did|does|is|was|were) (?:the )?$|^As for (?:the )?$|^(?:And |But )?What (?:is|are|was|about) (?:the )?$|^(?:The|A) [\p{Ll} ]{3,30}, (?:(?:an?|the) [\p{Ll} ]{3,40} (?:called|named)|(?:better |also )?known as) (?:the )?$|^(?:Or |And |But )?(?:take|consider|then there is|there is) (?:the )?$/iu;
/** Words of meeting: "the next meeting" is that of the body that met last, not the last named. */
const MET = /(?<!\bnot )\b(?:met|meets?|meetings?|session|conference|convened)\b|회의|회담/;
/** A subject begins before this offset of its sentence, in UTF-16 code units. */
const SUBJECT_REACH = 120;
/** Most sentences between a meeting and what refers to it; the body is uncertain beyond that. */
const MEETING_REACH = 4;

/** What the article has spoken of so far. */
interface Topics {
  /** Begin a section; `key` is what its heading names. */
  readonly beginSection: (key: string | null, hasBegun?: boolean) => void;
  /** What the heading of the section names. */
  readonly section: () => string | null;
  /** The same, but null once the first sentence below the heading has been read. */
  readonly opening: () => string | null;
  /** Find what refers to names in a sentence; `named` are its mentions. */
  readonly find: (words: string, start: number, named: readonly NamedSpan[]) => NamedSpan[];
  /** Whether a sentence leaves out its subject, as those of lists do. */
  readonly isBare: (words: string) => boolean;
  /** Take note of a sentence that was read, with its mentions and what refers to names in it. */
  readonly learn: (words: string, start: number, named: readonly NamedSpan[]) => void;
}

/**
 * Create the memory of one article.
 *
 * @param nouns - For each key, the nouns that it may be called by (the head of its name).
 * @param meets - Whether the body of a key can meet.
 * @param working - Keys of bodies that work every day and hold no meetings.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share what the last sentences were about
export function createTopics(
  nouns: ReadonlyMap<string, ReadonlySet<string>>,
  meets: (key: string) => boolean,
  working: ReadonlySet<string>,
): Topics {
  const byNoun = new Map<string, string>();
  let body: { key: string; at: number; hasMet: boolean } | null = null;
  let subject: string | null = null;
  let heading: string | null = null;
  let isOpening = false;
  let sentence = 0;

  function find(words: string, start: number, named: readonly NamedSpan[]): NamedSpan[] {
    const found: NamedSpan[] = [];
    const textOf = (it: Span) => words.slice(it.start - start, it.end - start);
    const isLeading = (it: Span) =>
      TOPIC.test(words.slice(it.end - start)) || leads(words, it.start - start);
    if (!uses('stand-ins')) return found;
    const add = (span: Span, key: string | null | undefined, again = false) => {
      const isNamed = [...named, ...found].some(
        (each) => each.start < start + span.end && start + span.start < each.end,
      );
      if (key == null || isNamed || (!again && named.some((each) => each.key === key))) return;
      found.push({ key, start: start + span.start, end: start + span.end, indirect: true });
    };
    const pronoun = PRONOUN.exec(words) ?? KOREAN_IT.exec(words);
    if (pronoun !== null) {
      add({ start: pronoun.groups?.lead?.length ?? 0, end: pronoun[0].length }, subject);
    }
    const head = KOREAN_HEAD.exec(words)?.[0];
    if (head !== undefined && subject?.endsWith(head)) add({ start: 0, end: head.length }, subject);
    const late = LATE_PRONOUN.exec(words);
    if (late !== null) add({ start: late[1]!.length, end: late[0].length }, subject);
    // A Korean sentence without a subject shares that of the sentence before.
    const isBare = isBareKorean(words) || LACKS_OBJECT.test(words);
    const isNamed = named.some((it) => !BESIDE.test(words.slice(it.end - start)));
    if (!isNamed && isBare) add({ start: 0, end: 0 }, subject);
    const isTold = heading !== null && uses('omitted');
    if (isTold && named.length === 0 && !isBare && saysWhat(words))
      add({ start: 0, end: 0 }, heading);
    const members = isTold ? MEMBERS.exec(words) : null;
    if (members !== null && !working.has(heading ?? ''))
      add({ start: 0, end: members[0].length }, heading);
    if (heading !== null && uses('omitted') && isBareEnglish(words))
      add({ start: 0, end: 0 }, heading);
    const object = named.length === 0 && pronoun === null ? OBJECT_IT.exec(words) : null;
    if (object !== null) {
      add({ start: object.index, end: object.index + 2 }, subject ?? heading);
      for (const { 0: match, index } of findAll(INNER, words)) {
        if (index > object.index) add({ start: index, end: index + match.length }, subject, true);
      }
    }
    const first = named[0] ?? found[0];
    if (first !== undefined && leads(words, first.start - start)) {
      for (const { 0: match, index } of findAll(INNER, words)) {
        if (start + index > first.end)
          add({ start: index, end: index + match.length }, first.key, true);
      }
    }
    const leading = subject === null ? null : LEADING.exec(words);
    if (leading !== null && fits(leading[1] ?? '', subject ?? '')) {
      add({ start: 0, end: leading[0].length }, subject);
    }
    for (const { 0: match, 1: noun = '', index } of findAll(STAND_IN, words)) {
      add({ start: index, end: index + match.length }, byNoun.get(noun));
    }
    const last = body !== null && sentence - body.at <= MEETING_REACH ? body.key : null;
    for (const { 0: match, index } of findAll(MEETING, words)) {
      // The subject of this sentence goes before the body that met in an earlier one.
      const own = found.find((it) => it.start < start + index && /^이 /.test(textOf(it)));
      const leading = named.find((it) => it.end <= start + index && isLeading(it) && meets(it.key));
      // A Korean topic is linked to its meeting elsewhere.
      if (leading !== undefined && own === undefined && /[가-힣]/.test(match)) continue;
      add({ start: index, end: index + match.length }, (own ?? leading)?.key ?? last, true);
    }
    return found;
  }

  /** Whether a thing may be called by a noun: the name of a council rules "pact" out. */
  function fits(noun: string, key: string): boolean {
    const own = nouns.get(key);
    if (noun === 'body') return true;
    if (PAPERS.test(noun) && own !== undefined && [...own].some((it) => PAPERS.test(it)))
      return true;
    return own === undefined || own.size === 0 || own.has(noun);
  }

  function learn(words: string, start: number, named: readonly NamedSpan[]): void {
    sentence++;
    isOpening = false;
    const behind = ({ end }: Span) => words.slice(end - start);
    const leading =
      named.find((it) => TOPIC.test(behind(it))) ??
      named.findLast((it) => leads(words, it.start - start) && !/^['’]s? /.test(behind(it)));
    const all = named.filter((it) => INTRODUCED.test(behind(it)));
    const isOnly = all.every(({ key }) => key === named[0]?.key);
    const introduced = isOnly ? all[0] : undefined;
    const meant = named.every(({ indirect }) => indirect === true) ? named[0] : undefined;
    subject = (leading ?? introduced ?? meant)?.key ?? null;
    const meeting = named.find(({ key }) => meets(key));
    const hasMet = MET.test(words);
    const isFresh = body?.hasMet && sentence - body.at <= MEETING_REACH;
    if (meeting !== undefined && (hasMet || !isFresh)) {
      body = { key: meeting.key, at: sentence, hasMet };
    }
    for (const { key, ...span } of named) {
      for (const noun of nouns.get(key) ?? []) byNoun.set(noun, key);
      const before = words.slice(Math.max(0, span.start - start - 40), span.start - start);
      const paper =
        PAPER_BEFORE.exec(before)?.[1] ?? PAPER_BEHIND.exec(words.slice(span.end - start))?.[1];
      if (paper !== undefined) byNoun.set(paper, key);
    }
  }

  function beginSection(key: string | null, hasBegun = false): void {
    heading = key;
    isOpening = !hasBegun;
    subject = key;
    body = key === null || working.has(key) ? null : { key, at: sentence, hasMet: true };
  }

  return {
    beginSection,
    section: () => heading,
    opening: () => (isOpening ? heading : null),
    find,
    isBare: isBareEnglish,
    learn,
  };
}

const isBareEnglish = (words: string): boolean =>
  BARE_ENGLISH.test(words) || BARE_WITHIN.test(words);

const leads = (words: string, at: number): boolean =>
  at < SUBJECT_REACH && BEFORE_SUBJECT.test(words.slice(0, at));

/** The nouns that things of a kind are called by. */
export const nounsOfKind = (kind: string | null): readonly string[] =>
  kind === 'think tank' ? ['think tank', 'institute'] : [];

/** The nouns that a thing may be called by: the head of its name, in small letters. */
export function nounsOfName(name: string): string[] {
  if (/task force$/i.test(name)) return ['task force'];
  const words = name.toLowerCase().split(/\s+/);
  const stop = words.findIndex((word, i) => i > 0 && /^(?:of|for|on)$/.test(word));
  const head = (stop < 0 ? words : words.slice(0, stop)).at(-1);
  return head !== undefined && new RegExp(`^(?:${NOUNS})$`).test(head) ? [head] : [];
}
