/** Names the sources, countries and bodies of an entry on its card. */

import { glossaryOf } from '../glossary/entry-ref.ts';
import type { Source } from '../glossary/glossary.ts';
import { formatDate } from '../glossary/partial-date.ts';
import type { Told } from '../library/told.ts';
import type { CardParty } from './card-content.ts';
import type { CardStrings } from './card-strings.ts';

/** The publisher of a source; for general knowledge `background` of the card's words. */
export function nameSource(source: Source | undefined, strings: CardStrings): string | null {
  if (source === undefined) return null;
  return source.kind === 'background' ? strings.say('background') : source.publisher;
}

/** A source with its day ("Korea JoongAng Daily · as of 16 March 2022"), if it has one. */
export function dateSource(source: Source, asOf: string, strings: CardStrings): string {
  const name = nameSource(source, strings) ?? source.id;
  if (source.kind === 'background') return name;
  return `${name} · ${strings.say('asOf', formatDate(asOf, strings.language))}`;
}

/** Name a party: a country in the reader's language, or a body. */
export function describeParty(party: string, told: Told, strings: CardStrings): CardParty {
  if (/^[A-Z]{2}$/.test(party)) {
    const countries = new Intl.DisplayNames(strings.language, { type: 'region' });
    return { code: party, name: countries.of(party) ?? party };
  }
  const glossary = glossaryOf(told.ref);
  const relative = told.related.find(({ ref }) => ref === `${glossary}/${party}`);
  return { code: null, name: relative?.name ?? party.toUpperCase() };
}
