/** Chooses the names that a card shows. */

import type { Name } from '../glossary/glossary.ts';
import type { CardContent, Wording } from './card-content.ts';

/**
 * Choose the title, the long form under it and one name for each other language (`otherNames`).
 *
 * The title is the short form in the reader's language, else any short form, else the long form.
 *
 * @param names - At least one.
 * @param language - The reader's language tag.
 */
export function chooseNames(
  names: readonly Name[],
  language: string,
): Pick<CardContent, 'title' | 'long' | 'otherNames'> {
  const home = names.filter(({ lang }) => baseOf(lang) === baseOf(language));
  const title =
    findRole(home, 'short') ?? findRole(names, 'short') ?? findFull(home) ?? findFull(names);
  if (title === undefined) throw new RangeError('an entry has at least one name');
  const full = findFull(home) ?? findFull(names);
  const long = full !== title && full?.text !== title.text ? full : undefined;
  const shown = baseOf((long ?? title).lang);
  const otherNames: Name[] = [];
  for (const lang of new Set(names.map((name) => baseOf(name.lang)))) {
    if (lang === shown) continue;
    const other = findFull(names.filter((name) => baseOf(name.lang) === lang));
    if (other && other !== title) otherNames.push(other);
  }
  return {
    title: wordingOf(title),
    long: long ? wordingOf(long) : null,
    otherNames: otherNames.map(wordingOf),
  };
}

const findRole = (names: readonly Name[], role: Name['role']) =>
  names.find((name) => name.role === role);

const findFull = (names: readonly Name[]) =>
  findRole(names, 'long') ?? findRole(names, 'short') ?? names[0];

const wordingOf = ({ text, lang }: Name): Wording => ({ text, lang });

const baseOf = (language: string) => language.split('-')[0] ?? language;
