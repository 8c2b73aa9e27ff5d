/** Finds whose body a name means in a text: "China's Ministry of …", "the JCS of South Korea". */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, CandidateName, Occurrence } from '../matching/candidate.ts';
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

/** What makes another country of the one behind it: "South Sudanese", 남수단. */
const COMPASS = /(?<!\p{L})(?:North|NORTH|South|SOUTH|East|EAST|West|WEST)\s+$|[남북동서]$/u;
/** How a name begins that is a people's of several countries. */
const OF_A_CONTINENT = /^(?:African|Asian|European)$/i;
/** What states call bodies of theirs, at the end of a name or before "of" or "for". */
const OF_A_STATE =
  /(?<!p{L})(?:administration|agency|army|authority|bureau|command|commission|committee|community|council|court|department|directorate|division|fleet|forces?|guards?|ministry|navy|office|service|staff)(?:$| (?:of|for) )/i;

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

/**
 * Leave out readings that the words directly before a name rule out: "the South Sudanese army" is not
 * Sudan's, nor "Nepal's People's Liberation Army" China's.
 */
export function withoutForeign(
  text: string,
  occurrences: readonly Occurrence[],
  candidates: ReadonlyMap<EntryRef, Candidate>,
): readonly Occurrence[] {
  return occurrences.flatMap((occurrence) => {
    const readings = occurrence.readings.filter(({ ref, name }) => {
      const candidate = candidates.get(ref);
      return !candidate?.isBody || !isForeign(text, occurrence, name, candidate);
    });
    if (readings.length === occurrence.readings.length) return [occurrence];
    return readings.length > 0 ? [{ ...occurrence, readings }] : [];
  });
}

/**
 * Short forms take any country before them ("Russia's NATO envoy"), and so do names that are not as
 * states name their bodies ("Iran's Hezbollah"), that name a country themselves, or that international
 * bodies bear in full. Shared names have rules of their own.
 */
function isForeign(
  text: string,
  at: Span,
  { text: name, role, shared }: CandidateName,
  { parties, longForms }: Candidate,
): boolean {
  if (role === 'short' || !name.includes(' ')) return false;
  const words = name.split(' ');
  const first = words[0] as string;
  const isOfPeople = countryOf(first) !== undefined || OF_A_CONTINENT.test(first);
  const compass = COMPASS.exec(text.slice(Math.max(0, at.start - REACH), at.start))?.[0];
  if (compass) {
    const other = countryOf(compass.replace(/\s+/, ' ') + first);
    if (other ? !parties.includes(other.code) : isOfPeople) return true;
  }
  if (isOfPeople) return false;
  if (shared || !OF_A_STATE.test(name)) return false;
  if (parties.length !== 1 && !longForms.some((long) => isTail(name, long))) return false;
  const owner = before(text, at);
  return (
    owner !== null && !owner.mayBePlace && !parties.includes(owner.code) && !namesCountry(words)
  );
}

/** Whether a longer name has an owner before this one: "UN" before "Security Council". */
const isTail = (name: string, long: string): boolean =>
  long.endsWith(` ${name}`) && /^[\p{L}.]+(?: [\p{L}.]+)?$/u.test(long.slice(0, -name.length - 1));

/** Whether a name holds the name of a country: "Armed Forces of the Philippines". */
const namesCountry = (words: readonly string[]): boolean =>
  words.some((word, i) => countryOf(word) ?? countryOf(`${word} ${words[i + 1] ?? ''}`));
