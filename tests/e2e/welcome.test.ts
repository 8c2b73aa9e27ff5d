/** A reader is greeted once, and can try it at once; an update opens nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { findWelcome, openOwnPage } from '../../src/cli/browser/drive.ts';
import { hoverOver, readPainted } from '../../src/cli/browser/painted.ts';
import { ROOT } from '../../src/cli/build/build-extension.ts';
import { waitForCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { readStored, store } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { openPopup } from './popup.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const TERMS = [
  ...['Nuclear Consultative Group', 'NCG', 'Extended Deterrence Strategy and Consultation Group'],
  ...['EDSCG', 'NATO', 'Nuclear Planning Group', 'NPG', 'U.S. Forces Korea', 'USFK', 'Pentagon'],
];

describe.each(BROWSERS)('the welcome page in %s', (kind) => {
  const harness = useHarness(kind);

  /** Install the extension in a browser that does not have it. */
  async function install(): Promise<Page> {
    await harness.uninstall();
    await harness.install({ keepsWelcome: true });
    const page = await findWelcome(harness);
    await page.bringToFront();
    return page;
  }

  /** Whether a tab shows it, as the tabs themselves say: Firefox counts some that are no more. */
  const isOpen = async () => {
    const pages = await harness.browser.pages();
    const addresses = pages.map((it) => it.evaluate(() => location.href).catch(() => ''));
    return (await Promise.all(addresses)).some((address) => address.endsWith('/welcome.html'));
  };

  it('opens on installation, with terms to try, and goes when the reader is done', async () => {
    const page = await install();
    await expectPainted(page, TERMS);
    await hoverOver(page, 'EDSCG');
    const card = await waitForCard(page, /Extended Deterrence Strategy/);
    expect(card.text).toContain('Korea JoongAng Daily');
    const where = await readPainted(page);
    const outside = await page.evaluate(() => {
      const article = document.querySelector('article')!.getBoundingClientRect();
      return { top: article.top, bottom: article.bottom };
    });
    for (const { box } of where) {
      expect(box.y).toBeGreaterThanOrEqual(outside.top);
      expect(box.y).toBeLessThanOrEqual(outside.bottom);
    }
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await page.mouse.move(0, 0);
    await page.$eval('.button.main', (button) => (button as HTMLElement).click());
    await expectSoon(isOpen, false);
  });

  it('does not come back with an update, which shows a dot at its news', async () => {
    await harness.install();
    const own = await openOwnPage(harness, 'options.html');
    await own.waitForSelector('.glossary');
    expect(await own.$('.masthead .dot')).toBeNull();
    await own.close();
    await store(harness.inside, { 'news-seen': '0.0.1' });
    expect(await isOpen()).toBe(false);

    const news = await harness.visit(newsPage({ body: '<p>USFK in Seoul.</p>' }));
    const popup = await openPopup(harness, news);
    await popup.waitForSelector('.dot');
    await popup.close();
    const settings = await openOwnPage(harness, 'options.html#news');
    await settings.bringToFront();
    await settings.waitForSelector('.masthead .dot');
    await settings.waitForSelector('#news');
    await settings.$eval('#news', (part) => part.scrollIntoView());
    const seen = () => readStored(harness.inside, 'news-seen');
    await expectSoon(seen, version);
    await settings.close();
    const later = await openOwnPage(harness, 'options.html');
    await later.waitForSelector('.glossary');
    expect(await later.$('.masthead .dot')).toBeNull();
    await later.close();
  });
});
