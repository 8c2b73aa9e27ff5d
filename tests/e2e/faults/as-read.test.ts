/** What of a page is read, and as which words: what can be seen, its lines, letters and articles. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS, useHarness } from '../harness.ts';
import { newsPage } from '../news-page.ts';
import { expectLeftAlone } from '../paint.ts';

/** Longer than a page needs to be read, in milliseconds: by then nothing has been painted too early. */
const BEFORE_MS = 2_500;

/** What is painted, in reading order, by node: a name in three elements is three pieces. */
const piecesOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const pieces: { node: Node; start: number; text: string }[] = [];
    const read = (root: Document | ShadowRoot) => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('newsgloss')) continue;
        for (const { startContainer: node, startOffset, endOffset } of highlight) {
          if (node.getRootNode() !== root) continue;
          const text = node.nodeValue?.slice(startOffset, endOffset) ?? '';
          pieces.push({ node, start: startOffset, text });
        }
      }
    };
    read(document);
    for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) read(shadowRoot);
    const isBefore = (one: Node, other: Node) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    pieces.sort((a, b) =>
      a.node === b.node ? a.start - b.start : isBefore(a.node, b.node) ? -1 : 1,
    );
    return pieces.map(({ text }) => text).join(' ');
  });

const expectPieces = (page: Page, pieces: string) => expect.poll(() => piecesOf(page)).toBe(pieces);

const MET = '<p>The EDSCG met USFK.</p>';
const IN_MET = 'EDSCG USFK';
/** The same in a Korean page, without any metadata. */
const KOREAN =
  '정부는 23일 서울에서 한미 핵협의그룹 회의를 열었다고 밝혔다.<br><br>' +
  '국방부 관계자는 확장억제 협의가 진전됐다고 설명했다. 회의에는 양국 대표단이 참석했다.<br><br>' +
  '주한미군은 이번 훈련에 병력 수백 명이 참가한다고 덧붙였다. 북한은 이를 비난하는 담화를 냈다.';
const spread = (word: string, tag: string) =>
  [...word].map((each) => `<${tag} style="display:inline-block">${each}</${tag}>`).join('');

describe.each(BROWSERS)('a page as it is read in %s', (kind) => {
  const harness = useHarness(kind);

  it.each<[what: string, body: string, pieces: string]>([
    ['an element without a box', `<div style="display:contents">${MET}</div>`, IN_MET],
    ['what a dialog left hidden', `<div aria-hidden="true"><div>${MET}</div></div>`, IN_MET],
    [
      'spans shown as blocks',
      '<p><b style="display:block">the NCG</b><b style="display:block">USFK men</b></p>',
      'NCG USFK',
    ],
    [
      'letters in divs',
      `<h2><div style="display:inline-block">${spread('USFK', 'div')}</div></h2>`,
      'U S F K',
    ],
    ['letters in spans', `<h2>The ${spread('USFK', 'span')} met</h2>`, 'U S F K'],
    ['elements of the page’s own', '<p>The <x-a>EDS</x-a>CG met</p>', 'EDS CG'],
    [
      'a mark that no eye sees',
      '<p>The ED<i hidden>x</i>SCG met USFK<i hidden>1</i>.</p>',
      'ED SCG USFK',
    ],
    ['ruby', '<p lang="ko"><ruby>핵협<rt>a</rt>의그룹<rt>b</rt></ruby>과</p>', '핵협 의그룹'],
    [
      'raised links',
      '<p>The USFK<a href="#1" style="vertical-align:super;font-size:.7em">1</a> met.</p>',
      'USFK',
    ],
    [
      'a large first letter',
      '<style>#d::first-letter{float:left;font-size:3em}</style><p id="d">EDSCG met.</p>',
      'EDSCG',
    ],
    [
      'an editor that shows an article',
      `<div class="ProseMirror" contenteditable="false">${MET}</div>`,
      IN_MET,
    ],
    ['letters of full width', '<p>ＮＣＧ met ＵＳＦＫ.</p>', 'ＮＣＧ ＵＳＦＫ'],
    ['mathematical letters', '<p>The 𝐄𝐃𝐒𝐂𝐆 met.</p>', '𝐄𝐃𝐒𝐂𝐆'],
    [
      'decomposed Hangul',
      `<p lang="ko">${'핵협의그룹은'.normalize('NFD')}</p>`,
      '핵협의그룹'.normalize('NFD'),
    ],
  ])('is painted through %s', async (_, body, pieces) => {
    const page = await harness.visit(newsPage({ body: `${body}<p>In Seoul.</p>` }));
    await expectPieces(page, pieces);
    harness.leave(page);
  });

  it.each<[what: string, body: string]>([
    [
      'words of two lines',
      '<p><b style="display:block">ED</b><b style="display:block">SCG</b></p>',
    ],
    ['words of two cells', '<div style="display:flex;gap:9px"><b>US</b><b>FK</b></div>'],
    ['a digit on the line', '<p>NCG<b>1</b> met.</p>'],
    ['a pull quote', '<blockquote aria-hidden="true">EDSCG</blockquote>'],
    ['an editor', '<div class="ProseMirror" contenteditable="true"><p>EDSCG</p></div>'],
    ['letters in circles', '<p>The ⓃⒸⒼ met.</p>'],
  ])('is left alone: %s', async (_, body) => {
    const page = await harness.visit(newsPage({ body }));
    await expectLeftAlone(harness, page);
    harness.leave(page);
  });

  it.each<[what: string, style: string, show: string]>([
    [
      'an animation',
      'body{visibility:hidden}.on{animation:on 0s forwards}@keyframes on{to{visibility:visible}}',
      'document.body.className = "on"',
    ],
    ['a rule', 'article{opacity:0}', 'document.styleSheets[0].deleteRule(0)'],
    ['a sheet taken away', 'main{display:none}', 'document.styleSheets[0].disabled = true'],
  ])('is painted when it is shown later, by %s', async (_, style, show) => {
    const page = await harness.visit(newsPage({ body: MET, head: `<style>${style}</style>` }));
    await new Promise((resolve) => setTimeout(resolve, BEFORE_MS));
    expect(await piecesOf(page)).toBe('');
    await page.evaluate(show);
    await expectPieces(page, IN_MET);
    harness.leave(page);
  });

  it('is painted in an element that is defined late', async () => {
    const page = await harness.visit(newsPage({ body: '<late-story></late-story><p>EDSCG</p>' }));
    await expectPieces(page, 'EDSCG');
    await page.evaluate(`customElements.define('late-story', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '${MET}'; }
    })`);
    await expect.poll(() => piecesOf(page)).toContain(IN_MET);
    harness.leave(page);
  });

  it('is painted where it is served as XHTML, a list of its terms included', async () => {
    const page = await harness.visit(
      harness.put('/x.xhtml', {
        type: 'application/xhtml+xml',
        body:
          '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A day</title></head><body><article>' +
          '<table><tr><th>BWC</th><td>Baltic Watch Council</td></tr></table><pre>EDSCG</pre>' +
          '<p>The Nuclear<br/>Consultative Group met. The BWC came.</p></article></body></html>',
      }),
    );
    await expect.poll(() => piecesOf(page)).toMatch(/Nuclear Consultative Group BWC$/);
    expect(await piecesOf(page)).not.toContain('EDSCG');
    harness.leave(page);
  });

  it.each<[what: string, page: string, pieces: string]>([
    ['microdata', `<div itemscope itemtype="https://schema.org/NewsArticle">${MET}</div>`, IN_MET],
    ['RDFa', `<div vocab="https://schema.org/" typeof="NewsArticle">${MET}</div>`, IN_MET],
    [
      'JSON-LD in CDATA, of a type with a parameter',
      `<script type="application/ld+json; charset=utf-8">/*<![CDATA[*/ {"@type":"NewsArticle"} /*]]>*/</script>${MET}`,
      IN_MET,
    ],
    [
      'Korean text under an English title',
      `<div>${KOREAN}</div>`,
      '핵협의그룹 국방부 확장억제 주한미군',
    ],
  ])('holds an article by %s', async (_, body, pieces) => {
    const page = await harness.visit(
      `<!DOCTYPE html><html lang="ko"><title>Day</title><body>${body}</body></html>`,
    );
    await expectPieces(page, pieces);
    harness.leave(page);
  });

  it('holds none by a list of links with a term', async () => {
    const page = await harness.visit(
      '<!DOCTYPE html><html lang="ko"><title>가게</title><body><a href="#a">NCG</a> <a href="#b">USFK</a></body></html>',
    );
    await expectLeftAlone(harness, page);
    harness.leave(page);
  });
});
