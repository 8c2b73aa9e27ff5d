/** Finds the body that a verb of a Korean sentence speaks of. */

import type { FoundDate } from '../dates/found-date.ts';
import type { DraftEvent } from '../format/draft-types.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { endsInNoun } from '../prose/hangul-nouns.ts';

/** What follows the name that is the topic of a sentence. */
const TOPIC = /^\)?["”’']?(?:\([^()]{1,40}\))?["”’']?\s?(?:\S{0,8}\s)?(?:은|는|이|가)(?= )/;
const MEETING = '(?:회의|회담|정상회의|회동|협의|총회|모임|행사)';
const ITS_TOPIC = new RegExp(
  `^\\)?["”’']?(?:\\([^()]{1,40}\\))?["”’']?의?\\s?(?:(?:\\d차|정례|정상|장관|연례|첫|다음|이번)\\s?)?(?:${MEETING}|(?:외교|국방)?장관|정상|대표)?(?:(?:은|는|이|가|을|를)(?= )|에(?= (?:공식 )?서명))`,
);
const PLACE = /^\)?["”’']?(?:\([^()]{1,40}\))?["”’']?(?:\s?(?:회의|회담|정상회의))?에서/;
const BESIDE = /^[가-힣 ]{0,4}(?:제?\s?\d+차 |첫 |다섯 번째 |네 번째 |세 번째 |두 번째 )?$/;

/**
 * Find the body that something happened to.
 *
 * @param verb - A match of the pattern of events.
 * @param told - What the verb tells.
 * @returns null where the sentence tells it of nothing that the text names.
 */
export function findParty(
  words: string,
  verb: RegExpExecArray,
  date: FoundDate,
  named: readonly NamedSpan[],
  told: DraftEvent,
): NamedSpan | null {
  const object = objectOf(words, verb, date, named);
  if (object !== null) return object;
  const mention = partyOf(words, verb, date, named, told);
  if (mention === null || isDoneToOther(words, verb, told, mention)) return null;
  const isMembers = IS_MEMBERS.test(words.slice(mention.start, mention.end));
  return isMembers && !GATHERS.test(verb[0]) ? null : mention;
}

/**
 * The body that a verb speaks of: the one behind an adnominal verb ("2011년 출범한 X"), the one in
 * which people meet ("X에서 만난다"), else the topic of the sentence.
 */
function partyOf(
  words: string,
  verb: RegExpExecArray,
  date: FoundDate,
  named: readonly NamedSpan[],
  told: DraftEvent,
): NamedSpan | null {
  const end = verb.index + verb[0].length;
  const isAdnominal = /^열리는|(?:한|된|린|던|인|난|연|할|될|릴|날)$/.test(verb[0].trimEnd());
  const behind = named.find((it) => it.start >= end - 1);
  if (
    isAdnominal &&
    behind !== undefined &&
    BESIDE.test(words.slice(end, behind.start).replace(/^ /, ''))
  ) {
    return behind;
  }
  // "1974년 체결된 옛 협정을 대체했다": what is dated is no body of the text.
  if (isAdnominal && !isOfTopic(words, end)) return null;
  const place = named.find(
    (it) => it.start >= date.end && it.end <= verb.index && PLACE.test(words.slice(it.end)),
  );
  if (place !== undefined && (told === 'met' || told === 'planned')) return place;
  // The nearest subject before the verb, unless the date stands in a part of its own before it.
  const subject = named.findLast(
    (it) =>
      it.end <= verb.index && isTopic(words, it) && !isInsideNoun(words.slice(it.end, verb.index)),
  );
  return subject ?? null;
}

/** "X는 Y가 배를 지키는 작전으로, …": Y is told of in the clause about the noun. */
const isInsideNoun = (between: string): boolean =>
  /^\)?["”’']?(?:이|가) [^,]*[는한된] [^,]*(?:으로|로|이며|이고), /.test(between);

/** Members of a body: what they do is an event of the body only if they meet. */
const IS_MEMBERS = /^(?:정상|외교장관|국방장관|장관|차관)들$/;
const GATHERS = /^(?:열|만나|만난|만났|모)/;
/** 세웠다, 설립했다: the body is the object of such a verb. */
const DOES_TO = /^(?:세웠|만들었)|^(?:창설|설립|신설|결성|체결|서명|채택)했/;

/** "지난 5월 ‘X’ 기금을 만들었다": what was made. */
function objectOf(
  words: string,
  { index, 0: verb }: RegExpExecArray,
  date: FoundDate,
  named: readonly NamedSpan[],
): NamedSpan | null {
  if (!DOES_TO.test(verb)) return null;
  const object = named.findLast(({ start, end }) => start >= date.end && end <= index);
  const isObject = /^\)?["”’']?(?:\([^()]{1,40}\))?["”’']?(?: ?[가-힣]{1,4})?(?:을|를) /.test(
    words.slice(object?.end),
  );
  return object !== undefined && isObject ? object : null;
}

/** "X는 2020년 센터를 설립했다": what was founded is the object, and no body of the text. */
function isDoneToOther(
  words: string,
  { index, groups, 0: verb }: RegExpExecArray,
  told: DraftEvent,
  { start, end }: NamedSpan,
): boolean {
  const isActive = /^(?:했|하였|하며|하고)/.test(groups?.end ?? '') || DOES_TO.test(verb);
  if (told === 'planned' || told === 'met' || !isActive) return false;
  const object = /([가-힣A-Za-z\d]{2,})(?:을|를) (?:[^,을를]* )?$/.exec(
    words.slice(Math.min(end, index), index),
  );
  return object !== null && start < index && !/^(?:효력|활동)$/.test(object[1] ?? '');
}

/** What an adnominal verb tells of the topic: "…된 기구로, …", "…된 뒤", "…한 합의서다". */
const GOES_ON =
  /^ ?(?:뒤|후|이후|이래|지|이래로)(?![가-힣])|^[^.,]*(?:으?로|이며|이고|이지만|입니다만),/;
const isOfTopic = (words: string, end: number): boolean =>
  GOES_ON.test(words.slice(end)) || endsInNoun(words);

const isTopic = (words: string, { end, indirect, start }: NamedSpan): boolean => {
  const behind = words.slice(end);
  if (start === end) return true;
  if (indirect === true) return /^(?:은|는|이|가|을|를) |^ /.test(behind) && start < end;
  return ITS_TOPIC.test(behind) || TOPIC.test(behind);
};
