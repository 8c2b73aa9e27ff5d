/** Every setting is at work at once in every tab, is kept, and can be taken along. */
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inCard } from '../../src/cli/browser/card-root.ts';
import { findWorker, openOwnPage } from '../../src/cli/browser/drive.ts';
import { hoverOver, readPainted } from '../../src/cli/browser/painted.ts';
import { hoverUntilCard, pressInNewCard, waitForCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { readStored } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { expectSaid, fill, openSettings, press, reload, submitEntry } from './settings-page.ts';

const BODY =
  '<p>The Nuclear Consultative Group (NCG) met in Seoul with USFK. The NCG will meet again.</p>' +
  '<h2>Later</h2><p>The NCG met. The Quiet Talks Group (QTG) did not, and the QTG says why.</p>';
const ALL = ['Nuclear Consultative Group', 'NCG', 'USFK', 'NCG', 'NCG', 'QTG'];
const FIRSTS = ['Nuclear Consultative Group', 'USFK', 'NCG', 'QTG'];

describe.each(BROWSERS)('the settings in %s', (kind) => {
  const harness = useHarness(kind);
  let tabs: readonly Page[];
  let settings: Page;
  beforeAll(async () => {
    const page = newsPage({ body: BODY });
    tabs = [await harness.visit(page), await harness.visit(page)];
    settings = await openSettings(harness);
  });
  beforeEach(async () => {
    await settings.bringToFront();
    await reload(settings);
    await settings.waitForSelector('.glossary');
  });

  const expectTexts = async (texts: readonly string[]) => {
    for (const tab of tabs) await expectPainted(tab, texts);
  };
  const looksOf = async (tab: Page) =>
    [...new Set((await readPainted(tab)).map(({ by }) => by))].sort();
  const expectLook = async (...names: readonly string[]) => {
    for (const tab of tabs) await expectSoon(() => looksOf(tab), [...names].sort());
    await expectTexts(ALL);
  };

  it('choose which pages are read', async () => {
    await expectTexts(ALL);
    await press(settings, 'Listed sites only');
    await expectTexts([]);
    await fill(settings, 'Only read these sites: Add a site', `${harness.origin}/news`);
    await settings.keyboard.press('Enter');
    await expectTexts(ALL);
    await press(settings, 'Remove 127.0.0.1');
    await expectTexts([]);
    await press(settings, 'Undo');
    await expectTexts(ALL);
    await press(settings, 'Articles and news');
    await expectTexts(ALL);
  });

  it('put a link at the foot of cards that looks terms up where the reader wants', async () => {
    const [tab] = tabs as [Page];
    const linkIn = () =>
      inCard(tab, (root) => {
        const link = root.querySelector<HTMLAnchorElement>('.foot a');
        return link && [link.textContent, link.href, link.rel, link.target];
      });
    await tab.bringToFront();
    await hoverUntilCard(tab, 'USFK', /United States Forces Korea/);
    expect(await linkIn()).toBeNull();
    await tab.keyboard.press('Escape');
    await settings.bringToFront();
    await fill(settings, 'Look-up link on cards', 'http://search.example/?q=%s');
    await expectSaid(settings, 'Enter an address that begins with https://');
    await fill(settings, 'Look-up link on cards', 'https://search.example/');
    await expectSaid(settings, 'Put %s where the term belongs.');
    await fill(settings, 'Look-up link on cards', 'https://search.example/?q=%s&l=en');
    await expectSoon(() => readStored(harness.inside, 'settings'), {
      version: 1,
      searchAddress: 'https://search.example/?q=%s&l=en',
    });
    await tab.bringToFront();
    await hoverUntilCard(tab, 'USFK', /Look it up on search\.example/);
    expect(await linkIn()).toEqual([
      'Look it up on search.example',
      'https://search.example/?q=United%20States%20Forces%20Korea&l=en',
      'noopener noreferrer',
      '_blank',
    ]);
    await tab.keyboard.press('Escape');
    await hoverUntilCard(tab, 'QTG', /Look it up on search\.example/);
    expect((await linkIn())?.[1]).toBe('https://search.example/?q=Quiet%20Talks%20Group&l=en');
    await tab.keyboard.press('Escape');
  });

  it('choose how many mentions are painted; all are counted', async () => {
    await press(settings, 'The first in each section');
    await expectTexts(FIRSTS);
    await press(settings, 'Every mention');
    await expectTexts(ALL);
  });

  it('choose style and colour', async () => {
    await press(settings, 'Solid');
    await expectLook('newsgloss-solid', 'newsgloss-page-solid');
    await press(settings, 'Blue');
    await expectLook('newsgloss-solid-blue', 'newsgloss-page-solid-blue');
    const line = () =>
      tabs[0]!.evaluate(() => {
        const style = getComputedStyle(document.body, '::highlight(newsgloss-solid-blue)');
        return style.textDecorationColor;
      });
    await expectSoon(line, 'rgb(47, 127, 208)');
    await press(settings, 'Marker');
    await expectLook('news-gloss');
    await press(settings, 'Dotted');
    await press(settings, 'Same as text');
    await expectLook('newsgloss-dotted', 'newsgloss-page-dotted');
  });

  it('show each look on the sample at once', async () => {
    const sample = async () =>
      (await readPainted(settings)).map(({ text, by }) => `${text} ${by}`).slice(0, 2);
    await press(settings, 'Solid');
    await expectSoon(sample, [
      'extended deterrence newsgloss-solid',
      'Nuclear Consultative Group newsgloss-solid',
    ]);
    await press(settings, 'Dotted');
    await expectSoon(sample, [
      'extended deterrence newsgloss-dotted',
      'Nuclear Consultative Group newsgloss-dotted',
    ]);
  });

  it('choose how soon the card opens', async () => {
    const [tab] = tabs as [Page];
    await press(settings, 'After a longer pause');
    await press(settings, 'Solid');
    // Whoever shows the second choice has heard of the first.
    await expectLook('newsgloss-solid', 'newsgloss-page-solid');
    await tab.bringToFront();
    await tab.evaluate(() => {
      addEventListener('pointermove', ({ timeStamp }) => {
        document.body.dataset.moved = String(timeStamp);
      });
      new MutationObserver(() => {
        document.body.dataset.opened ??= String(performance.now());
      }).observe(document.documentElement, { childList: true });
    });
    await hoverOver(tab, 'USFK');
    await waitForCard(tab, /Forces Korea/);
    const rest = await tab.evaluate(() => {
      const { opened, moved } = document.body.dataset;
      return Number(opened) - Number(moved);
    });
    // A card may come later than that, never sooner.
    expect(rest).toBeGreaterThanOrEqual(790);
  });

  it('hold the sites that are switched off', async () => {
    await fill(settings, 'Off on these sites: Add a site', '127.0.0.1');
    await settings.keyboard.press('Enter');
    await expectTexts([]);
    await press(settings, 'Remove 127.0.0.1');
    await expectTexts(ALL);
    await press(settings, 'Undo');
    await expectTexts([]);
    await press(settings, 'Remove 127.0.0.1');
    await expectTexts(ALL);
  });

  it('say what is no site', async () => {
    await fill(settings, 'Off on these sites: Add a site', 'no site at all');
    await settings.keyboard.press('Enter');
    await expectSaid(settings, 'No site can have this name');
    await expectTexts(ALL);
  });

  it('hold the terms that the reader knows', async () => {
    const [tab] = tabs as [Page];
    await tab.bringToFront();
    await hoverUntilCard(tab, 'USFK', /Forces Korea/);
    await pressInNewCard(tab, 'I know this');
    await expectTexts(ALL.filter((text) => text !== 'USFK'));
    await tab.keyboard.press('Escape');
    await settings.bringToFront();
    await press(settings, 'Mark again: USFK');
    await expectTexts(ALL);
  });

  it('switch glossaries off and on', async () => {
    const title = 'The alliance of South Korea with the United States';
    await press(settings, title);
    // What the page defines by itself is its own.
    await expectTexts(['NCG', 'NCG', 'QTG']);
    await press(settings, title);
    await expectTexts(ALL);
  });

  it('show the entries of a glossary, found by words, as their cards show them', async () => {
    await press(settings, 'Browse the entries');
    await fill(settings, 'Search names and explanations', 'planning group');
    await expectSoon(
      () => settings.$$eval('.entries mark', (marks) => marks.map((it) => it.textContent)),
      ['Planning', 'Group'],
    );
    await press(settings, 'NPG');
    const card = () =>
      settings.$eval('.entry-card', (host) => host.shadowRoot?.textContent ?? '').catch(() => '');
    await expect.poll(card).toContain('Nuclear Planning Group');
    await expectSaid(settings, /Sources[\s\S]*Korea JoongAng Daily/);
    await press(settings, 'Browse the entries');
  });

  it('take entries of the reader’s own: added, on pages, changed, deleted, taken back', async () => {
    await press(settings, 'Add an entry');
    await submitEntry(settings);
    await expectSaid(settings, 'Fill this in');
    await fill(settings, 'Term', 'QTG');
    await fill(settings, 'Full name', 'Quiet Talks Group');
    await fill(settings, 'Explanation', 'A made-up forum that talks quietly.');
    await fill(settings, 'Published by', 'The Quill Harbour Courier');
    await fill(settings, 'What the source says', 'It met once, on a Tuesday.');
    await expectSaid(settings, 'Enter a date such as');
    await settings.$eval('[name=published]', (field) => {
      (field as HTMLInputElement).value = '2030-05-14';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await submitEntry(settings);
    const withOwn = [...ALL.slice(0, 5), 'Quiet Talks Group', 'QTG', 'QTG'];
    await expectTexts(withOwn);
    const [tab] = tabs as [Page];
    await tab.bringToFront();
    const card = await hoverUntilCard(tab, 'QTG', /talks quietly/);
    expect(card.text).toContain('as of 14 May 2030 · The Quill Harbour Courier');
    expect(card.text).toContain('It met once, on a Tuesday.');
    await tab.keyboard.press('Escape');
    await tab.mouse.move(0, 0);

    await settings.bringToFront();
    await press(settings, 'Edit QTG');
    await fill(settings, 'Explanation', 'A made-up forum that shouts.');
    await expectSaid(settings, 'Saved');
    await press(settings, 'Close');
    await expectTexts(withOwn);
    await tab.bringToFront();
    await hoverUntilCard(tab, 'QTG', /shouts/);
    await tab.keyboard.press('Escape');
    await tab.mouse.move(0, 0);

    await settings.bringToFront();
    await press(settings, 'Remove QTG');
    await expectTexts(ALL);
    await press(settings, 'Undo');
    await expectTexts(withOwn);
    await press(settings, 'Remove QTG');
    await expectTexts(ALL);
  });

  if (kind === 'chromium') {
    it('open with the form when a selection is to be added', async () => {
      const worker = await findWorker(harness);
      await worker.evaluate(
        `chrome.contextMenus.onClicked.dispatch(
          { menuItemId: 'add', selectionText: '  Lantern\\n Point ' }, { id: 1 })`,
      );
      const target = await harness.browser.waitForTarget((it) => it.url().includes('#add='));
      const page = await target.asPage();
      await page.waitForSelector('[name=term]');
      expect(await page.$eval('[name=term]', (it) => (it as HTMLInputElement).value)).toBe(
        'Lantern Point',
      );
      await page.close();
    });
  }

  it('can be worked by keys alone', async () => {
    await expectTexts(ALL);
    const focused = () =>
      settings.evaluate(() => {
        const { activeElement: at } = document;
        const { outlineStyle } = getComputedStyle(at!);
        return { name: at?.closest('label')?.textContent ?? at?.textContent ?? '', outlineStyle };
      });
    const seen: string[] = [];
    for (let i = 0; i < 60 && !seen.at(-1)?.startsWith('Import'); i++) {
      await settings.keyboard.press('Tab');
      const { name } = await focused();
      seen.push(name);
      if (name.startsWith('Every mention')) {
        await settings.keyboard.press('ArrowDown');
        await expectTexts(FIRSTS);
        await settings.keyboard.press('ArrowUp');
        await expectTexts(ALL);
      }
    }
    expect(seen.some((name) => name.startsWith('Articles and news'))).toBe(true);
    expect(seen).toContain('Browse the entries');
    expect(seen).toContain('Add an entry');
    expect(seen.at(-1)).toMatch(/^Import/);
  });

  it.each(['options.html', 'welcome.html'])('fit at a zoom of 400 per cent: %s', async (path) => {
    // 1280 × 1024 at 400 %: WCAG 1.4.10.
    const page = await openOwnPage(harness, `${path}#zoom`);
    await page.setViewport({ width: 320, height: 256 });
    await page.waitForSelector('main');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });
});
