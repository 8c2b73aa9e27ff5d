/** Korean dates: 2023년 7월, 지난해 12월, 오는 6월, 12일(현지시간), 지난 월요일. */
import { addDays, iso, isPlanned, monthNear, nearestYear, partsOf } from './calendar.ts';
import type { DateContext, FoundDate } from './dates.ts';
import { findAll } from './matches.ts';

const DATE =
  /(?=[\d지오작올내그같이다어])(?:(?<y>(?:19|20)\d\d)년|(?<rel>지난해|작년|올해|올|내년|그해|같은 해|이듬해)|(?<relm>지난달|이달|이번 달|다음 달|내달)|(?<lead>지난|오는))?\s?(?:(?<m>1[0-2]|[1-9])월)?\s?(?:(?<d>3[01]|[12]\d|[1-9])일(?![가-힣]{0,1}(?:간|째|동안)))?|(?<near>어제|오늘|내일)(?![가-힣])/gu;
const WEEKDAY = /(?:(?<lead>지난|오는|다음 주|지난주|이번 주)\s)?(?<wd>[일월화수목금토])요일/gu;
const DAYS = '일월화수목금토';

/** Find the dates of a Korean sentence; see `findDates`. */
export function findKoreanDates(words: string, context: DateContext): FoundDate[] {
  if (!/\d|해|달|년|요일|어제|오늘|내일/.test(words)) return [];
  const found: FoundDate[] = [];
  let last = context.last;
  for (const match of findAll(DATE, words)) {
    if (match[0].trim() === '') continue;
    const date = resolve(match.groups ?? {}, { ...context, last }, isPlanned(words, match.index));
    if (date === null) continue;
    last = date;
    const lead = match[0].length - match[0].trimStart().length;
    found.push({
      start: match.index + lead,
      end: match.index + match[0].trimEnd().length,
      date,
    });
  }
  return [...found, ...findWeekdays(words, context.published)].sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function resolve(groups: Groups, { published, last }: DateContext, isPlan: boolean): string | null {
  const month = Number(groups.m ?? 0);
  const day = Number(groups.d ?? 0);
  if (groups.y !== undefined) {
    return month === 0 && day > 0 ? groups.y : iso(Number(groups.y), month, day);
  }
  const lastYear = last === null ? null : partsOf(last).year;
  if (groups.rel === '그해' || groups.rel === '같은 해') {
    return lastYear === null ? null : iso(lastYear, month, day);
  }
  if (groups.rel === '이듬해') return lastYear === null ? null : iso(lastYear + 1, month, day);
  if (published === null) return null;
  const now = partsOf(published);
  if (groups.near !== undefined) {
    return addDays(published, { 어제: -1, 오늘: 0, 내일: 1 }[groups.near] ?? 0);
  }
  if (groups.rel !== undefined) {
    const year = now.year + ({ 지난해: -1, 작년: -1, 내년: 1 }[groups.rel] ?? 0);
    return groups.rel === '올' && month === 0 ? null : iso(year, month, day);
  }
  if (groups.relm !== undefined) {
    const step = { 지난달: -1, '다음 달': 1, 내달: 1 }[groups.relm] ?? 0;
    const at = now.year * 12 + now.month - 1 + step;
    return iso(Math.floor(at / 12), (at % 12) + 1, day);
  }
  const isComing = groups.lead === '오는' || isPlan;
  if (month > 0 && day > 0) return nearestYear(month, day, published, isComing);
  if (month > 0) return monthNear(month, published, isComing);
  return day > 0 ? dayNear(day, published, isComing) : null;
}

/** 12일: the nearest day of that number, in this month or the one beside it. */
function dayNear(day: number, published: string, isComing: boolean): string | null {
  const now = partsOf(published);
  const at = now.year * 12 + now.month - 1;
  const step = isComing ? (day >= now.day ? 0 : 1) : day <= now.day ? 0 : -1;
  return iso(Math.floor((at + step) / 12), ((at + step) % 12) + 1, day);
}

function findWeekdays(words: string, published: string | null): FoundDate[] {
  if (published === null || !words.includes('요일')) return [];
  const today = new Date(`${published}T00:00:00Z`).getUTCDay();
  return findAll(WEEKDAY, words).map((match) => {
    const wanted = DAYS.indexOf(match.groups?.wd ?? '');
    const isComing = /오는|다음/.test(match.groups?.lead ?? '');
    const step = isComing ? (wanted - today + 7) % 7 || 7 : -((today - wanted + 7) % 7);
    return {
      start: match.index,
      end: match.index + match[0].length,
      date: addDays(published, step),
    };
  });
}
