import { Readability } from '@mozilla/readability';
import { keepParts } from '../../src/core/articles/article-parts.ts';
import { readPage } from '../../src/core/articles/read-page.ts';
import type { ReadText } from '../../src/core/articles/read-text.ts';

/** Read a saved page, in a document that runs no scripts, loads nothing and is never shown. */
export function readHtml(html: string): ReadText {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const copy = page.cloneNode(true) as Document;
  keepParts(copy);
  const article = new Readability<Node>(copy, { serializer: (node) => node }).parse();
  return readPage(page, article);
}
