/**
 * Faults: "the background stopped at any moment", "popup, options and menu writing at once",
 * "storage full" and "extension removed while a page is open". Updates by highlights, and stored
 * things that are corrupt, older or newer, stand in ../life.test.ts; all interleavings of writers
 * in tests/extension/storage/settings.test.ts; 100 kills in the soak.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { openOwnPage } from '../../../src/cli/browser/drive.ts';
import { hoverOver } from '../../../src/cli/browser/painted.ts';
import { pause } from '../../../src/cli/browser/until.ts';
import { waitForCard } from '../card.ts';
import { BROWSERS, type Harness, useHarness } from '../harness.ts';
import { badgeOf, clearStorage, readStored, stopBackground, store } from '../inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectLeftAlone, expectPainted, expectSoon, textsOf } from '../paint.ts';
import { textOf } from '../popup.ts';
import {
  awaitFrames,
  choose,
  collectErrors,
  readOwnHtml,
  STYLES,
  type Style,
} from './fault-page.ts';

const KILLS = 10;

describe.each(BROWSERS)('the life of the extension, at its worst, in %s', (kind) => {
  const harness = useHarness(kind);

  it(`is whole after its background was killed ${KILLS} times in the midst of work`, async () => {
    const page = await harness.visit(newsPage({ body: `${ALLIANCE}<div id="feed"></div>` }));
    await expectPainted(page, IN_ALLIANCE);
    for (let i = 0; i < KILLS; i++) {
      await Promise.all([
        page.$eval(
          '#feed',
          (feed, text) => {
            const line = document.createElement('p');
            line.textContent = text;
            feed.append(line);
          },
          // New words, so that the library is asked.
          `Number${i} zeal${i}: NATO met the EDSCG.`,
        ),
        store(harness.inside, {
          [`mark-${i}`]: i,
          settings: { version: 1, sitesOff: [`site-${i}.example`] },
        }),
        kill(harness, Math.random() * 80),
      ]);
    }
    const wanted = Array.from({ length: KILLS }, () => ['NATO', 'EDSCG']).flat();
    await expect.poll(() => textsOf(page)).toEqual([...IN_ALLIANCE, ...wanted]);
    await expectPainted(page, [...IN_ALLIANCE, ...wanted]);
    const marks = await Promise.all(
      Array.from({ length: KILLS }, (_, i) => readStored(harness.inside, `mark-${i}`)),
    );
    expect(marks).toEqual(Array.from({ length: KILLS }, (_, i) => i));
    expect(await readStored(harness.inside, 'settings')).toEqual({
      version: 1,
      sitesOff: [`site-${KILLS - 1}.example`],
    });
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence/);
    await expectSoon(() => badgeOf(harness.inside, page.url()), '4');
    harness.leave(page);
  });

  it('loses no choice when windows write at the same time', async () => {
    const others = [
      await openOwnPage(harness, 'options.html'),
      // An address of its own, by which Firefox's driver tells it apart.
      await openOwnPage(harness, 'popup.html?other'),
    ] as const;
    const chosen = async () => {
      const { style, on } = (await readStored(harness.inside, 'settings')) as Record<
        string,
        unknown
      >;
      return { style, on };
    };
    await expectSoon(() => others[1].evaluate(findAndPress, 'Highlights', false), true);
    for (const [label, style] of [
      ['Solid', 'solid'],
      ['Marker', 'marker'],
      ['Solid', 'solid'],
    ] as const) {
      await expectSoon(() => others[0].evaluate(findAndPress, label, false), true);
      await Promise.all([
        others[0].evaluate(findAndPress, label, true),
        others[1].evaluate(findAndPress, 'Highlights', true),
      ]);
      await expectSoon(chosen, { style, on: false });
      await expectSoon(() => others[1].$eval('[role="switch"]', (it) => it.ariaChecked), 'false');
      await press(others[1], 'Highlights');
      await expectSoon(chosen, { style, on: true });
    }
    for (const other of others) await other.close();
  });

  // Firefox sets storage.local no bound that a test could reach: it shares that of the disk.
  if (kind === 'chromium') {
    it('starts, reads and keeps what it has when storage is full', async () => {
      await store(harness.inside, { settings: { version: 1, style: 'solid' } });
      const left = await harness.inside.evaluate(fillStorage);
      expect(left).toBe('full');
      await kill(harness, 0);
      const page = await harness.visit(newsPage({ body: ALLIANCE }));
      await expectPainted(page, IN_ALLIANCE);
      await hoverOver(page, 'EDSCG');
      await waitForCard(page, /Extended Deterrence/);
      const popup = await openOwnPage(harness, 'popup.html?full');
      await press(popup, 'Highlights');
      await expectSoon(async () => (await textOf(popup, 'header .trouble')) !== '', true);
      expect(await readStored(harness.inside, 'settings')).toEqual({ version: 1, style: 'solid' });
      await expectPainted(page, IN_ALLIANCE);
      await clearStorage(harness.inside);
      await press(popup, 'Highlights');
      await expectSoon(() => readStored(harness.inside, 'settings'), { version: 1, on: false });
      await popup.close();
      harness.leave(page);
    });
  }

  it.each(STYLES)('leaves one set of marks when it is updated, painted %s', async (style) => {
    await choose(harness.inside, style);
    const page = await visitTicker(harness);
    const errors = collectErrors(page);
    await harness.install();
    await page.bringToFront();
    // The badge went with the old extension: the new script is the one that reports.
    await expectSoon(() => badgeOf(harness.inside, page.url()), '4');
    await write(page, 'In Seoul the EDSCG and NATO.');
    await expectPainted(page, [...IN_ALLIANCE, 'EDSCG', 'NATO']);
    expect(await readOwnHtml(page, 'article p')).toBe(ALLIANCE.replaceAll(/<\/?p>/g, ''));
    const elements = await page.$$eval('news-gloss', (all) => all.length);
    expect(elements).toBe(style === 'marker' ? 5 : 0);
    expect(errors).toEqual([]);
    harness.leave(page);
  });
});

describe.each(BROWSERS)('the end of the extension in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(style: Style): Promise<Page> {
    await choose(harness.inside, style);
    return visitTicker(harness);
  }

  // Firefox takes what runs in pages away by itself.
  if (kind === 'chromium') {
    it('leaves the page at the first hover after it was removed, and says nothing', async () => {
      const page = await visit('dotted');
      const errors = collectErrors(page);
      await harness.uninstall();
      await hoverOver(page, 'EDSCG');
      await expectPainted(page, []);
      expect(await page.$('[data-newsgloss-card]')).toBeNull();
      expect(errors).toEqual([]);
      harness.leave(page);
    });

    it('leaves a page that has no card yet when a mention turns up after it was removed', async () => {
      const hidden = '<p id="late" style="display: none">In Seoul the EDSCG met USFK.</p>';
      const page = await harness.visit(newsPage({ body: hidden }));
      const errors = collectErrors(page);
      await expectLeftAlone(harness, page);
      await harness.uninstall();
      await page.$eval('#late', (line) => line.removeAttribute('style'));
      // Time to paint what is shown and to find that no card can come.
      await pause(1_000);
      await expectPainted(page, []);
      expect(errors).toEqual([]);
      harness.leave(page);
    });
  }

  it.each(STYLES)(
    'is swept or inert when it is removed under a page, painted %s',
    async (style) => {
      const page = await visit(style);
      const errors = collectErrors(page);
      await harness.uninstall();
      for (const text of ['USFK and NATO.', 'Nobody.', 'In Seoul the EDSCG.', 'NATO.']) {
        await write(page, text);
        await awaitFrames(page, 10);
        for (const painted of await textsOf(page)) {
          expect(painted, 'a word that is a term').toMatch(/^(?:EDSCG|NCG|USFK|NATO)$/);
        }
      }
      await page.mouse.move(2, 2);
      await page.mouse.move(300, 120, { steps: 5 });
      expect(errors).toEqual([]);
      await harness.install();
      await page.bringToFront();
      // With its storage the choice of style has gone: what an old script wrapped must be free again.
      await expectPainted(page, [...IN_ALLIANCE, 'NATO']);
      expect(await page.$$eval('news-gloss', (all) => all.length)).toBe(0);
      expect(await page.$eval('article p', (it) => it.innerHTML)).toBe(
        ALLIANCE.replaceAll(/<\/?p>/g, ''),
      );
      harness.leave(page);
    },
  );
});

/** Visit a page with a line that is going to be written anew. */
async function visitTicker(harness: Harness): Promise<Page> {
  const page = await harness.visit(newsPage({ body: `${ALLIANCE}<p id="ticker">NATO.</p>` }));
  await expectPainted(page, [...IN_ALLIANCE, 'NATO']);
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.$eval(
    '#ticker',
    (element, words) => {
      element.textContent = words;
    },
    text,
  );
  expect(await page.$eval('#ticker', (element) => element.textContent)).toBe(text);
}

/** Stop the background after so many milliseconds, wherever it is in its work, if it runs. */
async function kill(harness: Harness, afterMs: number): Promise<void> {
  await pause(afterMs);
  if (harness.kind === 'firefox') return stopBackground(harness);
  const isIt = (url: string) => url.startsWith(harness.home);
  const target = harness.browser
    .targets()
    .find((it) => it.type() === 'service_worker' && isIt(it.url()));
  const worker = await target?.worker().catch(() => null);
  await worker?.close().catch(() => undefined);
}

/** Press a switch or choose among buttons by its label, once it is there. */
async function press(popup: Page, label: string): Promise<void> {
  await expectSoon(() => popup.evaluate(findAndPress, label, false), true);
  await popup.evaluate(findAndPress, label, true);
}

/** Sent as text. */
function findAndPress(name: string, press: boolean): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('[role="switch"], label')];
  const found = all.find((it) => it.textContent?.trim() === name);
  if (press) (found?.querySelector('input') ?? found)?.click();
  return found !== undefined;
}

/** Sent as text: writes until nothing more goes in, down to single bytes. */
async function fillStorage(): Promise<string> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { set(items: object): Promise<void> } } };
  };
  let size = 4_000_000;
  for (let i = 0; size > 0 && i < 200; i++) {
    try {
      await chrome.storage.local.set({ [`f${i}`]: 'x'.repeat(size) });
    } catch {
      size = size < 2 ? 0 : Math.floor(size / 2);
    }
  }
  return size === 0 ? 'full' : 'not full';
}
