/**
 * Faults: "strict CSP, Trusted Types, style-src 'none'", "hostile page CSS", "the page's modal
 * dialog, popover, fullscreen, z-index"; threats: a page that listens, fakes, covers and fires
 * events of its own. A forged WXT event stands in ../life.test.ts; modal dialogs, the highest
 * z-index, a page that takes the card away and its closed root stand in ../card.test.ts.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { findInCard, inCard, pressInCard } from '../../../src/cli/browser/card-root.ts';
import { hoverOver, readPainted } from '../../../src/cli/browser/painted.ts';
import { pause, until } from '../../../src/cli/browser/until.ts';
import { countCards, pressMore, waitForCard, waitForNoCard } from '../card.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { readStored } from '../inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectPainted, expectRules, expectSoon } from '../paint.ts';
import { choose, collectErrors, STYLES, type Style } from './fault-page.ts';

/** Longer than a pointer rests on a mention until its card opens, which is 150 ms as these choose. */
const PAST_DWELL_MS = 400;

const STRICT: readonly (readonly [what: string, policy: string])[] = [
  ['forbids scripts and styles', "default-src 'none'"],
  ['forbids styles alone', "style-src 'none'"],
  [
    'wants trusted types and lets nobody make them',
    "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'",
  ],
  ['is in a sandbox', 'sandbox allow-scripts'],
];

const HOSTILE_CSS: readonly (readonly [what: string, css: string])[] = [
  ['resets everything', '* { all: unset !important }'],
  ['is huge', 'html, * { font-size: 90px !important; line-height: 4 !important }'],
  ['is turned', 'html { transform: rotate(2deg) scale(1.1); filter: blur(1px); zoom: 1.5 }'],
  [
    'hides what it does not know',
    ':not(:defined), [data-newsgloss-card], news-gloss { display: none !important; opacity: 0 !important; ' +
      'visibility: hidden !important; position: static !important; clip-path: inset(50%) !important }',
  ],
  // A page that names our highlights can hide them, as it can any text: that is its own loss.
  [
    'knows our elements',
    'news-gloss[look], html body news-gloss[look][look] { color: red !important; ' +
      'background: red !important; text-decoration: none !important; display: block !important }',
  ],
];

describe.each(BROWSERS)('hostile pages in %s', (kind) => {
  const harness = useHarness(kind);
  const plain = new Map<Style, unknown>();

  /** How all looks on a page that wants nothing. */
  async function plainLook(style: Style): Promise<unknown> {
    if (!plain.has(style)) {
      await choose(harness.inside, style);
      const page = await visit();
      plain.set(style, await readLook(page, style));
      harness.leave(page);
    }
    return plain.get(style);
  }

  async function visit(body = '', head = ''): Promise<Page> {
    const page = await harness.visit(newsPage({ body: ALLIANCE + body, head }));
    await expectPainted(page, IN_ALLIANCE);
    return page;
  }

  describe.each(STYLES)('painted %s', (style) => {
    it.each(STRICT)('a page whose policy %s is as a plain one', async (_, policy) => {
      const wanted = await plainLook(style);
      await choose(harness.inside, style);
      const body = newsPage({ body: ALLIANCE });
      const headers = { 'content-security-policy': policy };
      const page = await harness.tab();
      const errors = collectErrors(page);
      await page.goto(harness.put('/strict', { body, headers }));
      await page.bringToFront();
      await expectPainted(page, IN_ALLIANCE);
      expect(await readLook(page, style)).toEqual(wanted);
      // The page's own icon and script are refused; of us nobody has to say anything.
      expect(errors.filter((it) => /extension|newsgloss|gloss/i.test(it))).toEqual([]);
      harness.leave(page);
    });

    it.each(HOSTILE_CSS)('a page that %s does not change our looks, nor we its', async (_, css) => {
      const wanted = await plainLook(style);
      await choose(harness.inside, style, false);
      const head = `<style>${css}</style>`;
      const page = await harness.visit(newsPage({ body: ALLIANCE, head }));
      const before = await readPageLook(page);
      await choose(harness.inside, style);
      await expectPainted(page, IN_ALLIANCE);
      expect(await readPageLook(page)).toEqual(before);
      expect(await readLook(page, style)).toEqual(wanted);
      expect(await readPageLook(page)).toEqual(before);
      harness.leave(page);
    });
  });

  it.each([
    ['a popover', '<div popover id="top"><p>In Seoul the EDSCG.</p></div>', 'togglePopover'],
    ['fullscreen', '<div id="top"><p>In Seoul the EDSCG.</p></div>', 'requestFullscreen'],
  ])('the card stands above %s, which stays, and can be pressed', async (_, html, method) => {
    const page = await harness.visit(
      newsPage({
        body: `${ALLIANCE}${html}<button id="open" onclick="top_.${method}()">Open</button>
          <script>const top_ = document.querySelector('#top')</script>`,
      }),
    );
    await page.click('#open');
    await expectSoon(() => page.evaluate(isOpen), true);
    await expectPainted(page, [...IN_ALLIANCE, 'EDSCG']);
    // Firefox lays a page out for fullscreen a while after it says so: the pointer follows the text.
    const { box } = await until('a card above it', async () => {
      await hoverOver(page, 'EDSCG', 1);
      return waitForCard(page, /EDSCG/, 5_000);
    });
    const isCard = await page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.hasAttribute('data-newsgloss-card'),
      box.x + box.width / 2,
      box.y + box.height / 2,
    );
    expect(isCard).toBe(true);
    await pressMore(page);
    expect(await page.evaluate(isOpen)).toBe(true);
    harness.leave(page);
  });

  it('a page that looks for us hears and finds nothing but what is painted', async () => {
    const page = await harness.visit(newsPage({ body: ALLIANCE, head: SPY }));
    await expectPainted(page, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence/);
    const found = await page.evaluate(() => {
      const names = Object.getOwnPropertyNames(window).filter((it) =>
        /gloss|wxt|polyfill/i.test(it),
      );
      const all = [...document.querySelectorAll('*')];
      return {
        names,
        heard: (globalThis as unknown as { heard: unknown[] }).heard,
        resources: performance
          .getEntriesByType('resource')
          .filter((it) => /extension:/.test(it.name)).length,
        attributes: all
          .filter((it) => !/^(?:html|head|meta|link|script|title)$/.test(it.localName))
          .flatMap((it) => it.getAttributeNames())
          .filter((it) => it === 'title' || it.startsWith('aria-')),
        said: document.documentElement.outerHTML.match(/diplomats|Extended Deterrence/g),
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      };
    });
    expect(found).toEqual({
      names: [],
      heard: [],
      resources: 0,
      attributes: [],
      said: null,
      sheets: 0,
    });
    harness.leave(page);
  });

  it('events that no reader caused open nothing', async () => {
    const page = await visit();
    const { box } = (await readPainted(page))[0]!;
    await page.mouse.move(2, 2);
    const cards = await countCards(page);
    await page.evaluate(fire, box.x + box.width / 2, box.y + box.height / 2);
    // What the reader does comes later than what the page did.
    await hoverOver(page, 'USFK');
    await waitForCard(page, /Forces Korea/);
    expect(await cards()).toBe(1);
    harness.leave(page);
  });

  it('events that no reader caused close and press nothing in an open card', async () => {
    const page = await visit();
    const cards = await countCards(page);
    const { box } = await hoverOver(page, 'EDSCG');
    await waitForCard(page, /EDSCG/);
    await pressMore(page);
    const card = await waitForCard(page, /EDSCG/);
    await page.evaluate(fire, box.x + box.width / 2, box.y + box.height / 2);
    await page.evaluate(fire, card.box.x + card.box.width / 2, card.box.y + card.box.height - 20);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[data-newsgloss-card]');
      host?.click();
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    // What the reader does comes later, in the same card.
    await pressInCard(page, 'Copy note');
    await waitForCard(page, /Copied\./);
    expect(await cards()).toBe(1);
    expect(await readStored(harness.inside, 'settings')).toBeNull();
    harness.leave(page);
  });

  it.each(STYLES)(
    'elements that the page calls by our names are text, painted %s',
    async (style) => {
      await choose(harness.inside, style);
      const fake = (word: string) => `<news-gloss look="marker" own>${word}</news-gloss>`;
      const body = `<p id="early">A ${fake('lighthouse')} for NATO.</p><p id="late"></p>
      <div data-newsgloss-card>A lamp.</div>`;
      const page = await harness.visit(newsPage({ body: ALLIANCE + body }));
      await expectSoon(
        async () => (await readPainted(page)).some(({ text }) => text === 'NATO'),
        true,
      );
      await page.$eval(
        '#late',
        (element, html) => element.append(document.createRange().createContextualFragment(html)),
        `A ${fake('harbour')} for the EDSCG.`,
      );
      await expectSoon(async () => (await readPainted(page)).at(-1)?.text, 'EDSCG');
      const texts = await page.$$eval('#early, #late', (all) => all.map((it) => it.textContent));
      expect(texts).toEqual(['A lighthouse for NATO.', 'A harbour for the EDSCG.']);
      const cards = await countCards(page);
      for (const id of ['early', 'late']) {
        const { left, y } = await page.$eval(`#${id}`, (element) => {
          const { left, top, height } = element.getBoundingClientRect();
          return { left, y: top + height / 2 };
        });
        await page.mouse.move(2, 2);
        await page.mouse.move(left + 40, y, { steps: 4 });
        await pause(PAST_DWELL_MS);
      }
      await hoverOver(page, 'USFK');
      await waitForCard(page, /Forces Korea/);
      expect(await cards()).toBe(1);
      harness.leave(page);
    },
  );

  it('a click that was meant for what lay under a card does nothing', async () => {
    const page = await visit();
    const { box } = (await readPainted(page))[0]!;
    const tap = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const close = async () => {
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    };
    await tap();
    await waitForCard(page, /Extended Deterrence/);
    const more = await findInCard(page, 'More');
    await close();
    // A busy machine may be late: then it is tried again.
    const isPressed = await until('a click within 300 ms of a tap', async () => {
      await page.mouse.move(2, 2);
      const comes = page.evaluate(awaitCard);
      await tap();
      await comes;
      await page.mouse.click(more.x, more.y);
      const after = await page.evaluate(() => Number(document.documentElement.dataset.after));
      const isOpen = (root: ShadowRoot) => root.querySelector('[aria-expanded="true"]') !== null;
      const pressed = await inCard(page, isOpen);
      await close();
      return after < 300 && { pressed };
    });
    expect(isPressed).toEqual({ pressed: false });
    harness.leave(page);
  });
});

/** Hears every message, and says so of every listener that is told of our elements. */
const SPY = `<script>
  var heard = [];
  addEventListener('message', ({ data }) => heard.push(data), true);
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
    addEventListener(type, (event) => heard.push(type + ': ' + event.message), true);
  }
</script>`;

const isOpen = () =>
  document.fullscreenElement !== null ||
  document.querySelector('#top')?.matches(':popover-open') === true;

/** How a mention and its card look, as far as a page could change it. */
async function readLook(page: Page, style: Style) {
  await expectRules(page);
  const mention = await page.evaluate((name) => {
    const element = document.querySelector('news-gloss');
    const at = element ?? document.querySelector('p')!;
    const look = element
      ? getComputedStyle(at)
      : getComputedStyle(at, `::highlight(newsgloss-${name})`);
    return {
      line: look.textDecorationLine,
      drawn: look.textDecorationStyle,
      fill: look.backgroundColor + look.backgroundImage,
      ...(element && { display: look.display, opacity: look.opacity, visibility: look.visibility }),
    };
  }, style);
  // The card is the same in all styles.
  return style === STYLES[0] ? { mention, card: await readCardLook(page) } : { mention };
}

async function readCardLook(page: Page) {
  await hoverOver(page, 'EDSCG');
  await waitForCard(page, /Extended Deterrence/);
  const look = await inCard(page, (root) => {
    const box = root.querySelector('.card')!;
    for (const animation of box.getAnimations({ subtree: true })) animation.finish();
    const { position, display, fontSize, color, backgroundColor, lineHeight, visibility, opacity } =
      getComputedStyle(box);
    const host = getComputedStyle(root.host);
    return {
      box: { position, display, fontSize, color, backgroundColor, lineHeight, visibility, opacity },
      host: { display: host.display, visibility: host.visibility, opacity: host.opacity },
    };
  });
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  return look;
}

/** How the page's own elements look and where they are. */
function readPageLook(page: Page) {
  return page.$$eval('h1, p', (all) =>
    all.map((it) => {
      const { color, fontSize, display } = getComputedStyle(it);
      const { x, y, width, height } = it.getBoundingClientRect();
      // Letters that are drawn in pieces take some hundredths of a pixel more.
      const box = [x + scrollX, y + scrollY, width, height].map((length) => Math.round(length));
      return { box, color, fontSize, display };
    }),
  );
}

/** Sent as text: every event by which a card could open or close, at a point. */
function fire(clientX: number, clientY: number): void {
  const target = document.elementFromPoint(clientX, clientY) ?? document;
  const at = { clientX, clientY, bubbles: true, composed: true, cancelable: true, view: window };
  for (const pointerType of ['mouse', 'touch']) {
    for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click']) {
      target.dispatchEvent(new PointerEvent(type, { ...at, pointerType }));
    }
  }
  for (const type of ['mouseover', 'mousemove', 'mousedown', 'mouseup']) {
    target.dispatchEvent(new MouseEvent(type, at));
  }
  for (const key of ['Escape', 'Enter', 'n', 'Tab']) {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  }
}

/**
 * Sent as text: waits for a card, and notes how long after the tap the next click comes, in
 * milliseconds by the page's own clock. The card has been there for less than that.
 */
function awaitCard(): Promise<void> {
  const root = document.documentElement;
  delete root.dataset.after;
  let tapped = 0;
  const once = { capture: true, once: true };
  addEventListener('pointerup', ({ timeStamp }) => (tapped = timeStamp), once);
  addEventListener(
    'mousedown',
    ({ timeStamp }) => {
      root.dataset.after = String(timeStamp - tapped);
    },
    once,
  );
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[popover][data-newsgloss-card]')) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true });
  });
}
