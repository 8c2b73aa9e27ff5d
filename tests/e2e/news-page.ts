/** Makes news pages for tests: real markup around a text that a test cares for. */

export interface NewsPage {
  /** HTML of the article's paragraphs. */
  readonly body: string;
  readonly title?: string;
  readonly lang?: string;
  /** ISO date of the page; 2024-02-20 unless said. */
  readonly published?: string;
  /** HTML to add to the head. */
  readonly head?: string;
}

/** Makes it plain of which world the letters speak, with three terms. */
export const ALLIANCE = '<p>In Seoul the EDSCG met again, and so did the NCG with USFK.</p>';
export const IN_ALLIANCE: readonly string[] = ['EDSCG', 'NCG', 'USFK'];

/**
 * A page that says of itself that it is a news article. Its serialisation in a browser is the
 * string itself, so a test can compare the two.
 */
export function newsPage({
  body,
  title = 'A quiet day in Quill Harbour',
  lang = 'en',
  published = '2024-02-20',
  head = '',
}: NewsPage): string {
  const about = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: `${published}T06:00:00Z`,
  });
  return (
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>` +
    `<meta property="og:type" content="article"><link rel="icon" href="data:,">` +
    `<script type="application/ld+json">${about}</script>${head}</head>` +
    `<body><main><article><h1>${title}</h1>${body}</article></main></body></html>`
  );
}
