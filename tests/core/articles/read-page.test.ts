import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/core/articles/read-page.ts';

const read = (head: string, body = '<p>Text.</p>') => {
  const { document } = parseHTML(`<html><head>${head}</head><body>${body}</body></html>`);
  return readPage(document, null);
};
const linked = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const REPORT = {
  '@type': 'NewsArticle',
  headline: 'Pilots get  a board',
  datePublished: '2023-02-28T09:00:00+09:00',
  author: [{ name: 'Odo Brandt' }, { name: 'Mara Vellin' }],
  publisher: { name: 'Quay Gazette' },
};
const TOLD = {
  publisher: 'Quay Gazette',
  title: 'Pilots get a board',
  author: 'Odo Brandt, Mara Vellin',
  published: '2023-02-28',
};

describe('what a page says of itself', () => {
  it.each<[string, string, object]>([
    ['in JSON-LD', linked(REPORT), TOLD],
    ['in JSON-LD within a graph', linked({ '@graph': [{ '@type': 'WebSite' }, REPORT] }), TOLD],
    ['beside JSON-LD that is broken', linked('{"datePublished": "1999-') + linked(REPORT), TOLD],
    [
      'in its head, which names better than JSON-LD',
      '<meta property="og:site_name" content="The Gazette"><meta property="og:title" content="Pilots">' +
        linked(REPORT),
      { ...TOLD, publisher: 'The Gazette', title: 'Pilots' },
    ],
    [
      'in its head alone',
      '<meta property="article:published_time" content="2024-01-05T23:30:00+09:00">' +
        '<meta name="author" content="Odo Brandt"><link rel="canonical" href="https://quay.example/a">',
      { author: 'Odo Brandt', published: '2024-01-05', url: 'https://quay.example/a' },
    ],
    [
      'as an author’s address, which is no name',
      '<meta name="author" content="https://a.example/odo">',
      {},
    ],
    [
      'as an address that is no web page',
      '<meta property="og:url" content="javascript:alert(1)">',
      {},
    ],
    ['nowhere', '', {}],
  ])('%s', (_, head, expected) => {
    expect(read(head).about).toEqual(expected);
  });

  it('takes the first day that the text names, and the heading', () => {
    const { about } = read('', '<h1>Pilots</h1><time datetime="2022-03-16T10:00">Wednesday</time>');
    expect(about).toEqual({ title: 'Pilots', published: '2022-03-16' });
  });
});

describe('the text of a page', () => {
  it('has a blank line between blocks, and nothing of scripts', () => {
    const { text } = read(
      '',
      '<h1>One</h1><p>Two <b>and</b>\n half<br>three</p><script>no()</script>',
    );
    expect(text).toBe('One\n\nTwo and half\n\nthree');
  });

  it('survives a page that is nested without end', () => {
    const { text } = read('', `${'<div>'.repeat(3_000)}deep${'</div>'.repeat(3_000)}`);
    expect(text).toBe('deep');
  });
});
