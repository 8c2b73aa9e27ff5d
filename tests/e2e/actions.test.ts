/** What a reader can do from the card, on real pages: it holds in all tabs, and can be taken back. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { inCard, pressInCard } from '../../src/cli/browser/card-root.ts';
import { hoverOver } from '../../src/cli/browser/painted.ts';
import { pressInNewCard, pressMore, SOON, waitForCard, waitForNoCard } from './card.ts';
import { awaitFrames } from './faults/fault-page.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { badgeOf, readStored, store } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { openPopup } from './popup.ts';
import { expectUntouched, REMEMBER } from './untouched.ts';

const BODY =
  '<p>In Seoul the EDSCG met. The Harbour Pilots’ Board (HPB) did not; the HPB slept.</p>' +
  `<div style="height: 900px"></div><p>The HPB woke. USFK did too.</p>${REMEMBER}`;
const PAINTED = ['EDSCG', 'HPB', 'HPB', 'USFK'];

describe.each(BROWSERS)('the card’s actions in %s', (kind) => {
  const harness = useHarness(kind);
  beforeEach(() => store(harness.inside, { settings: SOON }));

  async function visit(origin = harness.origin): Promise<Page> {
    const path = new URL(harness.put('/actions', newsPage({ body: BODY }))).pathname;
    const page = await harness.visit(origin + path);
    await expectPainted(page, PAINTED);
    return page;
  }

  async function openCard(page: Page, text: string, expected: RegExp, nth = 0): Promise<void> {
    await hoverOver(page, text, nth);
    await waitForCard(page, expected);
  }

  const withoutEdscg = PAINTED.slice(1);

  it('“I know this” quiets a term in all tabs, and back', async () => {
    const other = await visit(harness.otherOrigin);
    const page = await visit();
    await openCard(page, 'EDSCG', /EDSCG/);
    await pressInNewCard(page, 'I know this');
    await waitForCard(page, /No longer marked anywhere/);
    for (const each of [page, other]) await expectPainted(each, withoutEdscg);
    await expectSoon(() => badgeOf(harness.inside, page.url()), '1');
    await pressInCard(page, 'Undo');
    for (const each of [page, other]) await expectPainted(each, PAINTED);
    await expectSoon(() => badgeOf(harness.inside, page.url()), '2');
    await expectUntouched(other);
    harness.leave(other);
    harness.leave(page);
  });

  it('what is known stays known, is listed in the popup, and can be shown again there', async () => {
    const page = await visit();
    await openCard(page, 'EDSCG', /EDSCG/);
    await pressInNewCard(page, 'I know this');
    await expectPainted(page, withoutEdscg);
    await page.reload();
    await expectPainted(page, withoutEdscg);
    const popup = await openPopup(harness, page);
    await popup.waitForSelector('.quiet-row');
    await popup.click('.quiet-row button');
    await expectPainted(page, PAINTED);
    await popup.close();
    harness.leave(page);
  });

  it('“not on this site” quiets a term there alone, and back', async () => {
    const other = await visit(harness.otherOrigin);
    const page = await visit();
    await openCard(page, 'EDSCG', /EDSCG/);
    await pressInNewCard(page, 'Not on this site');
    await expectPainted(page, withoutEdscg);
    await expectPainted(other, PAINTED);
    expect(await readStored(harness.inside, 'settings')).toEqual({
      ...SOON,
      notHere: [{ ref: 'korea-us-alliance/edscg', site: '127.0.0.1' }],
    });
    await pressInCard(page, 'Undo');
    await expectPainted(page, PAINTED);
    harness.leave(other);
    harness.leave(page);
  });

  it('a pinned card stays while another opens and the page scrolls, until it is closed', async () => {
    const page = await visit();
    await openCard(page, 'EDSCG', /EDSCG/);
    await pressInNewCard(page, 'Keep open');
    await page.evaluate(() => scrollTo(0, 900));
    await page.mouse.click(5, 5);
    await waitForCard(page, /EDSCG/);
    await hoverOver(page, 'USFK');
    const count = () =>
      page.evaluate(() => document.querySelectorAll('[data-newsgloss-card]').length);
    await expectSoon(count, 2);
    await page.mouse.move(5, 5);
    await expectSoon(count, 1);
    await pressInCard(page, 'Close');
    await waitForNoCard(page);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('a note is copied with its source', async () => {
    const page = await visit();
    await openCard(page, 'EDSCG', /EDSCG/);
    await pressInNewCard(page, 'Copy note');
    await waitForCard(page, /Copied\./);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.append(field);
      field.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    const pasted = () => page.evaluate(() => document.querySelector('textarea')?.value ?? '');
    await expect.poll(pasted).toContain('**EDSCG** · Extended Deterrence Strategy');
    expect(await pasted()).toMatch(
      /\[Korea JoongAng Daily\]\(https:.*\), as of 16 March 2022, may have changed since\)/,
    );
    harness.leave(page);
  });

  it('a term of the page’s own leads to the place where the page defines it', async () => {
    const page = await visit();
    await page.evaluate(() => scrollTo(0, 900));
    // A page that scrolls under a resting pointer opens no card.
    await awaitFrames(page, 2);
    await openCard(page, 'HPB', /Harbour Pilots’ Board[\s\S]*From this article/, 1);
    // The mark goes after a while: a busy driver could look too late, the page itself does not.
    const place = page.evaluate(seePlace);
    await pressInNewCard(page, 'Show where');
    expect(await place).toEqual(['Harbour Pilots’ Board (HPB']);
    await expectSoon(() => page.evaluate(() => scrollY < 300), true);
    await waitForNoCard(page);
    await expectSoon(() => page.evaluate(() => CSS.highlights.has('newsgloss-place')), false);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('nothing happens for clicks that the page makes', async () => {
    const page = await visit();
    await openCard(page, 'EDSCG', /EDSCG/);
    await pressMore(page);
    await inCard(page, (root) => {
      for (const button of root.querySelectorAll('button')) button.click();
    });
    // What the reader presses comes after that.
    await pressInCard(page, 'Copy note');
    await waitForCard(page, /Copied\./);
    expect(await readStored(harness.inside, 'settings')).toEqual(SOON);
    await expectPainted(page, PAINTED);
    harness.leave(page);
  });

  it('the popup tells what is new to the reader, and the next page that it no longer is', async () => {
    const body = '<p>In Seoul the EDSCG met.</p>';
    const first = await harness.visit(newsPage({ body }));
    await expectPainted(first, ['EDSCG']);
    // Its term has been met once its report is kept, which that of the next page would replace.
    await expectSoon(() => badgeOf(harness.inside, first.url()), '1');
    harness.leave(first);
    for (const expected of [['USFK'], []]) {
      const page = await visit();
      const popup = await openPopup(harness, page);
      await popup.waitForSelector('.term');
      const fresh = await popup.$$eval('.term:has(.new) .term-name', (names) =>
        names.map(({ textContent }) => textContent),
      );
      expect(fresh).toEqual(expected);
      await popup.close();
      harness.leave(page);
    }
  });

  it('the popup searches the whole library, also for what no page has', async () => {
    const page = await visit();
    const popup = await openPopup(harness, page);
    await popup.waitForSelector('.term');
    await popup.type('.search', 'hudson');
    // Each letter is searched for: what the first ones find may be there before.
    await expectSoon(
      () => popup.$$eval('.hits .term-name', (names) => names.map((it) => it.textContent)),
      ['Hudson Institute'],
    );
    await popup.click('.hits .term');
    await popup.waitForSelector('.entry-claims a[href^="https://koreajoongangdaily"]');
    await popup.close();
    harness.leave(page);
  });

  it('the popup copies the brief of the article as notes with sources', async () => {
    const page = await visit();
    const popup = await openPopup(harness, page);
    await popup.waitForSelector('.deeds button');
    // A driver's window may not be in front, and only a page in front may write to the clipboard.
    const noted = await popup.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const value = async (text: string) => resolve(text);
          Object.defineProperty(navigator.clipboard, 'writeText', { value });
          document.querySelector<HTMLElement>('.deeds button')?.click();
        }),
    );
    expect(noted).toMatch(
      /^# A quiet day in Quill Harbour\n\n<http:\/\/127\.0\.0\.1:\d+\/actions>/,
    );
    const heads = noted.match(/^\*\*.*?\*\*/gm);
    expect(heads).toEqual(['**EDSCG**', '**HPB**', '**USFK**']);
    expect(noted).toContain('[Korea JoongAng Daily](https://koreajoongangdaily');
    await popup.close();
    harness.leave(page);
  });
});

/** Sent as text: waits until a place is marked, and says what it holds. */
async function seePlace(): Promise<string[]> {
  for (;;) {
    const marked = CSS.highlights.get('newsgloss-place');
    if (marked) return [...marked].map(String);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
