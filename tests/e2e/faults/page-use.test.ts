/** Fault: "copy, select, find in page, print, PDF, translate": as without us, by both painters. */
import { constants, inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS, useHarness } from '../harness.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted } from '../paint.ts';
import { choose, readOwnHtml, STYLES, type Style } from './fault-page.ts';

const BODY =
  '<p id="one">In Seoul the EDSCG met again, and so did <a href="#x">the NCG</a> with USFK.</p>' +
  '<ul><li>NATO asked</li><li>the <b>EDS</b>CG answered</li></ul>';
const PAINTED = ['EDSCG', 'NCG', 'USFK', 'NATO', 'EDSCG'];

describe.each(BROWSERS)('what a reader does with a page in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(style: Style | null): Promise<Page> {
    await choose(harness.inside, style ?? 'dotted', style !== null);
    const page = await harness.visit(harness.put('/used', newsPage({ body: BODY })));
    await expectPainted(page, style ? PAINTED : []);
    return page;
  }

  async function tryOn<T>(style: Style | null, use: (page: Page) => Promise<T>): Promise<T> {
    const page = await visit(style);
    const result = await use(page);
    harness.leave(page);
    return result;
  }

  /** Use a page without us, then painted in each style: what comes of it is the same. */
  async function expectSame<T>(use: (page: Page) => Promise<T>): Promise<T> {
    const wanted = await tryOn(null, use);
    for (const style of STYLES) expect(await tryOn(style, use), style).toEqual(wanted);
    return wanted;
  }

  it.each([
    ['all by key', selectAll],
    ['a word by a double click', selectWord],
    ['a sentence with the mouse', selectSentence],
  ])('selects %s', async (_, select) => {
    expect(await expectSame(select)).not.toBe('');
  });

  it('copies text', async () => {
    const text = await expectSame(async (page) => (await copy(page)).text);
    expect(text).toContain('In Seoul the EDSCG met again');
  });

  // What is copied with its looks, into a mail or a text processor. Firefox gives a driver no way to
  // read that part of the clipboard.
  if (kind === 'chromium') {
    it('copies without our looks', async () => {
      const html = await expectSame(async (page) => (await copy(page)).html);
      expect(html).toContain('EDSCG');
    });
  }

  it.each(STYLES)('finds in page, painted %s', async (style) => {
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
    harness.leave(page);
  });

  it('prints the same', async () => {
    // Lines of the page's own would be drawn in pieces: here it has none.
    await expectSame(async (page) => {
      await page.evaluate(() => document.querySelector('a')?.removeAttribute('href'));
      return print(page);
    });
    const lined = await tryOn(null, async (page) => {
      await page.$eval('p', (element) => element.style.setProperty('text-decoration', 'underline'));
      return print(page);
    });
    expect(lined.drawn, 'lines on paper are seen').toBeGreaterThan(0);
  });

  it('bears a translator, who puts each text into <font>', async () => {
    // By words, each in its place: where a text was cut by a mark, so is the translator's.
    const readTranslated = async (page: Page) =>
      (await readOwnHtml(page, 'article')).replaceAll(/<\/?font>/g, '');
    const wanted = await tryOn(null, async (page) => {
      await page.evaluate(translate);
      return readTranslated(page);
    });
    for (const style of STYLES) {
      const html = await tryOn(style, async (page) => {
        await page.evaluate(translate);
        await expectPainted(page, PAINTED);
        return readTranslated(page);
      });
      expect(html, style).toBe(wanted);
    }
  });

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
    harness.leave(board);
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

/**
 * What the page draws on paper but for its letters and bullets: filled boxes and lines, in square
 * points and points. Highlights without a look on paper still cut the letters into other runs, so
 * that files cannot be compared.
 */
async function print(page: Page): Promise<{ drawn: number }> {
  const pdf = Buffer.from(await page.pdf());
  let drawn = 0;
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    drawn += readDrawing(inflate(pdf.subarray(at + 6).subarray(pdf[at + 6] === 13 ? 2 : 1)));
  }
  return { drawn: Math.round(drawn) };
}

/** Reads the operators of a page of a PDF: ISO 32000-1, 8.5. */
function readDrawing(text: string): number {
  // A font or a picture: no operators.
  if (!/^[\s!-~]*$/.test(text.slice(0, 200))) return 0;
  let operands: number[] = [];
  let from: readonly number[] = [];
  let pending = 0;
  let drawn = 0;
  for (const token of text.replaceAll(/\([^)]*\)|<[^>]*>/g, ' ').split(/\s+/)) {
    if (/^[-+.\d]+$/.test(token)) {
      operands.push(Number(token));
      continue;
    }
    const [x = 0, y = 0, width = 0, height = 0] = operands;
    if (token === 're') pending += Math.abs(width * height);
    if (token === 'm') from = [x, y];
    if (token === 'l') pending += Math.abs(x - (from[0] ?? x)) + Math.abs(y - (from[1] ?? y));
    // A bullet: not ours, and round.
    if (token === 'c') pending = 0;
    if (/^(?:[fFsSbB]\*?|n)$/.test(token)) {
      // What ends in n is the edge of what follows, and nothing to be seen.
      if (token !== 'n') drawn += pending;
      pending = 0;
    }
    operands = [];
  }
  return drawn;
}

/** Empty where it is not deflated. */
function inflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
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
