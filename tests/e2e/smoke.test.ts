/** The built extension starts in both browsers, and leaves alone what it has nothing to say about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnPage } from '../../src/cli/drive.ts';
import { hoverOver, readPainted, waitForPaint } from '../../src/cli/painted.ts';
import { waitForCard } from './card.ts';
import { BROWSERS, type Harness, launch } from './harness.ts';
import { newsPage } from './news-page.ts';
import { openPopup, openRealFirefoxPopup } from './popup.ts';

const MEETING = newsPage({
  body: '<p>The Nuclear Consultative Group (NCG) met on Tuesday. The NCG sent no note.</p>',
});

describe.each(BROWSERS)('the extension in %s', (kind) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await launch(kind);
  });
  afterAll(() => harness?.close());

  it('is installed, with manifest version 3', async () => {
    const page = await openOwnPage(harness, 'manifest.json');
    const manifest = JSON.parse(await page.evaluate(() => document.body.textContent ?? ''));
    expect(manifest).toMatchObject({ manifest_version: 3, default_locale: 'en' });
    await page.close();
  });

  it('leaves a page without terms as it is, byte for byte', async () => {
    const html = newsPage({
      body: '<p>The ferry left on time, and <em>nobody</em> aboard had anything to explain.</p>',
    });
    const page = await harness.visit(html);
    expect(await waitForPaint(page)).toEqual([]);
    const now = await page.evaluate(() => document.documentElement.outerHTML);
    expect(`<!DOCTYPE html>${now}`).toBe(html);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await page.close();
  });

  it('paints the terms of a news page and explains one on hover', async () => {
    const page = await harness.visit(MEETING);
    const painted = await waitForPaint(page);
    expect(painted.map(({ text }) => text)).toEqual(['Nuclear Consultative Group', 'NCG', 'NCG']);
    await hoverOver(page, 'NCG', 1);
    expect((await waitForCard(page)).text).toContain('Nuclear Consultative Group');
    await page.close();
  });

  it('lists the terms in the popup', async () => {
    const page = await harness.visit(MEETING);
    await waitForPaint(page);
    const popup = await openPopup(harness, page);
    await popup.waitForSelector('::-p-text(Nuclear Consultative Group)');
    await popup.close();
    await page.close();
  });

  if (kind === 'firefox') {
    it('opens the real popup', async () => {
      const own = await openOwnPage(harness, 'popup.html');
      const popup = await openRealFirefoxPopup(own);
      expect(popup.address).toBe(`${harness.home}popup.html`);
      expect(popup.width).toBeGreaterThan(200);
      await own.close();
    });
  }

  it('cannot be found by a page that asks for its files', async () => {
    const page = await harness.visit(newsPage({ body: '<p>Who is there?</p>' }));
    const found = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'found',
          () => 'nothing',
        ),
      `${harness.home}manifest.json`,
    );
    expect(found).toBe('nothing');
    expect(await readPainted(page)).toEqual([]);
    await page.close();
  });
});
