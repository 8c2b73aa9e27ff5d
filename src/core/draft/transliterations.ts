/** Acronyms that Korean writes as they are spoken: 나토(NATO), 북대서양조약기구(NATO·나토). */
import type { Span } from '../mention.ts';
import { findAll } from './matches.ts';

/** An acronym beside its Korean spelling. */
export interface Transliteration {
  readonly form: Span;
  readonly spoken: Span;
}

const FORM = `(?<form>[A-Z]{3,8})`;
const SPOKEN = `(?<spoken>[가-힣]{2,6})`;
const PAIRS = [
  String.raw`(?<![가-힣])${SPOKEN} ?\(${FORM}(?=[,·/)])`,
  String.raw`(?<![A-Za-z])${FORM} ?\(${SPOKEN}(?=[,·/)])`,
  String.raw`[(,·/] ?${FORM}[,·/] ?${SPOKEN}\)`,
  String.raw`[(,·/] ?${SPOKEN}[,·/] ?${FORM}\)`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Find the acronyms of a text that stand beside the way they are spoken in Korean. */
export function findTransliterations(text: string): Transliteration[] {
  if (!/[가-힣]/.test(text)) return [];
  const found = PAIRS.flatMap((pattern) => findAll(pattern, text));
  return found.flatMap(({ 0: match, index, groups }) => {
    const { form = '', spoken = '' } = groups ?? {};
    if (!isSpokenForm(spoken, form)) return [];
    const spanOf = (name: string): Span => {
      const start = index + match.indexOf(name);
      return { start, end: start + name.length };
    };
    return [{ form: spanOf(form), spoken: spanOf(spoken) }];
  });
}

const FIRST_SYLLABLE = 0xac00;
/** Consonants of a syllable, sounds that Korean writes alike under one letter; none is a hyphen. */
const INITIALS = 'ggnttrmppss-jjjgtph';
const FINALS = '-gggnnntrrrrrrrrmppssnjjgtph';
const VOWELS = 21;

function consonantsOf(hangul: string): string {
  return [...hangul]
    .map((syllable) => {
      const code = syllable.charCodeAt(0) - FIRST_SYLLABLE;
      const initial = INITIALS[Math.floor(code / (VOWELS * FINALS.length))];
      return `${initial}${FINALS[code % FINALS.length]}`;
    })
    .join('')
    .replaceAll('-', '');
}

/** How each Latin consonant may sound in Korean; vowels, W and Y leave no consonant. */
const SOUNDS: Readonly<Record<string, string>> = {
  ...{ B: 'p', C: '[gsj]', D: '[ts]', F: '[ph]', G: '[gj]?', H: 'h?', J: 'j', K: 'g', L: 'r+' },
  ...{ M: 'm', N: 'n', P: 'p', Q: 'g', R: 'r?', S: '[sj]', T: '[ts]', V: 'p', X: 'gs', Z: '[sj]' },
};

/** Whether a Korean word sounds like an acronym that is read as a word: consonant by consonant. */
function isSpokenForm(spoken: string, form: string): boolean {
  const sounds = [...form].map((letter) => SOUNDS[letter] ?? '').join('');
  return sounds !== '' && new RegExp(`^${sounds}$`).test(consonantsOf(spoken));
}
