/** Korean dates: 2023년 7월, 지난해 12월, 오는 6월, 12일(현지시간), 지난 월요일. */

import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import { addDays, addMonths, iso, monthNear, nearestYear, partsOf } from './calendar.ts';
import type { DateContext, FoundDate, Groups, Sides } from './found-date.ts';
import { both, oneWay, sides } from './found-date.ts';

const DATE =
  /(?=[\d지오작올내그같이다어])(?:(?<y>(?:19|20)\d\d)년(?!대|여|간)|(?<rel>지난해|작년|올해|올|내년|그해|같은 해|이듬해)|(?<relm>지난달|이달|이번 달|다음 달|내달|같은 달|그달)|(?<lead>지난|오는))?\s?(?:(?<m>1[0-2]|[1-9])월)?\s?(?:(?<d>3[01]|[12]\d|[1-9])일(?![가-힣]{0,1}(?:간|째|동안)))?|(?<near>어제|오늘|내일)(?![가-힣])/gu;
const WEEKDAY = /(?:(?<lead>지난|오는|다음 주|지난주|이번 주)\s)?(?<wd>[일월화수목금토])요일/gu;
const DAYS = '일월화수목금토';

/** What follows a date that begins a period (`SINCE`), or ends or spans one (`SPAN`). */
const SINCE = /^\s?(?:초|말|중순|봄|여름|가을|겨울)?\s?(?:부터|이후|이래)/;
const SPAN =
  /^\s?(?:초|말|중순|봄|여름|가을|겨울)?\s?(?:까지|전까지|이전|전에|[~∼–-]\s?\d|내내|사이)/;

/** Find the dates of a Korean sentence; see `findDates`. */
export function findKoreanDates(words: string, context: DateContext): FoundDate[] {
  if (!/\d|해|달|년|요일|어제|오늘|내일/.test(words)) return [];
  const found: FoundDate[] = [];
  let { last } = context;
  /** The date with a year that the sentence named last. */
  let explicit = '';
  for (const match of findAll(DATE, words)) {
    if (match[0].trim() === '' || isSecondDay(words, match)) continue;
    const groups = match.groups ?? {};
    const plain = resolve(groups, { ...context, last });
    const past = inherit(groups, explicit, context.published);
    const resolved = past === null ? plain : sides(past, plain?.ahead ?? null);
    if (resolved === null) continue;
    last = resolved.past ?? resolved.ahead;
    if (groups.y !== undefined) explicit = last ?? '';
    const lead = match[0].length - match[0].trimStart().length;
    const end = match.index + match[0].trimEnd().length;
    found.push({ start: match.index + lead, end, ...resolved, reach: reachOf(words, end) });
  }
  return [...found, ...findWeekdays(words, context.published)].sort((a, b) => a.start - b.start);
}

/** 19일과 20일: one event, which begins on the first. */
const isSecondDay = (words: string, { index, 0: match }: RegExpExecArray): boolean =>
  /^\s?\d+일$/.test(match) && /\d일(?:과|,| 및| 또는)$/.test(words.slice(0, index).trimEnd());

/** Give a date without a year that of the date before, and its month: 2018년 9월 채택돼 11월 발효됐다. */
function inherit(groups: Groups, explicit: string, published: string | null): string | null {
  const { year, month } = partsOf(explicit);
  const isBare = [groups.y, groups.rel, groups.relm, groups.lead, groups.near].every(
    (it) => it === undefined,
  );
  if (!isBare || year === 0 || published === null || year >= partsOf(published).year) return null;
  const own = Number(groups.m ?? month);
  return own === 0 ? null : iso(year, own, Number(groups.d ?? 0));
}

function reachOf(words: string, end: number): FoundDate['reach'] {
  if (!uses('reach')) return 'at';
  const behind = words.slice(end, end + 14);
  // "8일부터 12일까지 열린다": it begins on a day.
  if (
    words[end - 1] === '일' &&
    /^부터 (?:(?:\d{1,2}월 )?\d{1,2}일까지|(?:\d{1,2}일|이틀|사흘|나흘|닷새)간)/.test(behind)
  )
    return 'at';
  if (SINCE.test(behind)) return 'since';
  return SPAN.test(behind) ? 'span' : 'at';
}

function resolve(groups: Groups, { published, last }: DateContext): Sides | null {
  const month = Number(groups.m ?? 0);
  const day = Number(groups.d ?? 0);
  if (groups.y !== undefined) {
    return both(month === 0 && day > 0 ? groups.y : iso(Number(groups.y), month, day));
  }
  const lastYear = last === null ? null : partsOf(last).year;
  if (groups.rel === '그해' || groups.rel === '같은 해') {
    return lastYear === null ? null : both(iso(lastYear, month, day));
  }
  if (groups.rel === '이듬해')
    return lastYear === null ? null : both(iso(lastYear + 1, month, day));
  if (published === null) return null;
  const now = partsOf(published);
  if (groups.near !== undefined) {
    const step = { 어제: -1, 오늘: 0, 내일: 1 }[groups.near] ?? 0;
    return oneWay(addDays(published, step), step);
  }
  if (groups.rel !== undefined) {
    const step = { 지난해: -1, 작년: -1, 내년: 1 }[groups.rel] ?? 0;
    return groups.rel === '올' && month === 0
      ? null
      : oneWay(iso(now.year + step, month, day), step);
  }
  if (groups.relm === '같은 달' || groups.relm === '그달') {
    const { year, month: lastMonth } = partsOf(last ?? '');
    return lastMonth === 0 ? null : both(iso(year, lastMonth, day));
  }
  if (groups.relm !== undefined) {
    const step = { 지난달: -1, '다음 달': 1, 내달: 1 }[groups.relm] ?? 0;
    return oneWay(addMonths(now, step, day), step);
  }
  const step = { 지난: -1, 오는: 1 }[groups.lead ?? ''] ?? 0;
  const find = (isAhead: boolean) => {
    if (month > 0 && day > 0) return nearestYear(month, day, published, isAhead);
    if (month > 0) return monthNear(month, published, isAhead);
    return day > 0 ? dayNear(day, published, isAhead) : null;
  };
  return sides(step > 0 ? null : find(false), step < 0 ? null : find(true));
}

/** 12일: the nearest day of that number, in this month or the one beside it. */
function dayNear(day: number, published: string, isAhead: boolean): string | null {
  const now = partsOf(published);
  const at = now.year * 12 + now.month - 1;
  const step = isAhead ? (day >= now.day ? 0 : 1) : day <= now.day ? 0 : -1;
  return iso(Math.floor((at + step) / 12), ((at + step) % 12) + 1, day);
}

function findWeekdays(words: string, published: string | null): FoundDate[] {
  if (published === null || !words.includes('요일')) return [];
  const today = new Date(`${published}T00:00:00Z`).getUTCDay();
  return findAll(WEEKDAY, words).map((match) => {
    const wanted = DAYS.indexOf(match.groups?.wd ?? '');
    const lead = match.groups?.lead ?? '';
    const end = match.index + match[0].length;
    const past = addDays(published, -((today - wanted + 7) % 7));
    const ahead = addDays(published, (wanted - today + 7) % 7 || 7);
    return {
      start: match.index,
      end,
      past: /오는|다음/.test(lead) ? null : past,
      ahead: /^지난/.test(lead) ? null : ahead,
      reach: reachOf(words, end),
    };
  });
}
