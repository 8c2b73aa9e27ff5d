/** The marker style, which wraps text: it comes and goes at once, and the page gets back what was its own. */
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { hoverOver, readPainted } from '../../src/cli/browser/painted.ts';
import { waitForCard, waitForNoCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { store } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectRules, expectSoon } from './paint.ts';
import { expectUntouched, REMEMBER, rememberPage } from './untouched.ts';

const BODY =
  '<p>In Seoul the Nuclear <b>Con</b><i>sul</i>tative Group (NCG) met <a href="#x">the EDSCG</a>.</p>' +
  '<ul><li>USFK spoke</li><li>of NATO</li></ul>';
const PAINTED = ['Nuclear Consultative Group', 'NCG', 'EDSCG', 'USFK', 'NATO'];
const MARKER = { settings: { version: 1, style: 'marker' } };

describe.each(BROWSERS)('the marker in %s', (kind) => {
  const harness = useHarness(kind);

  /** A page that changes all the time, and a calm frame in it. */
  async function visitBusy(): Promise<[page: Page, frame: Frame]> {
    const calm = harness.put('/calm', newsPage({ body: BODY }));
    const busy = `<p id="busy"></p><script>
      var timer = setInterval(() => { busy.append('.'); }, 50);
    </script>`;
    const page = await harness.visit(
      newsPage({ body: `${BODY}${busy}<iframe src="${calm}"></iframe>` }),
    );
    return [page, await page.waitForFrame((it) => it.url() === calm)];
  }

  it('replaces the underlines at once, and gives the page back when they return', async () => {
    const page = await harness.visit(newsPage({ body: BODY + REMEMBER }));
    await expectPainted(page, PAINTED);
    await choose(harness.inside, 'marker');
    await expectPaintedBy(page, 'news-gloss');
    await choose(harness.inside, 'solid');
    await expectPaintedBy(page, 'newsgloss-solid');
    await expectUntouched(page);
    await choose(harness.inside, 'marker');
    await expectPaintedBy(page, 'news-gloss');
    await choose(harness.inside, 'dotted');
    await expectPaintedBy(page, 'newsgloss-dotted');
    await expectUntouched(page);
    harness.leave(page);
  });

  it('takes the last choice, though the one before it has to wait for a calm page', async () => {
    const [page, frame] = await visitBusy();
    for (const each of [page, frame]) await expectPainted(each, PAINTED);
    await choose(harness.inside, 'marker');
    // The frame is calm, and has its marks while the page around it still waits, for 2 s at most.
    await expectPaintedBy(frame, 'news-gloss');
    await store(harness.inside, { settings: { ...MARKER.settings, colour: 'blue' } });
    await expectSoon(() => page.$$eval('[look="marker-blue"]', (all) => all.length > 0), true);
    await expectPainted(page, PAINTED);
    await page.close();
  });

  it('does not come late to a page on which it was given up', async () => {
    await choose(harness.inside, 'marker');
    const [page, frame] = await visitBusy();
    await expectPaintedBy(frame, 'news-gloss');
    await store(harness.inside, { settings: { version: 1, on: false } });
    await expectPainted(frame, []);
    await choose(harness.inside, 'dotted');
    await expectPaintedBy(page, 'newsgloss-dotted');
    // What waits still, from before and from now, goes on once the page is calm.
    await page.evaluate('clearInterval(timer)');
    await choose(harness.inside, 'marker');
    await expectPaintedBy(page, 'news-gloss');
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence Strategy/);
    await page.close();
  });

  it('is filled, with the page’s text as it was, and opens cards', async () => {
    await store(harness.inside, MARKER);
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPaintedBy(page, 'news-gloss');
    await expectRules(page);
    const seen = await page.$eval('news-gloss', (element) => ({
      fill: getComputedStyle(element).backgroundImage,
      text: document.querySelector('article p')?.textContent,
    }));
    expect(seen).toEqual({
      fill: expect.stringMatching(/gradient\(rgba\(255, 2\d\d, \d+, 0\.\d+\)/),
      text: 'In Seoul the Nuclear Consultative Group (NCG) met the EDSCG.',
    });
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence Strategy/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    harness.leave(page);
  });

  it('follows a page that changes, which is its own again once it is off', async () => {
    await store(harness.inside, MARKER);
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPaintedBy(page, 'news-gloss');
    await page.evaluate(() => {
      const [usfk, nato] = document.querySelectorAll('li');
      // As frameworks do: by the nodes that they have made.
      (nato!.firstChild as Text).data = 'NATO, the NPG’s home';
      usfk!.firstChild!.remove();
      const item = document.createElement('li');
      item.append('Seoul and ', 'the EDSCG, too');
      nato!.before(item);
    });
    const changed = ['Nuclear Consultative Group', 'NCG', 'EDSCG', 'EDSCG', 'NATO', 'NPG'];
    await expectPainted(page, changed);
    const lines = await page.$$eval('li', (items) => items.map(({ textContent }) => textContent));
    expect(lines).toEqual(['', 'Seoul and the EDSCG, too', 'NATO, the NPG’s home']);
    await store(harness.inside, { settings: { version: 1, style: 'marker', on: false } });
    await expectPainted(page, []);
    const left = await page.$$eval('li', (items) =>
      items.map(({ childNodes }) => [...childNodes].map(({ nodeValue }) => nodeValue)),
    );
    expect(left).toEqual([[], ['Seoul and ', 'the EDSCG, too'], ['NATO, the NPG’s home']]);
    await rememberPage(page);
    await store(harness.inside, MARKER);
    await expectPainted(page, changed);
    await store(harness.inside, { settings: { version: 1, style: 'marker', on: false } });
    await expectPainted(page, []);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('bears a page that takes its elements away', async () => {
    await store(harness.inside, MARKER);
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPaintedBy(page, 'news-gloss');
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('news-gloss')) element.remove();
      const note = document.createElement('p');
      note.textContent = 'Seoul asked the EDSCG.';
      document.querySelector('article')?.append(note);
    });
    await expectSoon(async () => (await readPainted(page)).at(-1)?.text, 'EDSCG');
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence Strategy/);
    harness.leave(page);
  });
});

async function expectPaintedBy(page: Page | Frame, by: string): Promise<void> {
  const read = async () => (await readPainted(page)).map((it) => `${it.by}: ${it.text}`);
  await expectSoon(
    read,
    PAINTED.map((text) => `${by}: ${text}`),
  );
  await expectPainted(page, PAINTED);
}

/** Choose a style while the page is open, as the settings page does. */
function choose(inside: Page, style: 'dotted' | 'solid' | 'marker'): Promise<void> {
  return store(inside, { settings: { version: 1, style } });
}
