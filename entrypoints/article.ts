import { Readability } from '@mozilla/readability';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepParts } from '../src/core/articles/article-parts.ts';
import { readPage } from '../src/core/articles/read-page.ts';
import { type ReadText, readPlainText } from '../src/core/articles/read-text.ts';
import { copyFlat } from '../src/page/text/flat-copy.ts';

/**
 * Reads the article of a page, once, when the reader adds it. Returns its text and what the page
 * says about itself, or null if there is no article. The page is not changed.
 */
export default defineUnlistedScript((): ReadText | null => {
  if (document.contentType === 'text/plain') return readPlainText(document.body.textContent);
  // A copy, since Readability takes apart what it reads.
  const copy = copyFlat(document);
  keepParts(copy);
  const article = new Readability<Node>(copy, { serializer: (node) => node }).parse();
  return article?.content ? readPage(document, article) : null;
});
