/** Ids for entries and glossaries that have none yet. */

/** Longest id made of a text, in UTF-16 code units: it leaves room for a number. */
const LONGEST = 60;

/**
 * Make an id of a text: its Latin letters and digits in lower case, joined by hyphens.
 *
 * @param other - The id of a text without any, as one in Hangul.
 */
export function idOf(text: string, other: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [other];
  return words.join('-').slice(0, LONGEST).replace(/-$/, '');
}

/** The first id that is not taken: the wanted one, else with a number behind it, from 2 on. */
export function firstFreeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let number = 2; isTaken(id); number++) id = `${wanted}-${number}`;
  return id;
}
