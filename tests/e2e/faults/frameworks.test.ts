/**
 * Fault: "React 19, Vue 3, Svelte 5 pages; hydration". Text, order and errors are as without us:
 * each scenario runs with highlights off and on, by both painters, and must end the same.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, useHarness } from '../harness.ts';
import { expectPainted } from '../paint.ts';
import { choose, collectErrors, readOwnHtml, STYLES, type Style, termsIn } from './fault-page.ts';
import { buildFrameworkPage, type Framework } from './framework-pages.ts';

const FRAMEWORKS: readonly Framework[] = ['react', 'vue', 'svelte'];

const ITEMS = [
  { id: 1, text: 'One: the EDSCG met.' },
  { id: 2, text: 'Two: NATO asked.' },
  { id: 3, text: 'Three: USFK answered.' },
  { id: 4, text: 'Four: nobody came.' },
] as const;

/** One after the other on one page, each from where the one before has left it. */
const SCENARIOS: readonly (readonly [what: string, changes: Record<string, unknown>])[] = [
  ['update', { lead: 'Both NATO and the EDSCG did.' }],
  ['update to a text that begins the same', { lead: 'Both NATO and the EDSCG did, said USFK.' }],
  ['update to a text without a term', { lead: 'Nobody did.' }],
  ['update back', { lead: 'In Seoul the EDSCG met again.' }],
  ['removal', { items: [ITEMS[0], ITEMS[2], ITEMS[3]] }],
  [
    'insertion before',
    { items: [{ id: 5, text: 'Zero: the NCG.' }, ITEMS[0], ITEMS[2], ITEMS[3]] },
  ],
  ['reorder', { items: [ITEMS[3], ITEMS[2], { id: 5, text: 'Zero: the NCG.' }, ITEMS[0]] }],
  ['update of an adjacent text node', { middle: 'EDSCG' }],
  ['an adjacent text node that joins a word', { after: 'X and USFK.' }],
  ['an adjacent text node that is emptied', { before: '', after: '' }],
  ['adjacent text nodes that come back', { before: 'Again ', after: ' with USFK.' }],
  ['text to element', { rich: true }],
  ['update in that element', { word: 'USFK' }],
  ['element to text', { rich: false }],
  ['unmount of a part', { shown: false }],
  ['its return', { shown: true }],
];

interface Step {
  readonly what: string;
  readonly html: string;
  readonly errors: readonly string[];
}

describe.each(BROWSERS)('frameworks in %s', (kind) => {
  const harness = useHarness(kind);
  const addresses = new Map<Framework, string>();
  beforeAll(async () => {
    for (const framework of FRAMEWORKS) {
      addresses.set(framework, harness.put(`/${framework}`, await buildFrameworkPage(framework)));
    }
  });

  async function open(framework: Framework, query = '') {
    const page = await harness.tab();
    const errors = collectErrors(page);
    await page.goto(addresses.get(framework) + query);
    await page.bringToFront();
    return { page, errors };
  }

  /** Run all scenarios; with a style, only once each step is painted. */
  async function run(framework: Framework, style: Style | null): Promise<Step[]> {
    await choose(harness.inside, style ?? 'dotted', style !== null);
    const { page, errors } = await open(framework);
    const steps: Step[] = [];
    const note = async (what: string) => {
      if (style) await expectPainted(page, await wantedOn(page));
      steps.push({ what, html: await readOwnHtml(page, '#app'), errors: [...errors] });
    };
    await note('hydration');
    for (const [what, changes] of SCENARIOS) {
      await page.evaluate((wanted) => app.set(wanted), changes);
      await note(what);
    }
    await page.evaluate(() => app.unmount());
    await note('unmount');
    harness.leave(page);
    return steps;
  }

  describe.each(FRAMEWORKS)('%s', (framework) => {
    it('is as without us after every step', async () => {
      const wanted = await run(framework, null);
      for (const style of STYLES) expect(await run(framework, style), style).toEqual(wanted);
    });

    it.each(STYLES)(
      'keeps its text in every frame of a storm of updates, painted %s',
      async (style) => {
        await choose(harness.inside, style);
        const { page, errors } = await open(framework);
        await expectPainted(page, await wantedOn(page));
        expect(await page.evaluate(storm)).toEqual([]);
        await expectPainted(page, await wantedOn(page));
        expect(errors).toEqual([]);
        harness.leave(page);
      },
    );

    // The other painter must not be there before hydration; it waits for a page to settle, and a
    // page that hydrates later than that is the reason why it is not the default.
    it('hydrates without an error long after it was painted by highlights', async () => {
      await choose(harness.inside, 'dotted');
      const { page, errors } = await open(framework, '?late');
      await expectPainted(page, await wantedOn(page));
      await page.evaluate(() => hydrate());
      await page.evaluate((wanted) => app.set(wanted), { lead: 'Then USFK came.' });
      await expectPainted(page, await wantedOn(page));
      expect(errors).toEqual([]);
      harness.leave(page);
    });
  });
});

/** The terms of the page in order, also those that tags break. */
async function wantedOn(page: Page): Promise<string[]> {
  return termsIn(
    await page.evaluate(() =>
      [...document.querySelectorAll('p, li')].map(({ textContent }) => textContent).join('\n'),
    ),
  );
}

/** Sent as text. Sixty updates, one a frame; names those after which the page did not say its own. */
async function storm(): Promise<string[]> {
  const wrong: string[] = [];
  const words = ['NCG', 'EDSCG', 'nobody', 'USFK and NATO', ''];
  for (let i = 0; i < 60; i++) {
    const lead = `Number ${i}: ${words[i % 5]}`;
    const middle = words[(i + 1) % 5];
    const word = words[(i + 2) % 5];
    const items = [4, 1, 3, 2]
      .slice(i % 3)
      .map((id) => ({ id: id + (i % 2), text: `${id} ${words[(i + id) % 5]}` }));
    await app.set({ lead, before: 'A ', middle, after: ' Z', rich: i % 4 === 0, word, items });
    await new Promise(requestAnimationFrame);
    const says = ['#lead', '#adjacent', 'ul', '#rich'].map(
      (at) => document.querySelector(at)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '',
    );
    const wanted = [
      lead,
      `A ${middle} Z`,
      items.map(({ text }) => text).join(''),
      `Then ${word} spoke.`,
    ];
    says.forEach((text, at) => {
      if (text !== wanted[at]?.replaceAll(/\s+/g, ' ').trim()) wrong.push(`${i}: ${text}`);
    });
  }
  return wrong;
}
