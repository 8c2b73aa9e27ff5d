/** Everything without a mouse: from mention to mention, in the card, and back to where one was. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inCard } from '../../src/cli/browser/card-root.ts';
import { cardOf, passGuard, waitForCard, waitForNoCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { badgeOf } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { command } from './summon.ts';
import { expectUntouched, REMEMBER } from './untouched.ts';

const FAR = '<div style="height: 2500px"></div>';
const BODY =
  '<p>In Seoul the EDSCG met. <a href="#a">A link</a> <input value="words that I write"></p>' +
  `${FAR}<p>Then the USFK spoke.</p><div contenteditable="true">more words</div>${REMEMBER}`;
const PAINTED = ['EDSCG', 'USFK'];

describe.each(BROWSERS)('by keyboard in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(body = BODY, painted = PAINTED): Promise<Page> {
    const page = await harness.visit(newsPage({ body }));
    await expectPainted(page, painted);
    return page;
  }

  it('goes from mention to mention and round again, by command and inside the card', async () => {
    const page = await visit();
    await command(harness, 'next-mention');
    await waitForCard(page, /^Body[\s\S]*EDSCG/);
    await command(harness, 'next-mention');
    await waitForCard(page, /USFK/);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_000);
    await page.keyboard.press('n');
    await waitForCard(page, /^Body[\s\S]*EDSCG/);
    await page.keyboard.press('ArrowLeft');
    await waitForCard(page, /USFK/);
    await command(harness, 'previous-mention');
    await waitForCard(page, /^Body[\s\S]*EDSCG/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('opens the card with the focus in it, as a dialog with the term for a name', async () => {
    const page = await visit();
    await command(harness, 'next-mention');
    await waitForCard(page);
    const dialog = await inCard(page, (root) => {
      const focused = root.activeElement?.closest('[role]');
      const title = root.getElementById(focused?.getAttribute('aria-labelledby') ?? '');
      return [focused?.getAttribute('role'), title?.textContent];
    });
    expect(dialog).toEqual(['dialog', 'EDSCG']);
    harness.leave(page);
  });

  it('gives focus and caret back to the letter', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const field = document.querySelector('input');
      field?.focus();
      field?.setSelectionRange(3, 8);
    });
    await command(harness, 'next-mention');
    await waitForCard(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    const caret = await page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLInputElement ? [field.selectionStart, field.selectionEnd] : null;
    });
    expect(caret).toEqual([3, 8]);
    await page.evaluate(() => {
      const editable = document.querySelector<HTMLElement>('[contenteditable]');
      editable?.focus();
      getSelection()?.collapse(editable?.firstChild ?? null, 4);
    });
    await command(harness, 'next-mention');
    await waitForCard(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.keyboard.type('!');
    const written = await page.evaluate(
      () => document.querySelector('[contenteditable]')?.textContent,
    );
    expect(written).toBe('more! words');
    harness.leave(page);
  });

  it('reaches everything in the card with Tab, and works it with Enter', async () => {
    const page = await visit();
    await command(harness, 'next-mention');
    await waitForCard(page);
    const names: string[] = [];
    const name = () =>
      inCard(
        page,
        (root) => root.activeElement?.ariaLabel ?? root.activeElement?.textContent ?? '',
      );
    const back = async () => {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    };
    // The focus comes in where the text begins, which keys scroll; pin and close stand above it.
    await back();
    names.push((await name()) ?? '');
    await back();
    names.push((await name()) ?? '');
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab');
      names.push((await name()) ?? '');
    }
    expect(names).toEqual([
      ...['Close', 'Keep open', 'Close', 'More', 'Which is which', 'Why here'],
      ...['Korea JoongAng Daily', 'Copy note', 'I know this', 'Not on this site'],
    ]);
    for (let i = 0; i < 6; i++) await back();
    // A fast machine is there before the card takes a press.
    await passGuard(page);
    await page.keyboard.press('Enter');
    await waitForCard(page, /Founded · 19 October 2016|19 October 2016/);
    harness.leave(page);
  });

  it('adds no tab stop to the page', async () => {
    const page = await visit();
    const walk = async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const stops: string[] = [];
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate(() => document.activeElement?.localName ?? ''));
      }
      return stops;
    };
    expect(await walk()).toEqual(['a', 'input', 'div']);
    harness.leave(page);
  });

  it('says how many terms there are, for a while, and leaves nothing behind', async () => {
    const page = await visit();
    // What is said is what the page has reported, which comes a moment after it is painted.
    await expectSoon(() => badgeOf(harness.inside, page.url()), '2');
    await command(harness, 'count-terms');
    await expectSoon(async () => (await cardOf(page))?.text ?? '', '2 terms on this page');
    const role = await inCard(page, (root) => root.querySelector('.voice')?.getAttribute('role'));
    expect(role).toBe('status');
    await waitForNoCard(page);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('says so where there is nothing to step to', async () => {
    const page = await visit('<p>The ferry left on time.</p>', []);
    await command(harness, 'next-mention');
    await waitForCard(page, /No glossary terms on this page/);
    harness.leave(page);
  });

  it('switches highlights off and on here, and says so', async () => {
    const page = await visit();
    await command(harness, 'switch-site');
    // What is said is there for a few seconds only, so it comes first.
    await waitForCard(page, /off for 127\.0\.0\.1/);
    await expectPainted(page, []);
    await command(harness, 'switch-site');
    await waitForCard(page, /on for 127\.0\.0\.1/);
    await expectPainted(page, PAINTED);
    harness.leave(page);
  });

  it('stays in the frame that has the focus', async () => {
    const body = '<p>In Seoul the Nuclear Consultative Group met.</p><button>b</button>';
    harness.put('/inner', newsPage({ body }));
    const page = await visit(`<p>In Seoul the EDSCG met.</p><iframe src="/inner"></iframe>`, [
      'EDSCG',
    ]);
    const frame = page.frames().find((it) => it.url().endsWith('/inner'));
    if (!frame) throw new Error('no frame');
    await expectPainted(frame, ['Nuclear Consultative Group']);
    await (await frame.$('button'))?.click();
    await command(harness, 'next-mention');
    await waitForCard(page, /NCG/);
    expect(await frame.evaluate(() => document.activeElement?.getAttributeNames())).toContain(
      'data-newsgloss-card',
    );
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await frame.evaluate(() => document.activeElement?.localName)).toBe('button');
    harness.leave(page);
  });
});
