/** Calculates with dates, which are ISO days, months or years. Today's date is never read. */

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

/** The month some months after another one, or a day in it. */
export function addMonths({ year, month }: Parts, months: number, day: number): string | null {
  const at = year * 12 + month - 1 + months;
  return iso(Math.floor(at / 12), (at % 12) + 1, day);
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

/** "Last October" means the year before if this year's October was at most this many months ago. */
const FRESH = 3;

/** "Last October": a month of the year before; null where it may be that of this year too. */
export function lastMonth(month: number, published: string): string | null {
  const now = partsOf(published);
  const isClear = month >= now.month || now.month - month <= FRESH;
  return isClear ? iso(now.year - 1, month, 0) : null;
}

/** The month in which a whole week lies, Monday to Sunday; null where it lies in two. */
export function monthOfWeek(published: string, step: number): string | null {
  const weekday = (new Date(`${published}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(published, step * 7 - weekday);
  const month = monday.slice(0, 7);
  return addDays(monday, 6).startsWith(month) ? month : null;
}

/** The date some units before a day, as exact as the unit: a day, a month or a year. */
export function backBy(published: string, count: number, unit: string): string | null {
  const now = partsOf(published);
  if (unit === 'year') return iso(now.year - count, 0, 0);
  if (unit === 'day') return addDays(published, -count);
  return unit === 'month' ? addMonths(now, -count, 0) : monthOfWeek(published, -count);
}
