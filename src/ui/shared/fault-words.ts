/** Describes faults in the reader's language. */
import type { Fault, FaultCode } from '../../core/faults/fault.ts';
import type { Translate } from './text.ts';

/** Name the place of a fault: "line 3, column 5", "entries[3].gloss", "the file". */
export function sayPlace({ path, line, column }: Fault, t: Translate): string {
  if (line === undefined) return path === '' ? t('fault.place.file') : path;
  const at =
    column === undefined
      ? t('fault.place.line', [String(line)])
      : t('fault.place.lineColumn', [String(line), String(column)]);
  return path === '' ? at : `${at}, ${path}`;
}

/** Say how to mend a fault. */
export function sayRemedy({ code, values }: Fault, t: Translate): string {
  // A test checks that every code is in the locale files; TypeScript cannot resolve `t` for their union.
  const translate = t as (key: `fault.${FaultCode}`, values?: readonly string[]) => string;
  return values.length === 0 ? translate(`fault.${code}`) : translate(`fault.${code}`, values);
}

/** Say briefly how to mend a fault in a form, where the field shows the place. */
export function sayFieldRemedy(fault: Fault, t: Translate): string {
  switch (fault.code) {
    case 'empty':
    case 'missing':
      return t('settings.mustFill');
    case 'tooLong':
      return t('settings.mustShorten', [fault.values[0] ?? '']);
    case 'badDate':
    case 'noSuchDate':
      return t('settings.mustDate');
    case 'badAddress':
    case 'noSuchAddress':
      return t('settings.mustAddress');
    case 'wordless':
      return t('settings.mustLetter');
    case 'notPlain':
      return t('settings.mustPlain');
    default:
      return sayRemedy(fault, t);
  }
}
