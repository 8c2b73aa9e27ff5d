/** Pages that hold nothing for us: they are left to themselves, until they do or are asked. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitForCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { badgeOf, store } from './inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from './news-page.ts';
import { expectLeftAlone, expectPainted, expectSoon } from './paint.ts';
import { openPopup, textOf } from './popup.ts';
import { fill, openSettings, press, submitEntry } from './settings-page.ts';
import { chooseInMenu, command } from './summon.ts';

/** The part of the extension's world that is asked for here; Firefox has it under this name too. */
declare const chrome: {
  readonly tabs: {
    query(query: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tabId: number, message: unknown, options: object): Promise<unknown>;
  };
};

const QUIET = newsPage({
  body: '<p id="s">The ferry (the old one) left on time, said the pilot, for the glimmerlamp was lit.</p>',
});
const MENU = '<!DOCTYPE html><title>Menu</title><main><button>Open</button> EDSCG</main>';
/** Once in the menu, once in the article. */
const TWICE = ['EDSCG', 'EDSCG'];

describe.each(BROWSERS)('a page that holds nothing in %s', (kind) => {
  const harness = useHarness(kind);

  /** Whether the content script runs in the top frame of a page. */
  const isThere = (page: Page) =>
    harness.inside.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
      const message = { name: 'isThere', args: [] };
      return chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 }).catch(() => false);
    }, page.url());

  /** Visit a page, and one after it that is painted. */
  async function visitAlone(html: string): Promise<Page> {
    const page = await harness.visit(html);
    await expectLeftAlone(harness, page);
    expect(await isThere(page)).toBe(false);
    return page;
  }

  it.each([
    ['no article', MENU],
    ['an article without a term', QUIET],
    ['an article without a word', newsPage({ body: '', title: '' })],
  ])('gets no content script: %s', async (_, html) => {
    const page = await visitAlone(html);
    const painted = await harness.visit(newsPage({ body: ALLIANCE }));
    await expectPainted(painted, IN_ALLIANCE);
    expect(await isThere(painted)).toBe(true);
    harness.leave(painted);
    harness.leave(page);
  });

  it('gets none where highlights are off, and one as soon as they are on', async () => {
    await store(harness.inside, { settings: { version: 1, sitesOff: ['127.0.0.1'] } });
    const page = await harness.visit(newsPage({ body: ALLIANCE }));
    const path = new URL(harness.put('/other-site', newsPage({ body: ALLIANCE }))).pathname;
    const other = await harness.visit(harness.otherOrigin + path);
    await expectPainted(other, IN_ALLIANCE);
    expect(await isThere(page)).toBe(false);
    await store(harness.inside, { settings: { version: 1 } });
    await expectPainted(page, IN_ALLIANCE);
    harness.leave(other);
    harness.leave(page);
  });

  it.each([
    ['becomes an article', MENU, '<article><p>Then the EDSCG met.</p></article>', TWICE],
    ['gets a term', QUIET, 'Then the EDSCG met.', ['EDSCG']],
    ['defines what it uses', QUIET, 'The Harbour Pilots’ Board (HPB) met. HPB slept.', ['HPB']],
  ])('is painted when it %s', async (_, html, added, painted) => {
    const page = await visitAlone(html);
    await page.evaluate((more) => {
      const place = document.querySelector('#s') ?? document.querySelector('main');
      for (const part of new DOMParser().parseFromString(more, 'text/html').body.childNodes) {
        place?.append(document.importNode(part, true));
      }
    }, added);
    await expectPainted(page, painted);
    harness.leave(page);
  });

  it('is painted when its text is rewritten', async () => {
    const page = await visitAlone(QUIET);
    await page.$eval('#s', ({ firstChild }) => {
      (firstChild as Text).data = 'Then the EDSCG met.';
    });
    await expectPainted(page, ['EDSCG']);
    harness.leave(page);
  });

  it('is painted when the reader adds a word of it, in small letters', async () => {
    const page = await visitAlone(QUIET);
    const settings = await openSettings(harness);
    await press(settings, 'Add an entry');
    await fill(settings, 'Term', 'glimmerlamp');
    await fill(settings, 'Explanation', 'It gives light.');
    await submitEntry(settings);
    await expectPainted(page, ['glimmerlamp']);
    await settings.close();
    harness.leave(page);
  });

  it('is painted at once when all pages are to be read, and so is the next', async () => {
    const page = await visitAlone(MENU);
    await store(harness.inside, { settings: { version: 1, pages: 'all' } });
    await expectPainted(page, ['EDSCG']);
    const next = await harness.visit(MENU);
    await expectPainted(next, ['EDSCG']);
    await store(harness.inside, { settings: { version: 1 } });
    await expectPainted(page, []);
    harness.leave(next);
    harness.leave(page);
  });

  it('says that it has no terms, though the page before it in the tab had some', async () => {
    const page = await harness.visit(newsPage({ body: ALLIANCE }));
    await expectSoon(() => badgeOf(harness.inside, page.url()), '3');
    await page.goto(harness.put('/quiet', QUIET));
    await command(harness, 'count-terms');
    await waitForCard(page, /No glossary terms on this page/);
    await page.goto(harness.put('/menu', MENU));
    await command(harness, 'next-mention');
    await waitForCard(page, /No glossary terms on this page/);
    await page.goto(harness.put('/quiet-too', QUIET));
    const popup = await openPopup(harness, page);
    await expectSoon(() => textOf(popup, 'h2'), 'No glossary terms on this page');
    await popup.close().catch(() => undefined);
    await page.close();
  });

  it('counts the terms of a frame alone, though the page before it in the tab had some', async () => {
    harness.put('/framed', newsPage({ body: '<p>In Seoul the EDSCG met.</p>' }));
    const page = await harness.visit(newsPage({ body: ALLIANCE }));
    await expectSoon(() => badgeOf(harness.inside, page.url()), '3');
    await page.goto(harness.put('/holder', `${MENU}<iframe src="/framed"></iframe>`));
    await expectSoon(() => badgeOf(harness.inside, page.url()), '1');
    await page.close();
  });

  it('explains what is selected in it', async () => {
    const page = await visitAlone(QUIET);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1')!));
    await chooseInMenu(harness, page, { menuItemId: 'explain', selectionText: 'NCG' });
    await waitForCard(page, /Nuclear Consultative Group/);
    harness.leave(page);
  });

  it('paints the frame that holds a term, and leaves the page and its other frames', async () => {
    harness.put('/advert', '<!DOCTYPE html><body><img alt="Buy"></body>');
    harness.put('/slow', newsPage({ body: '<p>In Seoul the EDSCG met.</p>' }));
    const page = await harness.visit(
      `${MENU}<iframe src="/advert"></iframe><iframe src="/slow"></iframe>`,
    );
    const frame = page.frames().find((each) => each.url().endsWith('/slow'));
    await expectPainted(frame!, ['EDSCG']);
    expect(await isThere(page)).toBe(false);
    harness.leave(page);
  });
});
