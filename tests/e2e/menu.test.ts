/** What the menus do: explain what is selected, and switch the site off. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inCard, pressInCard } from '../../src/cli/browser/card-root.ts';
import { pressMore, waitForCard, waitForNoCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { readStored } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { chooseInMenu } from './summon.ts';
import { expectUntouched, REMEMBER } from './untouched.ts';

const PARAGRAPH = `The NPG ${'and so on '.repeat(300)}to the end.`;
const BODY = `<p>In Seoul the EDSCG met.</p><p id="s">The NPG hangs portraits; ncg, ZZTOP. ${PARAGRAPH}</p>${REMEMBER}`;

/** The part of the extension's world that is asked for here; Firefox has it under this name too. */
declare const chrome: {
  readonly contextMenus: { update(id: string, change: object): Promise<void> };
};

describe.each(BROWSERS)('the menus in %s', (kind) => {
  const harness = useHarness(kind);

  async function explain(page: Page, text: string): Promise<void> {
    await page.evaluate((wanted) => {
      const node = document.querySelector('#s')?.firstChild as Text;
      const at = node.data.indexOf(wanted);
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }, text);
    await chooseInMenu(harness, page, { menuItemId: 'explain', selectionText: text });
  }

  it.each<[string, string, RegExp]>([
    ['a name whose sense is another one there', 'NPG', /Nuclear Planning Group/],
    ['a name in other letters', 'ncg', /Nuclear Consultative Group/],
    ['a name among other words', 'The NPG hangs', /Nuclear Planning Group/],
    ['a whole paragraph by its longest name', PARAGRAPH, /Nuclear Plan/],
    ['nothing that a glossary has', 'ZZTOP', /None of your glossaries has “ZZTOP”/],
  ])('explain %s', async (_, text, expected) => {
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPainted(page, ['EDSCG']);
    await explain(page, text);
    await waitForCard(page, expected);
    const focused = await inCard(page, (root) =>
      root.activeElement?.closest('[role]')?.getAttribute('role'),
    );
    expect(focused).toBe('dialog');
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await page.evaluate(() => String(getSelection()))).toBe(text);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('explain on a page that is left alone, and follow what stands in the card', async () => {
    const html = '<!DOCTYPE html><title>Mail</title><form><p id="s">NPG</p><input></form>';
    const page = await harness.visit(html);
    await explain(page, 'NPG');
    await waitForCard(page, /Nuclear Planning Group/);
    await pressMore(page);
    await pressInCard(page, 'NATO');
    await waitForCard(page, /North Atlantic Treaty Organization/);
    await pressInCard(page, 'Back');
    await waitForCard(page, /Nuclear Planning Group/);
    harness.leave(page);
  });

  it('stand where the browser keeps its menus, and no others of that name', async () => {
    const known = (id: string) =>
      harness.inside.evaluate(
        (name) =>
          chrome.contextMenus.update(name, {}).then(
            () => true,
            () => false,
          ),
        id,
      );
    // The background makes them anew whenever it starts.
    const all = () => Promise.all(['explain', 'site-off', 'other'].map(known));
    await expectSoon(all, [true, true, false]);
  });

  it('switch this site off and on', async () => {
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPainted(page, ['EDSCG']);
    await chooseInMenu(harness, page, { menuItemId: 'site-off', checked: true });
    await expectPainted(page, []);
    await expectSoon(async () => (await readStored(harness.inside, 'settings')) as object, {
      version: 1,
      sitesOff: ['127.0.0.1'],
    });
    await chooseInMenu(harness, page, { menuItemId: 'site-off', checked: false });
    await expectPainted(page, ['EDSCG']);
    harness.leave(page);
  });
});
