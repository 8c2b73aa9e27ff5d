/** The kinds of fields that a glossary is made of, each with its check. */
import * as v from 'valibot';
import type { FaultCode } from '../faults/fault.ts';
import { isReadable } from '../text/look-alikes.ts';
import { CAPS } from './caps.ts';

/** The message of a schema is the code of a fault; whoever shows the fault chooses its words. */
export const code = (fault: FaultCode): string => fault;

export const line = (max: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(code('empty')),
    v.maxLength(max, code('tooLong')),
    v.check(isPlainText, code('notPlain')),
    v.check(isReadable, code('unseen')),
  );

export const identifier = v.pipe(
  v.string(),
  v.maxLength(CAPS.id, code('tooLong')),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, code('badId')),
);

export const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, code('badLanguage')),
);

/** A whole day: `2022-03-16`. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, code('badDate')),
  v.check(isRealDate, code('noSuchDate')),
);

/** A day, a month or a year: `2018-01-05`, `2018-01`, `2018`. */
export const dateOrPart = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, code('badPartialDate')),
  v.check(isRealDate, code('noSuchDate')),
);

export const address = v.pipe(
  v.string(),
  v.maxLength(CAPS.url, code('tooLong')),
  v.regex(/^https?:\/\/\S+$/, code('badAddress')),
  v.check(isWebAddress, code('noSuchAddress')),
);

/** A list. Its length is checked first: faults of millions of items would fill the memory. */
export const list = <const TItem extends v.GenericSchema>(
  item: TItem,
  max: number = CAPS.listPerEntry,
  tooMany: FaultCode = 'tooMany',
) => v.pipe(v.array(v.unknown()), v.maxLength(max, code(tooMany)), v.array(item));

/**
 * Whether a text has no control characters, no unpaired surrogates, no format characters (they
 * reverse the direction of text or are invisible) and no letters without a shape, such as the
 * Hangul fillers. The two zero-width joiners are allowed: Persian and Hindi need them.
 */
function isPlainText(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5|(?![\u200c\u200d])\p{Cf}/u.test(
    text,
  );
}

/** Whether a date, or a part of one, exists in the calendar. */
function isRealDate(text: string): boolean {
  const [year = 0, month = 1, dayOfMonth = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

/** Whether it is a web address. `URL` would drop control characters, so we refuse them first. */
function isWebAddress(text: string): boolean {
  return isPlainText(text) && /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}
