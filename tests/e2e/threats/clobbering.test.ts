/**
 * A page whose elements bear the names of all that our code asks of forms, documents and windows (DOM
 * clobbering): `form.parentNode` is then a field of the form, also for a content script in Chromium.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { pressMore, waitForCard, waitForNoCard } from '../card.ts';
import { choose, STYLES } from '../faults/fault-page.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { newsPage } from '../news-page.ts';
import { expectSoon } from '../paint.ts';
import { command } from '../summon.ts';

const ROOT = join(import.meta.dirname, '../../..');
const WORDS = 'EDSCG met again in Seoul, and so did the NCG with USFK.';
const TERMS = ['EDSCG', 'NCG', 'USFK'];

describe.each(BROWSERS)('a page that names its elements after properties in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(make: (names: readonly string[]) => string): Promise<Page> {
    const page = await harness.visit('<!DOCTYPE html><title>Names</title>');
    const names = await page.evaluate(findProperties, listIdentifiers());
    expect(names.length).toBeGreaterThan(100);
    for (const name of ['parentNode', 'matches', 'nodeName', 'prerendering', 'hasAttributes']) {
      expect(names).toContain(name);
    }
    await page.goto(harness.put('/names', make(names)));
    return page;
  }

  it('is read and explained where its forms say what it is', async () => {
    const page = await visit(sayByForms);
    await expectSoon(() => page.evaluate(readTerms), TERMS);
    await command(harness, 'next-mention');
    await waitForCard(page, /Extended Deterrence/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    harness.leave(page);
  });

  it.each(STYLES)('is read and explained as any other, painted %s', async (style) => {
    await choose(harness.inside, style);
    const page = await visit((names) => newsPage({ body: clobber(names) }));
    await expectSoon(() => page.evaluate(readTerms), TERMS);
    await page.evaluate(addParagraph);
    await expectSoon(() => page.evaluate(readTerms), [...TERMS, 'NATO']);
    const { x, y } = await page.evaluate(findWords);
    await page.mouse.move(2, 2);
    await page.mouse.move(x + 10, y, { steps: 4 });
    await waitForCard(page, /Extended Deterrence/);
    await pressMore(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await command(harness, 'next-mention');
    await waitForCard(page, /Nuclear Consultative Group/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await choose(harness.inside, style, false);
    await expectSoon(() => page.evaluate(readTerms), []);
    harness.leave(page);
  });
});

/** Every word of the code that runs in a page. */
function listIdentifiers(): string[] {
  const files = globSync('{src/page/**/*.ts,entrypoints/{content/*,card,marker,sieve}.ts}', {
    cwd: ROOT,
  });
  const code = files.map((file) => readFileSync(join(ROOT, file), 'utf8'));
  // `wxt` and the polyfill ask for these.
  const words = new Set(['browser', 'chrome', ...code.flatMap((text) => text.match(/\w+/g) ?? [])]);
  return [...words].filter((word) => /^[a-z]\w+$/i.test(word));
}

/** A page whose kind, day and terms stand in the microdata and RDFa of such forms. */
function sayByForms(names: readonly string[]): string {
  const form = (says: string) => clobber(names).replace('<form', `<form ${says}`);
  return (
    '<!DOCTYPE html><html itemscope itemtype="https://schema.org/NewsArticle"><title>Names</title>' +
    form('itemscope itemtype="https://schema.org/Thing" typeof="Thing" itemprop="datePublished"') +
    '<div itemscope itemtype="https://schema.org/DefinedTerm"><b itemprop="termCode">QHX</b>' +
    `<form itemprop="name">${fieldsOf(names)}</form></div>`
  );
}

const fieldsOf = (names: readonly string[]) =>
  names.map((name) => `<input type="hidden" name="${name}">`).join('');

/** A form, a document and a window with an element for each name. */
function clobber(names: readonly string[]): string {
  const fields = fieldsOf(names);
  const images = names.map((name) => `<img hidden alt="" name="${name}">`).join('');
  const links = names.map((name) => `<a id="${name}"></a>`).join('');
  return `<form><p class="words">${WORDS}</p>${fields}</form><form id="f">${fields}</form>${images}${links}`;
}

// All below are sent to the page as text. In its world the elements have taken the names.

/** Which of some names are properties of a form, a document or a window, or could be one of ours. */
function findProperties(names: readonly string[]): string[] {
  const holders = [document.createElement('form'), document, globalThis];
  const isOurs = (name: string) => /gloss|prerendering|chrome|browser/i.test(name);
  return names.filter((name) => isOurs(name) || holders.some((holder) => name in holder));
}

function readTerms(): string[] {
  const find = (selector: string) => [
    ...Document.prototype.querySelectorAll.call(document, selector),
  ];
  const wrapped = find('news-gloss').map((element) => element.textContent ?? '');
  const ranges = [...CSS.highlights]
    .filter(([name]) => name.startsWith('newsgloss'))
    .flatMap(([, highlight]) => [...highlight]);
  const inOrder = ranges.sort((a, b) =>
    a.startContainer === b.startContainer
      ? a.startOffset - b.startOffset
      : a.startContainer.compareDocumentPosition(b.startContainer) & 2
        ? 1
        : -1,
  );
  const painted = inOrder.map(({ startContainer, startOffset, endOffset }) =>
    (startContainer as Text).data.slice(startOffset, endOffset),
  );
  return [...wrapped, ...painted];
}

function addParagraph(): void {
  const paragraph = Document.prototype.createElement.call(document, 'p');
  Element.prototype.append.call(paragraph, 'NATO said nothing.');
  const [form] = Document.prototype.querySelectorAll.call(document, '#f');
  if (form) Element.prototype.append.call(form, paragraph);
}

function findWords(): { x: number; y: number } {
  const [words] = Document.prototype.querySelectorAll.call(document, '.words');
  const { x, y, height } = words?.getBoundingClientRect() ?? new DOMRect();
  return { x, y: y + height / 2 };
}
