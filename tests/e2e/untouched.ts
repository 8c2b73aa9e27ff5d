/** Whether a page is as its server sent it and its own scripts made it. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

declare global {
  /** What the page remembers of itself from before the extension touched it. */
  var pageBefore: { readonly html: string; readonly texts: readonly Node[] } | undefined;
}

/** Sent as text, so it stands by itself. */
function remember(): void {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  globalThis.pageBefore = { html: document.documentElement.outerHTML, texts };
}

/** For the very end of a test page's body: the page remembers itself before any content script. */
export const REMEMBER = `<script>(${remember})()</script>`;

/** Let the page remember itself as it is now. */
export function rememberPage(page: Page): Promise<void> {
  return page.evaluate(remember);
}

/** Expect the page to be as it was remembered: its HTML byte for byte, its text nodes the same. */
export async function expectUntouched(page: Page): Promise<void> {
  const changed = await page.evaluate(() => {
    const { html, texts } = globalThis.pageBefore ?? { html: '', texts: [] };
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const now: Node[] = [];
    while (walker.nextNode()) now.push(walker.currentNode);
    return {
      html: document.documentElement.outerHTML === html ? null : document.documentElement.outerHTML,
      texts:
        now.length === texts.length && now.every((node, i) => node === texts[i])
          ? null
          : now.length,
    };
  });
  expect(changed).toEqual({ html: null, texts: null });
}
