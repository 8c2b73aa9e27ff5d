/** The locale files as `@wxt-dev/i18n` sees them, read in the browser under test. */
import english from '../../assets/locales/en.yml?raw';
import korean from '../../assets/locales/ko.yml?raw';
import type { Translate } from '../../src/ui/text.ts';

export const LOCALES = { en: readMessages(english), ko: readMessages(korean) };
export type Locale = keyof typeof LOCALES;

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

/** The files are nested maps of plain one-line texts; plural forms become one text, as in a build. */
function readMessages(yaml: string): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  const path: string[] = [];
  for (const line of yaml.split('\n')) {
    const parts = /^( *)([\w]+):(?: (.*))?$/.exec(line);
    if (!parts) continue;
    const [, indent = '', key = '', text] = parts;
    path.length = indent.length / 2;
    if (text === undefined) path.push(key);
    else if (/^(?:\d|n)$/.test(key)) {
      const name = path.join('_');
      messages.set(name, messages.has(name) ? `${messages.get(name)} | ${text}` : text);
    } else messages.set([...path, key].join('_'), text);
  }
  return messages;
}
