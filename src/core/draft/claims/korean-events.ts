/** What happened to bodies when, as a Korean sentence tells it. */

import type { FoundDate } from '../dates/found-date.ts';
import type { DraftEvent } from '../format/draft-types.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { endsInNoun } from '../prose/hangul-nouns.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import { createWhen, type DatedEvent, readOrdinal } from './events.ts';

/** Nouns and verbs of events; what follows them tells the tense. */
const VERBS: readonly (readonly [what: DraftEvent, stem: string])[] = [
  [
    'founded',
    '창설|출범|설립|신설|결성|발족|창립|문을\\s?열|문을\\s?연(?=\\s)|개소|개청|시작(?=됐|된|되)|만들어졌|만들어진|세워졌|세워진|생겨났|꾸려졌|설정(?=됐|된|되)|제정',
  ],
  ['signed', '체결|서명|채택|조인'],
  [
    'met',
    '열리|열린|열렸|열었|열\\s|열기|열\\b|개최|주최|개막|만나|만난|만났|모이|모인|모였|가졌|소집',
  ],
  ['lapsed', '중단|정지|파기|폐기|만료|해체|폐지|종료|해산'],
  ['announced', '발표|공개|제안'],
  ['planned', '실시|시행|예정(?=돼|되|된)'],
];
const EVENT = new RegExp(
  `(?:(?<ahead>열릴|열겠|열린다|열립니다|연다|엽니다|열 예정|만날|만난다|모인다|[가-힣]+[할될릴날질칠] (?:예정|계획|방침)(?=[이입인으에]))|${VERBS.map(([, stem], i) => `(?<v${i}>${stem})`).join('|')})(?<end>[가-힣]{0,4}(?: (?:예정|계획|방침|전망|것|수|뒤|바))?)`,
  'gu',
);

/** Endings that tell the time of what is told. */
const UNREAL =
  /^\s?이었|(?:예정|계획|방침)(?:이었|이던|이 (?:무산|취소))|^(?:하지|되지|지 |지는|할 수|될 수|하려다|할 뻔)|(?:ㄹ|할|될|릴|날)\s?(?:수|것)/;
const PLANNED = /^(?:할|될|키로|하기로|되기로|기로|ㄹ)|예정|계획|방침|^(?:한다|된다|합니다|됩니다)/;
const PAST =
  /^(?:됐|했|되었|하였|한(?!다)|된(?!다)|돼|되어|해(?!마다)|하여|했던|됐던|되고|하고|하며|되며|었|였|었다|은|을 마친|린|렸|$)/;
const HAPPENED =
  /^(?:열린|열렸|열었|만났|모였|모인|가졌|만들어졌|만들어진|세워졌|세워진|생겨났|꾸려졌)/;
const NEGATED = /않|못\s?했|없|안\s|아니|무산|취소|연기|보류/;
const RECURS =
  /해마다|매년|매달|매월|매주|해마다|두 차례|정기적|번갈아|한 해|연\s?\d회|년마다|개월마다/;
const DENIES = /부인|사실이 아니|사실과 다르|오보|바로잡|정정/;
const IF = /(?:다면|으면|려면|경우)\s/;
/** How far a verb may stand behind its date. UTF-16 code units. */
const REACH = 60;
/** Another statement begins. */
const BREAK = /(?:[가-힣](?:으?며|지만|는데|으나|고),?|다,|[;:]) /;

/** What follows a name that something is told of. */
const TOPIC = /^["”’']?(?:\([^()]{1,40}\))?["”’']?\s?(?:\S{0,8}\s)?(?:은|는|이|가)(?= )/;
const MEETING = '(?:회의|회담|정상회의|회동|협의|총회|모임|행사)';
const ITS_TOPIC = new RegExp(
  `^["”’']?(?:\\([^()]{1,40}\\))?["”’']?\\s?(?:(?:\\d차|정례|정상|장관|연례|첫|다음|이번)\\s?)?(?:${MEETING}|(?:외교|국방)?장관|정상|대표)?(?:(?:은|는|이|가|을|를)(?= )|에(?= (?:공식 )?서명))`,
);
const PLACE = /^["”’']?(?:\([^()]{1,40}\))?["”’']?(?:\s?(?:회의|회담|정상회의))?에서/;
const BESIDE = /^[가-힣 ]{0,4}(?:제?\s?\d+차 |첫 |다섯 번째 |네 번째 |세 번째 |두 번째 )?$/;

/** Denied, or asked. */
const isUntold = (words: string): boolean =>
  uses('denial') && (DENIES.test(words) || /[?？][”"’']?$/.test(words));

/** Read the events of a Korean sentence: a date belongs to the verb behind it. */
export function readKoreanEvents(
  words: string,
  named: readonly NamedSpan[],
  dates: readonly FoundDate[],
  published: string | null,
): DatedEvent[] {
  if (named.length === 0 || dates.length === 0 || isUntold(words)) return [];
  const verbs = findAll(EVENT, words);
  return dates.flatMap((date, i) => {
    const verb = verbs.find(({ index }) => index >= date.end);
    if (verb === undefined || verb.index - date.end > REACH) return [];
    const nextDate = dates[i + 1];
    if (nextDate !== undefined && nextDate.start < verb.index && nextDate.reach === 'at') return [];
    const between = words.slice(date.end, verb.index);
    if (
      BREAK.test(between) ||
      (uses('recurrence') && RECURS.test(clauseAt(words, date.start, verb.index)))
    )
      return [];
    const told = toldBy(words, verb, date);
    const mention = told === null ? null : partyOf(words, verb, date, named);
    if (told === null || mention === null || isDoneToOther(words, verb, told, mention)) return [];
    const start = Math.min(mention.start, date.start);
    const end = Math.max(mention.end, verb.index + verb[0].length);
    const counts = told === 'met' || told === 'planned';
    const ordinal = counts ? readOrdinal(words.slice(start, end)) : 0;
    const when = createWhen(words, date, told, published, ordinal);
    return when === null ? [] : [{ mention, start, end, isApart: false, when }];
  });
}

/** The words from the last comma, at most a few, up to a verb. */
function clauseAt(words: string, start: number, end: number): string {
  const before = words.slice(Math.max(0, start - 14), start);
  return before.slice(before.lastIndexOf(',') + 1) + words.slice(start, end);
}

function toldBy(words: string, verb: RegExpExecArray, date: FoundDate): DraftEvent | null {
  const end = verb.groups?.end ?? '';
  const behind = `${end}${words.slice(verb.index + verb[0].length, verb.index + verb[0].length + 8)}`;
  const k = VERBS.findIndex((_, i) => verb.groups?.[`v${i}`] !== undefined);
  const what = VERBS[k]?.[0] ?? 'met';
  const isNot = NEGATED.test(behind);
  if (date.reach !== 'at') {
    return date.reach === 'since' &&
      ((isNot && what === 'met') || (what === 'lapsed' && PAST.test(end)))
      ? 'lapsed'
      : null;
  }
  const isDoubtful = UNREAL.test(behind) || IF.test(words.slice(0, verb.index));
  if (uses('tense') && (isNot || isDoubtful)) return null;
  if (verb.groups?.ahead !== undefined) return 'planned';
  if (HAPPENED.test(verb[0])) return what;
  if (what === 'planned' && /^(?:돼|되|된)/.test(end)) return 'planned';
  if (PLANNED.test(end) || /^\s?(?:예정|계획|방침)/.test(behind)) return 'planned';
  // 개최되며 has the tense of what it is joined to; "오는" looks ahead.
  if (date.past === null && /^(?:되|하)(?:며|고)|^며|^고/.test(end)) return 'planned';
  return PAST.test(end) && what !== 'planned' ? what : null;
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
): NamedSpan | null {
  const end = verb.index + verb[0].length;
  const isAdnominal = /(?:한|된|린|던|인|난|연|할|될|릴|날)$/.test(verb[0].trimEnd());
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
  if (place !== undefined) return place;
  // The nearest subject before the verb, unless the date stands in a part of its own before it.
  const subject = named.findLast((it) => it.end <= verb.index && isTopic(words, it));
  return subject ?? null;
}

/** "X는 2020년 센터를 설립했다": what was founded is the object, and no body of the text. */
function isDoneToOther(
  words: string,
  { index, groups }: RegExpExecArray,
  told: DraftEvent,
  { start, end }: NamedSpan,
): boolean {
  if (told === 'planned' || told === 'met' || !/^(?:했|하였|하며|하고)/.test(groups?.end ?? ''))
    return false;
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
