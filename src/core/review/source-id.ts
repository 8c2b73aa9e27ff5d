/** Ids of the sources that a reader names. */
import type { TextSource } from '../articles/text-source.ts';
import { hashText } from '../text/word-keys.ts';

/**
 * Make the id of a source from what is known about it, so that the same article gets the same id a
 * second time.
 *
 * @param text - What identifies a source of which nothing is known.
 */
export function nameSource(source: Partial<Omit<TextSource, 'id'>>, text = ''): string {
  const { publisher = '', title = '', published, url } = source;
  const known = url ?? `${publisher} ${title} ${published ?? ''}`;
  const identity = known.trim() === '' ? text : known;
  const words = slug(`${publisher} ${published ?? ''}`) || 'text';
  return `${words}-${(hashText(identity) >>> 0).toString(36)}`;
}

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
