/** Readers can take the access to sites away, and give it back: both are at work at once. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openOwnPage } from '../../src/cli/browser/drive.ts';
import { BROWSERS, type SharedHarness, useHarness } from './harness.ts';
import { badgeOf, evaluateInFirefox } from './inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { openPopup, textOf } from './popup.ts';
import { reload } from './settings-page.ts';

const PAGE = newsPage({ body: ALLIANCE });

/** Give or take the access to all sites, as the browser's own page of the extension does. */
async function setAccess(harness: SharedHarness, isGiven: boolean): Promise<void> {
  if (harness.kind === 'firefox') {
    await evaluateInFirefox(
      harness,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { id, extension } = WebExtensionPolicy.getByID('newsgloss@newsgloss');
        const all = { permissions: [], origins: ['http://*/*', 'https://*/*'] };
        await ExtensionPermissions.${isGiven ? 'add' : 'remove'}(id, all, extension);
        return 'done';
      })()`,
    );
    return;
  }
  const page = await harness.browser.newPage();
  await page.goto('chrome://extensions');
  const extensionId = new URL(harness.home).host;
  await page.evaluate(
    (change) =>
      (
        globalThis as unknown as {
          chrome: {
            developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
          };
        }
      ).chrome.developerPrivate.updateExtensionConfiguration(change),
    { extensionId, hostAccess: isGiven ? 'ON_ALL_SITES' : 'ON_CLICK' },
  );
  await page.close();
}

/** Press the toolbar button as a reader does: the browser lets us read that one page then. */
async function pressAction(harness: SharedHarness, page: Page): Promise<Page> {
  const extension = (await harness.browser.extensions()).get(new URL(harness.home).host);
  // The driver's press gives access as a reader's does, but opens no popup.
  await page.triggerExtensionAction(extension!);
  return openPopup(harness, page);
}

describe.each(BROWSERS)('access to sites in %s', (kind) => {
  const harness = useHarness(kind);

  afterEach(() => setAccess(harness, true));

  it('is at work in open tabs at once: taken away, and given back', async () => {
    const page = await harness.visit(PAGE);
    await expectPainted(page, IN_ALLIANCE);
    await setAccess(harness, false);
    await expectPainted(page, []);
    const late = await harness.visit(PAGE);
    await setAccess(harness, true);
    await expectPainted(page, IN_ALLIANCE);
    await late.bringToFront();
    await expectPainted(late, IN_ALLIANCE);
    await expectSoon(() => badgeOf(harness.inside, late.url()), '3');
  });

  it('is asked for on the welcome page where the browser gave none', async () => {
    const welcome = await openOwnPage(harness, 'welcome.html');
    await welcome.waitForSelector('article');
    expect(await welcome.$('.ask')).toBeNull();
    await setAccess(harness, false);
    await reload(welcome);
    await welcome.waitForSelector('.ask button');
    await welcome.close();
  });

  it('is offered in the popup, for the page in front', async ({ skip }) => {
    skip(kind === 'firefox', 'Nothing can press Firefox’s toolbar button and read its popup.');
    await setAccess(harness, false);
    const page = await harness.visit(PAGE);
    const popup = await pressAction(harness, page);
    await expectSoon(
      () => textOf(popup, '.notice p'),
      'Your browser does not let Newsgloss read this site.',
    );
    await expectPainted(page, []);
    const [once] = await popup.$$('.ways button');
    await once!.click();
    await expectPainted(page, IN_ALLIANCE);
    await expectSoon(() => popup.$$eval('.terms li', (all) => all.length), 3);
    await popup.close().catch(() => undefined);
    const next = await harness.visit(PAGE);
    const closed = await pressAction(harness, next);
    await expectSoon(
      () => textOf(closed, '.notice p'),
      'Your browser does not let Newsgloss read this site.',
    );
    await expectPainted(next, []);
  });
});
