import { Readability } from '@mozilla/readability';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepParts } from '../src/core/articles/article-parts.ts';
import { readPage } from '../src/core/articles/read-page.ts';
import { type ReadText, readPlainText } from '../src/core/articles/read-text.ts';
import { copyFlat } from '../src/page/text/flat-copy.ts';

/**
 * Brought into a page when its article is added, and asked once. Answers with the article's text
 * and what the page says of itself, or null where there is none; the page stays as it is.
 */
export default defineUnlistedScript((): ReadText | null => {
  if (document.contentType === 'text/plain') return readPlainText(document.body.textContent);
  // Readability takes what it reads to pieces.
  const copy = copyFlat(document);
  keepParts(copy);
  const article = new Readability<Node>(copy, { serializer: (node) => node }).parse();
  return article?.content ? readPage(document, article) : null;
});
