/** The verbs of an English sentence, with what tense, mood and negation make of them. */

import type { Span } from '../../text/span.ts';
import type { DraftEvent } from '../format/draft-types.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';

/** A verb with its auxiliaries. */
export interface Verb extends Span {
  /** The verb itself: "signed", "set up". */
  readonly main: string;
  /** What it tells of; null for a verb that dates nothing. */
  readonly what: DraftEvent | null;
  /** Whether its subject is what it is done to: "was signed", "founded in 1999". */
  readonly isPassive: boolean;
  /**
   * `past`: it happened. `now`: it happens, or will soon. `ahead`: it is to happen. `ended`: it "has
   * not met" since. `unreal`: it was denied, wished or only meant to happen.
   */
  readonly time: 'past' | 'now' | 'ahead' | 'ended' | 'unreal';
}

/** What verbs tell, by their forms. */
const FORMS: readonly (readonly [what: DraftEvent, forms: string])[] = [
  [
    'founded',
    'founded,established,launched,created,formed,inaugurated,instituted,born,began,begun,begin,begins,' +
      'started,start,starts,opened,open,opens,set up,came into being,came into existence,' +
      'opened its doors,opened for business,activated,stood up,helped to found,helped found,helped to create,' +
      'helped to set up,establish,launch,create,form',
  ],
  [
    'signed',
    'signed,sign,signs,adopted,adopt,adopts,concluded,ratified,inked,initialled,approved,approve,' +
      'opened for signature,agreed upon,agreed',
  ],
  [
    'met',
    'met,meet,meets,convened,convene,convenes,gathered,gather,gathers,held,hold,holds,hosted,host,' +
      'hosts,took place,take place,takes place,taken place,assembled,reconvened,sat',
  ],
  [
    'lapsed',
    'lapsed,expired,expire,expires,dissolved,disbanded,abolished,suspended,terminated,scrapped,' +
      'wound up,shut down,closed down,closed,ended,end,ends,cancelled,canceled,ceased,stopped,folded',
  ],
  ['announced', 'announced,unveiled,proclaimed,declared,announce,unveil'],
  ['said', 'said,says,told'],
  ['reported', 'became,revived,renamed,relaunched'],
];
const WHAT = new Map(
  FORMS.flatMap(([what, forms]) => forms.split(',').map((form) => [form, what] as const)),
);

/** Verbs without an object: what happens, happens to their subject. */
const INTRANSITIVE =
  /^(?:met|meets?|gather(?:ed|s)?|began|begins?|begun|lapsed|expire[sd]?|ended|ends?|opened|opens?|opened (?:its doors|for business)|ceased|closed|became|(?:took|takes?|taken) place|came into (?:being|existence)|(?:re)?convene[sd]?|start(?:ed|s)?|assembled|sat|stopped|folded)$/;
/** Past forms that do not end in -ed, and present forms in which plans are told. */
const PAST =
  'met|held|took|came|gave|fell|grew|sat|became|began|went|said|told|saw|made|built|sent|bought|paid|led|won|lost|kept|brought|wrote|drew|ran|got|found|stood|fought|struck|rose|left|broke|chose|flew|spoke|spent|taught|thought|let|put|cut|[Bb]orn|[Bb]egun';
const PRESENT =
  'meets?|holds?|hosts?|opens?|convenes?|gathers?|begins?|starts?|ends?|expires?|signs?|adopts?|says|denies|rejects|publishes|expects?|hopes?|plans?|wants?';
/** English tells what is on a calendar in the present: "the board resumes tomorrow". */
const ON_CALENDAR =
  'resumes|decides|votes|debates|sits|reconvenes|arrives|departs|leaves|returns|joins|withdraws|visits|travels|flies|sails|launches|reviews|discusses|elects|chairs|presents|receives|moves|passes|closes';
/** What a singular subject ends with, so that the word behind it is its verb and no plural noun. */
const SINGULAR =
  '(?<=(?:\\p{Lu}[\\p{L}\\d.’\'-]*|[)”"’\\d,]|\\b(?:it|she|he|which|that|who|and|then|also|again|group|body|council|board|committee|commission|parliament|agency|forum|assembly|force|mission|rotation|command)) )';
/** Whether a verb in the present may tell what is to come. */
export const IS_ON_CALENDAR = new RegExp(`^(?:${ON_CALENDAR})$`);
const IS_PRESENT = new RegExp(`^(?:${PRESENT}|${ON_CALENDAR}|takes? place)$`);
const NO_VERB = '(?!(?:united|armed|combined|shared|hundred|need|indeed|speed|unmanned|allied)\\b)';

const AUXILIARY =
  "(?:is|are|was|were|be|been|being|has|have|had|will|would|shall|should|can|could|cannot|may|might|must|did|does|do)(?:n[’']t)?";
const ADVERB =
  '(?:not|never|also|last|first|again|once|now|since|already|twice|only|long|yet|ever|still|just|then|later|next|\\p{Ll}+ly)';
const MEANT =
  '(?:to|due|scheduled|planned|expected|set(?! up)|slated|supposed|meant|likely|unlikely|about|going|(?:agreed|decided|promised|vowed|pledged|planning|hoping) to)';
const PHRASE =
  'set up|wound up|shut down|closed down|(?:took|takes?|taken) place|came into (?:being|existence)|opened (?:for signature|for business|its doors)|agreed upon|becomes? operational|stood up|helped (?:to )?(?:found|create|set up)';
const VERB = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])(?:(?<group>${AUXILIARY}(?: (?:${AUXILIARY}|${ADVERB}|${MEANT}))*) (?<main>${PHRASE}|\p{Ll}[\p{Ll}-]*)|(?<intent>(?:plans?|intends?|hopes?|aims?|agreed|decided|promised|vowed|pledged|expects?) to) (?<infinitive>be \p{Ll}+|${PHRASE}|\p{Ll}+)|(?<bare>${PHRASE}|[Ss]et up|${PAST}|${PRESENT}|${SINGULAR}(?:${ON_CALENDAR})|due(?= (?:for|to|in|on|by)\b)|${NO_VERB}\p{L}\p{Ll}+ed))(?![\p{L}\p{N}-])`,
  'gu',
);

const PLANNED =
  /\b(?:will|shall|(?:is|are) (?:\p{Ll}+ )*?(?:to|due|scheduled|planned|expected|set|slated|going|about)|(?:agreed|decided|promised|vowed|pledged|planning|hoping) to)\b/u;
const UNREAL =
  /\b(?:would|could|can|may|might|should|must|cannot|unlikely|(?:was|were|been) (?:\p{Ll}+ )*?(?:to|due|scheduled|planned|expected|set|slated|supposed|meant|going|about))\b/u;
const NEGATED = /\b(?:not|never|cannot)\b|n[’']t\b/;
const PERFECT = /^(?:has|have|had)\b/;
const PASSIVE = new RegExp(
  String.raw`(?:^|\s)(?:is|are|was|were|be|been|being)(?: ${ADVERB})*$`,
  'u',
);
/** Behind a participle: a time, a place or an author. */
const BEHIND_PARTICIPLE =
  /^(?: \p{Ll}+ly)? (?:in|on|at|by|after|during|between|under|last|this|yesterday|earlier|to)\b/u;
/** "the meeting scheduled for June". */
const IS_PLAN = /^(?:scheduled|planned|slated|due|expected) (?:for|to|in|on)\b/;
const NOT_BEFORE = /\b(?:nor|neither|never|failed to|refused to) $/i;

/** Find the verbs of a sentence, in order. */
export function findVerbs(words: string): Verb[] {
  return findAll(VERB, words).flatMap((match) => {
    const { group, main, intent, infinitive, bare } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    // "Founded in 1999, …", but "the Integrated Defense Dialogue".
    if (bare !== undefined && start > 1 && /^\p{Lu}/u.test(bare)) return [];
    const form = (main ?? infinitive ?? bare ?? '').replace(/^be /, '').toLowerCase();
    const isParticiple =
      bare !== undefined &&
      !INTRANSITIVE.test(bare) &&
      !IS_PRESENT.test(bare) &&
      BEHIND_PARTICIPLE.test(words.slice(end, end + 24));
    const verb: Verb = {
      start,
      end,
      main: form,
      what: WHAT.get(form) ?? null,
      isPassive:
        isParticiple || (infinitive?.startsWith('be ') ?? false) || PASSIVE.test(group ?? ''),
      time:
        intent === undefined && !IS_PLAN.test(words.slice(start, end + 5))
          ? timeOf(words, start, group ?? '', form)
          : 'ahead',
    };
    return [verb];
  });
}

function timeOf(words: string, start: number, group: string, main: string): Verb['time'] {
  if (!uses('tense')) return 'past';
  const isNot = NEGATED.test(group) || NOT_BEFORE.test(words.slice(Math.max(0, start - 16), start));
  if (isNot) return PERFECT.test(group) ? 'ended' : 'unreal';
  if (UNREAL.test(group)) return 'unreal';
  if (PLANNED.test(group)) return 'ahead';
  if (group === '') return IS_PRESENT.test(main) ? 'now' : 'past';
  return /^(?:is|are|does|do)\b/.test(group) ? 'now' : 'past';
}
