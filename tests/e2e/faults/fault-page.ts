/** What tests of faults share: settings from outside, errors of a page, a page without our marks. */
import type { Page } from 'puppeteer-core';
import { SOON } from '../card.ts';
import { store } from '../inside.ts';

export { pause } from '../../../src/cli/browser/until.ts';

/** For `describe.each`: the painter by highlights, and the one that wraps. */
export const STYLES = ['dotted', 'marker'] as const;
export type Style = (typeof STYLES)[number];

/**
 * Set the style of mentions, and whether there are any; as the popup would. Cards open soon: what a
 * page makes of them is asked here, not how long the pointer rests.
 */
export function choose(inside: Page, style: Style, on = true): Promise<void> {
  return store(inside, { settings: { ...SOON, style, on } });
}

/** Collects what a page says is wrong with it, from its next navigation on. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

/** Let a page go on for so many frames: what it does at each of its changes is done by then. */
export function awaitFrames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame);
  }, count);
}

/** The HTML below an element as the page made it: our elements are left out, what is in them stays. */
export function readOwnHtml(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    (at) =>
      document.querySelector(at)?.innerHTML.replace(/<\/?news-gloss(?:\s[^>]*)?>/g, '') ?? 'gone',
    selector,
  );
}

/** All terms of a text that these tests use, in order. */
export function termsIn(text: string): string[] {
  return text.match(/\b(?:EDSCG|NCG|USFK|NATO|Nuclear Consultative Group)\b/g) ?? [];
}
