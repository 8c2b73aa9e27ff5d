/** Terms that a page explains by its markup: painted as its own, explained, and nothing but text. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { hoverOver, readPainted } from '../../../src/cli/browser/painted.ts';
import { waitForCard, waitForNoCard } from '../card.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted } from '../paint.ts';
import { command } from '../summon.ts';
import { choose, collectErrors, STYLES } from './fault-page.ts';

const LONG = 'Lunar Tide Office';
const SAID = JSON.stringify({ '@type': 'DefinedTerm', termCode: 'LTO', name: LONG });
const HOSTILE =
  `<p>The <abbr title="${'Lunar Tide Office '.repeat(60_000)}">LTO</abbr>, ` +
  '<abbr title="&lt;img src=x onerror=alert(1)&gt; Lunar Tide Office">LTO</abbr> and ' +
  '<abbr title="&#x202e;Harbour&#x2066; Talks Group">HTG</abbr> met.</p>' +
  `<p>${'<abbr title="Click here for more">LTO</abbr> '.repeat(1_000)}</p>`;

describe.each(BROWSERS)('terms that a page explains itself in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(body: string, texts: readonly string[], head = ''): Promise<Page> {
    const page = await harness.visit(newsPage({ body, head }));
    await expectPainted(page, texts);
    return page;
  }

  describe.each(STYLES)('painted %s', (style) => {
    it.each([
      ['a title', `<p>The <abbr title="${LONG}">LTO</abbr> met.</p>`, ['LTO']],
      [
        'a sentence',
        '<p>A <dfn>polynya</dfn> is open water in sea ice. A polynya froze.</p>',
        ['polynya'],
      ],
      [
        'a list',
        '<dl><dt>Polynya</dt><dd>Open water in the midst of sea ice.</dd></dl><p>The polynya froze.</p>',
        ['polynya'],
      ],
      [
        'microdata',
        `<p itemscope itemtype="https://schema.org/DefinedTerm"><meta itemprop="name" content="LTO"><meta itemprop="description" content="${LONG}">The LTO met.</p>`,
        ['LTO'],
      ],
    ])('is painted as its own: %s', async (_, body, texts) => {
      await choose(harness.inside, style);
      const page = await visit(body, texts);
      expect((await readPainted(page)).every(({ own }) => own)).toBe(true);
      harness.leave(page);
    });

    it('is bounded and plain, however hostile', async () => {
      await choose(harness.inside, style);
      const page = await harness.browser.newPage();
      const errors = collectErrors(page);
      await page.goto(harness.put('/said', newsPage({ body: HOSTILE })));
      await expectPainted(page, ['HTG']);
      await hoverOver(page, 'HTG');
      const { text } = await waitForCard(page, /HTG/);
      expect(text).toContain('Harbour Talks Group');
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(errors).toEqual([]);
      await page.close();
    });
  });

  it('is read from what it says to machines, and from what it adds later', async () => {
    const script = `<script type="application/ld+json">${SAID}</script>`;
    const page = await visit('<p>The LTO met.</p>', ['LTO'], script);
    await page.evaluate(() => {
      const added = document.createElement('p');
      const abbr = document.createElement('abbr');
      abbr.title = 'Harbour Talks Group';
      abbr.textContent = 'HTG';
      added.append('And the ', abbr);
      document.querySelector('article')?.append(added);
    });
    await expectPainted(page, ['LTO', 'HTG']);
    harness.leave(page);
  });

  it('keeps an entry of the same letters away, or confirms it', async () => {
    const body = (title: string) => `<p>The <abbr title="${title}">NCG</abbr> met in Seoul.</p>`;
    const other = await visit(body('National Cattle Growers'), ['NCG']);
    expect((await readPainted(other))[0]?.own).toBe(true);
    const same = await visit(body('Nuclear Consultative Group'), ['NCG']);
    expect((await readPainted(same))[0]?.own).toBe(false);
    harness.leave(other);
    harness.leave(same);
  });

  it('opens by pointer, finger and key', async () => {
    const page = await visit(`<p>Then the <abbr title="${LONG}">LTO</abbr> met.</p>`, ['LTO']);
    const { box } = await hoverOver(page, 'LTO');
    const { text } = await waitForCard(page, /LTO/);
    expect(text).toContain(LONG);
    expect(text).toContain('From this article');
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await waitForCard(page, /LTO/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await command(harness, 'next-mention');
    await waitForCard(page, /LTO/);
    harness.leave(page);
  });
});
