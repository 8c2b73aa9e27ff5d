/** Dates as sources give them: a day, a month or a year. */

/**
 * Write a date in words, with only those parts that are known.
 *
 * @param date - ISO date or a part of one: `2022-03-16`, `2018-01`, `2016`.
 * @param language - A language tag such as "en-GB".
 * @returns "16 March 2022", "January 2018", "2016"; "2018년 1월".
 */
export function formatDate(date: string, language: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  const time = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  return formatterOf(language, options).format(time);
}

/** Formatters by language and parts, kept because making one takes as long as a thousand dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${options.month ?? ''} ${options.day ?? ''}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(key, formatter);
  return formatter;
}

/** The day of a moment in UTC, as sources give days: `2022-03-16`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Whether `later` is more than a year after `earlier`; both whole ISO days. */
export function isOverAYearAfter(later: string, earlier: string): boolean {
  const year = Number(earlier.slice(0, 4)) + 1;
  return later > `${String(year).padStart(4, '0')}${earlier.slice(4)}`;
}

/** Whether an event that is told as a fact lies after the day of what tells it: only plans may. */
export const isAhead = (when: { readonly date: string; readonly what: string }, asOf: string) =>
  when.what !== 'planned' && when.date > asOf;
