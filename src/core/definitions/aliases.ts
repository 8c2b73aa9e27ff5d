/** Other names that a text gives to a thing: "the X, also known as Y". */

import { isEverydayWord } from '../text/everyday-words.ts';
import type { Steps } from '../text/slices.ts';
import type { Span } from '../text/span.ts';
import type { Pair } from './bracket-definitions.ts';
import { isShortForm } from './short-form.ts';

const PHRASE =
  /\b(?:also|otherwise|better|commonly|widely|often|sometimes|informally|popularly) (?:called|known(?: simply)? as|referred to as|dubbed|named)\s+/g;
/** Parts of `PHRASE`, of which every alias has one: a text without them needs no search. */
const VERBS = [' called', ' known', ' referred', ' dubbed', ' named'];
/**
 * What stands between the name and the phrase: a verb, a comma or a bracket. A blank alone will do
 * before "as" only, since "Seoul also called …" tells what Seoul said.
 */
const LINK = /(?:\s\(|,\s|,?\s(is|are|was|were)\s)$/;
const LINK_BEFORE_AS = new RegExp(String.raw`${LINK.source}|\s$`);

const QUOTED = /^(?:the |an? )?["“‘']([^"“”‘’'\n]{2,60})["”’']/;
/**
 * An alias without quotes: it begins with a capital, a digit or "the", and ends before a mark, a
 * conjunction, a verb or a preposition.
 */
const PLAIN =
  /^(?:the\s|(?![\p{Ll}'’-]+(?:[\s(),.;:]|$)))([^\s"“”(),.;:\ufffc]+(?:\s[^\s"“”(),.;:\ufffc]+){0,5}?)(?=["”]|\s?(?:$|[(),.;:\n\ufffc—–]|\s(?:and|or|but|is|are|was|were|has|have|had|will|would|can|could|which|that|who|whose|where|when|while|in|on|at|by|to|as|for|with|from|since|after|before|because|between)\s))/u;

/** How far back a name may stand before "is also called". UTF-16 code units. */
const REACH = 240;

/** Find pairs of an alias (`short`) and the name it stands for (`long`); a step for each. */
export function* findAliases(text: string): Steps<Pair[]> {
  const pairs: Pair[] = [];
  if (!VERBS.some((verb) => text.includes(verb))) return pairs;
  for (const { 0: phrase, index } of text.matchAll(PHRASE)) {
    yield;
    const links = / as\s+$/.test(phrase) ? LINK_BEFORE_AS : LINK;
    const link = links.exec(text.slice(Math.max(0, index - 8), index));
    const short = link === null ? null : readAlias(text, index + phrase.length);
    if (link === null || short === null) continue;
    const long = readName(text, index - link[0].length, link[1] !== undefined);
    if (long !== null) pairs.push({ short, long });
  }
  return pairs;
}

function readAlias(text: string, start: number): Span | null {
  const piece = text.slice(start, start + 120);
  const match = QUOTED.exec(piece) ?? PLAIN.exec(piece);
  if (match === null) return null;
  const article = /^(?:the|an?)\s/.exec(match[1]!)?.[0].length ?? 0;
  // American English has the comma of the sentence inside the quotes: “Truce Village,”
  const alias = match[1]!.slice(article).replace(/[\s,.;]+$/, '');
  const at = start + match[0].indexOf(match[1]!) + article;
  return alias.length < 2 ? null : { start: at, end: at + alias.length };
}

const NAME_WORD = String.raw`[\p{Lu}\p{N}][^\s,.;:()"“”]*(?:\.\p{L}+\.?)*`;
const NAME = new RegExp(
  `${NAME_WORD}(?: (?:(?:of|the|and|for|on|de|del|la|in) ){0,2}${NAME_WORD})*`,
  'gu',
);

/** A relative pronoun before the verb: the name that it stands for ends right before it. */
const RELATIVE = /,?\s(?:which|that|who)$/;
/** Behind these a name belongs to the noun before it: "the meeting of the NCG is also called …". */
const INSIDE = /\b(?:of|in|on|at|by|with|for|from|to|between|and)\s(?:the\s)?$/;

/**
 * Find the name that ends right before the phrase.
 *
 * @param isSubject - The phrase has a verb: an aside may part the two, as in "The NCG, set up in
 *   2023, is also called …", and it must be the subject itself.
 */
function readName(text: string, end: number, isSubject: boolean): Span | null {
  const relative = isSubject ? RELATIVE.exec(text.slice(Math.max(0, end - 8), end)) : null;
  if (relative !== null) return readName(text, end - relative[0].length, false);
  const from = startOfSentence(text, end);
  const names = [...text.slice(from, end).matchAll(NAME)].map(({ 0: name, index }) => {
    const article = /^(?:The|An?) /.exec(name)?.[0].length ?? 0;
    return { start: from + index + article, end: from + index + name.replace(/['’]s$/, '').length };
  });
  const usable = names.filter(({ start, end: to }) => {
    const name = text.slice(start, to);
    return !isEverydayWord(name) && (isShortForm(name) || /\p{L}{3}/u.test(name));
  });
  const near = usable.findLast((name) =>
    /^\s*(?:\([^()]*\)\s*)?,?\s*$/.test(text.slice(name.end, end)),
  );
  const leadOf = ({ start }: Span) => text.slice(from, start);
  if (near !== undefined) return isSubject && INSIDE.test(leadOf(near)) ? null : near;
  const first = isSubject ? usable[0] : undefined;
  if (first === undefined || !/^\s*["“]?(?:[Tt]he |An? )?$/.test(leadOf(first))) return null;
  return /^\s*(?:\([^()]*\)\s*)?,.*,$/s.test(text.slice(first.end, end + 1)) ? first : null;
}

/** The last word of a sentence, with its full stop, if any; not Gen. or Nov. */
const WORD_AT_END = /^(?:\p{Ll}{3}|.{5})/u;

function startOfSentence(text: string, end: number): number {
  const from = Math.max(0, end - REACH);
  const piece = text.slice(from, end);
  let start = 0;
  for (const { 0: mark, index } of piece.matchAll(
    /\n+|\ufffc|(?<=[\p{Ll}\p{N})”"][.!?])\s+(?=["“]?\p{Lu})/gu,
  )) {
    const word = /[\p{L}.]*$/u.exec(piece.slice(0, index))?.[0] ?? '';
    if (mark.includes('\n') || mark === '\ufffc' || WORD_AT_END.test(word))
      start = index + mark.length;
  }
  return from + start;
}
