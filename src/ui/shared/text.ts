/** The strings of the extension's own pages, in the reader's language; handed in, never fetched. */
import type { i18n } from '#i18n';

/** Looks up a string by its typed key, with counts and substitutions. */
export type Translate = (typeof i18n)['t'];

/** A way to write numbers as the language of the page does; made once for many numbers. */
export function createNumberFormat(t: Translate): (number: number) => string {
  const { format } = new Intl.NumberFormat(t('popup.language'));
  return format;
}
