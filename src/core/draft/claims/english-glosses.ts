/** Finds the parts of an English sentence that say what a body is or what it is for. */

import type { Span } from '../../text/span.ts';
import { namesClass } from '../prose/class-nouns.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import {
  findDeed,
  findLapsedTerms,
  findMembers,
  findTerms,
  isOneOf,
  isRestricted,
} from './english-predicates.ts';
import { endOfClause, endOfSentence, type Gloss, TRUST } from './gloss.ts';
import { AT } from './parties.ts';
import { findVerbs } from './verbs.ts';

const NAME_END = String.raw`^["”’']?(?: ?\([^()]{2,60}\))?["”’']?(?: of (?:19|20)\d\d)?(?: (?:network|system|programme|program|mission|framework|process))?`;
const APPOSED = new RegExp(
  `${NAME_END}${AT}(?:,|:| [–—-]) (?:known as [^,]{2,30}, |or [^,]{2,30}, )?(?=(?:[Aa]n?|[Tt]he|[Oo]ne|part|now|then|once|its|their|(?:\\p{Lu}[\\p{L}.-]* ){0,3}?\\p{Lu}?[\\p{L}.-]*[’']s?|(?:two|three|four|five|six|seven|eight|nine|ten|\\d+)) )`,
  'u',
);
const RELATIVE = new RegExp(
  `${NAME_END}(?:, (?:or [^,]{2,30}, )?(?=(?:which|whose|(?:in|at|under|through|by|to|on|with|for) which|where) )|${AT}, (?=(?:whose|where) ))`,
  'u',
);
const TRAITS = new RegExp(
  `${NAME_END},? (?=(?:created|founded|established|set up|launched|formed)[^,;]* to (?!be )[a-z]+|(?:(?:created|founded|established|set up|launched|formed)[^,]* and )?(?:based|headquartered|seated|led|chaired|tasked|designed|made up|responsible|meant|intended)\\b|(?:is|are) (?:based|headquartered|run|led) )`,
  'u',
);
/** "eleven countries set up the X to watch over": what it is for. */
const PURPOSE = new RegExp(
  `${NAME_END},? (?=to (?!be |have |see |meet |hold |discuss |talk |say )\\p{Ll}+)`,
  'u',
);
const SET_UP =
  /\b(?:set up|found(?:ed)?|creat(?:ed?|ing)|establish(?:ed)?|launch(?:ed)?|form(?:ed)?|signed|agreed on)\b[^,;:]*$/;
const COPULA = new RegExp(
  `${NAME_END}(?:, [^,;:]{2,120},)? (?=(?:is|are|was) (?:an?|the|one|neither|part|based|headquartered|made up|designed|intended|meant|responsible|tasked|charged|South|North|(?:\\p{Lu}\\p{L}*[’']s)) )`,
  'u',
);
/** Verbs in the present by which a text says what a body or an agreement does in general. */
const DOES =
  '(?:serves? as|acts? as|aims? to|seeks? to|refers? to|means|consists? of|compris(?:es?)|brings? together|coordinat(?:es?)|overs(?:ees?)|oblig(?:es?)|commands?|controls?|deals? with|links?|unites?|groups|monitors?|watch(?:es)?|manages?|directs?|advis(?:es?)|provides?|allows?|lets|covers?|limits?|bans?|caps?|governs?|regulates?|reports? to|gives orders|trains?|buys?|builds?|designs?|develops?|collects?|shares?|funds?|financ(?:es?)|pays for|investigates?|inspects?|verif(?:y|ies)|protects?|guards?|patrols?|represents?|decides?|leads?|runs?|plans?|studies|publishes|commits?|requires?|binds?|has its seat|listens? for|looks? after|works? (?:for|on|to)|answers? to|has (?:\\p{L}+|\\d+) members|sets out|lays down|prescribes?|supervis(?:es?)|maintains?|keeps?|helps?|supports?|defends?)';
const SERVES = new RegExp(
  `${NAME_END}(?:, (?:[^,]|,(?= \\d{4}\\b)){4,120},)?(?: also| now| then| still)? (?=${DOES}\\b)`,
  'u',
);
/** "The agreement, known as the X, lets …". */
const SERVES_CALLED = new RegExp(`${NAME_END}, (?=${DOES}\\b)`);
const CALLED = /^ (?=(?:is|are) (?:also )?(?:called|known as) )/;
/** "The SCO was set up in June 2001 by China": says who set a body up, or for what. */
const MADE = new RegExp(
  `${NAME_END}(?:, [^,]{4,60},)? (?=(?:was|were) (?:set up|founded|established|created|launched|formed|born)\\b[^;:]{0,80} (?:by(?! (?:now|then|\\p{Ll}+ing))|to|as an?) )`,
  'u',
);
/** "Officials of three countries meet in the X". */
const WHO_MEETS =
  /^[^,;:]{8,120}? (?:meet|meets|consult|confer|gather)(?: \w+)? (?:in|at|through) (?:the |an? )?$/;
/** "A small headquarters, the X": what it is stands before its name. */
const BEFORE =
  /(?:^|[.;:] |, (?:and )?)((?:[Aa]n?|[Tt]he|[Oo]ne|[Ii]ts|(?:\p{Lu}[\p{L}.-]* ){0,2}\p{Lu}[\p{L}.-]*[’']s) [^,;:.()]{3,80}), (?:the )?$/u;
/** Two words with capitals in a row: they name a body and say nothing of its kind. */
const IS_NAME = /\p{Lu}\p{L}+ (?:(?:and|of|for) )?\p{Lu}/u;
const OWNER = /^.*[’']s /;
/** Two-word names of peoples and bodies before a kind: "a United Nations committee". */
const PEOPLES =
  /\b(?:United (?:Nations|States|Kingdom)|European Union|African Union|North Korean?|South Korean?|New Zealand|Saudi Arabian?|Hong Kong) /g;
/** "a mission called X". */
const NAMED =
  /(?:^|, |\b(?:of|in|by|with|from|on|for|is|was|as|through) |\p{Ll} )((?:an?|the|its) (?:[\p{L}\p{N}’'-]+ ){1,6}?)(?:called|named|dubbed|known as|code-?named) (?:the )?["“‘']?$/u;
/** "The pact between Australia, …": a definite phrase for what was named before. */
const PHRASE_END =
  / (?:is|are|was|were|has|have|had|will|would|can|could|may|must|does|did|obliges|says?|said|meets?|met)\b/;

/** Words of an opinion, a possibility, a question or a joke. */
const OPINION =
  /\b(?:I|I’m|me|my|we think|believe|think(?! tank)|suppose|seems?|looks? like|like an?|perhaps|maybe|arguably|opposite|letterhead|joke|scarecrow|honourable|honorable|pity|shame|nonsense|dream|nightmare|habit|trick|paper tiger|talking shop|photo opportunity|waste|too (?:\w+)|useless|toothless|fragile)\b|\?["”]?$/;
const CONDITIONAL = /(?:^|[,;:] |\b)(?:if|unless|whether|as if)\b/i;

/** Whether words say what somebody thinks of a thing, not what it is. */
export const isOpinion = (words: string): boolean => uses('opinions') && OPINION.test(words);

/** Find what a sentence says of one mention; `mention` counts from its beginning. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one form of sentence after another; the later ones ask what the earlier ones found
export function findEnglishGlosses(words: string, mention: Span): Gloss[] {
  const before = words.slice(0, mention.start);
  const behind = words.slice(mention.end);
  if (isQuoted(before)) return [];
  const found: Gloss[] = [];
  const add = (start: number, end: number, form: Gloss['form'], confidence: number) => {
    const quote = words.slice(start, end);
    if (end - start > 8 && !isOpinion(quote)) found.push({ start, end, form, confidence });
  };
  const tail = (pattern: RegExp) => {
    const match = pattern.exec(behind);
    return match === null ? null : mention.end + match[0].length;
  };

  const apposed = tail(APPOSED);
  if (apposed !== null) {
    const end = endOfClause(words, apposed);
    const phrase = words.slice(apposed, end);
    const trust = namesClass(phrase) ? TRUST.apposition : isOneOf(phrase) ? TRUST.oneOf : 0;
    const isOfPlace =
      trust === TRUST.oneOf && /^["”’']?(?: ?\([^()]*\))? (?:in|at|near) /.test(behind);
    if (!HAS_VERB.test(phrase) && trust > 0 && !isOfPlace)
      add(mention.start, end, 'defines', trust);
  }
  const relative = tail(RELATIVE);
  if (relative !== null && !isOnlyDated(words.slice(relative))) {
    add(mention.start, endOfClause(words, relative), 'describes', TRUST.relative);
  }
  const traits = /\b(?:that|which) (?:the |its )?$/.test(before) ? null : tail(TRAITS);
  if (traits !== null) add(mention.start, endOfClause(words, traits), 'describes', TRUST.traits);
  const purpose =
    SET_UP.test(before) && !/\b(?:by|under) (?:the |an? )?$/.test(before) ? tail(PURPOSE) : null;
  if (purpose !== null) add(mention.start, endOfClause(words, purpose), 'describes', TRUST.purpose);
  for (const gloss of [
    findTerms(words, mention),
    findLapsedTerms(words, mention),
    findMembers(words, mention),
  ]) {
    if (gloss !== null && !isOpinion(words.slice(gloss.start, gloss.end))) found.push(gloss);
  }
  const prior = BEFORE.exec(before);
  if (
    prior !== null &&
    / \S+ /.test(prior[1]!) &&
    namesClass(prior[1]!) &&
    !IS_NAME.test(prior[1]!.replace(OWNER, '').replace(PEOPLES, ''))
  ) {
    add(
      mention.start -
        prior[1]!.length -
        prior[0].length +
        prior[0].indexOf(prior[1]!) +
        prior[1]!.length,
      bracketEnd(words, mention),
      'defines',
      TRUST.before,
    );
  }
  const named = NAMED.exec(before);
  if (named !== null && namesClass(named[1]!)) {
    add(
      mention.start - named[0].length + named[0].indexOf(named[1]!),
      mention.end,
      'defines',
      TRUST.before,
    );
  }
  if (CONDITIONAL.test(before) || !isSubject(words, mention)) {
    if (WHO_MEETS.test(before)) add(0, bracketEnd(words, mention), 'describes', TRUST.meets);
    return found;
  }
  const copula = tail(COPULA);
  if (copula !== null) {
    const complement = words.slice(copula).replace(/^\S+ (?:neither [^,;:.]* but )?/, '');
    const isClass =
      namesClass(complement) ||
      /^(?:based|headquartered|made up|designed|intended|meant|responsible|tasked|charged) /.test(
        complement,
      );
    const trust = isClass ? TRUST.copula : isRestricted(complement) ? TRUST.restricted : 0;
    if (trust > 0) add(startOfSubject(words, mention), endOfSentence(words), 'defines', trust);
  }
  const serves =
    copula !== null
      ? null
      : /\bknown as (?:the )?$/.test(before)
        ? tail(SERVES_CALLED)
        : tail(SERVES);
  if (serves !== null) add(mention.start, endOfClause(words, serves), 'describes', TRUST.serves);
  const deed = copula === null && serves === null ? findDeed(words, mention) : null;
  if (deed !== null) add(deed.start, deed.end, deed.form, deed.confidence);
  for (const match of findAll(ALSO_SERVES, behind)) {
    if (BREAKS_OFF.test(behind.slice(0, match.index))) break;
    const at = mention.end + match.index + match[0].length;
    add(at, endOfClause(words, at), 'defines', TRUST.serves);
  }
  const called = tail(CALLED);
  if (called !== null) add(mention.start, endOfClause(words, called), 'describes', TRUST.called);
  const made = tail(MADE);
  if (made !== null) add(mention.start, endOfClause(words, made), 'describes', TRUST.made);
  return found;
}

const bracketEnd = (words: string, { end }: Span): number =>
  end + (/^["”’']?(?: ?\([^()]{2,60}\))?/.exec(words.slice(end))?.[0].length ?? 0);

/** Whether a quotation has begun and not yet ended. */
const isQuoted = (before: string): boolean =>
  before.lastIndexOf('“') > before.lastIndexOf('”') || (before.match(/"/g)?.length ?? 0) % 2 === 1;

/** "which was founded in 1978": says when a body was founded, and not what it is. */
const ONLY_DATED =
  /^which (?!was|were|is|are|has|had)(?:[\p{L}’'-]+ ){1,5}(?:founded|formed|signed|launched|created|set up)\b|^which (?:the )?[\p{L}’']+ (?:[\p{L}’']+ )?(?:plans|hopes|wants|is to|are to|will)\b|^(?:which|that) (?:[^,]* )?(?:was|were|(?:has|have|had) (?:been|met|not|never|no|an?)|met|held|signed|began)\b(?!.*\b(?:to \p{Ll}+|by|as an?|overs(?:een|aw)|managed|monitored|run)\b)/u;
/** Whether a clause only dates an event: "which opened its doors in 2017". */
function isOnlyDated(clause: string): boolean {
  if (ONLY_DATED.test(clause)) return true;
  if (!/^(?:which|where) /.test(clause)) return false;
  const [verb] = findVerbs(clause);
  const isFirst = verb !== undefined && /^\S+ (?:\S+ly )?$/.test(clause.slice(0, verb.start));
  return (
    isFirst && verb.what !== null && verb.time === 'past' && !/ (?:to|by|as) \p{Ll}/u.test(clause)
  );
}

/** "Through the X, a mechanism was set up": no apposition has a verb of its own. */
const HAS_VERB =
  /^(?:(?!\b(?:that|which|who|whose|where)\b).)*\b(?:was|were|is|are|has|have|had|will|would|asks?|says?|said)\b/;
const ALSO_SERVES =
  / and (?=(?:serves? as|acts? as|aims to|seeks to|brings together|coordinates|oversees) )/g;
const BREAKS_OFF = /[;:]|[.!?] \p{Lu}/u;

/** Before a subject stand at most an article, owners and a phrase of time or manner. */
function isSubject(words: string, { start }: Span): boolean {
  const before = words.slice(0, start);
  return (
    /^["“]?(?:[^,;:"“”]{1,80}, )?(?:(?:better |also )?known as )?(?:(?:The|the|A|An|Its|Their|His) )?(?:[\w.’'-]+['’]s )?$/.test(
      before,
    ) || /(?:; |, and |, but |\bsays? (?:that )?)(?:the )?$/.test(before)
  );
}

/** "Launched in July, the X is a …": the phrase before belongs to the statement. */
function startOfSubject(words: string, { start }: Span): number {
  return /^["“]?(?:[^,"“”]{0,80}, )?(?:[Tt]he |[Aa]n? )?$/.test(words.slice(0, start)) ? 0 : start;
}

/**
 * Find the noun phrase that a sentence begins with, where it stands for a thing named before:
 * "The pact between Australia, the United Kingdom and the United States was …".
 */
export function findPhraseGloss(words: string, mention: Span): Gloss | null {
  if (mention.start !== 0 || isOpinion(words)) return null;
  const verb = PHRASE_END.exec(words.slice(mention.end));
  if (verb === null) return null;
  const end = mention.end + verb.index;
  const more = words.slice(mention.end, end);
  if (!/^ (?:of|between|in|for|that|which|with|from)\b/.test(more) || /[;:.]/.test(more))
    return null;
  return { start: 0, end, form: 'describes', confidence: TRUST.phrase };
}
