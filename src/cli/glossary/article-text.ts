/** Reads files of several kinds as plain text, with their title and source. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { keepParts } from '../../core/articles/article-parts.ts';
import { readPage } from '../../core/articles/read-page.ts';
import { type ReadText, readMarkdown, readPlainText } from '../../core/articles/read-text.ts';

/** Read a file's content by the ending of its name: html, md, or anything else as plain text. */
export function readArticle(name: string, content: string): ReadText {
  const body = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (/\.(?:html?|xhtml)$/i.test(name)) return readHtml(body);
  if (/\.(?:md|markdown)$/i.test(name)) return readMarkdown(body);
  return readPlainText(body);
}

function readHtml(html: string): ReadText {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  // Readability changes the document, so give it a copy. If it finds no article, read the whole
  // page.
  const copy = document.cloneNode(true) as Document;
  keepParts(copy);
  const article = new Readability<Node>(copy, { serializer: (node) => node }).parse();
  return readPage(document, article);
}
