/** The card on real pages: when it opens and closes, where it stands, and that only the reader sees it. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inCard } from '../../src/cli/browser/card-root.ts';
import { type Box, hoverOver, readPainted } from '../../src/cli/browser/painted.ts';
import { pause } from '../../src/cli/browser/until.ts';
import {
  cardOf,
  HOST,
  type OpenCard,
  passGuard,
  pressMore,
  waitForCard,
  waitForNoCard,
} from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { expectUntouched, REMEMBER, rememberPage } from './untouched.ts';

/** Longer than a pointer rests on a mention until its card opens, which is 350 ms. */
const PAST_DWELL_MS = 600;

const CORNERS = [
  'top: 0; left: 0',
  'top: 0; right: 0',
  'bottom: 0; left: 0',
  'bottom: 0; right: 0',
];

/** Nothing may run, be styled or be made from strings. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'none'; style-src 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
};

describe.each(BROWSERS)('the card in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(body: string, texts: readonly string[] = IN_ALLIANCE): Promise<Page> {
    const page = await harness.visit(newsPage({ body: ALLIANCE + body + REMEMBER }));
    await expectPainted(page, texts);
    return page;
  }

  it('says what a term is, from which source and as of when', async () => {
    const page = await visit('');
    await hoverOver(page, 'EDSCG');
    const { text } = await waitForCard(page, /EDSCG/);
    expect(text).toContain('Extended Deterrence Strategy and Consultation Group');
    expect(text).toContain('A forum in which diplomats and defence officials');
    expect(text).toMatch(/as of 16 March 2022 · Korea JoongAng Daily/i);
    const links = await inCard(page, (root) =>
      [...root.querySelectorAll('a')].map(({ href, target, rel }) => ({ href, target, rel })),
    );
    expect(links?.[0]).toEqual({
      href: expect.stringMatching(/^https:\/\/koreajoongangdaily\.joins\.com\//),
      target: '_blank',
      rel: 'noopener noreferrer',
    });
    harness.leave(page);
  });

  it.each([
    ['warns', '2024-02-20', true],
    ['does not warn', '2022-11-01', false],
  ])('%s of age on a page of %s', async (_, published, warns) => {
    const page = await harness.visit(newsPage({ body: ALLIANCE, published }));
    await expectPainted(page, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG');
    const { text } = await waitForCard(page, /16 March 2022/);
    expect(/may have changed/.test(text)).toBe(warns);
    harness.leave(page);
  });

  it('can be entered, and closes once the pointer has left it', async () => {
    const page = await visit('');
    await hoverOver(page, 'EDSCG');
    const { box } = await waitForCard(page);
    await moveInto(page, box);
    // It takes a click later than it would have closed.
    await pressMore(page);
    await page.mouse.move(1200, 880, { steps: 4 });
    await waitForNoCard(page);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('can be entered in a narrow window, being near', async () => {
    const page = await visit('');
    await page.setViewport({ width: 470, height: 900 });
    const mention = await hoverOver(page, 'EDSCG');
    const { box } = await waitForCard(page, /EDSCG/);
    expect(box.y - (mention.box.y + mention.box.height)).toBeLessThan(12);
    await moveInto(page, box);
    await pressMore(page);
    await page.close();
  });

  it('moves to another mention at once', async () => {
    const page = await visit('');
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /^.*EDSCG/s);
    const ncg = (await readPainted(page)).find(({ text }) => text === 'NCG')?.box;
    await page.mouse.move(ncg!.x + 4, ncg!.y + 4, { steps: 5 });
    await waitForCard(page, /Nuclear Consultative Group/);
    harness.leave(page);
  });

  it('closes on Escape, and stays away until the pointer has left the mention', async () => {
    const page = await visit('');
    const { box } = await hoverOver(page, 'EDSCG');
    await waitForCard(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.mouse.move(box.x + box.width / 2 + 3, box.y + box.height / 2, { steps: 2 });
    // Nothing comes later that could be waited for: the pointer rests, and that is all.
    await pause(PAST_DWELL_MS);
    expect(await cardOf(page)).toBeNull();
    await hoverOver(page, 'EDSCG');
    await waitForCard(page);
    harness.leave(page);
  });

  it('closes when the mention is scrolled away', async () => {
    const page = await visit('<div style="height: 4000px"></div>');
    await hoverOver(page, 'EDSCG');
    await waitForCard(page);
    await page.mouse.wheel({ deltaY: 2000 });
    await waitForNoCard(page);
    harness.leave(page);
  });

  it('opens at once on a tap, and closes on a tap elsewhere', async () => {
    const page = await visit('<div style="height: 4000px"></div>');
    const { box } = (await readPainted(page)).find(({ text }) => text === 'NCG')!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const card = await waitForCard(page, /Nuclear Consultative Group/);
    expect(overlap(card.box, box)).toBe(false);
    await page.touchscreen.tap(900, 300);
    await waitForNoCard(page);
    harness.leave(page);
  });

  it('lets a tap follow a link that holds a term', async () => {
    harness.put('/linked', newsPage({ body: '<p>You have followed the link.</p>' }));
    const page = await visit('<p><a href="/linked">More on NATO</a></p>', [...IN_ALLIANCE, 'NATO']);
    const { box } = (await readPainted(page)).at(-1)!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await expectSoon(() => page.evaluate(() => location.pathname).catch(() => ''), '/linked');
    harness.leave(page);
  });

  it('keeps clear of a mention in each corner', async () => {
    const corners = CORNERS.map((at) => `<p style="position: fixed; margin: 0; ${at}">USFK</p>`);
    const page = await visit(corners.join(''), [...IN_ALLIANCE, ...CORNERS.map(() => 'USFK')]);
    await page.setViewport({ width: 700, height: 480 });
    for (const [i, corner] of CORNERS.entries()) {
      const mention = await hoverOver(page, 'USFK', i + 1);
      const card = await waitForCard(page, /United States Forces Korea/);
      const isClear = !overlap(card.box, mention.box);
      const place = { corner, isClear, inside: isInside(card.box, 700, 480) };
      expect(place).toEqual({ corner, isClear: true, inside: true });
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    }
    await page.close();
  });

  it('runs as its own language does on a page from right to left, clear of its mention', async () => {
    const body = '<p>בסיאול נפגשה EDSCG שוב, עם NCG ועם USFK.</p>';
    const head = '<script>document.documentElement.dir = "rtl"</script>';
    const page = await harness.visit(newsPage({ body, head, lang: 'he' }));
    await expectPainted(page, IN_ALLIANCE);
    const size = await page.evaluate(() => [innerWidth, innerHeight] as const);
    const mention = await hoverOver(page, 'EDSCG');
    const card = await waitForCard(page, /Extended Deterrence/);
    const place = { covers: overlap(card.box, mention.box), inside: isInside(card.box, ...size) };
    expect(place).toEqual({ covers: false, inside: true });
    const direction = await inCard(page, (root) => {
      return getComputedStyle(root.querySelector('.card')!).direction;
    });
    expect(direction).toBe('ltr');
    harness.leave(page);
  });

  it('opens in a frame, inside of it', async () => {
    harness.put('/inner', newsPage({ body: ALLIANCE }));
    const frame = '<iframe src="/inner" style="width: 640px; height: 420px"></iframe>';
    const page = await visit(frame);
    const inner = page.frames().find((it) => it.url().endsWith('/inner'))!;
    await expectPainted(inner, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG', 0, inner);
    const card = await waitForCard(page, /EDSCG/);
    expect(isInside(card.box, 640, 420)).toBe(true);
    expect(await inner.evaluate((it) => document.querySelectorAll(it).length, HOST)).toBe(1);
    harness.leave(page);
  });

  it('opens beside the term that is tapped in a frame as high as what it holds', async () => {
    harness.put('/inner', newsPage({ body: ALLIANCE }));
    const page = await visit('<iframe src="/inner" style="width: 400px; height: 3000px"></iframe>');
    const inner = page.frames().find((it) => it.url().endsWith('/inner'))!;
    await expectPainted(inner, IN_ALLIANCE);
    const outer = (await (await inner.frameElement())?.boundingBox())!;
    const { box } = (await readPainted(inner)).find(({ text }) => text === 'NCG')!;
    const { x, y, width, height } = box;
    await page.touchscreen.tap(outer.x + x + width / 2, outer.y + y + height / 2);
    const card = await waitForCard(page, /Nuclear Consultative Group/);
    expect(Math.abs(card.box.y - (y + height))).toBeLessThan(12);
    harness.leave(page);
  });

  it('stands above a modal dialog, and can be pressed there', async () => {
    const page = await visit('<dialog><p>In Seoul the EDSCG.</p></dialog>');
    await page.$eval('dialog', (dialog) => (dialog as HTMLDialogElement).showModal());
    await expectPainted(page, [...IN_ALLIANCE, 'EDSCG']);
    await hoverOver(page, 'EDSCG', 1);
    await expectOnTop(page, await waitForCard(page, /EDSCG/));
    await pressMore(page);
    harness.leave(page);
  });

  it.each(['open', 'closed'])('is in the modal dialog of a component: %s root', async (mode) => {
    const texts = [...IN_ALLIANCE, 'EDSCG'];
    const page = await visit('<div id="component"><p>In Seoul the EDSCG.</p></div>', texts);
    await page.evaluate(showComponent, mode);
    await expectPainted(page, texts);
    const { box } = await hoverOver(page, 'EDSCG', 1);
    const spot = { x: box.x + 60, y: box.y + box.height + 30 };
    const isThere = () => page.evaluate(isInComponent, HOST, spot);
    await expectSoon(isThere, true);
    await passGuard(page);
    // A press elsewhere would close it.
    await page.mouse.click(spot.x, spot.y);
    expect(await isThere()).toBe(true);
    await page.keyboard.press('Escape');
    await expectSoon(isThere, false);
    harness.leave(page);
  });

  it('stands above the highest layer of a page', async () => {
    const veil =
      '<div style="position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; ' +
      'background: rgb(200 0 0 / 0.1)"></div>';
    const page = await visit(veil);
    await hoverOver(page, 'EDSCG');
    await expectOnTop(page, await waitForCard(page, /EDSCG/));
    await pressMore(page);
    harness.leave(page);
  });

  it('looks the same where a page forbids styles and strings', async () => {
    const plain = await visit('');
    await hoverOver(plain, 'EDSCG');
    await waitForCard(plain, /EDSCG/);
    const look = await lookOf(plain);
    harness.leave(plain);
    const body = newsPage({ body: ALLIANCE });
    const page = await harness.visit(harness.put('/strict', { body, headers: STRICT }));
    await rememberPage(page);
    await expectPainted(page, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /EDSCG/);
    expect(await lookOf(page)).toEqual(look);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('is in the document only while it is open, and tells the page nothing', async () => {
    const page = await visit('');
    expect(await page.$(HOST)).toBeNull();
    const words = await page.evaluate(() => document.body.textContent);
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /EDSCG/);
    const seen = await page.evaluate((name) => {
      const host = document.querySelector(name);
      return {
        root: host?.shadowRoot ?? null,
        html: host?.outerHTML.replace(/ style="[^"]*"/, ''),
        words: document.body.textContent,
        all: document.documentElement.textContent.includes('diplomats'),
      };
    }, HOST);
    expect(seen).toEqual({
      root: null,
      html: '<div data-newsgloss-card="" popover="manual"></div>',
      words,
      all: false,
    });
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await page.$(HOST)).toBeNull();
    await expectUntouched(page);
    harness.leave(page);
  });

  it('opens again on a page that takes it away', async () => {
    const page = await visit('');
    await page.evaluate((name) => {
      const observer = new MutationObserver(() => {
        const host = document.querySelector(name);
        if (!host) return;
        host.remove();
        observer.disconnect();
        document.documentElement.dataset.taken = '';
      });
      observer.observe(document.documentElement, { childList: true });
    }, HOST);
    await hoverOver(page, 'EDSCG');
    await expectSoon(() => page.evaluate(() => 'taken' in document.documentElement.dataset), true);
    await hoverOver(page, 'NCG');
    await waitForCard(page, /Nuclear Consultative Group/);
    harness.leave(page);
  });
});

// Sent to the page as text.

/** Has an element show what it holds in a modal dialog of its shadow root. */
function showComponent(mode: string): void {
  const root = document.querySelector('#component')!.attachShadow({ mode: mode as ShadowRootMode });
  root.innerHTML = '<dialog><slot></slot></dialog>';
  root.querySelector('dialog')!.showModal();
  Object.assign(globalThis, { root });
}

/** Whether a card is in that dialog, at a point, and takes the pointer. */
function isInComponent(host: string, { x, y }: { x: number; y: number }): boolean {
  const { root } = globalThis as unknown as { root: ShadowRoot };
  return root.elementFromPoint(x, y)?.matches(host) ?? false;
}

async function expectOnTop(page: Page, { box }: OpenCard): Promise<void> {
  const found = await page.evaluate(
    (x, y, selector) => document.elementFromPoint(x, y)?.matches(selector),
    box.x + box.width / 2,
    box.y + box.height / 2,
    HOST,
  );
  expect(found).toBe(true);
}

/** What would differ if the card's sheet had not been taken in. */
function lookOf(page: Page) {
  return inCard(page, (root) => {
    const card = root.querySelector('.card')!;
    const { position, display, fontSize, color, backgroundColor, width } = getComputedStyle(card);
    return { position, display, fontSize, color, backgroundColor, width };
  });
}

async function moveInto(page: Page, { x, y, width, height }: Box): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside({ x, y, width, height }: Box, right: number, bottom: number): boolean {
  return x >= 0 && y >= 0 && x + width <= right && y + height <= bottom;
}
