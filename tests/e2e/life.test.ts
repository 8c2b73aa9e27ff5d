/** What can befall an extension: its background sleeps, it is updated, its storage is broken, a page is hostile. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { hoverOver } from '../../src/cli/browser/painted.ts';
import { waitForCard, waitForNoCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { evaluateInFirefox, readStored, stopBackground, store } from './inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { openPopup } from './popup.ts';
import { expectUntouched, REMEMBER } from './untouched.ts';

/** A whole glossary but for one letter, which stands for a kind that does not exist. */
const BROKEN_GLOSSARY = {
  schema: 1,
  id: 'lamps',
  title: 'Lamps',
  version: '1.0.0',
  language: 'en',
  licence: 'MIT',
  sources: [
    { id: 'us', kind: 'background', publisher: 'Us', title: 'Ours', published: '2026-01-01' },
  ],
  entries: [
    {
      id: 'lamp',
      kind: 'x',
      names: [{ text: 'LAMPX', lang: 'en', role: 'short', case: 'exact' }],
      gloss: 'It gives light.',
      basis: ['us'],
      claims: [],
    },
  ],
};

const UNREADABLE: readonly (readonly [what: string, settings: unknown])[] = [
  ['rubbish', 'rubbish'],
  ['of the wrong shapes', { version: 1, on: 'maybe', sitesOff: 7, style: ['dotted'] }],
  ['of a newer version', { version: 99, style: 'sparkling', pages: 'moon', future: { a: 1 } }],
];

describe.each(BROWSERS)('the life of the extension in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(body = ''): Promise<Page> {
    const page = await harness.visit(newsPage({ body: ALLIANCE + body + REMEMBER }));
    await expectPainted(page, IN_ALLIANCE);
    return page;
  }

  it('goes on after its background has been stopped', async () => {
    const page = await visit('<p id="later"></p>');
    await stopBackground(harness);
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence Strategy/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await stopBackground(harness);
    await page.$eval('#later', (element) => element.append('NATO asked the EDSCG.'));
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    await stopBackground(harness);
    const other = await visit();
    const popup = await openWoken(other);
    await expectSoon(
      () => popup.$eval('h2', ({ textContent }) => textContent),
      '3 terms on this page',
    );
    await popup.close().catch(() => undefined);
    harness.leave(page);
    harness.leave(other);
  });

  /** Chromium opens the popup by way of the background, so that has to be awake. */
  async function openWoken(page: Page): Promise<Page> {
    await page.evaluate(() => document.querySelector('article')?.append('The EDSCG again.'));
    await expectPainted(page, [...IN_ALLIANCE, 'EDSCG']);
    return openPopup(harness, page);
  }

  it.each(UNREADABLE)(
    'falls back to its defaults over stored settings %s, and keeps them',
    async (_, settings) => {
      await store(harness.inside, { settings });
      const page = await visit();
      expect(await readStored(harness.inside, 'settings')).toEqual(settings);
      await expectUntouched(page);
      harness.leave(page);
    },
  );

  it('names a stored glossary that it cannot read, and does without', async () => {
    await harness.inside.evaluate(putGlossary, BROKEN_GLOSSARY);
    await stopBackground(harness);
    const page = await visit('<p>A LAMPX.</p>');
    const popup = await openPopup(harness, page);
    const trouble = () =>
      popup.$eval('main .trouble', (element) => element.textContent).catch(() => '');
    await expectSoon(async () => (await trouble()) !== '', true);
    expect(await trouble()).toMatch(/lamps cannot be read, so it is not used\. .*entries.*kind/);
    await expectSoon(
      () => popup.$eval('h2', ({ textContent }) => textContent),
      '3 terms on this page',
    );
    await popup.close().catch(() => undefined);
    harness.leave(page);
    expect(await harness.inside.evaluate(putGlossary, BROKEN_GLOSSARY)).toEqual(BROKEN_GLOSSARY);
  });

  it('lives on when a page forges the event of a newer script', async () => {
    const page = await visit('<p id="later"></p>');
    await page.evaluate((id) => {
      for (const name of ['content', '']) {
        const detail = { contentScriptName: name, messageId: 'forged' };
        const type = `${id}:${name}:wxt:content-script-started`;
        document.dispatchEvent(new CustomEvent(type, { detail }));
        window.postMessage({ type, ...detail }, '*');
      }
    }, harness.id);
    await page.$eval('#later', (element) => element.append('NATO asked the EDSCG.'));
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence Strategy/);
    harness.leave(page);
  });

  it('says nothing to the page', async () => {
    const page = await harness.visit(
      newsPage({
        head: `<script>
          var heard = [];
          addEventListener('message', ({ data }) => heard.push(data));
          var dispatch = EventTarget.prototype.dispatchEvent;
        </script>`,
        body: ALLIANCE,
      }),
    );
    await expectPainted(page, IN_ALLIANCE);
    expect(await page.evaluate('heard')).toEqual([]);
    harness.leave(page);
  });

  it('starts anew in open pages when it is updated, once, and without a word in the console', async () => {
    const page = await visit('<p id="later"></p>');
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await hoverOver(page, 'EDSCG');
    await waitForCard(page);
    await harness.install();
    await page.bringToFront();
    await page.$eval('#later', (element) => element.append('NATO asked the EDSCG.'));
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    await hoverOver(page, 'NCG');
    await waitForCard(page, /Nuclear Consultative Group/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await store(harness.inside, { settings: { version: 1, on: false } });
    await expectPainted(page, []);
    await store(harness.inside, { settings: { version: 1, on: true } });
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    expect(said).toEqual([]);
    harness.leave(page);
  });

  it('goes on in open pages that hold no article, if all pages are read, when it is updated', async () => {
    await store(harness.inside, { settings: { version: 1, pages: 'all' } });
    const head = '<!DOCTYPE html><html lang="en"><title>Sign in</title>';
    const page = await harness.visit(`${head}${ALLIANCE}<p id="later"></p>`);
    await expectPainted(page, IN_ALLIANCE);
    await harness.install();
    await page.bringToFront();
    await page.$eval('#later', (element) => element.append('NATO asked the EDSCG.'));
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    harness.leave(page);
  });

  it('goes on in open pages when it is disabled and enabled again', async () => {
    const page = await visit('<p id="later"></p>');
    await disableAndEnable();
    await page.bringToFront();
    await page.$eval('#later', (element) => element.append('NATO asked the EDSCG.'));
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    harness.leave(page);
  });

  /** As a reader does it on the browser's own page of extensions. */
  async function disableAndEnable(): Promise<void> {
    if (kind === 'firefox') {
      const turn = `(async () => {
        const addon = await AddonManager.getAddonByID(${JSON.stringify(harness.id)});
        await addon.disable();
        await addon.enable();
      })()`;
      await evaluateInFirefox(harness, turn);
    } else {
      const page = await harness.browser.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (id) => {
        const { management } = (globalThis as unknown as Management).chrome;
        await management.setEnabled(id, false);
        await management.setEnabled(id, true);
      }, harness.id);
      await page.close();
    }
    await harness.reopenInside();
  }

  // Firefox ends a content script together with its extension: nobody is left to tidy up.
  if (kind === 'chromium') {
    it('leaves open pages as they were when it is removed', async () => {
      await store(harness.inside, { settings: { version: 1, style: 'marker' } });
      const page = await visit();
      const other = await harness.visit(
        '<!DOCTYPE html><title>Where extensions are removed</title>',
      );
      await harness.uninstall();
      await page.bringToFront();
      await expectPainted(page, []);
      await expectUntouched(page);
      harness.leave(other);
      harness.leave(page);
    });
  }
});

/** Sent as text: put a glossary into the library as it is; what stood there comes back. */
async function putGlossary(glossary: typeof BROKEN_GLOSSARY) {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { id, title, version, language } = glossary;
  const database = await done(indexedDB.open('newsgloss'));
  const change = database.transaction(['glossaries', 'contents'], 'readwrite');
  const rows = change.objectStore('glossaries');
  const contents = change.objectStore('contents');
  const before = await done(contents.get(id));
  const row = { id, title, version, language, entries: 1, names: 1, on: true, order: 1 };
  await Promise.all([done(contents.put(glossary, id)), done(rows.put(row))]);
  database.close();
  return before;
}

/** Of the browser's own page of extensions. */
interface Management {
  readonly chrome: {
    readonly management: { setEnabled(id: string, isOn: boolean): Promise<void> };
  };
}
