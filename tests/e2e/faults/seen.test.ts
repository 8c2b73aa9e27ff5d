/** What a reader sees on pages that show, scroll, cover or write their text in ways of their own. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type Box, hoverOver, readPainted } from '../../../src/cli/browser/painted.ts';
import { cardOf, countCards, hoverUntilCard, waitForCard, waitForNoCard } from '../card.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectPainted, textsOf } from '../paint.ts';
import { command } from '../summon.ts';
import { choose, pause, STYLES } from './fault-page.ts';

/** Longer than a pointer rests on a mention until its card opens, which is 150 ms as these choose. */
const PAST_DWELL_MS = 400;
/** A card that would close by itself has done so by then. */
const CLOSED_MS = 1_000;
/** A card is at most so far from its term, in CSS pixels. */
const NEAR_PX = 40;

const EXTENDED = /Extended Deterrence/;

/** A line over which something is laid, which begins at its left edge. */
const under = (cover: string, style = '') =>
  `<div style="position:relative"><p class="line" style="${style}">EDSCG envoys met in Seoul.</p>${cover}</div>`;
const STRETCHED =
  '<style>.far::after{content:"";position:absolute;inset:0}</style><a class="far" href="#x">More</a>';

/** What lies over a line, and the style of the line. */
const COVERED: readonly (readonly [look: string, line?: string])[] = [
  ['#fff'],
  ['linear-gradient(#fff,#000)'],
  ['#fff', 'pointer-events:none'],
];

/** What a page does, its markup, and what it does once it is painted. */
type Odd = readonly [what: string, body: string, act?: string, head?: string];

const OPENING: readonly Odd[] = [
  [
    'scrolls elsewhere all the time',
    `<div id="ticker" style="width:200px;overflow:hidden;white-space:nowrap">${'Mild and dry. '.repeat(60)}</div>` +
      '<script>setInterval(() => { ticker.scrollLeft = (ticker.scrollLeft + 1) % 900; }, 40)</script>',
  ],
  [
    'has written itself anew',
    '',
    `document.open();
     document.write('<!DOCTYPE html><title>Anew</title><article><p>In Seoul the EDSCG, the NCG and USFK.</p></article>');
     document.close();`,
  ],
  [
    'has taken another root element',
    '',
    `{ const root = document.documentElement.cloneNode(true);
       document.documentElement.replaceWith(root); }`,
  ],
  [
    'stops all events of the pointer',
    '',
    '',
    `<script>for (const type of ['pointermove', 'pointerover', 'mousemove', 'mouseover'])
       addEventListener(type, (event) => event.stopImmediatePropagation(), true);</script>`,
  ],
];

/** Where the term of a line is drawn; lines are counted from 0. */
const boxOfTerm = (page: Page, nth = 0): Promise<Box> =>
  page.evaluate((number) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(
      document.querySelectorAll('.line')[number]!,
      NodeFilter.SHOW_TEXT,
    );
    while (!walker.nextNode()?.nodeValue?.startsWith('EDSCG'));
    range.setStart(walker.currentNode, 0);
    range.setEnd(walker.currentNode, 'EDSCG'.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, nth);

/** Rest the pointer on the term of a line. */
async function restOnTerm(page: Page, nth = 0): Promise<void> {
  const { x, y, width, height } = await boxOfTerm(page, nth);
  await page.mouse.move(x + width / 2 - 3, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2);
}

describe.each(BROWSERS)('what is seen in %s', (kind) => {
  const harness = useHarness(kind);

  it.each(OPENING)(
    'a page opens a card though it %s, by pointer, finger and key',
    async (_, body, act = '', head = '') => {
      const page = await harness.visit(newsPage({ body: ALLIANCE + body, head }));
      await expectPainted(page, IN_ALLIANCE);
      if (act) await page.evaluate(act);
      await expectPainted(page, IN_ALLIANCE);
      await hoverUntilCard(page, 'EDSCG', EXTENDED);
      await pause(CLOSED_MS);
      expect((await cardOf(page))?.text).toMatch(EXTENDED);
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      const { box } = (await readPainted(page)).find(({ text }) => text === 'EDSCG')!;
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await waitForCard(page, EXTENDED);
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      await command(harness, 'next-mention');
      await waitForCard(page);
      harness.leave(page);
    },
  );

  describe.each(STYLES)('painted %s', (style) => {
    it('a page opens a card though it lays a link over its text', async () => {
      await choose(harness.inside, style);
      const page = await harness.visit(newsPage({ body: under(STRETCHED) }));
      await expectPainted(page, ['EDSCG']);
      await restOnTerm(page);
      await waitForCard(page, EXTENDED);
      harness.leave(page);
    });

    it('a page opens a card though its text lets the pointer through to a link', async () => {
      await choose(harness.inside, style);
      const through = under(STRETCHED, 'pointer-events:none');
      const page = await harness.visit(newsPage({ body: through }));
      await expectPainted(page, ['EDSCG']);
      await restOnTerm(page);
      await waitForCard(page, EXTENDED);
      harness.leave(page);
    });

    it('a page opens a card though it lets its text be selected as a whole only', async () => {
      await choose(harness.inside, style);
      const body = `<p id="all" style="user-select:all">${'Envoys met. '.repeat(4)} EDSCG.</p>`;
      const page = await harness.visit(newsPage({ body }));
      await expectPainted(page, ['EDSCG']);
      await hoverUntilCard(page, 'EDSCG', EXTENDED);
      harness.leave(page);
    });

    it('a page opens none through what hides it: a box, a picture, a box over text that lets the pointer through', async () => {
      await choose(harness.inside, style);
      const covers = COVERED.map(([look, line]) =>
        under(`<div style="position:absolute;inset:0;background:${look}"></div>`, line),
      );
      const page = await harness.visit(newsPage({ body: covers.join('') + ALLIANCE }));
      await expectPainted(page, [...COVERED.map(() => 'EDSCG'), ...IN_ALLIANCE]);
      const count = await countCards(page);
      for (const nth of COVERED.keys()) {
        await restOnTerm(page, nth);
        await pause(PAST_DWELL_MS);
      }
      // What is not hidden has its card, later than those would have come.
      await hoverUntilCard(page, 'USFK', /Forces Korea/);
      expect(await count()).toBe(1);
      harness.leave(page);
    });
  });

  it.each([
    ['on the whole page', 'html{zoom:1.3}'],
    ['that makes it smaller', 'html{zoom:.7}'],
    ['on a part', 'article{zoom:1.3}'],
    ['and a transformed part', 'html{zoom:1.2} article{transform:translate(40px,30px) scale(1.1)}'],
  ])('a card stands beside its term, with a zoom %s', async (_, css) => {
    const body = `<p class="line">EDSCG envoys met in Seoul.</p>${ALLIANCE.repeat(8)}`;
    const page = await harness.visit(newsPage({ body, head: `<style>${css}</style>` }));
    await expect.poll(() => textsOf(page)).toContain('USFK');
    await restOnTerm(page);
    const card = (await waitForCard(page, EXTENDED)).box;
    const term = await boxOfTerm(page);
    const apart = Math.max(term.y - card.y - card.height, card.y - term.y - term.height);
    expect(apart).toBeGreaterThanOrEqual(0);
    expect(apart).toBeLessThan(NEAR_PX);
    expect(card.x).toBeLessThan(term.x + term.width);
    expect(card.x + card.width).toBeGreaterThan(term.x);
    harness.leave(page);
  });

  it.each([
    ['emptied', 'CSS.highlights.clear()'],
    [
      'taken over',
      'for (const name of CSS.highlights.keys()) CSS.highlights.set(name, new Highlight())',
    ],
    ['robbed of its ranges', 'for (const each of CSS.highlights.values()) each.clear()'],
  ])('a page whose registry was %s is painted again by itself', async (_, act) => {
    const page = await harness.visit(newsPage({ body: ALLIANCE }));
    await expectPainted(page, IN_ALLIANCE);
    await page.evaluate(act);
    await expectPainted(page, IN_ALLIANCE);
    harness.leave(page);
  });

  it('an article in a frame of a frameset is read', async () => {
    const story = harness.put('/story', newsPage({ body: ALLIANCE }));
    const menu = harness.put('/menu', '<!DOCTYPE html><title>Menu</title><p>EDSCG</p>');
    const page = await harness.visit(
      `<!DOCTYPE html><title>Archive</title><frameset cols="160,*"><frame src="${menu}"><frame src="${story}"></frameset>`,
    );
    const inner = await page.waitForFrame((frame) => frame.url() === story);
    await expectPainted(inner, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG', 0, inner);
    await waitForCard(page, EXTENDED);
    expect(await textsOf(page.frames().find((frame) => frame.url() === menu)!)).toEqual([]);
    harness.leave(page);
  });
});
