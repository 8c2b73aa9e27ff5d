/** A phrase that is looked for, and whether it stands at a place in a text. */
import { usualLetters } from '../text/same-letters.ts';
import { isInvisible, isUnspaced, readWords, type Words } from '../text/word-keys.ts';

/** A phrase with its value. */
export interface Pattern<T> {
  readonly value: T;
  /** The words as written in the phrase, without full stops and invisible characters. */
  readonly words: readonly string[];
  readonly folded: readonly string[];
  /** What stands between word i and i + 1. */
  readonly gaps: readonly Gap[];
  readonly exact: boolean;
  /** Whether it is one word of capitals, which among capitals looks like any other word. */
  readonly isAcronym: boolean;
  /** Whether its last word may lack a plural s: a strategic asset is one of the strategic assets. */
  readonly mayLackS: boolean;
  /** Signs right before the first word and right behind the last, such as the ++ of C++. */
  readonly head: string;
  readonly tail: string;
}

/**
 * Signs that belong to a name if they stand right before or behind it: plus, number sign, emoji,
 * and the bracket that closes behind its last word. Ranges instead of a Unicode property, which is
 * slow to compile.
 */
const HEAD = /[+#\u2190-\u2bff\ud800-\udfff]\S*$/;
const TAIL = /^(?:\S*[+#\u2190-\u2bff\ud800-\udfff]|[)\]])/;

/**
 * What stands between two words. `''`: nothing. `' '`: a blank or a hyphen, or nothing beside a
 * character that stands without blanks. `LOOSE`: nothing, a blank or a middle dot. Else: exactly
 * that.
 */
type Gap = string;

const LOOSE = ' ·';
/** Countries of one syllable. Those in a row are set as one likes: 한미연합사, 한·미 연합사. */
const COUNTRIES = /[한미일중북러남]/;

/** A text and its words: those from `from` to before `to`. The others belong to other texts. */
export interface Written {
  readonly text: string;
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

/**
 * Create the pattern of a phrase with at least one word.
 *
 * @param exact - Whether it stands only as written, or in capitals among capitals.
 * @param isName - Whether one word alone is no plural: Hama is none of the Hamas.
 */
export function createPattern<T>(
  phrase: string,
  exact: boolean,
  isName: boolean,
  value: T,
): Pattern<T> {
  const { count, starts, ends } = readWords(phrase);
  const words: string[] = [];
  const gaps: Gap[] = [];
  for (let i = 0; i < count; i++) {
    words.push(bare(phrase.slice(starts[i], ends[i])));
    if (i + 1 < count) gaps.push(gapOf(phrase.slice(ends[i], starts[i + 1])));
  }
  return {
    value,
    words,
    folded: words.map((word) => word.toLowerCase()),
    gaps: gaps.map((gap, i) => (isLoose(gap, words, i) ? LOOSE : gap)),
    exact,
    isAcronym: count === 1 && /^[A-Z]+$/.test(words[0] as string),
    mayLackS: count > 1 || !isName,
    head: HEAD.exec(phrase.slice(0, starts[0]))?.[0] ?? '',
    tail: TAIL.exec(phrase.slice(ends[count - 1]))?.[0] ?? '',
  };
}

/** Whether gap `i` stands between two countries of one syllable, or behind such. */
const isLoose = (gap: Gap, words: readonly string[], i: number): boolean =>
  ['', ' ', '·'].includes(gap) &&
  COUNTRIES.test(words[i] as string) &&
  (COUNTRIES.test(words[i + 1] as string) || COUNTRIES.test(words[i - 1] ?? ''));

/** Whether the words of a phrase stand in a text from word `at` on. */
export function fits<T>(pattern: Pattern<T>, written: Written, at: number): boolean {
  const { text, words } = written;
  const { starts, ends } = words;
  const last = pattern.words.length - 1;
  const isShouted = () => isInCapitals(written, at, at + last);
  for (let k = 0; k <= last; k++) {
    const raw = text.slice(starts[at + k], ends[at + k]);
    if (!isSameWord(pattern, k, bare(raw), k === last, isShouted)) return false;
    if (
      k < last &&
      !isSameGap(pattern.gaps[k] as Gap, text, raw, ends[at + k], starts[at + k + 1])
    ) {
      return false;
    }
  }
  return true;
}

function isSameWord<T>(
  pattern: Pattern<T>,
  k: number,
  written: string,
  mayBePlural: boolean,
  isShouted: () => boolean,
): boolean {
  const expected = pattern.words[k] as string;
  if (written === expected) return true;
  const isPlural = (one: string, name: string) =>
    mayBePlural && (isPluralOf(one, name) || (pattern.mayLackS && isPluralOf(name, one)));
  if (isPlural(written, expected)) return true;
  const folded = written.toLowerCase();
  const expectedFolded = pattern.folded[k] as string;
  if (folded !== expectedFolded && !isPlural(folded, expectedFolded)) return false;
  return !pattern.exact || (written === written.toUpperCase() && isShouted());
}

/** Whether `one` is `other` with a plural s. What ends in s has no such plural: not "Studiess". */
const isPluralOf = (one: string, other: string): boolean =>
  one === `${other}s` && !other.endsWith('s');

/** Words on either side that are read to tell a headline in capitals from a single such word. */
const NEIGHBOURS = 3;

/** Whether the words around a match are in capitals too, as in headlines. Hangul has no capitals. */
export function isInCapitals(
  { text, words, from, to }: Written,
  first: number,
  last: number,
): boolean {
  let seen = 0;
  const end = Math.min(to, last + 1 + NEIGHBOURS);
  for (let i = Math.max(from, first - NEIGHBOURS); i < end; i++) {
    if (i >= first && i <= last) continue;
    const word = text.slice(words.starts[i], words.ends[i]);
    if (word !== word.toUpperCase() || isUnspaced(word.charCodeAt(0))) return false;
    if (word.length > 1 && word !== word.toLowerCase()) seen++;
  }
  return seen > 1;
}

function isSameGap(gap: Gap, text: string, before: string, end = 0, start = 0): boolean {
  if (end === start) return gap === '' || gap === LOOSE || (gap === ' ' && isUnspacedAt(text, end));
  const found = gapOf(text.slice(end, start), INITIALS.test(before));
  return found === gap || (gap === LOOSE && (found === ' ' || found === '·'));
}

/** Whether one of the two characters at a place stands without blanks: 1718위원회, K9자주포. */
const isUnspacedAt = (text: string, at: number): boolean =>
  isUnspaced(text.charCodeAt(at - 1)) || isUnspaced(text.charCodeAt(at));

/** A word that may be initials: one capital, or capitals with full stops, of which the last follows. */
const INITIALS = /^(?:.*\.)?[A-Z]$/;

/**
 * Give one form to what stands between two words.
 *
 * @param isInitials - Whether a full stop belongs to the word before it and is left out.
 */
function gapOf(raw: string, isInitials = true): Gap {
  const text = bare(raw, false);
  if (text === '') return '';
  if (/^(?:\.?\s+|\.?[-\u2010-\u2013\u2212])$/.test(text)) {
    return text.startsWith('.') && !isInitials ? text : ' ';
  }
  return text
    .trim()
    .replace(/[·ㆍ・･‧•∙]/g, '·')
    .replace(/[’ʼ]/g, "'");
}

/** Usual letters, without invisible characters and, if `withoutStops`, without full stops. */
function bare(written: string, withoutStops = true): string {
  const text = usualLetters(written);
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isInvisible(code) && !(withoutStops && code === 0x2e)) plain += text[i];
  }
  return plain.length === text.length ? text : plain;
}
