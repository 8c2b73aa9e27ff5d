/** What a page may try to learn or change of what an open card says, in both browsers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { inCard } from '../../../src/cli/browser/card-root.ts';
import { hoverOver } from '../../../src/cli/browser/painted.ts';
import { pressInNewCard, pressMore, SOON, waitForCard } from '../card.ts';
import { BROWSERS, type Harness, useHarness } from '../harness.ts';
import { store } from '../inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectPainted, expectSoon } from '../paint.ts';
import { command } from '../summon.ts';

const STYLES = join(import.meta.dirname, '../../../assets/styles');
const SHEETS = ['tokens.css', 'card.css'].map((name) => readFileSync(join(STYLES, name), 'utf8'));
/** The custom properties of the card, and the fonts that our pages name. */
const PROPERTIES = [...new Set(SHEETS.join('').match(/--[a-z][\w-]*/g) ?? [])];
const FONTS = [...(SHEETS[0]?.match(/(?<=--ng-font[^:]*:)[^;]+/g) ?? [])]
  .flatMap((list) => list.split(','))
  .map((name) => name.trim().replaceAll('"', ''));

describe.each(BROWSERS)('a page against the words of a card in %s', (kind) => {
  const harness = useHarness(kind);
  beforeEach(() => store(harness.inside, { settings: SOON }));

  it('that searches itself for them finds none, and no way in', async () => {
    const page = await openCard(harness);
    await pressMore(page);
    const found = await page.evaluate(search, ['Extended Deterrence', 'I know this', 'Strategy']);
    expect(found).toEqual([]);
    // It can search, and finds what is its own.
    expect(await page.evaluate(search, ['In Seoul'])).toEqual(['In Seoul']);
    harness.leave(page);
  });

  it('that selects them gets none', async () => {
    const page = await openCard(harness);
    const { x, y } = (await inCard(page, (root) => {
      const box = root.querySelector('.gloss')?.getBoundingClientRect() ?? new DOMRect();
      return { x: box.x + 20, y: box.y + 8 };
    })) ?? { x: 0, y: 0 };
    await page.mouse.click(x, y, { count: 3 });
    await page.evaluate(() => document.execCommand('selectAll'));
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected).toContain('In Seoul');
    expect(selected).not.toContain('Deterrence');
    harness.leave(page);
  });

  it('that listens to all that is done in it is told of nothing inside', async () => {
    const page = await openCard(harness, `<script>(${listen})()</script>`);
    const button = (await inCard(page, (root) => {
      const [first] = root.querySelectorAll('button.fold');
      const box = first?.getBoundingClientRect() ?? new DOMRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })) ?? { x: 0, y: 0 };
    await page.mouse.move(button.x - 3, button.y, { steps: 3 });
    await page.mouse.wheel({ deltaY: 20 });
    await pressMore(page);
    await page.mouse.click(button.x, button.y, { button: 'right' });
    await page.mouse.click(button.x, button.y, { button: 'middle' });
    for (const key of ['Tab', 'ArrowDown', 'Tab', 'Enter'] as const) await page.keyboard.press(key);
    await pressInNewCard(page, 'Copy note');
    await waitForCard(page, /Copied\./);
    expect(
      await page.evaluate(() => (globalThis as unknown as { inside: string[] }).inside),
    ).toEqual([]);
    await page.close();
  });

  it('in a frame is told of nothing inside either', async () => {
    const inner = newsPage({ body: ALLIANCE, head: `<script>(${listen})()</script>` });
    const address = harness.put('/inner', inner);
    const page = await harness.visit(
      newsPage({
        body: `<p>A quiet day.</p><iframe src="${address}" style="width: 700px; height: 600px"></iframe>`,
      }),
    );
    const frame = await page.waitForFrame((it) => it.url() === address);
    await expectPainted(frame, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG', 0, frame);
    const { box } = await waitForCard(page, /Extended Deterrence/);
    const around = await (await frame.frameElement())?.boundingBox();
    const [x, y] = [(around?.x ?? 0) + box.x, (around?.y ?? 0) + box.y];
    await page.mouse.move(x + 30, y + 30, { steps: 5 });
    await page.mouse.click(x + 30, y + 40);
    expect(
      await frame.evaluate(() => (globalThis as unknown as { inside: string[] }).inside),
    ).toEqual([]);
    harness.leave(page);
  });

  it('that registers its properties leaves it as it is', async () => {
    const plain = await openCard(harness);
    const looks = await inCard(plain, readLooks);
    harness.leave(plain);
    const page = await openCard(
      harness,
      `<script>(${register})(${JSON.stringify(PROPERTIES)})</script>`,
    );
    expect(PROPERTIES).toContain('--ng-ink');
    expect(await inCard(page, readLooks)).toEqual(looks);
    harness.leave(page);
  });

  it('that defines its fonts draws no letter of it, and hears of none', async () => {
    const names = [...FONTS, 'system-ui', 'sans-serif', 'serif'];
    const faces = names.map(
      (name, i) => `@font-face { font-family: "${name}"; src: url("/font/${i}"); }`,
    );
    const own = '@font-face { font-family: "Quill"; src: url("/font/quill"); }';
    const head = `<style>${faces.join('')}${own} body { font-family: monospace }</style>`;
    const page = await openCard(harness, head);
    await pressMore(page);
    expect(names.length).toBeGreaterThan(10);
    // Fonts are asked for once text is laid out in them: this one last.
    await page.evaluate(() => document.body.style.setProperty('font-family', 'Quill'));
    await expectSoon(
      () => harness.requests.filter((path) => path.startsWith('/font/')),
      ['/font/quill'],
    );
    harness.leave(page);
  });

  it('is read aloud as it is written', async () => {
    const page = await harness.visit(newsPage({ body: ALLIANCE }));
    await expectPainted(page, IN_ALLIANCE);
    await command(harness, 'next-mention');
    await waitForCard(page, /Extended Deterrence/);
    const name = await inCard(page, (root) => {
      const dialog = root.querySelector('[role="dialog"]');
      return root.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent;
    });
    expect(name).toBe('EDSCG');
    harness.leave(page);
  });
});

/** A page with an open card. */
async function openCard(harness: Harness, head = ''): Promise<Page> {
  const page = await harness.visit(newsPage({ body: ALLIANCE, head }));
  await expectPainted(page, IN_ALLIANCE);
  await hoverOver(page, 'EDSCG');
  await waitForCard(page, /Extended Deterrence/);
  return page;
}

// All below are sent to the page as text.

/** Which of some words a page finds in itself, from its start on. */
function search(wanted: readonly string[]): string[] {
  const { find } = window as unknown as { find(...how: readonly unknown[]): boolean };
  return wanted.filter((words) => {
    getSelection()?.removeAllRanges();
    return find.call(window, words, false, false, true, false, true);
  });
}

/** Notes, before anything else listens on the page, which events tell of a node in a closed root. */
function listen(): void {
  const inside: string[] = [];
  Object.assign(globalThis, { inside });
  const types = new Set(['DOMActivate', 'DOMMouseScroll', 'MozMousePixelScroll', 'focusin']);
  for (const { prototype } of [HTMLElement, Document, Element]) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (name.startsWith('on')) types.add(name.slice(2));
    }
  }
  for (const name of Object.keys(window)) if (name.startsWith('on')) types.add(name.slice(2));
  const isInside = (node: unknown) =>
    node instanceof Node && node.getRootNode() instanceof ShadowRoot;
  const note = (event: Event) => {
    const told = event as Event & Record<string, unknown>;
    for (const key of [
      'target',
      'originalTarget',
      'explicitOriginalTarget',
      'relatedTarget',
      'rangeParent',
    ]) {
      if (isInside(told[key])) inside.push(`${event.type} ${key}`);
    }
    if (isInside(getSelection()?.anchorNode)) inside.push(`${event.type} selection`);
  };
  for (const type of types) addEventListener(type, note, true);
}

function register(names: readonly string[]): void {
  for (const name of names) {
    window.CSS.registerProperty({
      name,
      syntax: '<color>',
      inherits: false,
      initialValue: 'transparent',
    });
  }
}

function readLooks(root: ShadowRoot) {
  return ['.card', '.title', '.gloss', 'button', '.foot'].map((selector) => {
    const { color, backgroundColor, fontSize, padding } = getComputedStyle(
      root.querySelector(selector)!,
    );
    return { color, backgroundColor, fontSize, padding };
  });
}
