/** Puts the name of a body in the place of what stands in for it: "the pact", "its", a heading. */

import type { Span } from '../../text/span.ts';
import { topicOf } from '../prose/hangul-endings.ts';
import { findPhraseGloss } from './english-glosses.ts';
import type { Gloss } from './gloss.ts';
import { findVerbs } from './verbs.ts';
import { closeKorean, inSentence, ownerOf, sayGloss } from './whole-gloss.ts';

const MEETING = /\b(?:meeting|session|round|conference|gathering|summit)$|회의|회담|들$/;
const OWNER = /^(?:its|their)$/i;

/** What is said of a body by what stands in for it, as a sentence of its own; null if it is none. */
export function sayStandIn(
  words: string,
  gloss: Gloss,
  mention: Span,
  name: string,
): string | null {
  const standIn = words.slice(mention.start, mention.end);
  if (standIn === '' || MEETING.test(standIn) || OWNER.test(standIn)) return null;
  if (gloss.end === findPhraseGloss(words, mention)?.end) {
    return `${name} is ${words.charAt(0).toLowerCase()}${words.slice(1, gloss.end)}`;
  }
  return gloss.start === mention.start ? sayGloss(words, gloss, mention, name) : null;
}

/** The words of a span, with the name for what stands in for it. */
export function named(words: string, mention: Span, { start, end }: Span, name: string): string {
  if (mention.start < start || mention.end > end) return words.slice(start, end);
  const standIn = words.slice(mention.start, mention.end);
  if (standIn === '')
    return /[가-힣]/.test(words)
      ? closeKorean(`${name}${topicOf(name)} ${words.slice(start, end)}`)
      : sayBare(name, words.slice(start, end));
  const before = words.slice(start, mention.start);
  const behind = words.slice(mention.end, end);
  // What somebody said stays as it was said: a name put into it stands in brackets.
  const isQuoted = before.lastIndexOf('“') > before.lastIndexOf('”');
  const put = (it: string) => (isQuoted ? `[${it}]` : it);
  if (MEETING.test(standIn)) {
    const isKorean = /[가-힣]/.test(standIn);
    const whose = isKorean
      ? `${put(name)} ${standIn}`
      : `${standIn} ${put(`of ${inSentence(name)}`)}`;
    return `${before}${whose}${behind}`;
  }
  const paper = PAPER.exec(standIn)?.[1]?.toLowerCase();
  if (paper !== undefined && !name.toLowerCase().includes(paper)) {
    return `${before}${standIn} ${put(`on ${inSentence(name)}`)}${behind}`;
  }
  const bearer = before === '' ? name : inSentence(name);
  const whole = OWNER.test(standIn) ? ownerOf(bearer) : bearer;
  return `${before}${put(whole)}${behind}`;
}

/** "Founded in 1974 …", "First met in 1985 …": with the subject that a list leaves out. */
function sayBare(name: string, words: string): string {
  const [verb] = findVerbs(words);
  if (verb !== undefined && verb.start > 0 && /, /.test(words.slice(0, verb.start))) {
    return `${name} was ${words.slice(verb.start)}`;
  }
  const isPassive = verb?.isPassive === true && verb.start === 0;
  return `${name} ${isPassive ? 'was ' : ''}${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** A paper about a thing is not that thing. */
const PAPER =
  /^the (document|agreement|framework|memorandum|declaration|statement|pact|deal|charter|protocol)$/i;

const OPENS =
  /^(?:The|An?|One|Not|Its|Their|Part|Now|Once|Then|Made|Set|Created|Founded|Launched|Formed|Built|Led|Run)\b/;

/** A phrase below a heading with what the heading names; null where it names that itself. */
export function sayFragment(words: string, name: string): string | null {
  if (/^(?:The )?\p{Lu}{2}/u.test(words) || name === '') return null;
  const first = words.charAt(0);
  return `${name}: ${OPENS.test(words) ? first.toLowerCase() : first}${words.slice(1)}`;
}
