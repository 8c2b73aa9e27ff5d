/** What mends a fault of a form, in the reader's language. */
import type { Translate } from './text.ts';

/**
 * Say a remedy of `parseGlossary` in the reader's language.
 *
 * @returns The remedy itself, in English, where there are no other words for it.
 */
export function sayRemedy(remedy: string, t: Translate): string {
  if (/empty|missing/.test(remedy)) return t('settings.mustFill');
  const [, most] = /longer than (\d+)/.exec(remedy) ?? [];
  if (most) return t('settings.mustShorten', [most]);
  if (/date/.test(remedy)) return t('settings.mustDate');
  if (/address/.test(remedy)) return t('settings.mustAddress');
  if (/plain text/.test(remedy)) return t('settings.mustPlain');
  return remedy;
}
