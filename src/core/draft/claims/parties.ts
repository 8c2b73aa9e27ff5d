/** Finds the bodies that an English verb speaks of: its subject, its object, or its place. */
import type { Span } from '../../text/span.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { uses } from '../prose/heuristics.ts';
import { findVerbs, type Verb } from './verbs.ts';

/** A body that a verb speaks of. */
export interface Party {
  readonly mention: NamedSpan;
  /**
   * The body's part. `head`, `members`, `work`: the subject is its meeting, members or work.
   * `place`: people meet in it.
   */
  readonly as: 'subject' | 'head' | 'members' | 'work' | 'object' | 'place';
  /** Whether another statement stands between the mention and the verb. */
  readonly isApart: boolean;
}

const BRACKET = String.raw`["”’']?(?: ?\([^()]{1,60}\))?["”’']?`;
/** "the X (X) in Velm, a headquarters that …": a place between a name and its apposition. */
export const AT = String.raw`(?: (?:in|at|near) \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?`;
const ADVERBS = String.raw`(?: (?:itself|themselves|also|then|last|first|again|now|already|formally|\p{Ll}+ly))*`;
const KIND = '(?: (?:network|system|programme|program|mission|facility|framework|process))?';
/** "the KIDD [met]", "the NPG, the group for …, [met]". */
const DIRECT = new RegExp(`^${KIND}${BRACKET}${ADVERBS} ?$`, 'u');
const INSERTED = new RegExp(`^${KIND}${BRACKET}, (?!and |but |or )[^;:]*,${ADVERBS} ?$`, 'u');
/** "the CFC, which [was founded]", "the KIDD, a meeting that [was launched]", "the EDA, [founded]". */
const RELATIVE = new RegExp(
  String.raw`^${KIND}${BRACKET}${AT},? (?:which|that|who)${ADVERBS} $|^${KIND}${BRACKET}${AT}, (?:an?|the|one|its|\S+[’']s)\b[^,;:()]*?,? (?:that|which|who)${ADVERBS} $`,
  'u',
);
const PARTICIPLE = new RegExp(
  String.raw`^${KIND}${BRACKET},? (?:\p{Ll}+ly |first )?$|^${KIND}${BRACKET}${AT}, (?:an?|the|one|its|\S+[’']s)\b[^;:()]*?,? (?:first )?$`,
  'u',
);
/** "the declaration, which the two presidents [signed]". */
const DONE_TO = new RegExp(
  `^${BRACKET},? (?:which|that) [^,;:()]{1,60} $|^${BRACKET}${AT}, (?:an?|the|one|its|\\S+[’']s)\\b[^,;:()]*? (?:that|which) [^,;:()]{1,60} $`,
  'u',
);
/** "a unit that the X [set up]": X is the subject, and the unit the object. */
const DOER =
  /\b(?:an?|the|one)\b(?![^,;:]*\b(?:sa(?:ys?|id)|announced|told|hopes?|believes?|denie[sd])\b)[^,;:]* (?:that|which) (?:the |its )?$/;
/** "The patrols, a mission called X, [were launched]": X is an apposition to the subject. */
const APPOSED_END = new RegExp(`^${BRACKET},${ADVERBS} $`, 'u');
const APPOSED_TO = /(?:^|[.;:] )(?:the|an?|its) [^,;:]{2,60}, (?:an?|the) [^,;:]{0,60}$/i;
/** Words for meetings and for members of a body. */
const MEETING =
  '(?:meetings?|sessions?|plenar(?:y|ies)|rounds?|summits?|conferences?|gatherings?|consultations?|talks)';
const MEMBERS =
  '(?:(?:\\p{Ll}+ )?(?:ministers|leaders|chiefs(?: of staff)?|members|heads of (?:state|government)|directors|envoys|officials|delegates|(?:general |permanent )?(?:assembly|council|committee|board)|parties|signatories))';
const its = (heads: string): RegExp =>
  new RegExp(
    String.raw`^${BRACKET}(?:[’']s?)? (?:[\p{Ll}\d-]+ ){0,3}?${heads}(?:, [^;:]{4,90},)?${ADVERBS} ?$|^${BRACKET}, whose (?:[\p{Ll}\d-]+ ){0,2}?${heads}${ADVERBS} $`,
    'u',
  );
const ITS_MEETING = its(MEETING);
const ITS_MEMBERS = its(MEMBERS);
/** "its work", "the X's mandate": if that lapses, so has the body. */
const ITS_WORK = new RegExp(
  `^${BRACKET}(?:[’']s?)? (?:work|activities|operations|mandate)${ADVERBS} ?$`,
  'u',
);
const MEETING_OF = new RegExp(
  String.raw`\b(?:${MEETING}|${MEMBERS}) (?:of|in) (?:the |its |an? )?$`,
  'iu',
);
/** Words between a verb and its object (`OBJECT`), or the body in which people meet (`PLACE`). */
const OBJECT = /^ (?:up )?(?:(?:the|its|their|an?|this) )?(?:(?:new|first|joint|so-called) )*$/u;
const PLACE =
  /^[^,;:]{0,60}? ?(?:at|in|within|for) (?:the|its|an?|this year[’']s) (?:[\p{Ll}\d]+ )?$/u;

/** What may stand before a subject: the sentence's start, a comma, a conjunction, "says that". */
const BEFORE_SUBJECT =
  /(?:^["“‘']?|[,;:—–-]["”’']? ["“‘']?|\b(?:and|but|or|that|when|while|after|before|as|because|since|although|though|once|where|whether|if|so|yet|says?|said|nor|for) ["“]?)(?:(?:the|an?|its|their|this) )?(?:(?:newly|then|new|joint|so-called|current|first|\p{Lu}\p{L}+[’']s|\p{Lu}\p{Ll}+(?:an|ish|ese)?-\p{Ll}+) )*$/iu;
/** The same, for words on which a time or a place leads: "In October 2024 the X", "in Rome the X". */
const FRONTED =
  /(?:^["“]?|[,;:—] (?:and |but )?)(?:on|in|at|by|last|this|next|yesterday|today|tomorrow|earlier|meanwhile|since|during|from|until)\b[^,;:]{0,50} (?:the|an?|its) $|(?:^["“]?|[,;:—] (?:and |but )?)(?:yesterday|today|tomorrow|meanwhile) (?:the )?$/iu;

const FRONT = /^["“]?(?:First |Formally )?$/;

const stands = (words: string, { start }: Span): boolean => {
  const before = words.slice(Math.max(0, start - 90), start);
  return BEFORE_SUBJECT.test(before) || FRONTED.test(before);
};

/**
 * Find the bodies that a verb speaks of.
 *
 * @param named - The mentions of the sentence, in order; offsets count from its beginning.
 */
export function findParties(words: string, verb: Verb, named: readonly NamedSpan[]): Party[] {
  const subject = findSubject(words, verb, named);
  const objects = verb.isPassive ? [] : findObjects(words, verb, named);
  return subject === null ? objects : [subject, ...objects];
}

function findSubject(words: string, verb: Verb, named: readonly NamedSpan[]): Party | null {
  // No party is sought before the end of the preceding statement.
  const from = Math.max(words.lastIndexOf('; ', verb.start), words.lastIndexOf('— ', verb.start));
  for (const mention of named.toReversed()) {
    if (mention.end > verb.start) continue;
    if (mention.start < from) break;
    const between = words.slice(mention.end, verb.start);
    if (
      uses('doers') &&
      between === ' ' &&
      verb.time === 'past' &&
      DOER.test(words.slice(0, mention.start))
    )
      continue;
    if (/^["”’']?,/.test(between) && isInApposition(words, mention, named)) continue;
    const as = relationOf(words, verb, mention, between);
    if (as !== null) return { mention, as, isApart: between.includes(',') };
  }
  return findFronted(words, verb, named);
}

/** "Set up in 1978, the X …": a participle at the beginning speaks of the subject behind it. */
function findFronted(words: string, verb: Verb, named: readonly NamedSpan[]): Party | null {
  const isBare = words.slice(verb.start, verb.end).toLowerCase() === verb.main.toLowerCase();
  const mention = named.find(({ start }) => start >= verb.end);
  if (!isBare || mention === undefined || !FRONT.test(words.slice(0, verb.start))) return null;
  if (!/^[^;:]*, (?:the |an? )?$/.test(words.slice(verb.end, mention.start))) return null;
  return { mention, as: 'subject', isApart: true };
}

/** "the X, an arm of the [Y], founded in 2004": what follows the comma is told of X. */
function isInApposition(words: string, { start, key }: NamedSpan, named: readonly NamedSpan[]) {
  const head = named.findLast((it) => it.end <= start && it.key !== key);
  return head !== undefined && IN_APPOSITION.test(words.slice(head.end, start));
}
const IN_APPOSITION = new RegExp(`^${BRACKET}, (?:an?|the|one|its) [^,;:()]*$`);

function relationOf(
  words: string,
  verb: Verb,
  mention: NamedSpan,
  between: string,
): Party['as'] | null {
  if (mention.end === 0 && isBare(words, verb, between)) return 'subject';
  if (ITS_WORK.test(between) && isPossessive(words, mention, between)) return 'work';
  if (ITS_MEMBERS.test(between) && isPossessive(words, mention, between)) return 'members';
  if (/^[^,]*\bwhose\b/.test(between) || ITS_MEETING.test(between)) {
    const isOwner = isPossessive(words, mention, between);
    return isOwner ? 'head' : null;
  }
  if (RELATIVE.test(between)) return 'subject';
  const isBareVerb = words.slice(verb.start, verb.end) === verb.main;
  if (
    verb.isPassive &&
    PARTICIPLE.test(between) &&
    /^[^ ]*ed(?: upon)?$|^set up$|^born$/.test(verb.main)
  ) {
    if (isBareVerb) return 'subject';
  }
  if ((isBareVerb || !verb.isPassive) && DONE_TO.test(between) && findVerbs(between).length === 0) {
    return 'object';
  }
  if (APPOSED_END.test(between) && APPOSED_TO.test(words.slice(0, mention.start))) return 'subject';
  if (!DIRECT.test(between) && !INSERTED.test(between)) return null;
  if (isPossessor(words, mention)) return null;
  if (stands(words, mention)) return 'subject';
  const before = words.slice(Math.max(0, mention.start - 60), mention.start);
  return MEETING_OF.test(before) ? 'head' : null;
}

/** "First met in …", "A branch of Y, formed in …": the subject is left out. */
function isBare(words: string, verb: Verb, between: string): boolean {
  const isParticiple = verb.isPassive && words.slice(verb.start, verb.end) === verb.main;
  return (
    /^(?:\p{Lu}\p{Ll}+ )?$/u.test(between) ||
    (isParticiple && /^[^;:,]*, (?:first )?$/.test(between))
  );
}

/** "Its" and "the X’s" own what follows; an indirect "it" does not. */
function isPossessive(words: string, mention: NamedSpan, between: string): boolean {
  if (mention.indirect !== true) return true;
  return isPossessor(words, mention) || /^(?:’s|'s|, whose)/.test(between) || !/^ /.test(between);
}

const isPossessor = (words: string, { start, end }: Span): boolean =>
  /^(?:its|their)$/i.test(words.slice(start, end));

function findObjects(words: string, verb: Verb, named: readonly NamedSpan[]): Party[] {
  const next = named.find(({ start }) => start >= verb.end);
  if (next === undefined || isPossessor(words, next)) return [];
  const between = words.slice(verb.end, next.start);
  if (OBJECT.test(between)) return [{ mention: next, as: 'object', isApart: false }];
  return PLACE.test(between) ? [{ mention: next, as: 'place', isApart: false }] : [];
}
