/** Finds whose body a name means in a text: "China's Ministry of …", "the JCS of South Korea". */
import type { Span } from '../text/span.ts';
import { countryOf } from './countries.ts';

/** How far before and behind a name its owner may stand, in UTF-16 code units. */
const REACH = 40;
/** What may stand between an owner and the name. */
const BETWEEN = /\s+(?:own |defen[cs]e |military )?$/;
const BEFORE = /(?<![\p{L}.’'-])(?:[\p{L}.’'-]+ ){0,3}[\p{L}.’'-]+$/u;
const BEHIND =
  /^\s*(?:\([^()]{1,12}\)\s*)?(of|in) (?:the )?(\p{Lu}[\p{L}.’'-]*(?: (?:of )?\p{Lu}[\p{L}.’'-]*){0,3})/u;
const POSSESSIVE = /[’']s?$/i;
const HANGUL_BEFORE = /(?<![\p{L}])([\p{Script=Hangul}\p{Script=Han}]{1,6}?)(?:의)?\s?$/u;

/** Words for a country beside a name. */
interface Found extends Span {
  /** Its ISO 3166 code. */
  readonly code: string;
  /** Whether they may name no more than a place: "in Washington NSC officials said". */
  readonly mayBePlace: boolean;
}

/** An owner that stands beside a name; the span is that of its own words. */
interface Owner extends Span {
  /** Whether it is one of the countries that were asked for. */
  readonly isOurs: boolean;
}

/**
 * Find the owner of a name beside it: a country as possessive, adjective or noun before it, or as
 * noun behind it.
 *
 * @param parties - The ISO 3166 codes of the countries asked for.
 * @returns The owner, or null if none is named.
 */
export function findOwner(text: string, at: Span, parties: readonly string[]): Owner | null {
  const isHangul = /\p{Script=Hangul}/u.test(text.slice(at.start, at.end));
  const found = isHangul ? hangulBefore(text, at) : (before(text, at) ?? behind(text, at));
  if (!found) return null;
  const { start, end, code, mayBePlace } = found;
  const isOurs = parties.includes(code);
  return isOurs || !mayBePlace ? { start, end, isOurs } : null;
}

/** In "Friday South Korea’s" the owner is the longest row of last words that names one. */
function before(text: string, { start: at }: Span): Found | null {
  const offset = Math.max(0, at - REACH);
  const piece = text.slice(offset, at);
  const found = BETWEEN.test(piece) ? BEFORE.exec(piece.replace(BETWEEN, '')) : null;
  if (!found) return null;
  const words = found[0].split(' ');
  let start = offset + found.index;
  for (let from = 0; from < words.length; from++) {
    const row = words.slice(from).join(' ');
    const name = row.replace(POSSESSIVE, '');
    const { code, by } = (/^\p{Lu}/u.test(row) && countryOf(name)) || {};
    if (code) {
      return { start, end: start + name.length, code, mayBePlace: by === 'seat' && name === row };
    }
    start += (words[from] as string).length + 1;
  }
  return null;
}

function hangulBefore(text: string, { start: at }: Span): Found | null {
  const offset = Math.max(0, at - REACH);
  const found = HANGUL_BEFORE.exec(text.slice(offset, at));
  const name = found?.[1] ?? '';
  const country = countryOf(name);
  if (!found || !country) return null;
  const start = offset + found.index;
  return { start, end: start + name.length, code: country.code, mayBePlace: false };
}

/** "The JCS of South Korea". A possessive or adjective belongs to what follows it. */
function behind(text: string, { end: at }: Span): Found | null {
  const found = BEHIND.exec(text.slice(at, at + REACH));
  if (!found) return null;
  const words = (found[2] as string).split(' ');
  const start = at + found[0].length - (found[2] as string).length;
  for (let count = words.length; count > 0; count--) {
    const row = words.slice(0, count).join(' ');
    const name = countryOf(row) ? row : row.replace(/\.$/, '');
    const { code, by } = countryOf(name) ?? {};
    if (!code || by === 'adjective') continue;
    // A body "in" a country may belong to another.
    const mayBePlace = by === 'seat' || found[1] === 'in';
    return { start, end: start + name.length, code, mayBePlace };
  }
  return null;
}
