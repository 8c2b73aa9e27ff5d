import { afterEach, describe, expect, it } from 'vitest';
import { holdsArticle, readPageDate } from '../../../src/page/reading/article.ts';

/** A document of its own: the test's page is none that anybody reads. */
function makePage(head: string, body = '<nav><a href="#">a</a></nav>'): Document {
  return new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
}

const linked = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const typed = (type: unknown) => linked({ '@type': type });

describe('holdsArticle', () => {
  it.each([
    ['text/plain', true],
    ['application/json', false],
  ])('takes a text file for an article, and no other file: %s', async (type, expected) => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    frame.src = URL.createObjectURL(new Blob(['NCG met.'], { type }));
    document.body.append(frame);
    await loaded;
    expect(holdsArticle(frame.contentDocument as Document)).toBe(expected);
    frame.remove();
  });

  it.each<[string, string]>([
    ['an article element', '<article>Short.</article>'],
    ['og:type', '<meta property="og:type" content="article">'],
    ['og:type in another case', '<meta property="OG:Type" content=" Article">'],
    ['og:type as a name', '<meta name="og:type" content="article">'],
    ['NewsArticle', typed('NewsArticle')],
    ['a full type address', typed('https://schema.org/NewsArticle')],
    ['one of several types', typed(['WebPage', 'BlogPosting'])],
    ['ReportageNewsArticle', typed('ReportageNewsArticle')],
    ['AnalysisNewsArticle', typed('AnalysisNewsArticle')],
    ['AdvertiserContentArticle', typed('AdvertiserContentArticle')],
    ['ScholarlyArticle', typed('ScholarlyArticle')],
    ['LiveBlogPosting', typed('LiveBlogPosting')],
    ['a newsroom', typed('NewsMediaOrganization')],
    [
      'an article in a graph',
      linked({ '@graph': [{ '@type': 'WebSite' }, { '@type': 'Article' }] }),
    ],
    ['an article in an array', linked([{ '@type': 'WebSite' }, { '@type': 'NewsArticle' }])],
    ['what a page is about', linked({ '@type': 'WebPage', mainEntity: { '@type': 'Article' } })],
    ['linked data in a comment', linked('<!-- {"@type": "NewsArticle"} -->')],
    ['linked data in CDATA', linked('//<![CDATA[\n{"@type": "NewsArticle"}\n//]]>')],
    ['linked data in CDATA in comments', linked('/* <![CDATA[ */ {"@type": "Article"} /* ]]> */')],
    ['linked data with a break in a text', linked('{"about": "one\ntwo", "@type": "Article"}')],
    [
      'linked data of a type with a parameter',
      linked('{"@type": "NewsArticle"}').replace('ld+json', 'ld+json; charset=utf-8'),
    ],
    ['microdata', '<div itemscope itemtype="https://schema.org/NewsArticle">Short.</div>'],
    ['RDFa', '<div vocab="https://schema.org/" typeof="schema:WebPage NewsArticle">Short.</div>'],
    ['an article behind a broken block', linked('{"@type": "NewsArt') + typed('NewsArticle')],
  ])('by %s', (_, head) => expect(holdsArticle(makePage(head))).toBe(true));

  it.each<[string, string]>([
    ['nothing', ''],
    ['a web site', typed('WebSite')],
    ['a product', `${typed('Product')}<meta property="og:type" content="product">`],
    ['a word that ends so', typed('ParticleArticleList')],
    ['microdata of something else', '<div itemscope itemtype="https://schema.org/Offer"></div>'],
    ['RDFa of something else', '<div typeof="foaf:Person"></div>'],
    ['JSON of no object', linked('null') + linked('3') + linked('"NewsArticle"')],
    ['a type that is no text', typed(7)],
    ['an article hidden too deep', linked(nest(40))],
  ])('not by %s', (_, head) => expect(holdsArticle(makePage(head))).toBe(false));

  const KOREAN = '한미 양국은 서울에서 핵협의그룹 회의를 열었다고 국방부가 밝혔다.';
  const JAPANESE = '防衛省によると、日米両政府は東京で拡大抑止協議を開いたと発表した。';
  it.each<[string, string, string]>([
    ['paragraphs in Korean', '보도자료', `<p>${KOREAN}</p>`.repeat(4)],
    ['paragraphs in Korean under an English title', 'News', `<p>${KOREAN}</p>`.repeat(4)],
    ['paragraphs in Japanese', '報道資料', `<p>${JAPANESE}</p>`.repeat(4)],
    ['lines of a table in Korean', '보도자료', `<table><td>${`${KOREAN}<br>`.repeat(4)}</table>`],
    ['lines of a page in Korean', '보도자료', `<font>${`${KOREAN}<br>`.repeat(4)}</font>`],
  ])('by %s without any metadata', (_, title, body) =>
    expect(holdsArticle(makePage(`<title>${title}</title>`, body))).toBe(true),
  );

  it.each<[string, string, string]>([
    ['labels in Korean', '메일', '<p>받은 편지함 설정과 새 편지 쓰기 단추</p>'.repeat(20)],
    ['one sentence in Korean', '로그인', `<p>${KOREAN}</p>`],
    ['short sentences in English', 'Mail', '<p>You have no new messages today.</p>'.repeat(4)],
  ])('not by %s', (_, title, body) =>
    expect(holdsArticle(makePage(`<title>${title}</title>`, body))).toBe(false),
  );

  it('survives linked data of any depth', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(holdsArticle(makePage(linked(deep)))).toBe(false);
  });
});

describe('holdsArticle on the page itself', () => {
  afterEach(() => document.body.replaceChildren());

  it('sees running text, and no text in an app', () => {
    const paragraph = document.createElement('p');
    paragraph.textContent = 'The delegates of both sides met for a third time this year. '.repeat(
      12,
    );
    expect(holdsArticle(document)).toBe(false);
    document.body.append(paragraph, paragraph.cloneNode(true));
    expect(holdsArticle(document)).toBe(true);
  });
});

describe('readPageDate', () => {
  const meta = '<meta property="article:published_time" content="2025-02-03T04:05:06Z">';
  it.each<[string, string, string, string | null]>([
    [
      'linked data',
      linked({ '@type': 'NewsArticle', datePublished: '2026-11-05T10:00:00+09:00' }) + meta,
      '',
      '2026-11-05T10:00:00+09:00',
    ],
    [
      'linked data in a graph',
      linked({ '@graph': [{ datePublished: '2026-11-05' }] }),
      '',
      '2026-11-05',
    ],
    [
      'a meta element',
      meta,
      '<header><time datetime="2024-01-01"></time></header>',
      '2025-02-03T04:05:06Z',
    ],
    [
      'microdata',
      '<meta itemprop="datePublished" content="2024-06-11">',
      '<header><time datetime="2024-01-01"></time></header>',
      '2024-06-11',
    ],
    [
      'a time of microdata',
      '',
      '<time itemprop="datePublished" datetime="2024-06-11">',
      '2024-06-11',
    ],
    [
      'a time in the header',
      '',
      '<header><time datetime="2024-01-01"></time></header>',
      '2024-01-01',
    ],
    [
      'a time in the article',
      '',
      '<article><time datetime="2024-01-01">x</time></article>',
      '2024-01-01',
    ],
    ['no time elsewhere', '', '<footer><time datetime="2024-01-01"></time></footer>', null],
    ['nothing', '', '', null],
    ['words', linked({ datePublished: 'yesterday' }), '', null],
    ['no day of the calendar', linked({ datePublished: '2026-99-99' }), '', null],
    ['a number', linked({ datePublished: 20261105 }), '', null],
  ])('reads %s', (_, head, body, expected) =>
    expect(readPageDate(makePage(head, body))).toBe(expected),
  );
});

/** Depth beyond what a newsroom writes. */
function nest(depth: number): unknown {
  return depth === 0 ? { '@type': 'NewsArticle' } : [nest(depth - 1)];
}
