/**
 * Private windows, in which the reader has allowed the extension: nothing of what is done there is
 * written to disk or reaches a normal window.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { findTab } from '../../src/cli/browser/drive.ts';
import { evaluateInWindow } from '../../src/cli/browser/firefox-window.ts';
import { hoverOver } from '../../src/cli/browser/painted.ts';
import { extensionFolder } from '../../src/cli/build/build-extension.ts';
import { pressInNewCard, waitForCard } from './card.ts';
import { BROWSERS, type Harness, launchForTest } from './harness.ts';
import { openInside, readStored } from './inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { expectSaid, fill, submitEntry } from './settings-page.ts';
import { chooseInMenu } from './summon.ts';

/** The part of the extension's world that these tests ask for. */
interface World {
  readonly extension: { isAllowedIncognitoAccess(): Promise<boolean> };
  readonly storage: {
    readonly local: { get(key: null): Promise<object> };
    readonly session: { get(key: null): Promise<object> };
  };
  readonly tabs: {
    create(options: object): Promise<unknown>;
    query(
      options: object,
    ): Promise<readonly { readonly url?: string; readonly incognito: boolean }[]>;
  };
  readonly windows: {
    getAll(): Promise<readonly { readonly id: number; readonly incognito: boolean }[]>;
    create(options: object): Promise<{ readonly id: number }>;
    remove(id: number): Promise<void>;
  };
}

declare const chrome: World;

describe.each(BROWSERS)('a private window in %s', (kind) => {
  it('leaves nothing behind, on disk or in a normal window', async () => {
    const harness = await launchForTest(kind);
    await allowPrivate(harness);
    const inside = await openInside(harness);
    expect(await inside.evaluate(() => chrome.extension.isAllowedIncognitoAccess())).toBe(true);

    const address = harness.put('/private', newsPage({ body: ALLIANCE }));
    const window = await inside.evaluate(
      async (url) => (await chrome.windows.create({ incognito: true, url })).id,
      address,
    );
    const page = await findTab(harness, 'a private tab', (it) => it === address);
    await expectPainted(page, IN_ALLIANCE);

    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence/);
    await pressInNewCard(page, 'I know this');
    await expectPainted(page, ['NCG', 'USFK']);
    await chooseInMenu(harness, page, { menuItemId: 'add', selectionText: 'Lantern Point' });
    const settings = await findTab(harness, 'the settings', (it) =>
      it.startsWith(`${harness.home}options.html`),
    );
    await settings.waitForSelector('[name=term]');
    expect(await settings.$eval('[name=term]', (it) => (it as HTMLInputElement).value)).toBe(
      'Lantern Point',
    );

    const beside = harness.put('/normal', newsPage({ body: ALLIANCE }));
    await inside.evaluate(openInNormalWindow, beside);
    const normal = await findTab(harness, 'a normal tab', (it) => it === beside);
    await expectPainted(normal, IN_ALLIANCE);
    expect(await readAll(inside, 'session')).toContain('korea-us-alliance/edscg');
    // What was met in the normal window is stored once that has reported it.
    await expect.poll(() => readAll(inside, 'local')).toContain('korea-us-alliance/edscg');
    const kept = await readAll(inside, 'local');
    expect(await readStored(inside, 'settings')).toBeNull();
    for (const each of await harness.browser.pages()) {
      const shown = await each.evaluate(() => decodeURIComponent(location.href)).catch(() => '');
      expect(shown).not.toContain('Lantern');
    }
    expect(kept).not.toContain('Lantern');

    // An entry is added where all are, not where nothing outlives the private windows.
    const own = `${harness.home}options.html#own`;
    expect(await inside.evaluate(listPrivate, `${harness.home}options.html`)).toEqual([false]);
    await settings.bringToFront();
    await fill(settings, 'Explanation', 'Made up.');
    await submitEntry(settings);
    const later = harness.put('/later', newsPage({ body: '<p>Lantern Point met again.</p>' }));
    await inside.evaluate(openInNormalWindow, later);
    await expectPainted(await findTab(harness, 'a later tab', (it) => it === later), [
      'Lantern Point',
    ]);
    await inside.evaluate((url, windowId) => chrome.tabs.create({ windowId, url }), own, window);
    await expect.poll(() => inside.evaluate(listPrivate, own)).toEqual([false]);
    const again = await findTab(harness, 'the settings again', (it) => it === own);
    await expectSaid(again, /Lantern Point\s+Made up\./);

    await again.close();
    await settings.close();
    await inside.evaluate((id) => chrome.windows.remove(id), window);
    await expectSoon(async () => (await readAll(inside, 'session')).includes('known'), false);
  });
});

/** Sent as text. A driver opens tabs in the window in front. */
async function openInNormalWindow(url: string): Promise<void> {
  const windows = await chrome.windows.getAll();
  await chrome.tabs.create({ windowId: windows.find(({ incognito }) => !incognito)?.id, url });
}

/** Sent as text: of each tab whose address begins so, whether it is private. */
async function listPrivate(address: string): Promise<boolean[]> {
  const tabs = await chrome.tabs.query({});
  return tabs.filter(({ url }) => url?.startsWith(address)).map(({ incognito }) => incognito);
}

/** What lies in a storage area, as JSON. */
function readAll(inside: Page, area: 'local' | 'session'): Promise<string> {
  return inside.evaluate(
    async (name) => JSON.stringify(await chrome.storage[name].get(null)),
    area,
  );
}

/** Allow the extension in private windows, as readers do in the browser's list of extensions. */
async function allowPrivate({ browser, kind, id }: Harness): Promise<void> {
  if (kind === 'chromium') {
    await browser.installExtension(extensionFolder(kind), { enabledInIncognito: true });
    return;
  }
  const done = await evaluateInWindow(
    { browser },
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule(
        'resource://gre/modules/AddonManager.sys.mjs');
      const id = ${JSON.stringify(id)};
      const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(id, allowed);
      await (await AddonManager.getAddonByID(id)).reload();
      return 'done';
    })()`,
  );
  expect(done).toBe('done');
}
