/** The locale files as `@wxt-dev/i18n` sees them, read in the browser under test. */
import english from '../../assets/locales/en.yml?raw';
import korean from '../../assets/locales/ko.yml?raw';
import type { Translate } from '../../src/ui/shared/text.ts';
import { readMessages } from '../locale-messages.ts';

const ENGLISH = readMessages(english);

/** `rtl` is no language: English behind a Hebrew letter, in pages that run from right to left. */
export const LOCALES = {
  en: ENGLISH,
  ko: readMessages(korean),
  rtl: new Map([...ENGLISH].map(([key, text]) => [key, turn(key, text)])),
};

function turn(key: string, text: string): string {
  if (key.endsWith('_direction')) return 'rtl';
  if (key.endsWith('_language')) return 'he';
  return text
    .split(' | ')
    .map((form) => `א ${form}`)
    .join(' | ');
}

export type Locale = keyof typeof LOCALES;

/** For tests that look at a page in each. */
export const LOCALE_NAMES = Object.keys(LOCALES) as Locale[];

/** A `t` for one language, made by the library itself over a browser that knows the messages. */
export async function createTranslate(locale: Locale): Promise<Translate> {
  Object.assign(globalThis, {
    chrome: {
      i18n: {
        getMessage: (key: string, substitutions: readonly string[] = []) =>
          (current.get(key) ?? '').replace(/\$([1-9])/g, (_, n) => substitutions[n - 1] ?? ''),
      },
    },
  });
  const { createI18n } = await import('@wxt-dev/i18n');
  const t: Translate = createI18n().t as Translate;
  return ((...args: Parameters<Translate>) => {
    current = LOCALES[locale];
    return t(...args);
  }) as Translate;
}

let current: ReadonlyMap<string, string> = LOCALES.en;
