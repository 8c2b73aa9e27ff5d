/** Dates that a text names or hints at, resolved against the day of the text. */

import { findAll } from '../prose/matches.ts';
import {
  addDays,
  addMonths,
  backBy,
  iso,
  lastMonth,
  monthNear,
  monthOfWeek,
  nearestYear,
  partsOf,
} from './calendar.ts';
import { leadOf, OPENS, reachOf } from './date-reach.ts';
import type { DateContext, FoundDate, Groups, Sides } from './found-date.ts';
import { both, oneWay, sides } from './found-date.ts';
import { findKoreanDates } from './korean-dates.ts';

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
    String.raw`\b(?:(?<from>[0-3]?\d)(?:st|nd|rd|th)? ?(?:to|and|or|until|[-–]) ?)?(?<d1>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?<m1>${MONTHS})(?![a-z])(?:,? (?<y1>${YEAR}))?`,
    String.raw`\b(?<m2>${MONTHS})(?![a-z]) (?<d2>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:])(?:,? (?<y2>${YEAR})\b)?`,
    String.raw`\b(?<m3>${MONTHS})(?![a-z]),? (?:of )?(?:(?<y3>${YEAR})\b|(?<rel3>that|the same|last|this|next) year)`,
    String.raw`\b(?<prep>in|since|until|till|by|for|from|during|of|early|late|mid|last|this|next|that|between|before|after)[ -](?<m4>${MONTHS})(?![a-z])(?! \d|,? (?:of )?(?:that|the same|last|this|next) year)`,
    String.raw`\b(?:(?<rel5>last|next|this|on) )?(?<wd>${DAYS.join('|')})\b(?! (?:Times|Telegraph|Mirror|Herald|Mail|Post|Independent)|,? (?:the )?(?:[0-3]?\d\b|(?:${MONTHS})(?![a-z])))`,
    String.raw`\b(?<near>yesterday|today|tomorrow|tonight)\b(?!['’]s (?:\w+ ){0,3}(?:world|generation|readers?)\b)`,
    String.raw`\b(?<rel6>last|this|next|that|the same|the following) (?<unit>year|month|week|day)\b`,
    String.raw`\b(?<later>a|one|two|three|four|five|ten) years? (?<side>later|after that)\b`,
    String.raw`\b(?<ago>an?|one|two|three|four|five|six|seven|eight|nine|ten|1?\d) (?<agoUnit>day|week|month|year)s? ago\b`,
    String.raw`(?<![\d$€£.,-])(?<y7>${YEAR})(?![\d,.-]?\d|[%s]|['’]s\b)(?! (?:troops|soldiers|people|members|dollars|won|tons|nuclear|warheads|missiles)\b)`,
  ].join('|'),
  'gi',
);
/** A sentence without a match has no date: most sentences are passed over by this one search. */
const ANY_LATIN =
  /\d{2}|day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.? \d|week|month|year|ago\b|yesterday|tomorrow|tonight|(?:in|since|until|till|by|for|from|during|of|early|late|mid|last|this|next|that|between|before|after|\d|\dst|\dnd|\drd|\dth)[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/iu;

/**
 * Find the dates of a sentence.
 *
 * "That year" is the year of the date named last. What needs the day of the text is passed over when
 * that is unknown.
 *
 * @param words - One sentence, in English or Korean.
 * @returns In order; `start` and `end` count from the beginning of `words`.
 */
export function findDates(words: string, context: DateContext): FoundDate[] {
  if (/[가-힣]/.test(words)) return findKoreanDates(words, context);
  if (!ANY_LATIN.test(words)) return [];
  const found: FoundDate[] = [];
  let { last } = context;
  let before = { start: 0, end: 0, opens: false, year: '' };
  for (const match of findAll(DATE, words)) {
    const isJoined = JOINED.test(words.slice(before.end, match.index));
    const year = isJoined ? before.year : '';
    const resolved = inheritYear(match.groups ?? {}, year, context.published, () =>
      resolve(match.groups ?? {}, { ...context, last }),
    );
    if (resolved === null) continue;
    last = resolved.past ?? resolved.ahead;
    const prep = match.groups?.prep?.length ?? -1;
    const span = { start: match.index + prep + 1, end: match.index + match[0].length };
    const reach = reachOf(words, span, before);
    found.push({ ...span, ...resolved, reach });
    const own = /\b(?:19|20)\d\d\b/.exec(match[0])?.[0] ?? year;
    before = { ...span, opens: OPENS.test(leadOf(words, span.start)), year: own };
  }
  return found;
}

/** The words between two dates of one subject: "… and signed in Velm on". */
const JOINED =
  /^,? (?:and|then|but) (?!(?:its?|their|they|the|an?) )(?:\p{Ll}+ ){0,4}(?:in \p{Lu}[\p{L} ]+ )?(?:on )?$/u;

/**
 * Give a date without a year that of the date before: "signed in May 1995 and ratified in June".
 */
function inheritYear(
  groups: Groups,
  year: string,
  published: string | null,
  resolved: () => Sides | null,
): Sides | null {
  const name = groups.m1 ?? groups.m2 ?? groups.m4;
  const isBare = name !== undefined && groups.y1 === undefined && groups.y2 === undefined;
  const isPast = year !== '' && published !== null && year < published.slice(0, 4);
  if (!isBare || !isPast || /^(?:last|this|next|that)$/i.test(groups.prep ?? '')) return resolved();
  const past = iso(Number(year), monthOf(name), Number(groups.from ?? groups.d1 ?? groups.d2 ?? 0));
  return sides(past, resolved()?.ahead ?? null);
}

const COUNTED: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 },
  ...{ nine: 9, ten: 10 },
};
const countOf = (words: string): number => COUNTED[words] ?? Number(words);

function resolve(groups: Groups, { published, last }: DateContext): Sides | null {
  if (groups.iso !== undefined) return both(groups.iso);
  if (groups.y7 !== undefined) return both(groups.y7);
  const month = monthOf(groups.m1 ?? groups.m2 ?? groups.m3 ?? groups.m4);
  const day = Number(groups.from ?? groups.d1 ?? groups.d2 ?? 0);
  const year = groups.y1 ?? groups.y2 ?? groups.y3;
  if (month > 0 && year !== undefined) return both(iso(Number(year), month, day));
  const later = groups.later?.toLowerCase();
  if (later !== undefined) {
    return last === null ? null : both(iso(partsOf(last).year + (COUNTED[later] ?? 0), 0, 0));
  }
  const unit = groups.unit?.toLowerCase() ?? (groups.rel3 === undefined ? undefined : 'year');
  if (unit !== undefined) {
    return periodOf(
      (groups.rel6 ?? groups.rel3 ?? '').toLowerCase(),
      unit,
      { published, last },
      month,
    );
  }
  if (published === null) return null;
  if (groups.ago !== undefined) {
    const count = countOf(groups.ago.toLowerCase());
    return sides(backBy(published, count, groups.agoUnit?.toLowerCase() ?? ''), null);
  }
  if (month > 0 && day > 0) {
    return sides(
      nearestYear(month, day, published, false),
      nearestYear(month, day, published, true),
    );
  }
  if (month > 0 && groups.prep?.toLowerCase() === 'that') {
    return last === null ? null : both(iso(partsOf(last).year, month, 0));
  }
  if (month > 0) return monthSides(month, groups.prep?.toLowerCase(), published);
  if (groups.wd !== undefined)
    return weekdaySides(groups.wd, groups.rel5?.toLowerCase(), published);
  const near = groups.near?.toLowerCase();
  if (near === 'yesterday') return sides(addDays(published, -1), null);
  return near === 'tomorrow' ? sides(null, addDays(published, 1)) : both(published);
}

const monthOf = (name: string | undefined): number =>
  name === undefined ? 0 : MONTH_STARTS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function monthSides(month: number, lead: string | undefined, published: string): Sides | null {
  if (lead === 'last') return sides(lastMonth(month, published), null);
  if (lead === 'this') return both(iso(partsOf(published).year, month, 0));
  const ahead = monthNear(month, published, true);
  return sides(lead === 'next' ? null : monthNear(month, published, false), ahead);
}

const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

function periodOf(
  rel: string,
  unit: string,
  { published, last }: DateContext,
  month: number,
): Sides | null {
  if (rel === 'that' || rel === 'the same') {
    if (last === null) return null;
    if (month > 0) return both(iso(partsOf(last).year, month, 0));
    // "That year" by itself is the year of the date named last.
    return both({ year: last.slice(0, 4), month: last.slice(0, 7), day: last }[unit] ?? null);
  }
  if (rel === 'the following') {
    return last === null || unit !== 'year' ? null : both(iso(partsOf(last).year + 1, month, 0));
  }
  const step = STEPS[rel];
  if (published === null || step === undefined || unit === 'day') return null;
  const now = partsOf(published);
  const date =
    unit === 'year'
      ? iso(now.year + step, month, 0)
      : unit === 'month'
        ? addMonths(now, step, 0)
        : monthOfWeek(published, step);
  return oneWay(date, step);
}

function weekdaySides(name: string, rel: string | undefined, published: string): Sides {
  const wanted = DAYS.findIndex((day) => day.toLowerCase() === name.toLowerCase());
  const today = new Date(`${published}T00:00:00Z`).getUTCDay();
  const back = (today - wanted + 7) % 7;
  const ahead = addDays(published, (wanted - today + 7) % 7 || 7);
  if (rel === 'next') return { past: null, ahead };
  return {
    past: addDays(published, -(rel === 'last' ? back || 7 : back)),
    ahead: rel === 'last' ? null : ahead,
  };
}
