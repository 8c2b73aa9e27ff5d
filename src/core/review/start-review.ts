/** Begins a review of a text. */
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import type { Claimed, FoundText } from './found-text.ts';
import type { Review } from './review-types.ts';
import { nameSource } from './source-id.ts';

/** Longest text, in UTF-16 code units: a book. Longer ones are for the command line. */
export const MOST_REVIEW_TEXT = 2_000_000;

/**
 * Clean a text: line ends become `\n`; control characters, unpaired surrogates and format
 * characters are removed, since no glossary may hold them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|(?![\u200c\u200d])\p{Cf}/gu, '')
    .trim();
}

/**
 * Begin a review.
 *
 * @param found - The text with what is known about it; it is cleaned here.
 */
export function startReview(
  { text, about, claimed }: FoundText,
  id: string,
  begun: string,
): Review {
  const { publisher = '', title = '', published = null, author, url } = about;
  return {
    id,
    begun,
    source: {
      id: nameSource(about, text),
      publisher: cleanLine(publisher),
      title: cleanLine(title),
      ...(author !== undefined && { author: cleanLine(author) }),
      published,
      ...(url !== undefined && { url }),
    },
    ...(claimed && { claimed: cleanClaimed(claimed) }),
    target: { id: OWN_GLOSSARY },
    choices: [],
    total: null,
    text: cleanText(text),
  };
}

const cleanClaimed = ({ publisher, site }: Claimed): Claimed => ({
  ...(publisher !== undefined && { publisher: cleanLine(publisher) }),
  ...(site !== undefined && { site }),
});

const cleanLine = (line: string): string => cleanText(line).replace(/\s+/g, ' ').slice(0, 300);
