/** What a page may cost: one that fights us, or rewrites itself without end, is left in peace. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { indexGlossaries, lookUp } from '../../src/core/library-index.ts';
import { createHighlightPainter } from '../../src/page/highlight-painter.ts';
import { createMarkPainter } from '../../src/page/mark-painter.ts';
import type { Painter } from '../../src/page/painter.ts';
import { createReader } from '../../src/page/reader.ts';
import { makeGlossary } from '../core/sample-glossary.ts';

const index = indexGlossaries([makeGlossary({ bridge: { long: ['Span Bridge Authority'] } })]);
const TEXT = 'The Span Bridge Authority met.';

let life = new AbortController();
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

/** Read a page whose body is one article, and keep it read. */
async function read(createPainter: (options: never) => Painter, article: HTMLElement) {
  life = new AbortController();
  document.body.append(article);
  const asked = vi.fn();
  const onRest = vi.fn();
  const options = { document, style: 'dotted', readCss: async () => '' } as never;
  const reader = createReader({
    document,
    root: document.body,
    painter: createPainter(options),
    async lookUp(keys) {
      await asked(keys.length);
      return lookUp(index, keys);
    },
    onChange() {},
    onRest,
    signal: life.signal,
  });
  await reader.start();
  return { reader, asked, onRest };
}

function writeArticle(): HTMLElement {
  const article = document.createElement('article');
  article.append(document.createElement('p'));
  article.firstElementChild!.textContent = TEXT;
  return article;
}

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a page that fights us', () => {
  it('is left in peace, as it wants to be', async () => {
    const article = writeArticle();
    const { reader, onRest } = await read(createMarkPainter, article);
    expect(article.querySelector('news-gloss')).not.toBeNull();
    const fight = new MutationObserver(() => {
      if (article.querySelector('news-gloss')) article.replaceChildren(...writeArticle().children);
    });
    fight.observe(article, { childList: true, subtree: true });
    article.replaceChildren(...writeArticle().children);
    await vi.waitFor(() => expect(onRest).toHaveBeenCalled(), { timeout: 80_000, interval: 200 });
    await pass(300);
    fight.disconnect();
    expect(onRest).toHaveBeenCalledOnce();
    expect(article.textContent).toBe(TEXT);
    expect(article.querySelector('news-gloss')).toBeNull();
    expect(reader.mentions()).toEqual([]);
    // Peace is peace: whatever the page does now, nothing is read.
    article.append(...writeArticle().children);
    await pass(300);
    expect(reader.mentions()).toEqual([]);
  }, 90_000);
});

describe.each([
  ['highlights', createHighlightPainter],
  ['marks', createMarkPainter],
])('a long list that is scrolled, painted with %s', (_, createPainter) => {
  it('may take out what it has shown for a while, as often as it likes', async () => {
    const article = document.createElement('article');
    for (let i = 0; i < 150; i++) article.append(...writeArticle().children);
    const { reader, onRest } = await read(createPainter as never, article);
    expect(reader.mentions()).toHaveLength(150);
    await pass(150);
    while (article.childElementCount > 20) {
      article.firstElementChild!.remove();
      await pass(0);
    }
    await vi.waitFor(() => expect(reader.mentions()).toHaveLength(20));
    expect(onRest).not.toHaveBeenCalled();
  });
});

describe.each([
  ['highlights', createHighlightPainter],
  ['marks', createMarkPainter],
])('a line that is rewritten without end, painted with %s', (_, createPainter) => {
  it('is read now and then, and again once it rests', async () => {
    const article = writeArticle();
    const { reader, asked, onRest } = await read(createPainter as never, article);
    const line = article.querySelector('p')!;
    asked.mockClear();
    const start = performance.now();
    for (let turn = 0; turn < 60; turn++) {
      line.textContent = `Turn ${turn}x of sixty.`;
      await pass(50);
    }
    // Six at once, then one every two seconds: on a slow machine the sixty turns take longer.
    const seconds = (performance.now() - start) / 1_000;
    expect(asked.mock.calls.length).toBeLessThan(12 + seconds / 2);
    line.textContent = TEXT;
    await vi.waitFor(() => expect(reader.mentions()).toHaveLength(1), 15_000);
    expect(onRest).not.toHaveBeenCalled();
  });
});

describe('a background that does not answer', () => {
  it('costs the page nothing: the waiting is none of its work', async () => {
    const { reader, asked, onRest } = await read(createHighlightPainter, writeArticle());
    const inAll = reader.mentions().length;
    asked.mockImplementationOnce(async () => {
      await pass(2_000);
      throw new Error('The background has ended.');
    });
    document.querySelector('article')!.append('Others asked the Span Bridge Authority anew.');
    await vi.waitFor(() => expect(reader.mentions()).toHaveLength(inAll + 1), { timeout: 15_000 });
    expect(onRest).not.toHaveBeenCalled();
  });
});
