/** Reads the definitions that a page makes by its markup: `<abbr title>`, `<dfn>`, `<dl>` and so on. */

import { shorten, toPlainText } from '../text/plain-text.ts';
import { usualLetters } from '../text/same-letters.ts';
import type { Span } from '../text/span.ts';
import type { Markup } from '../text/text-block.ts';
import type { Definition } from './definition.ts';
import { findDefinitions } from './find-definitions.ts';
import {
  isAbbreviation,
  isExplanation,
  isTerm,
  saysNothing,
  sentenceThatDefines,
} from './said-words.ts';

/** Longest explanation, in UTF-16 code units; a longer one ends with a sentence or an ellipsis. */
const LONGEST = 300;
/** No more is read, in UTF-16 code units: three texts of a thousand, and what parts them. */
const MOST_READ = 3_002;

/**
 * Read what the markup of a part of a block defines.
 *
 * The long form of an acronym is judged as one in a bracket is: its letters must agree. What is
 * none may still explain the term of a `dfn`, of a list or of a DefinedTerm, but not that of an
 * `abbr`. A title that repeats its text, facts ("Published: 3 May"), advertising, units and numbers
 * define nothing.
 *
 * @param text - The text of the block.
 */
export function readMarkup(text: string, markup: Markup): Definition[] {
  const { kind, start, end } = markup;
  const place = { start, end };
  const written = clean(text.slice(start, end));
  const says = markup.says.slice(0, MOST_READ);
  const said = clean(says);
  switch (kind) {
    case 'row':
      return [];
    case 'abbr':
      return expand(written, said, place, true);
    case 'dfn':
      return said === ''
        ? readSentence(text, written, place)
        : either(expand(written, said, place, true), explain(written, said, place, true));
    case 'dt':
      return namesIn(written).flatMap((name) =>
        either(expand(name, said, place, false), explain(name, said, place, false, true)),
      );
    case 'term':
      return readTerm(says.split('\0').map(clean), place);
  }
}

const clean = (text: string): string => toPlainText(usualLetters(text));

const either = (first: Definition[], second: Definition[]): Definition[] =>
  first.length > 0 ? first : second;

/** Read a DefinedTerm: its code may abbreviate its name, and its name what describes it. */
function readTerm([code = '', name = '', description = '']: string[], place: Span): Definition[] {
  const ofCode = expand(code, name, place, true);
  const ofName = expand(name, description, place, true);
  return [
    ...either(ofCode, explain(code, description, place, true)),
    ...either(ofName, explain(name, description, place, true)),
  ];
}

/** Take `said` for the long form of an acronym, if its letters agree. */
function expand(short: string, said: string, place: Span, isUnseen: boolean): Definition[] {
  if (!isAbbreviation(short, said) || saysNothing(said)) return [];
  const long = longFormIn(short, said);
  // One letter may abbreviate any word: Jan, Dr, St.
  if (long === null || (!/\p{Lu}.*\p{Lu}/u.test(short) && !long.includes(' '))) return [];
  return [define(short, long, place, isUnseen, 'definition')];
}

/** What may stand before a long form and behind it in a title. */
const ARTICLE = /^(?:(?:the|an?|der|die|das|les?|la|el|los|las|il) |l['’])/i;
const BEHIND = /^(?:\s*[,;:.(–—]|\s+-\s|$)/;
const BREAK = /[;:.(–—]\s|\s[-(–—]/;

/** The long form with which `said` begins, by the reader of definitions in brackets. */
function longFormIn(short: string, said: string): string | null {
  for (const whole of new Set([said, said.replace(ARTICLE, '')])) {
    const [first = ''] = whole.split(BREAK, 1);
    for (const text of [`${whole} (${short})`, `${short} (${whole})`, `${first} (${short})`]) {
      for (const { short: found, long, form } of findDefinitions(text)) {
        const isMeant = found === short && form === 'definition';
        if (isMeant && whole.startsWith(long) && BEHIND.test(whole.slice(long.length))) return long;
      }
    }
  }
  return null;
}

/** Take `said` for what a term means, if it reads so. The term is sought with both first letters. */
function explain(
  term: string,
  said: string,
  place: Span,
  isUnseen: boolean,
  mayBeFact = false,
): Definition[] {
  if (!isTerm(term) || !isExplanation(term, said, mayBeFact)) return [];
  const long = shorten(said, LONGEST);
  return spellings(term).map((each) => define(each, long, place, isUnseen, 'explanation'));
}

/** Take the sentence around a `dfn` for what its term means, if it says so. */
function readSentence(text: string, term: string, place: Span): Definition[] {
  const sentence = sentenceThatDefines(text, place);
  if (sentence === null || !isTerm(term)) return [];
  const long = shorten(clean(text.slice(sentence.start, sentence.end)), LONGEST);
  return spellings(term).map((short) => ({
    ...define(short, long, place, false, 'explanation'),
    longSpan: sentence,
  }));
}

const define = (
  short: string,
  long: string,
  place: Span,
  isUnseen: boolean,
  form: Definition['form'],
): Definition => ({ short, long, shortSpan: place, longSpan: place, form, isUnseen });

/** The names of a term in a list: "Nuclear Consultative Group (NCG)" has two. */
function namesIn(term: string): string[] {
  const [, name, other] = /^([^()]+?) ?\(([^()]+)\)$/.exec(term) ?? [];
  return name === undefined || other === undefined ? [term] : [name, other];
}

/** A term as it stands at the start of a sentence and inside one. */
function spellings(term: string): string[] {
  if (!/^(?:\p{Lu}[\p{Ll}-]+|\p{Ll}+)(?:[ -]\p{Ll}+)*$/u.test(term)) return [term];
  const rest = term.slice(1);
  return [term[0]!.toLowerCase() + rest, term[0]!.toUpperCase() + rest];
}
