/**
 * Finds Korean short forms of Korean names: 합동참모본부(합참), 국방과학연구소(국과연·ADD).
 *
 * A short form takes some syllables of its name, in order, mostly from the first one on. It leaves one
 * out between two that it takes, since a name's first syllables alone (서울대학교(서울)) may be a place
 * or a person; only those of a commission (금융위원회, 금융위) are its usual short form.
 */
import type { Span } from '../text/span.ts';

/** How far before a bracket we look for a name, in UTF-16 code units. */
const REACH = 60;
const SHORT = /^[\uac00-\ud7a3]{2,5}$/;
/** The words before a bracket; no particle is told apart, since the last word has none. */
const WORDS = /(?:^|[^\uac00-\ud7a3])([\uac00-\ud7a3]+(?: [\uac00-\ud7a3]+){0,2})\s?$/;
/** Fewest syllables that a name has more than its short form. */
const LEAST_MORE = 2;
/** Countries, alliances and services at the head of a name that its short form may leave out. */
const HEAD = /^(?:한미|한국|주한|대한|[국육해공]군|미국?|한)(?=[\uac00-\ud7a3]{3})/;

/**
 * Find a Korean short form in a bracket, and its name before that.
 *
 * @param opening - Where the bracket opens.
 * @param parts - The parts of its inside.
 */
export function findHangulShort(
  text: string,
  opening: number,
  parts: readonly Span[],
): { short: Span; long: Span } | null {
  const from = Math.max(0, opening - REACH);
  const found = WORDS.exec(text.slice(from, opening));
  if (found === null) return null;
  const words = found[1]!;
  const end = from + found.index + found[0].lastIndexOf(words) + words.length;
  for (const short of parts) {
    const form = text.slice(short.start, short.end);
    if (!SHORT.test(form)) continue;
    for (const name of namesAt(words)) {
      if (isShortFor(form, name)) return { short, long: { start: end - name.length, end } };
    }
  }
  return null;
}

/** The last word, the last two words and so on. */
function namesAt(words: string): string[] {
  const all = words.split(' ');
  return all.map((_, i) => all.slice(all.length - 1 - i).join(' '));
}

function isShortFor(form: string, name: string): boolean {
  const whole = name.replaceAll(' ', '');
  const first = whole.indexOf(form[0]!);
  const isHead = first === 0 || first === (HEAD.exec(whole)?.[0].length ?? 0);
  // 고위공직자범죄수사처, 공수처: both end alike.
  const isTail = form.length > 2 && first > 0 && whole.endsWith(form.at(-1)!);
  return (isHead || isTail) && takesSyllables(form, whole.slice(first));
}

function takesSyllables(form: string, name: string): boolean {
  if (name.length < form.length + LEAST_MORE) return false;
  let at = 0;
  for (const syllable of form.slice(1)) {
    at = name.indexOf(syllable, at + 1);
    if (at < 0) return false;
  }
  return at >= form.length || (/[위사]$/.test(form) && /(?:위원회|사령부)$/.test(name));
}
