/** The texts of the extension's own pages, in the reader's language; passed in as an argument. */
import type { i18n } from '#i18n';

/** Looks up a text by its typed key, with counts and substitutions. */
export type Translate = (typeof i18n)['t'];

/** Create a function that writes numbers in the page's language; reuse it for many numbers. */
export function createNumberFormat(t: Translate): (number: number) => string {
  const { format } = new Intl.NumberFormat(t('popup.language'));
  return format;
}
