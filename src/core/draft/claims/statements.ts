/** Finds what a sentence states of a body: what it is, what happened when, or only its name. */

import type { Span } from '../../text/span.ts';
import type { DraftClaim, DraftWhen } from '../format/draft-types.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { namesClass } from '../prose/class-nouns.ts';
import { uses } from '../prose/heuristics.ts';
import type { Passage } from '../prose/passage.ts';
import { findEnglishGlosses, findPhraseGloss, isOpinion } from './english-glosses.ts';
import type { DatedEvent } from './events.ts';
import { endOfClause, type Gloss, TRUST } from './gloss.ts';
import { findKoreanGlosses } from './korean-glosses.ts';
import { named, sayFragment, sayStandIn } from './named-words.ts';
import { findVerbs, type Verb } from './verbs.ts';
import { inSentence, sayGloss } from './whole-gloss.ts';

/** A part of a sentence that states something; offsets count from the beginning of the sentence. */
export interface Statement extends Span {
  readonly form: DraftClaim['form'];
  readonly when: readonly DraftWhen[];
  /** The statement by itself, its subject named; null where the quote stands alone. */
  readonly says: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/**
 * Confidence in a sentence that only names a body, in one that dates an event, and in a caption.
 */
const MENTIONED = 0.4;
const DATED = 0.75;
const IN_CAPTION = 0.15;
/** If glosses cover at least this share of a sentence, it makes no claim of its own. */
const ALL = 0.8;

/**
 * Find what a sentence states of one body.
 *
 * @param mentions - Those of this body.
 * @param name - The body's fullest name, with its article where the text gives it one.
 * @param events - Those of this body alone.
 */
export function findStatements(
  words: string,
  kind: Passage['kind'],
  mentions: readonly NamedSpan[],
  name: string,
  events: readonly DatedEvent[],
): Statement[] {
  const whole = { start: 0, end: words.length, when: [], says: null };
  if (kind === 'caption') return [{ ...whole, form: 'mentions', confidence: IN_CAPTION }];
  const glosses = mentions.flatMap((each) =>
    findGlosses(words, each)
      .filter((gloss) => !isNameOnly(words, gloss, mentions))
      .map((gloss) => ({
        ...gloss,
        says:
          each.indirect === true
            ? (sayStandIn(words, gloss, each, name) ?? named(words, each, gloss, name))
            : sayGloss(words, gloss, each, name),
      })),
  );
  const stated: Statement[] = glosses.map((gloss) => ({
    ...gloss,
    when: [],
  }));
  const seen = new Set<string>();
  for (const event of events.filter((it) => !isVague(it, events))) {
    const { what, date, ordinal } = event.when;
    const id = `${what} ${date} ${ordinal ?? ''}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const inside = stated.findIndex(
      (it) =>
        it.when.length === 0 &&
        it.form !== 'happened' &&
        it.start <= event.start &&
        event.end <= it.end,
    );
    if (inside >= 0) stated[inside] = { ...stated[inside]!, when: [event.when] };
    else
      stated.push({
        ...whole,
        form: 'happened',
        when: [event.when],
        says: sayEvent(words, event, name, endOfEvent(words, event, events)),
        confidence: DATED,
      });
  }
  const covered = glosses.reduce((sum, { start, end }) => sum + end - start, 0);
  if (stated.some(({ form }) => form === 'happened') || covered >= words.length * ALL)
    return stated;
  return [...stated, { ...whole, form: 'mentions', confidence: MENTIONED }];
}

/** Whether a gloss holds nothing but names of the body: "XYZ, the Xylophone Yard of Zetta". */
function isNameOnly(words: string, { start, end }: Span, mentions: readonly NamedSpan[]): boolean {
  let rest = '';
  let at = start;
  for (const mention of mentions) {
    if (mention.indirect || mention.start < at || mention.end > end) continue;
    rest += words.slice(at, mention.start);
    at = mention.end;
  }
  return !/\p{L}{2}/u.test(`${rest}${words.slice(at, end)}`.replace(/\b(?:the|or|in full)\b/g, ''));
}

/** Whether the same event has a more exact date elsewhere: "In July 2023 … that year". */
const isVague = ({ when }: DatedEvent, events: readonly DatedEvent[]): boolean =>
  events.some(
    (other) =>
      other.when.what === when.what &&
      other.when.date !== when.date &&
      other.when.date.startsWith(when.date),
  );

/** Whether a verb is a participle without an auxiliary: "adopted in 2009". */
const isParticiple = (words: string, verb: Verb): boolean =>
  verb.isPassive && words.slice(verb.start, verb.end).toLowerCase() === verb.main;

/**
 * A phrase right below a heading, without a verb: "Not a body but a conference."
 *
 * @param name - What the heading names.
 */
export function readFragment(words: string, name: string): Statement | null {
  const isFragment = /[가-힣]/.test(words) ? !/다[.)”"’']*$/.test(words) : isVerbless(words);
  if (!isFragment || isOpinion(words) || !uses('fragments')) return null;
  const { fragment: confidence } = TRUST;
  const says = sayFragment(words, name);
  return { start: 0, end: words.length, form: 'describes', when: [], says, confidence };
}

/** Whether the only verb is in a relative clause: "48 countries that agree on what may be sold". */
function isVerbless(words: string): boolean {
  const all = findVerbs(words);
  const [verb, ...others] = all.filter((it) => !isParticiple(words, it));
  if (verb === undefined) return true;
  const clause = /^[^,;:]*? (?:that|which|who|whose|where|when) /.exec(words)?.[0].length ?? 0;
  const begins = namesClass(words) || all[0]?.start === 0;
  return clause > 0 && others.length === 0 && verb.start >= clause && begins;
}

function findGlosses(words: string, mention: NamedSpan): Gloss[] {
  if (/[가-힣]/.test(words)) return findKoreanGlosses(words, mention);
  if (mention.indirect !== true) return findEnglishGlosses(words, mention);
  const phrase = findPhraseGloss(words, mention);
  const standIn = words.slice(mention.start, mention.end);
  const isOther = /^its$|\b(?:meeting|session|round|summit|one)$/i.test(standIn);
  return [
    ...(phrase === null ? [] : [phrase]),
    ...(isOther ? [] : findEnglishGlosses(words, mention)),
  ];
}

/** What stands between a body and the verb of a clause about it: "(HPB), which", ",". */
const OPENS_CLAUSE = /^[^,]*, (?:which |who )?$/;
/** Where the sentence goes on behind such a clause: ", spoke". */
const GOES_ON =
  /, (?:\p{Ll}+ly )?(?:became|began|broke|came|drew|fell|gave|grew|knew|ran|rose|sat|saw|spoke|stood|took|went|wrote) /u;

/** The end of an event's clause, which is no later than the start of the next event's clause. */
function endOfEvent(words: string, event: DatedEvent, events: readonly DatedEvent[]): number {
  const between = words.slice(event.mention.end, event.verb?.start ?? 0);
  const most = OPENS_CLAUSE.test(between) ? words.slice(event.end).search(GOES_ON) : -1;
  const whole = endOfClause(words, event.end);
  const end = most < 0 ? whole : Math.min(whole, event.end + most);
  const next = events.find(({ verb }) => verb !== undefined && verb.start > event.end)?.verb;
  const cut = next === undefined ? -1 : words.lastIndexOf(' and ', next.start);
  const stop = cut >= event.end && cut < end ? cut : end;
  return words[stop - 1] === ',' ? stop - 1 : stop;
}

/** "the X, which two presidents [signed]": X is the object of the clause. */
const DONE_TO = /^["”’']?(?: ?\([^()]{1,60}\))?,? (?:which|that) ([^,;:()]{1,60}) $/;

/** An event as a statement that stands alone; null where the whole sentence is one. */
function sayEvent(words: string, event: DatedEvent, name: string, end: number): string | null {
  const { mention, verb } = event;
  if (/[가-힣]/.test(words)) {
    return mention.indirect === true
      ? named(words, mention, { start: 0, end: words.length }, name)
      : null;
  }
  if (event.isApart && verb !== undefined && mention.start < verb.start) {
    const predicate = words.slice(verb.start, end);
    const isDatedBefore = event.when.words !== '' && !predicate.includes(event.when.words);
    const before = words.slice(event.start, mention.start).replace(/\bthe\s*$/i, '');
    const lead = isDatedBefore ? `${before.trim()} ` : '';
    return `${lead}${lead === '' ? name : inSentence(name)} ${isParticiple(words, verb) ? 'was ' : ''}${predicate}`;
  }
  const done = verb === undefined ? null : DONE_TO.exec(words.slice(mention.end, verb.start));
  if (verb !== undefined && done !== null && mention.end < verb.start) {
    return `${done[1]} ${words.slice(verb.start, verb.end)} ${inSentence(name)}${words.slice(verb.end, end)}`;
  }
  const start = startOfClause(words, event);
  const says =
    mention.indirect === true
      ? named(words, mention, { start, end }, name)
      : words.slice(start, end);
  return start === 0 && end >= words.trimEnd().length - 1 && mention.indirect !== true
    ? null
    : says;
}

/** The start of the clause of an event: behind the last mark or conjunction before it. */
function startOfClause(words: string, { start }: Span): number {
  const before = words.slice(0, start);
  const marks = [
    ...before.matchAll(
      /(?:[;:—] |, (?:and|but|while) |\b(?:said|says) (?:(?:on )?\p{Lu}\p{Ll}+day )?(?:that )?|, )/gu,
    ),
  ];
  const mark = marks.at(-1);
  return mark === undefined ? 0 : mark.index + mark[0].length;
}
