/** Runs of capitals in an English text, and the acronyms that their initials make. */
import type { Span } from '../../text/span.ts';
import { findAll } from '../prose/matches.ts';

/** A word of a name. */
export const CAPITAL = String.raw`(?:[A-ZÀ-Þ][\p{L}\p{N}&+’'-]*|(?:[A-Z]\.){2,})`;
/** Small words inside a name. */
const JOIN = '(?:(?:of|for|on|and|in|in [Ss]upport of|to|[Aa]gainst|&|de|du|des)(?: the)?|the)';
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])${CAPITAL}(?: (?:${JOIN} )?${CAPITAL})*`,
  'gu',
);
/** Names of more words are none. */
const MOST_WORDS = 12;

/** Find the names in full of acronyms that a text spells out elsewhere than beside them. */
export function findSpelled(words: string, forms: ReadonlySet<string>): Map<string, Span> {
  const found = new Map<string, Span>();
  if (forms.size === 0) return found;
  for (const { 0: run, index } of findAll(RUN, words)) {
    const parts = findAll(/[\p{L}\p{N}&.’'-]+/gu, run).map(({ 0: word, index: at }) => ({
      start: index + at,
      end: index + at + word.replace(/['’]s$/, '').length,
      initials: initialsOf(word),
    }));
    for (const [k, first] of parts.entries()) {
      if (first.initials === '') continue;
      let letters = '';
      for (const part of parts.slice(k, k + MOST_WORDS)) {
        letters += part.initials;
        const isNew = part !== first && part.initials !== '' && !found.has(letters);
        if (isNew && forms.has(letters)) found.set(letters, { start: first.start, end: part.end });
      }
    }
  }
  return found;
}

/** First letters of a word's capital parts: "Co-operation" C, "Non-Proliferation" NP; "of" none. */
const initialsOf = (word: string): string =>
  (word.match(/(?:^|-)\p{Lu}/gu) ?? []).join('').replaceAll('-', '');

/** A short name of several words, with the name it stands for. */
interface LongAndShort {
  readonly long: Span;
  readonly short: Span;
}

const TWO_NAMES = [
  // Allied Joint Force Command Brunssum, known as JFC Brunssum; … (JFC Brunssum).
  String.raw`(?<long>${CAPITAL}(?: (?:${JOIN} )?${CAPITAL}){2,9})(?:,? (?:or|(?:also |better |commonly )?(?:known as|called|abbreviated as))(?: the)? |, (?:the )?| \()["“]?(?<short>[A-Z]{2,6}(?: ${CAPITAL}){1,2})(?=[,.;:)”" ])`,
  // TULIP, the Union Agency for Gardens: its letters may be those of an older name.
  String.raw`(?<short>(?<=^|[.!?”"] |\b(?:to|of|with|about|for|by|and|from) )[A-Z]{3,8}), (?:or |in full )?the (?<long>${CAPITAL}(?: (?:${JOIN} )?${CAPITAL}){1,9})(?=\.|, (?:which|whose|has|will|is|was|says?|said|a|an|based|in|the \p{Ll})\b)`,
  // Alliance of Three Shores, or ATR: letters of another language, behind a name with a head.
  `(?<long>${CAPITAL}(?: (?:${JOIN} ){0,2}${CAPITAL}){1,9}), (?:or|(?:better )?known as) (?<short>[A-Z]{3,8})(?=[,.;])`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\p{N}.-])${pattern}`, 'gu'));

/** "Even the Treaty of …": capitals that only begin the sentence. */
export const LEAD =
  /^(?:Even|Only|Both|Also|Then|Now|Yet|But|And|So|Under|With|Through|Within|Unlike|Like|Besides|Nor|The)(?: the)? (?=\p{Lu})/u;

/** Find names that stand beside their short names without a bracket. */
export function findBeside(words: string): LongAndShort[] {
  return TWO_NAMES.flatMap((pattern) =>
    findAll(pattern, words).flatMap(({ 0: match, index, groups }) => {
      const { long: whole = '', short = '' } = groups ?? {};
      const long = whole.replace(LEAD, '');
      const [, ...rest] = short.split(' ');
      if (!rest.every((word) => long.includes(word))) return [];
      // Inside a sentence, a name of another thing may stand behind the comma.
      const isInside = !/^$|[.!?”"] $/.test(words.slice(Math.max(0, index - 2), index));
      if (isInside && match.startsWith(short) && long[0] !== short[0]) return [];
      const spanOf = (name: string, from: number): Span => {
        const start = index + match.indexOf(name, from);
        return { start, end: start + name.length };
      };
      const isLongFirst = match.startsWith(whole);
      return [
        {
          long: spanOf(long, isLongFirst ? 0 : short.length),
          short: spanOf(short, isLongFirst ? long.length : 0),
        },
      ];
    }),
  );
}
