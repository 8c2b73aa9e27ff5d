/** Fault: "copy, select, find in page, print, PDF, translate": as without us, by both painters. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS, type Harness, launch } from '../harness.ts';
import { clearStorage, openInside } from '../inside.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted, expectSoon } from '../paint.ts';
import { choose, readOwnHtml, STYLES } from './fault-page.ts';

const BODY =
  '<p id="one">In Seoul the EDSCG met again, and so did <a href="#x">the NCG</a> with USFK.</p>' +
  '<ul><li>NATO asked</li><li>the <b>EDS</b>CG answered</li></ul>';
const PAINTED = ['EDSCG', 'NCG', 'USFK', 'NATO', 'EDSCG'];

describe.each(BROWSERS)('what a reader does with a page in %s', (kind) => {
  let harness: Harness;
  let inside: Page;
  beforeAll(async () => {
    harness = await launch(kind);
    inside = await openInside(harness);
  });
  beforeEach(() => clearStorage(inside));
  afterAll(() => harness?.close());

  async function visit(style: (typeof STYLES)[number] | null): Promise<Page> {
    await choose(inside, style ?? 'dotted', style !== null);
    const page = await harness.visit(harness.put('/used', newsPage({ body: BODY })));
    await expectPainted(page, style ? PAINTED : []);
    return page;
  }

  describe.each(STYLES)('painted %s', (style) => {
    it.each([
      ['all by key', selectAll],
      ['a word by a double click', selectWord],
      ['a sentence with the mouse', selectSentence],
    ])('selects %s', async (_, select) => {
      const [on, off] = [await visit(style), await visit(null)];
      const wanted = await select(off);
      expect(wanted).not.toBe('');
      expect(await select(on)).toBe(wanted);
      await on.close();
      await off.close();
    });

    it('copies text', async () => {
      const [on, off] = [await visit(style), await visit(null)];
      const wanted = await copy(off);
      expect(wanted.text).toContain('In Seoul the EDSCG met again');
      expect((await copy(on)).text).toBe(wanted.text);
      await on.close();
      await off.close();
    });

    it('finds in page', async () => {
      const page = await visit(style);
      const found = await page.evaluate(() => {
        // Of the old days and in no standard, but it is the search of the browser itself.
        const { find } = window as unknown as { find(text: string): boolean };
        return ['the EDSCG met again', 'NCG with USFK', 'EDSCG answered', 'no such words'].map(
          (text) => {
            getSelection()?.removeAllRanges();
            return find(text) ? String(getSelection()) : '';
          },
        );
      });
      expect(found).toEqual(['the EDSCG met again', 'NCG with USFK', 'EDSCG answered', '']);
      await page.close();
    });

    it('prints the same', async () => {
      const [on, off] = [await visit(style), await visit(null)];
      expect(await print(on)).toBe(await print(off));
      await on.close();
      await off.close();
    });

    it('bears a translator, who puts each text into <font>', async () => {
      const [on, off] = [await visit(style), await visit(null)];
      for (const page of [on, off]) await page.evaluate(translate);
      await expectSoon(
        () => on.$eval('#one', (it) => it.textContent),
        await off.$eval('#one', (it) => it.textContent),
      );
      expect(await on.evaluate(() => document.body.innerText)).toBe(
        await off.evaluate(() => document.body.innerText),
      );
      await expectPainted(on, PAINTED);
      // By words, each in its place: where a text was cut by a mark, so is the translator's.
      const plain = (html: string) => html.replaceAll(/<\/?font>/g, '');
      expect(plain(await readOwnHtml(on, 'article'))).toBe(
        plain(await readOwnHtml(off, 'article')),
      );
      await on.close();
      await off.close();
    });
  });

  // What is copied with its looks, into a mail or a text processor. Firefox gives a driver no way to
  // read that part of the clipboard.
  if (kind === 'chromium') {
    it.each(STYLES)('copies without our looks, painted %s', async (style) => {
      const [on, off] = [await visit(style), await visit(null)];
      const wanted = await copy(off);
      expect(wanted.html).toContain('EDSCG');
      expect((await copy(on)).html).toBe(wanted.html);
      await on.close();
      await off.close();
    });
  }

  async function copy(page: Page): Promise<{ text: string; html: string }> {
    await page.bringToFront();
    await page.evaluate(() => document.documentElement.focus());
    await press(page, 'a');
    await press(page, 'c');
    const board = await harness.visit(PASTEBOARD);
    await board.click('#text');
    await press(board, 'v');
    await board.click('#html');
    await press(board, 'v');
    const pasted = await board.evaluate(() => ({
      text: (document.querySelector('#text') as HTMLTextAreaElement).value,
      html: document.querySelector('#html')!.innerHTML,
    }));
    await board.close();
    return pasted;
  }
});

const PASTEBOARD =
  '<!DOCTYPE html><title>Board</title><textarea id="text"></textarea>' +
  '<div id="html" contenteditable="true" style="height: 100px"></div>';

async function press(page: Page, key: 'a' | 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

const selected = (page: Page) => page.evaluate(() => String(getSelection()));

async function selectAll(page: Page): Promise<string> {
  await page.bringToFront();
  await press(page, 'a');
  return selected(page);
}

/** Where words stand, in CSS pixels of the viewport: the middle of their line, left and right. */
function boxOf(page: Page, words: string) {
  return page.evaluate((text) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector('#one')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(text);
      if (at < 0) continue;
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error(`No “${text}”.`);
  }, words);
}

async function selectWord(page: Page): Promise<string> {
  await page.bringToFront();
  const { left, right, y } = await boxOf(page, 'EDSCG');
  await page.mouse.click((left + right) / 2, y, { count: 2 });
  return selected(page);
}

async function selectSentence(page: Page): Promise<string> {
  await page.bringToFront();
  const from = await boxOf(page, 'In Seoul');
  const to = await boxOf(page, 'met again');
  await page.mouse.move(from.left + 1, from.y);
  await page.mouse.down();
  await page.mouse.move(to.right, to.y, { steps: 8 });
  await page.mouse.up();
  return selected(page);
}

/** The page as a PDF, without what says when it was made. */
async function print(page: Page): Promise<string> {
  const pdf = Buffer.from(await page.pdf()).toString('latin1');
  return pdf.replaceAll(
    /\/(?:CreationDate|ModDate) ?\([^)]*\)|\/ID ?\[[^\]]*\]|<(?:xmp|pdf):.*?>.*?<\/.*?>/g,
    '',
  );
}

/** Sent as text. As the translators of browsers do: each text node into two elements. */
function translate(): void {
  const walker = document.createTreeWalker(
    document.querySelector('article')!,
    NodeFilter.SHOW_TEXT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.data.trim() === '') continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(document.createTextNode(text.data));
  }
}
