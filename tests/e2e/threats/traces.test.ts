/** What a page can find of us that it has not been shown. docs/privacy.md says what is left. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS, useHarness } from '../harness.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectLeftAlone, expectPainted, expectSoon } from '../paint.ts';

describe.each(BROWSERS)('a page that looks for us in %s', (kind) => {
  const harness = useHarness(kind);

  it('finds no rule of ours before it has a mention, nor when that has gone', async () => {
    // In a tab of its own: in Firefox rules for the page before it in the tab may come late.
    const page = await harness.browser.newPage();
    await page.goto(harness.put('/bare', newsPage({ body: '<p>Nothing of note.</p>' })));
    await expectLeftAlone(harness, page);
    expect(await readLines(page)).toEqual(['none', 'none']);
    await page.$eval(
      'article',
      (article, text) => article.append(document.createRange().createContextualFragment(text)),
      ALLIANCE,
    );
    await expectPainted(page, IN_ALLIANCE);
    await expectSoon(() => readLines(page), ['underline', 'underline']);
    await page.$eval('article p:last-child', (paragraph) => paragraph.remove());
    await expectPainted(page, []);
    await expectSoon(() => readLines(page), ['none', 'none']);
    harness.leave(page);
  });
});

/** How ranges under two of our names would be drawn. */
function readLines(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['newsgloss-dotted', 'newsgloss-page-solid'].map(
      (name) =>
        getComputedStyle(document.documentElement, `::highlight(${name})`).textDecorationLine,
    ),
  );
}
