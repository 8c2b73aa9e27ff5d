/** Makes the names of an entry of ours from what a foreign file calls it. */

import { findDefinitions } from '../definitions/find-definitions.ts';
import { isShortForm } from '../definitions/short-form.ts';
import { CAPS } from '../glossary/caps.ts';
import type { Name } from '../glossary/glossary.ts';
import { shorten, toPlainText } from '../text/plain-text.ts';
import type { ForeignName } from './foreign.ts';
import { languageOf, tagOf } from './language.ts';

/** A letter or a digit. */
export const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * Whether a name is written in letters of its own, such as NCG, K-12 or 3GPP. A capital at the start
 * alone makes none: lists write "Berth", texts "berth".
 */
const isAcronym = (text: string): boolean =>
  isShortForm(text) && /\p{Lu}.*[\p{Lu}\p{N}]|\p{N}.*\p{Lu}/u.test(text);

/** A name with its short form in brackets, or the other way round. */
const IN_BRACKETS = /^([^()]+?) ?\(([^()]+)\)$/;

/**
 * The names of an entry, each once. One that the file gives no role gets it by how it is written.
 *
 * @param language - Of names whose language nothing tells.
 */
export function namesOf(names: readonly ForeignName[], language: string): Name[] {
  const known = new Set<string>();
  const firstOf = new Set<string>();
  const plain = names.flatMap(splitName);
  const longest = plain.reduce((most, { text }) => Math.max(most, text.length), 0);
  return plain
    .filter(({ text }) => {
      const isNew = HAS_WORD.test(text) && text.length <= CAPS.name && !known.has(text);
      known.add(text);
      return isNew;
    })
    .slice(0, CAPS.namesPerEntry)
    .map(({ text, lang, role }): Name => {
      const tag = tagOf(lang) ?? languageOf(text, language);
      const isShort = isAcronym(text) && (plain.length === 1 || text.length < longest);
      const guessed = isShort ? 'short' : firstOf.has(tag) ? 'alias' : 'long';
      if (!isShort) firstOf.add(tag);
      return { text, lang: tag, role: role ?? guessed, case: isAcronym(text) ? 'exact' : 'any' };
    });
}

/** Split "Nuclear Consultative Group (NCG)" where the file does not say what the name is. */
function splitName({ text, lang, role }: ForeignName): ForeignName[] {
  const plain = toPlainText(text);
  const [, before = '', inside = ''] = (role === null && IN_BRACKETS.exec(plain)) || [];
  const isPair = before !== '' && isAcronym(before) !== isAcronym(inside);
  if (!isPair) return [{ text: plain, lang, role }];
  const roleOf = (part: string) => (isAcronym(part) ? 'short' : 'long');
  return [before, inside].map((part) => ({ text: part, lang, role: roleOf(part) }));
}

/** An explanation that only spells an acronym out is its full name, too: QB, "Quay Board". */
export function spelledOut(
  names: readonly Name[],
  main: { readonly lang: string; readonly gloss: string } | undefined,
): Name[] {
  const [short] = names;
  if (short === undefined || main === undefined || names.length >= CAPS.namesPerEntry) return [];
  if (names.some(({ role }) => role !== 'short') || main.gloss.length > CAPS.name) return [];
  const text = main.gloss;
  if (!findDefinitions(`${text} (${short.text})`).some(({ long }) => long === text)) return [];
  return [{ text, lang: main.lang, role: 'long', case: isAcronym(text) ? 'exact' : 'any' }];
}

/** A term without an explanation is explained by its full name, or by what it is called elsewhere. */
export function glossFromNames(names: readonly Name[]): string | null {
  const [first, ...others] = names;
  const long = others.find(({ role }) => role === 'long' && first?.role === 'short');
  if (long) return shorten(long.text, CAPS.gloss);
  const foreign = others.filter(({ lang }) => lang !== first?.lang).map(({ text }) => text);
  return foreign.length > 0 ? shorten(foreign.join(' · '), CAPS.gloss) : null;
}
