/** Languages of texts: as a file tags them, or as their letters tell. */

/** A language tag in our form: `ko-KR` for `KO_kr`; null if it is none. */
export function tagOf(lang: string | null): string | null {
  const [first = '', ...rest] = (lang ?? '').trim().replaceAll('_', '-').split('-');
  const tag = [first.toLowerCase(), ...rest].join('-');
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

const HANGUL = /\p{Script=Hangul}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/** The language of a text by its letters, as far as they tell; else `wanted`. */
export function languageOf(text: string, wanted: string): string {
  if (HANGUL.test(text)) return 'ko';
  if (KANA.test(text)) return 'ja';
  const isEast = /^(?:ko|ja|zh)\b/.test(wanted);
  if (HAN.test(text)) return isEast ? wanted : 'zh';
  return isEast && LATIN.test(text) ? 'en' : (tagOf(wanted) ?? 'en');
}
