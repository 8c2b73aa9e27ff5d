/** Finds whose body a name means in a text: "China's Ministry of …", "the JCS of South Korea". */
import type { Candidate } from '../matching/candidate.ts';
import type { Span } from '../text/span.ts';

/** How far before and behind a name its owner may stand, in UTF-16 code units. */
const REACH = 40;
/** An owner before the name; "own", "defence" or "military" may stand between them. */
const BEFORE =
  /(?<!\p{L})((?:\p{Lu}[\p{L}.’'-]*|of|the)(?: (?:\p{Lu}[\p{L}.’'-]*|of))*?)\s+(?:own |defen[cs]e |military )?$/u;
const BEHIND =
  /^\s*(?:\([^()]{1,12}\)\s*)?(of|in) (?:the )?(\p{Lu}[\p{L}.’-]*(?: (?:of )?\p{Lu}[\p{L}.’-]*){0,3})/u;
const POSSESSIVE = /[’']s?$/;
/** Endings of English adjectives for countries. */
const OF_A_COUNTRY = /(?:ese|an|ish|[^aeiou]i|ench|utch|reek|hai)$/;
const HANGUL_BEFORE = /(?<![\p{L}])([\p{Script=Hangul}\p{Script=Han}]{1,6}?)(?:의)?\s?$/u;
/** An owner that stands beside a name. */
interface Owner extends Span {
  /** Whether it is one of the owners that were asked for. */
  readonly isOurs: boolean;
}

/**
 * Find the owner of a name beside it.
 *
 * @param whose - `owners`: words for the countries asked for. `others`: Korean words for others.
 * @returns The owner, or null if none is named.
 */
export function findOwner(
  text: string,
  { start, end }: Span,
  { owners, others }: Pick<Candidate, 'owners' | 'others'>,
): Owner | null {
  const piece = text.slice(Math.max(0, start - REACH), start);
  if (/\p{Script=Hangul}/u.test(text.slice(start, end))) {
    return hangulOwner(piece, start, owners, others);
  }
  return before(piece, start, owners) ?? behind(text, end, owners);
}

function before(piece: string, start: number, owners: readonly string[]): Owner | null {
  const phrase = BEFORE.exec(piece)?.[1];
  if (phrase === undefined) return null;
  const words = phrase.split(' ');
  // In "Friday South Korea’s" the owner is the longest row of last words that names one.
  for (let from = Math.max(0, words.length - 4); from < words.length; from++) {
    const name = words
      .slice(from)
      .join(' ')
      .replace(POSSESSIVE, '')
      .replace(/^[Tt]he /, '');
    if (owners.some((owner) => isSame(owner, name))) return ownerAt(start, name, true);
  }
  const last = words.at(-1) ?? '';
  const isOwner = /^\p{Lu}/u.test(last) && (POSSESSIVE.test(last) || OF_A_COUNTRY.test(last));
  return isOwner ? ownerAt(start, last, false) : null;
}

function hangulOwner(
  piece: string,
  start: number,
  owners: readonly string[],
  others: readonly string[],
): Owner | null {
  const word = HANGUL_BEFORE.exec(piece)?.[1] ?? '';
  if (owners.includes(word)) return ownerAt(start, word, true);
  if (others.includes(word)) return ownerAt(start, word, false);
  return null;
}

function behind(text: string, end: number, owners: readonly string[]): Owner | null {
  const found = BEHIND.exec(text.slice(end, end + REACH));
  if (!found) return null;
  const span = { start: end, end: end + found[0].length };
  const words = (found[2] as string).replace(POSSESSIVE, '').split(' ');
  const isOurs = words.some((_, i) =>
    owners.some((owner) => isSame(owner, words.slice(0, i + 1).join(' '))),
  );
  // A body "in" a country may belong to another.
  return isOurs || found[1] === 'of' ? { ...span, isOurs } : null;
}

const ownerAt = (start: number, name: string, isOurs: boolean): Owner => ({
  start: Math.max(0, start - name.length - 1),
  end: start,
  isOurs,
});

const isSame = (one: string, other: string) =>
  one.replaceAll('.', '').toLowerCase() === other.replaceAll('.', '').toLowerCase();
