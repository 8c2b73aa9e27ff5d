/** Begins a review of a text, whoever brings it. */
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { hashText } from '../text/word-keys.ts';
import type { Claimed, FoundText } from './found-text.ts';
import type { Review } from './review-types.ts';

/** UTF-16 code units: a book. What is longer is work for the command line. */
export const MOST_REVIEW_TEXT = 2_000_000;

/**
 * Make a text fit to be shown and cut up: line ends as `\n`, and no control characters, halves of
 * letters or characters that turn its direction or hide in it, which no glossary takes.
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
 * The source's id is made of what is known of it, so that the same article, added a second time, is
 * the same source.
 *
 * @param found - The text with what is known of it; it is cleaned here.
 */
export function startReview(
  { text, about, claimed }: FoundText,
  id: string,
  begun: string,
): Review {
  const { publisher = '', title = '', published = null, author, url } = about;
  const known = url ?? `${publisher} ${title} ${published ?? ''}`;
  const identity = known.trim() === '' ? text : known;
  const words = slug(`${publisher} ${published ?? ''}`) || 'text';
  return {
    id,
    begun,
    source: {
      id: `${words}-${(hashText(identity) >>> 0).toString(36)}`,
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

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
