/** Finds acronyms beside their Korean spelling: 나토(NATO), 북대서양조약기구(NATO·나토). */
import type { Span } from '../../text/span.ts';
import { findAll } from '../prose/matches.ts';

/** An acronym beside its Korean spelling. */
interface Transliteration {
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

/**
 * Find the clipped name beside an acronym: 한미연합군사령부(CFC·연합사). Its syllables are some of those of
 * the name, in order.
 */
export function findClipped(text: string, short: Span, long: string): Span | null {
  const behind = /^\s?[·,/]\s?(?<clip>[가-힣]{2,6})(?=[)·,])/.exec(
    text.slice(short.end, short.end + 12),
  );
  const before = /\((?<clip>[가-힣]{2,6})\s?[·,/]\s?$/.exec(
    text.slice(Math.max(0, short.start - 12), short.start),
  );
  const clip = behind?.groups?.clip ?? before?.groups?.clip;
  if (clip === undefined || !isClipped(clip, long)) return null;
  const start =
    behind === null ? text.lastIndexOf(clip, short.start) : text.indexOf(clip, short.end);
  return { start, end: start + clip.length };
}

function isClipped(clip: string, long: string): boolean {
  let at = 0;
  for (const syllable of clip) {
    at = long.indexOf(syllable, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Clipped names that Korean papers use without saying so. */
const CLIPPED: Readonly<Record<string, string>> = {
  합참: '합동참모본부',
  연합사: '한미연합군사령부',
  유엔사: '유엔군사령부',
  방사청: '방위사업청',
  국정원: '국가정보원',
  안보실: '국가안보실',
  안보리: '유엔 안전보장이사회',
  국과연: '국방과학연구소',
};

/** Find such names in a text that has the full ones too. */
export function findKnownClips(text: string): { readonly clip: Span; readonly full: Span }[] {
  return [
    ...findBracketed(text),
    ...Object.entries(CLIPPED).flatMap(([clip, full]) => {
      const at =
        new RegExp(`(?<![가-힣])${clip}(?=[은는이가을를의도과와 ,.·)]|에)`).exec(text)?.index ?? -1;
      const fullAt = text.indexOf(full);
      if (at < 0 || fullAt < 0) return [];
      return [
        {
          clip: { start: at, end: at + clip.length },
          full: { start: fullAt, end: fullAt + full.length },
        },
      ];
    }),
  ];
}

/** 한국수출입은행(수은): a clip in brackets behind its name; one whole part of it is none. */
const BRACKETED = /(?<![가-힣])(?<full>[가-힣]{5,14}) ?\((?<clip>[가-힣]{2,4})\)/gu;

const findBracketed = (text: string) =>
  findAll(BRACKETED, text).flatMap(({ 0: match, index, groups }) => {
    const { full = '', clip = '' } = groups ?? {};
    if (full.includes(clip) || !isClipped(clip, full)) return [];
    const at = index + match.lastIndexOf(clip);
    return [
      {
        clip: { start: at, end: at + clip.length },
        full: { start: index, end: index + full.length },
      },
    ];
  });

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
