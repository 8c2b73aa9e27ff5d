import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../src/cli/browser/until.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { waitForCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { badgeOf } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon, textsOf } from './paint.ts';
import {
  closePanels,
  OFF_EVERYWHERE,
  openPopup,
  openRealFirefoxPopup,
  pressSwitch,
  textOf,
} from './popup.ts';
import { noteExports } from './settings-page.ts';
import { expectUntouched, REMEMBER } from './untouched.ts';

const FAR_DOWN = '<div style="height: 3000px"></div><p>Then USFK spoke, and USFK listened.</p>';
const BODY = `<p>In Seoul the EDSCG met.</p>${FAR_DOWN}${REMEMBER}`;
const PAINTED = ['EDSCG', 'USFK', 'USFK'];

describe.each(BROWSERS)('the popup in %s', (kind) => {
  const harness = useHarness(kind);

  /** A news page that would tell if it were loaded again. */
  async function visit(origin = harness.origin): Promise<Page> {
    const path = new URL(harness.put('/popup-test', newsPage({ body: BODY }))).pathname;
    const page = await harness.visit(origin + path);
    await expectPainted(page, PAINTED);
    return page;
  }

  /** Close the popup, which may have closed by itself, and be done with the pages. */
  async function leaveAll(popup: Page, ...pages: readonly Page[]): Promise<void> {
    await popup.close().catch(() => undefined);
    for (const page of pages) harness.leave(page);
  }

  it('switches highlights off and on in all open tabs, at once', async () => {
    const one = await visit();
    const two = await visit(harness.otherOrigin);
    const popup = await openPopup(harness, two);
    await pressSwitch(popup, 'Highlights');
    for (const page of [one, two]) {
      await expectPainted(page, []);
      await expectUntouched(page);
    }
    await expectSoon(() => textOf(popup, 'main'), OFF_EVERYWHERE);
    await pressSwitch(popup, 'Highlights');
    for (const page of [one, two]) {
      await expectPainted(page, PAINTED);
      await expectUntouched(page);
    }
    await leaveAll(popup, one, two);
  });

  it('switches one site off and on, and no other', async () => {
    const here = await visit();
    const there = await visit(harness.otherOrigin);
    const popup = await openPopup(harness, here);
    await pressSwitch(popup, 'On 127.0.0.1');
    await expectPainted(here, []);
    await expectUntouched(here);
    await expectPainted(there, PAINTED);
    await expectSoon(() => textOf(popup, 'main'), 'Highlights are off on this site.');
    await pressSwitch(popup, 'On 127.0.0.1');
    await expectPainted(here, PAINTED);
    await leaveAll(popup, here, there);
  });

  it('lists the terms with their counts', async () => {
    const page = await visit();
    const popup = await openPopup(harness, page);
    await expectSoon(() => textOf(popup, 'h2'), '2 terms on this page');
    const terms = await popup.$$eval('.term', (all) =>
      all.map((term) => [
        term.querySelector('.term-name')?.textContent,
        term.querySelector('.term-long')?.textContent,
        term.querySelector('.term-count')?.textContent,
      ]),
    );
    expect(terms).toEqual([
      ['EDSCG', 'Extended Deterrence Strategy and Consultation Group', '1'],
      ['USFK', 'United States Forces Korea', '2'],
    ]);
    await leaveAll(popup, page);
  });

  it('leads from a term to its first mention, and opens its card', async () => {
    const page = await visit();
    const popup = await openPopup(harness, page);
    await expectSoon(() => textOf(popup, 'h2'), '2 terms on this page');
    await popup.$$eval('.term', (terms) => (terms[1] as HTMLElement).click());
    const { text, box } = await waitForCard(page, /United States Forces Korea/);
    expect(text).toContain('USFK');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    expect(box.y).toBeGreaterThanOrEqual(0);
    await leaveAll(popup, page);
  });

  it('writes the terms as a file, also those that the page explains itself', async () => {
    const body = '<p>In Seoul the EDSCG met the <abbr title="Lunar Tide Office">LTO</abbr>.</p>';
    const page = await harness.visit(newsPage({ body }));
    await expectPainted(page, ['EDSCG', 'LTO']);
    const popup = await openPopup(harness, page);
    await expectSoon(() => textOf(popup, 'h2'), '1 term on this page');
    const { read } = await noteExports(popup);
    const press = (selector: string) =>
      popup.$eval(selector, (button) => (button as HTMLElement).click());
    await press('.deeds [aria-expanded]');
    await popup.waitForSelector('.export button');
    await press('.export button');
    await expect.poll(read).toMatch(/^\{/);
    const { title, entries, sources } = parseGlossary(JSON.parse(await read()), 'exported');
    expect(title).toBe('Terms of “A quiet day in Quill Harbour”');
    expect(entries.map(({ names }) => names[0]?.text)).toEqual(['EDSCG', 'LTO']);
    expect(entries[1]?.gloss).toBe('Lunar Tide Office');
    expect(sources.at(-1)).toMatchObject({ published: '2024-02-20', url: page.url() });
    await leaveAll(popup, page);
  });

  it('shows the count on the toolbar button, and none while off', async () => {
    const page = await visit();
    await expectSoon(() => badgeOf(harness.inside, page.url()), '2');
    const popup = await openPopup(harness, page);
    await pressSwitch(popup, 'Highlights');
    await expectSoon(() => badgeOf(harness.inside, page.url()), '');
    await pressSwitch(popup, 'Highlights');
    await expectSoon(() => badgeOf(harness.inside, page.url()), '2');
    await page.goto(harness.put('/bare', newsPage({ body: '<p>Nothing to explain.</p>' })));
    await expectSoon(() => badgeOf(harness.inside, page.url()), '');
    await leaveAll(popup, page);
  });

  it('counts the terms of frames', async () => {
    harness.put('/framed', newsPage({ body: '<p>In Seoul the EDSCG met.</p>' }));
    const page = await harness.visit(
      newsPage({ body: '<p>Seoul asked USFK.</p><iframe src="/framed"></iframe>' }),
    );
    await expectSoon(() => badgeOf(harness.inside, page.url()), '2');
    harness.leave(page);
  });

  it('says when a page cannot be read', async () => {
    const page = await harness.browser.newPage();
    const popup = await openPopup(harness, page);
    await expectSoon(
      async () => (await textOf(popup, 'main')).slice(0, 24),
      'This page cannot be read',
    );
    await leaveAll(popup, page);
  });

  it('offers to read a page that was left alone', async () => {
    const page = await harness.visit(
      '<!DOCTYPE html><title>Sign in</title><form><label>USFK Seoul <input></label></form>',
    );
    const popup = await openPopup(harness, page);
    await expectSoon(
      async () => (await textOf(popup, 'main')).includes('This page has no article'),
      true,
    );
    expect(await textsOf(page)).toEqual([]);
    await popup.$eval('main button', (button) => (button as HTMLElement).click());
    await expectPainted(page, ['USFK']);
    await leaveAll(popup, page);
  });

  if (kind === 'firefox') {
    it('has in Firefox, whose popup no driver can read, its own window', async () => {
      const page = await visit();
      const { address, width, height } = await openRealFirefoxPopup(harness);
      expect(address).toBe(`${harness.home}popup.html`);
      expect(width).toBeGreaterThan(250);
      expect(height).toBeGreaterThan(150);
      // It would watch the tab as other tests go on in it.
      await until('no popup of Firefox', () => closePanels(harness));
      harness.leave(page);
    });
  }
});
