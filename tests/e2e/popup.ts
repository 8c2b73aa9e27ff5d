/** Opens the popup on a news page, and works it. */
import type { Page, Target } from 'puppeteer-core';
import { expect } from 'vitest';
import { findWorker, openOwnPage, type Session } from '../../src/cli/browser/drive.ts';
import { PATIENCE_MS, until } from '../../src/cli/browser/until.ts';
import type { SharedHarness } from './harness.ts';
import { evaluateInFirefox } from './inside.ts';
import { expectSoon } from './paint.ts';
import { reload } from './settings-page.ts';

/** What it says then, in place of a list. */
export const OFF_EVERYWHERE = 'Highlights are off everywhere. Pages look as they were published.';

const PAGE = 'popup.html';

/**
 * Open the popup on a page, which is in front then.
 *
 * In Chromium it is the real one. In Firefox, whose popup no driver can read, its page stands in a
 * tab behind the news page, and takes that for its own as the popup would.
 */
export async function openPopup(session: Session, page: Page): Promise<Page> {
  await page.bringToFront();
  return session.kind === 'chromium' ? openInChromium(session) : openBehind(session, page);
}

async function openInChromium(session: Session): Promise<Page> {
  // Chromium opens none while it takes no window for the active one, as it may just after a press
  // of the toolbar button; then it is asked again.
  await until('a popup of Chromium', async () => {
    const worker = await findWorker(session);
    await worker.evaluate('chrome.action.openPopup()');
    return true;
  });
  const isPopup = (it: Target) => it.url() === session.home + PAGE;
  const popup = await session.browser.waitForTarget(isPopup, { timeout: PATIENCE_MS });
  return popup.asPage();
}

async function openBehind(session: Session, page: Page): Promise<Page> {
  const popup = await openOwnPage(session, PAGE);
  await page.bringToFront();
  await until('a popup behind the page', () => popup.evaluate(() => document.hidden));
  // It looked for the tab in front when it was in front itself: let it look again.
  await reload(popup);
  return popup;
}

export interface RealPopup {
  readonly address: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Open Firefox's real popup, of which address and size alone can be seen from outside.
 *
 * @returns Once it is as large as one that has drawn its page: before, it is a small empty box.
 */
export async function openRealFirefoxPopup(session: SharedHarness): Promise<RealPopup> {
  // Firefox opens none beside a panel or a menu of its own, such as one that tells of a new
  // permission, or one that a press with the other button has opened.
  // It may open one at any time, so that asking fails; then it is asked again.
  await until('no other panel or menu of Firefox', async () => {
    if (!(await closePanels(session))) return false;
    // Only the extension's own pages may open it.
    await session.inside.evaluate(() => {
      const { browser } = globalThis as { browser?: { action: { openPopup(): Promise<void> } } };
      return browser?.action.openPopup();
    });
    return true;
  });
  const read = `(() => {
    const popup = document.querySelector('.webextension-popup-browser');
    if (!popup || popup.clientHeight <= 150 || popup.currentURI.spec === 'about:blank') return '';
    return JSON.stringify({
      address: popup.currentURI.spec, width: popup.clientWidth, height: popup.clientHeight,
    });
  })()`;
  const popup = await until('a popup of Firefox', () => evaluateInFirefox(session, read));
  return JSON.parse(popup);
}

/** Close all panels and menus of Firefox; whether all are closed. */
export async function closePanels(session: Session): Promise<boolean> {
  const close = `(() => {
    const panels = [...document.querySelectorAll('menupopup, panel')];
    for (const panel of panels) if (panel.state !== 'closed') panel.hidePopup();
    return panels.every(({ state }) => state === 'closed') ? 'closed' : '';
  })()`;
  return (await evaluateInFirefox(session, close)) !== '';
}

/** Press a switch, by its label. */
export async function pressSwitch(popup: Page, label: string): Promise<void> {
  await expectSoon(() => popup.$$eval('[role="switch"]', (all) => all.length > 0), true);
  const pressed = await popup.$$eval(
    '[role="switch"]',
    (all, name) => {
      const found = all.find((it) => it.textContent === name) as HTMLElement | undefined;
      found?.click();
      return found ? name : all.map((it) => it.textContent);
    },
    label,
  );
  expect(pressed).toBe(label);
}

/** The words in a part of the popup; none where there is no such part. */
export function textOf(popup: Page, selector: string): Promise<string> {
  return popup.$eval(selector, (element) => element.textContent.trim()).catch(() => '');
}
