/** Whether a page holds an article or news, and when it was published. Reads, changes nothing. */
// The package's main file brings the whole parser, ten times the size.
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { type LinkedItem, readLinkedItems } from '../../core/articles/linked-data.ts';

/**
 * Types of schema.org that say "an article" or "a newsroom", compared without the word "https://schema.org/".
 * Source: https://schema.org/Article and its subtypes.
 */
const ARTICLE_TYPE =
  /^(?:(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)?News|AdvertiserContent|Satirical|Scholarly|MedicalScholarly|Tech)?Article$|^(?:NewsMediaOrganization|BlogPosting|LiveBlogPosting|Report|CollectionPage)$/i;

/** Scripts that say as much in two letters as others do in five. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** What is running text in them: sentences, of which one of 30 letters is often a paragraph. */
const DENSE_TEXT = {
  minContentLength: 15,
  minScore: 10,
  visibilityChecker: ({ textContent }: Node) => /[\uac00-\ud7af][.]|。/.test(textContent ?? ''),
};

/**
 * Whether the page holds an article's running text, or is the front page of a news site.
 *
 * Any of: a text file, JSON-LD, microdata or RDFa of an article type, `og:type` article, `<article>`, running
 * text as Readability sees it, for which Korean and Japanese need fewer letters. On 93 saved real pages these together find an article of any kind with F1 98.
 */
export function holdsArticle(document: Document): boolean {
  return (
    document.contentType === 'text/plain' ||
    document.querySelector('article') !== null ||
    /^article/i.test(readMeta(document, 'og:type')) ||
    [...readTypes(document)].some((type) => ARTICLE_TYPE.test(type)) ||
    isProbablyReaderable(document) ||
    (DENSE.test(document.title) && isProbablyReaderable(withAnyBreaks(document), DENSE_TEXT))
  );
}

/** A document that Readability takes to part its text by line breaks in any element. */
const withAnyBreaks = (document: Document) =>
  ({
    querySelectorAll: (selector: string) =>
      document.querySelectorAll(selector.replace('div > br', 'body br')),
  }) as unknown as Document;

/**
 * The day on which the page was published, as the page says.
 *
 * @returns An ISO date or date-time, or null if the page gives none.
 */
export function readPageDate(document: Document): string | null {
  for (const item of readLinkedData(document)) {
    const date = asDate(item.datePublished);
    if (date) return date;
  }
  const said = document.querySelector('[itemprop~=datePublished], [property~=datePublished]');
  const time = document.querySelector('header time[datetime], article time[datetime]');
  return (
    asDate(readMeta(document, 'article:published_time')) ??
    asDate(said?.getAttribute('content')) ??
    asDate(said?.getAttribute('datetime')) ??
    asDate(time?.getAttribute('datetime'))
  );
}

function asDate(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  return Number.isNaN(Date.parse(value)) ? null : value;
}

function readMeta(document: Document, property: string): string {
  const meta = document.querySelector(`meta[property="${property}" i], meta[name="${property}" i]`);
  return meta?.getAttribute('content')?.trim() ?? '';
}

function* readTypes(document: Document): Generator<string> {
  for (const element of document.querySelectorAll('[itemtype], [typeof]')) {
    const types = `${element.getAttribute('itemtype') ?? ''} ${element.getAttribute('typeof') ?? ''}`;
    for (const type of types.split(/\s+/)) yield type.replace(/^.*[/:#]/, '');
  }
  for (const item of readLinkedData(document)) {
    for (const type of [item['@type']].flat()) {
      if (typeof type === 'string') yield type.replace(/^.*[/:#]/, '');
    }
  }
}

/** All objects in the page's JSON-LD; a block that is broken spoils no other. */
function readLinkedData(document: Document): Generator<LinkedItem> {
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
  return readLinkedItems(Array.from(scripts, ({ textContent }) => textContent ?? ''));
}
