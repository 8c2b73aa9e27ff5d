/** Days, months and years, counted. Dates are ISO or parts of them; nothing here knows "now". */

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month and day of a date; 0 for what it lacks. */
export function partsOf(date: string): Parts {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/**
 * Write a date.
 *
 * @param month - 1 to 12, or 0 for the year alone.
 * @param day - 1 to 31, or 0 for the month alone.
 * @returns null for a day that is not in the calendar.
 */
export function iso(year: number, month: number, day: number): string | null {
  if (month === 0) return String(year);
  if (month > 12) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === 0) return start;
  const isReal = day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isReal ? `${start}-${String(day).padStart(2, '0')}` : null;
}

/** The day some days after another one. */
export function addDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The month up to that of `published`, or from it on when something is planned. */
export function monthNear(month: number, published: string, isPlan: boolean): string | null {
  const now = partsOf(published);
  if (isPlan) return iso(month >= now.month ? now.year : now.year + 1, month, 0);
  return iso(month <= now.month ? now.year : now.year - 1, month, 0);
}

/** The day up to `published`, or from it on when something is planned. */
export function nearestYear(
  month: number,
  day: number,
  published: string,
  isPlan: boolean,
): string | null {
  const { year } = partsOf(published);
  const same = iso(year, month, day);
  if (same === null) return iso(year - 1, month, day);
  if (isPlan) return same >= published ? same : iso(year + 1, month, day);
  return same <= published ? same : iso(year - 1, month, day);
}

const PLAN =
  /\b(?:scheduled|slated|planned|due|set|expected|will|would|to be held|upcoming|next)\b[^.;,]{0,40}$/i;
const KOREAN_PLAN = /(?:예정|계획|열릴|개최할|앞두|오는|다음\s?달|내년)/;

/** Whether the words before a date, or around it in Korean, speak of what is still to come. */
export function isPlanned(words: string, at: number): boolean {
  if (/[가-힣]/.test(words)) return KOREAN_PLAN.test(words.slice(Math.max(0, at - 8), at + 40));
  return PLAN.test(words.slice(Math.max(0, at - 60), at));
}
