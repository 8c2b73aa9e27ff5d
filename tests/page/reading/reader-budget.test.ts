/** The budget of a page: one that undoes our painting or never stops rewriting itself is paused. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHighlightPainter } from '../../../src/page/painting/highlight-painter.ts';
import { createMarkPainter } from '../../../src/page/painting/mark-painter.ts';
import type { Painter } from '../../../src/page/painting/painter.ts';
import { answer, closeReader, eventually, openReader, pass, stage } from './reading-page.ts';

const NAME = 'Nuclear Consultative Group';
const TEXT = `The ${NAME} met.`;

const PAINTERS = [
  ['highlights', createHighlightPainter],
  ['marks', createMarkPainter],
] as const;

afterEach(closeReader);

/** Read a page of one article, and keep it read. */
async function read(createPainter: (typeof PAINTERS)[number][1], article: HTMLElement) {
  stage('').append(article);
  const asked = vi.fn();
  const onPause = vi.fn();
  const painter: Painter = createPainter({ document, style: 'dotted', readCss: async () => '' });
  const { reader } = await openReader({
    painter,
    async lookUp(keys) {
      await asked(keys.length);
      return answer(keys);
    },
    onPause,
  });
  return { reader, asked, onPause };
}

function writeArticle(): HTMLElement {
  const article = document.createElement('article');
  article.append(document.createElement('p'));
  article.firstElementChild!.textContent = TEXT;
  return article;
}

describe('a page that fights us', () => {
  it('is paused, and stays as it wants to be', async () => {
    const article = writeArticle();
    const { reader, onPause } = await read(createMarkPainter, article);
    expect(article.querySelector('news-gloss')).not.toBeNull();
    const fight = new MutationObserver(() => {
      if (article.querySelector('news-gloss')) article.replaceChildren(...writeArticle().children);
    });
    fight.observe(article, { childList: true, subtree: true });
    article.replaceChildren(...writeArticle().children);
    await eventually(() => expect(onPause).toHaveBeenCalled());
    await pass(300);
    fight.disconnect();
    expect(onPause).toHaveBeenCalledOnce();
    expect(article.textContent).toBe(TEXT);
    expect(article.querySelector('news-gloss')).toBeNull();
    expect(reader.mentions()).toEqual([]);
    // Reading stays paused: whatever the page does now, nothing is read.
    article.append(...writeArticle().children);
    await pass(300);
    expect(reader.mentions()).toEqual([]);
  });
});

describe.each(PAINTERS)('a long list that is scrolled, painted with %s', (_, createPainter) => {
  it('may take out what it has shown for a while, as often as it likes', async () => {
    const article = document.createElement('article');
    for (let i = 0; i < 150; i++) article.append(...writeArticle().children);
    const { reader, onPause } = await read(createPainter, article);
    expect(reader.mentions()).toHaveLength(150);
    await pass(150);
    while (article.childElementCount > 20) {
      article.firstElementChild!.remove();
      await pass(1);
    }
    await eventually(() => expect(reader.mentions()).toHaveLength(20));
    expect(onPause).not.toHaveBeenCalled();
  });
});

describe.each(PAINTERS)(
  'a line that is rewritten without end, painted with %s',
  (_, createPainter) => {
    it('is read now and then, and again once it rests', async () => {
      const article = writeArticle();
      const { reader, asked, onPause } = await read(createPainter, article);
      const line = article.querySelector('p')!;
      asked.mockClear();
      for (let turn = 0; turn < 60; turn++) {
        line.textContent = `Turn ${turn}x of sixty.`;
        await pass(50);
      }
      // Six at once, then one every two seconds.
      expect(asked.mock.calls.length).toBeGreaterThan(5);
      expect(asked.mock.calls.length).toBeLessThan(10);
      line.textContent = TEXT;
      await eventually(() => expect(reader.mentions()).toHaveLength(1));
      expect(onPause).not.toHaveBeenCalled();
    });
  },
);

describe('a background that does not answer', () => {
  it('costs the page nothing: the waiting is none of its work', async () => {
    const { reader, asked, onPause } = await read(createHighlightPainter, writeArticle());
    const inAll = reader.mentions().length;
    asked.mockImplementationOnce(async () => {
      await pass(2_000);
      throw new Error('The background has ended.');
    });
    document.querySelector('article')!.append(`Others asked the Hudson Institute of Talks anew.`);
    await eventually(() => expect(reader.mentions()).toHaveLength(inAll + 1));
    expect(onPause).not.toHaveBeenCalled();
  });
});
