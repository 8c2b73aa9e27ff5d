/** Reads the dated events of a Korean sentence: what happened to which body, and when. */

import type { FoundDate } from '../dates/found-date.ts';
import type { DraftEvent } from '../format/draft-types.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import { createWhen, type DatedEvent, readOrdinal } from './events.ts';
import { findParty } from './korean-parties.ts';

/** Nouns and verbs of events; what follows them tells the tense. */
const VERBS: readonly (readonly [what: DraftEvent, stem: string])[] = [
  [
    'founded',
    '창설|출범|설립|신설|결성|발족|창립|문을\\s?열|문을\\s?연(?=\\s)|개소|개청|시작(?=됐|된|되)|만들어졌|만들어진|세워졌|세워진|세웠|만들었|만든(?=\\s)|생겨났|꾸려졌|설정(?=됐|된|되)|제정',
  ],
  ['signed', '체결|서명|채택|조인'],
  [
    'met',
    '열리|열린|열렸|열었|열어(?=\\s)|열\\s|열기|열\\b|개최|주최|개막|만나|만난|만났|모이|모인|모였|가졌|소집|(?:회의|회담|총회)를 했',
  ],
  ['lapsed', '중단|정지|파기|폐기|만료|해체|폐지|종료|해산'],
  ['announced', '발표|공개|제안'],
  ['planned', '실시|시행|예정(?=돼|되|된)'],
];
const EVENT = new RegExp(
  `(?:(?<ahead>열릴|열겠|열린다|열립니다|연다|엽니다|열 예정|만날|만난다|모인다|[가-힣]+[할될릴날질칠] (?:예정|계획|방침)(?=[이입인으에]))|${VERBS.map(([, stem], i) => `(?<v${i}>${stem})`).join('|')})(?<end>[가-힣]{0,4}(?: (?:예정|계획|방침|전망|것|수|뒤|바))?)`,
  'gu',
);

/** What follows a verb whose event has not happened: a cancelled plan, a possibility. */
const UNREAL =
  /^\s?이었|(?:예정|계획|방침)(?:이었|이던|이 (?:무산|취소))|^(?:하지|되지|지 |지는|할 수|될 수|하려다|할 뻔)|(?:ㄹ|할|될|릴|날)\s?(?:수|것)/;
const PLANNED = /^(?:할|될|키로|하기로|되기로|기로|ㄹ)|예정|계획|방침|^(?:한다|된다|합니다|됩니다)/;
const PAST =
  /^(?:됐|했|되었|하였|한(?!다)|된(?!다)|돼|되어|해(?!마다)|하여|했던|됐던|되고|하고|하며|되며|었|였|었다|은|을 마친|린|렸|$)/;
const HAPPENED =
  /^(?:열린|열렸|열었|만났|모였|모인|가졌|세웠|만들었|만든|(?:회의|회담|총회)를 했|만들어졌|만들어진|세워졌|세워진|생겨났|꾸려졌)/;
const NEGATED = /않|못\s?했|없|안\s|아니|무산|취소|연기|보류/;
const RECURS =
  /해마다|매년|매달|매월|매주|해마다|두 차례|정기적|번갈아|한 해|연\s?\d회|년마다|개월마다/;
const DENIES = /부인|사실이 아니|사실과 다르|오보|바로잡|정정/;
const IF = /(?:다면|으면|려면|경우)\s/;
/** How far a verb may stand behind its date, in UTF-16 code units. */
const REACH = 60;
/** Endings and marks behind which another statement begins. */
const BREAK = /(?:[가-힣](?:으?며|지만|는데|으나|고),?|다,|[;:]) /;

/** Whether a sentence denies something or asks. */
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
  const verbs = findAll(EVENT, words).filter((verb) => !isNoun(words, verb));
  return dates.flatMap((date, i) => {
    const nominal = readNominal(words, date, named, published);
    if (nominal !== null) return [nominal];
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
    const told =
      uses('tense') && isUnderWay(words, date, published) ? null : toldBy(words, verb, date);
    const mention = told === null ? null : findParty(words, verb, date, named, told);
    if (told === null || mention === null) return [];
    const start = Math.min(mention.start, date.start);
    const end = Math.max(mention.end, verb.index + verb[0].length);
    const counts = told === 'met' || told === 'planned';
    const ordinal = counts ? readOrdinal(words.slice(start, end)) : 0;
    const when = createWhen(words, date, told, published, ordinal);
    return when === null ? [] : [{ mention, start, end, isApart: false, when }];
  });
}

/** "올해 1월 네 번째 회의 뒤로는": a past meeting, dated without a verb. */
const MEETING_BEFORE =
  /^ (?:[^\s,.]+에서 (?:열린 )?)?(?<meeting>\S+(?: 번째)? (?:회의|회담|총회)) ?(?:뒤|후|이후|때|당시|를 마친|을 끝으로|를 끝으로)/;

function readNominal(
  words: string,
  date: FoundDate,
  named: readonly NamedSpan[],
  published: string | null,
): DatedEvent | null {
  const match =
    date.reach === 'at' && uses('nominal') ? MEETING_BEFORE.exec(words.slice(date.end)) : null;
  const end = date.end + (match?.[0].length ?? 0);
  const mention = named.find((it) => it.start > date.end && it.end <= end);
  if (match === null || mention === undefined) return null;
  const when = createWhen(words, date, 'met', published, readOrdinal(match[0]));
  return when === null ? null : { mention, start: date.start, end, isApart: false, when };
}

/** 설립이 발표됐다: 설립 is a noun here, since what happened is the announcement. */
const isNoun = (words: string, { index, 0: match, groups }: RegExpExecArray): boolean =>
  /^(?:이|을|를|의)$/.test(groups?.end ?? '') &&
  /^ (?:발표|공개|제안|합의)/.test(words.slice(index + match.length));

/** The words from the last comma or topic, at most a few, up to a verb. */
function clauseAt(words: string, start: number, end: number): string {
  const before = words.slice(Math.max(0, start - 14), start);
  return (
    (/(?:^|,|[은는] )(?!.*(?:,|[은는] ))(.*)$/.exec(before)?.[1] ?? '') + words.slice(start, end)
  );
}

/** 20일부터 24일까지, read on the 21st: it is neither planned nor over. */
function isUnderWay(words: string, date: FoundDate, published: string | null): boolean {
  const until = /^부터 (?:\d{1,2}월 )?(\d{1,2})일까지/.exec(words.slice(date.end))?.[1];
  if (until === undefined || published === null || date.past === null) return false;
  const last = `${date.past.slice(0, 8)}${until.padStart(2, '0')}`;
  return date.past.length === 10 && date.past <= published && published <= last;
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
  if (/^열어/.test(verb[0])) return toldAtEnd(words);
  if (HAPPENED.test(verb[0])) return what;
  // "11월 18일 열리는 회의": a day of no year, told in the present, is the coming one.
  if (/^열리는/.test(verb[0])) return date.past === date.ahead ? null : 'planned';
  if (what === 'planned' && /^(?:돼|되|된)/.test(end)) return 'planned';
  if (PLANNED.test(end) || /^\s?(?:예정|계획|방침)/.test(behind)) return 'planned';
  // 개최되며 has the tense of what it is joined to; "오는" looks ahead.
  if (date.past === null && /^(?:되|하)(?:며|고)|^며|^고/.test(end)) return 'planned';
  return PAST.test(end) && what !== 'planned' ? what : null;
}

/** "회의를 열어 …했다": the last verb tells the time. */
function toldAtEnd(words: string): DraftEvent | null {
  if (/[았었했됐였렸났]다[.”"’']*$/.test(words)) return 'met';
  return /(?:한|된|는|인|할 예정이|할 계획이|할 방침이)다[.”"’']*$/.test(words) ? 'planned' : null;
}
