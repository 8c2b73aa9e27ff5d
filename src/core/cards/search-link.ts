/** The link at a card's foot, by which readers look its term up where they have chosen to. */
import { searchAddressFor } from '../settings/search-address.ts';
import type { CardContent } from './card-content.ts';
import type { CardStrings } from './card-strings.ts';

/** @param address - As in the settings; empty for nowhere. */
export function searchLinkOf(
  address: string,
  term: string,
  strings: CardStrings,
): Pick<CardContent, 'searchLink'> {
  if (address === '') return {};
  const words = strings.say('lookUpOn', new URL(address).host);
  return { searchLink: { words, address: searchAddressFor(address, term) } };
}

/** Give a card its link. It looks for the long form, which tells more than the letters. */
export function withSearchLink(
  content: CardContent,
  address: string,
  strings: CardStrings,
): CardContent {
  const { text } = content.long ?? content.title;
  return { ...content, ...searchLinkOf(address, text, strings) };
}
