/** Dates that a text names or hints at, resolved against the day of the text. */
import type { Span } from '../mention.ts';
import { addDays, iso, isPlanned, monthNear, nearestYear, partsOf } from './calendar.ts';
import { findKoreanDates } from './korean-dates.ts';
import { findAll } from './matches.ts';

/** A date in a text. */
export interface FoundDate extends Span {
  /** A day, a month or a year, ISO. */
  readonly date: string;
}

/** What a date may lean on. */
export interface DateContext {
  /** Day of the text, ISO; null where nobody knows it. */
  readonly published: string | null;
  /** The date named last before, for "that year". */
  readonly last: string | null;
}

const MONTHS =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const MONTH_STARTS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const YEAR = '(?:19|20)\\d\\d';

/**
 * One expression, its groups by name. A month alone needs a word before it that makes it a time, since
 * "may" and "march" are verbs; a year alone is four digits that begin with 19 or 20.
 */
const DATE = new RegExp(
  [
    String.raw`\b(?<iso>${YEAR}-[01]\d-[0-3]\d)\b`,
    String.raw`\b(?<d1>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?<m1>${MONTHS})(?![a-z])(?:,? (?<y1>${YEAR}))?`,
    String.raw`\b(?<m2>${MONTHS})(?![a-z]) (?<d2>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:])(?:,? (?<y2>${YEAR})\b)?`,
    String.raw`\b(?<m3>${MONTHS})(?![a-z]),? (?:of )?(?:(?<y3>${YEAR})\b|(?<rel3>that|the same|last|this|next) year)`,
    String.raw`\b(?<prep>in|since|until|till|by|for|from|during|of|early|late|mid|last|this|next|between|before|after)[ -](?<m4>${MONTHS})(?![a-z])(?! \d|,? (?:of )?(?:that|the same|last|this|next) year)`,
    String.raw`\b(?:(?<rel5>last|next|this|on) )?(?<wd>${DAYS.join('|')})\b(?! (?:Times|Telegraph|Mirror|Herald|Mail|Post|Independent))`,
    String.raw`\b(?<near>yesterday|today|tomorrow)\b`,
    String.raw`\b(?<rel6>last|this|next|that|the same) (?<unit>year|month)\b`,
    String.raw`(?<![\d$€£.,-])(?<y7>${YEAR})(?![\d,.-]?\d|%)(?! (?:troops|soldiers|people|members|dollars|won|tons|nuclear|warheads|missiles)\b)`,
  ].join('|'),
  'gi',
);
/** For a quick no. */
const ANY_LATIN =
  /\d{2}|day\b|month|year|yesterday|tomorrow|(?:in|since|until|till|by|for|from|during|of|early|late|mid|last|this|next|between|before|after)[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/**
 * Find the dates of a sentence.
 *
 * A weekday or a month without a year is the nearest one up to the day of the text, or the next one
 * where the sentence speaks of a plan ("scheduled for June"). "That year" is the year of the date
 * named last. What needs the day of the text is passed over when that is unknown.
 *
 * @param words - One sentence, in English or Korean.
 * @returns In order; `start` and `end` count from the beginning of `words`.
 */
export function findDates(words: string, context: DateContext): FoundDate[] {
  if (/[가-힣]/.test(words)) return findKoreanDates(words, context);
  if (!ANY_LATIN.test(words)) return [];
  const found: FoundDate[] = [];
  let last = context.last;
  for (const match of findAll(DATE, words)) {
    const isPlan = isPlanned(words, match.index);
    const date = resolve(match.groups ?? {}, { ...context, last }, isPlan);
    if (date === null) continue;
    last = date;
    const start = match.index + (match.groups?.prep?.length ?? -1) + 1;
    found.push({ start, end: match.index + match[0].length, date });
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function resolve(groups: Groups, context: DateContext, isPlan: boolean): string | null {
  const { published, last } = context;
  if (groups.iso !== undefined) return groups.iso;
  const month = monthOf(groups.m1 ?? groups.m2 ?? groups.m3 ?? groups.m4);
  const day = Number(groups.d1 ?? groups.d2 ?? 0);
  const year = groups.y1 ?? groups.y2 ?? groups.y3 ?? groups.y7;
  if (groups.y7 !== undefined) return groups.y7;
  if (month > 0 && year !== undefined) return iso(Number(year), month, day);
  if (groups.rel3 !== undefined) {
    const named = yearOf(groups.rel3.toLowerCase(), published, last);
    return named === null ? null : iso(named, month, 0);
  }
  if (groups.unit?.toLowerCase() === 'year' || groups.unit?.toLowerCase() === 'month') {
    return periodOf(groups.rel6!.toLowerCase(), groups.unit.toLowerCase(), published, last);
  }
  if (published === null) return null;
  if (month > 0 && day > 0) return nearestYear(month, day, published, isPlan);
  if (month > 0)
    return monthNear(month, published, isPlan || groups.prep?.toLowerCase() === 'next');
  if (groups.wd !== undefined) {
    return weekdayNear(groups.wd, groups.rel5?.toLowerCase(), published, isPlan);
  }
  const offset = { yesterday: -1, today: 0, tomorrow: 1 }[groups.near?.toLowerCase() ?? ''];
  return offset === undefined ? null : addDays(published, offset);
}

const monthOf = (name: string | undefined): number =>
  name === undefined ? 0 : MONTH_STARTS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function yearOf(rel: string, published: string | null, last: string | null): number | null {
  if (rel === 'that' || rel === 'the same') return last === null ? null : partsOf(last).year;
  if (published === null) return null;
  return partsOf(published).year + (rel === 'last' ? -1 : rel === 'next' ? 1 : 0);
}

function periodOf(
  rel: string,
  unit: string,
  published: string | null,
  last: string | null,
): string | null {
  if (rel === 'that' || rel === 'the same') {
    // The date named last says it already; "that year" on its own adds nothing new.
    return last === null ? null : last.slice(0, unit === 'year' ? 4 : 7);
  }
  if (published === null) return null;
  const { year, month } = partsOf(published);
  const step = rel === 'last' ? -1 : rel === 'next' ? 1 : 0;
  if (unit === 'year') return iso(year + step, 0, 0);
  const at = year * 12 + month - 1 + step;
  return iso(Math.floor(at / 12), (at % 12) + 1, 0);
}

function weekdayNear(
  name: string,
  rel: string | undefined,
  published: string,
  isPlan: boolean,
): string {
  const wanted = DAYS.findIndex((day) => day.toLowerCase() === name.toLowerCase());
  const today = new Date(`${published}T00:00:00Z`).getUTCDay();
  if (rel === 'next' || isPlan) return addDays(published, (wanted - today + 7) % 7 || 7);
  const back = (today - wanted + 7) % 7;
  return addDays(published, -(rel === 'last' ? back || 7 : back));
}
