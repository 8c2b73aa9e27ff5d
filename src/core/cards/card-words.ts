/** How a card names what an entry refers to: sources, countries, bodies. */

import { glossaryOf } from '../glossary/entry-ref.ts';
import type { Source } from '../glossary/glossary.ts';
import { formatDate } from '../glossary/partial-date.ts';
import type { Told } from '../library/told.ts';
import type { CardParty } from './card-content.ts';
import type { CardStrings } from './card-strings.ts';

/** The name of a source; general knowledge has the name that the card gives it. */
export function nameSource(source: Source | undefined, strings: CardStrings): string | null {
  if (source === undefined) return null;
  return source.kind === 'background' ? strings.background : source.publisher;
}

/** "Korea JoongAng Daily · as of 16 March 2022"; general knowledge has no day. */
export function dateSource(source: Source, asOf: string, strings: CardStrings): string {
  const name = nameSource(source, strings) ?? source.id;
  if (source.kind === 'background') return name;
  return `${name} · ${strings.asOf(formatDate(asOf, strings.language))}`;
}

/** A country in the reader's language, or a body by its name. */
export function describeParty(party: string, told: Told, strings: CardStrings): CardParty {
  if (/^[A-Z]{2}$/.test(party)) {
    const countries = new Intl.DisplayNames(strings.language, { type: 'region' });
    return { code: party, name: countries.of(party) ?? party };
  }
  const glossary = glossaryOf(told.ref);
  const relative = told.related.find(({ ref }) => ref === `${glossary}/${party}`);
  return { code: null, name: relative?.name ?? party.toUpperCase() };
}
