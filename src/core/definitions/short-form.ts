/** Recognises short forms: acronyms, initialisms, codes. */
import { fold, isSmallWord } from './name-words.ts';

/** The letters and digits of a short form, for which its long form must account. */
export interface Letters {
  /** Folded, without a plural s. */
  readonly text: string;
  /** Which of them the short form writes in lower case. */
  readonly lower: readonly boolean[];
  /** How many at the end are a mark of a series, such as the I of LSA-I. */
  readonly series: number;
}

/** Longest short form: UTF-16 code units; letters and digits. */
const MAX_LENGTH = 18;
const MAX_LETTERS = 12;

const PLAIN_ACRONYM = /^[A-Z]+$/;
const SHAPE =
  /^[\p{L}\p{N}[(][\p{L}\p{N}.'’&/+°()[\]‑–-]*(?: (?:[\p{Lu}\p{N}][\p{L}\p{N}.+()-]*|\p{Ll}{3,}))?$/u;
/** Numbers of sections and items, which are no short forms: (i), (iv), (a), (2b). */
const NUMBERING = /^(?:[ivx]+|\d+[a-z]?|\p{L})$/u;

/** Whether a string looks like a short form: one word, or two of which the second fits too. */
export function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > MAX_LENGTH) return false;
  if (PLAIN_ACRONYM.test(text)) return text.length <= MAX_LETTERS;
  if (!SHAPE.test(text) || NUMBERING.test(text) || TICKER.test(text)) return false;
  if (isSmallWord(text) || HANGUL.test(text) || HULL_NUMBER.test(text)) return false;
  if (text.includes(' ') && !/^\S*[\p{Lu}\p{N}]/u.test(text)) return false;
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length > 1 && letters.length <= MAX_LETTERS && /\p{L}/u.test(letters);
}

/** A share and its exchange: VOD.L, 7203.T. */
const TICKER = /^[A-Z\d]{2,}\.[A-Z]{1,2}$/;
/** Classes of warships in the United States and allied navies, with a number: CVN-70, T-AO 187. */
const HULL_NUMBER =
  /^(?:T-)?(?:A(?:E|G|GM|GOS|H|K|KE|KR|O|OE|OG|OR|R|S)|CVN?|CVL|CG[NX]?|DD[GHX]?|DDGX|FF[GLX]?|FFGX|LC[CS]|LH[AD]|LP[DH]|LS[DT]|MCM|MHC|PKG|PKMR|SS|SS[BGK]|SSB?N|SSGN|WHEC|WMS[LM]|WPC)[- ]?\d{1,4}$/;
const HANGUL = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * A plural s behind a capital, a digit or a full stop is no letter of the short form: NCGs, IBC's.
 */
const PLURAL = /(?<=[\p{Lu}\p{N}.])['’]?s$/u;
/** A mark of a series has one digit only: the letters of CVN-70 alone say nothing. */
const SERIES = /(?<=\p{L})[-. ](?:[IVX]+|\d|\p{Lu})$/u;

export function lettersOf(short: string): Letters {
  const bare = short.replace(PLURAL, '');
  const series = SERIES.exec(bare)?.[0].length ?? 1;
  const kept = [...bare.replace(/[^\p{L}\p{N}]/gu, '')];
  const text = kept.map((char) => fold(char)[0] ?? '').join('');
  return { text, lower: kept.map((char) => char !== char.toUpperCase()), series: series - 1 };
}
