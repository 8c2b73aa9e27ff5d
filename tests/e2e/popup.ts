/** Opens the popup on a news page, and works it. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findWorker, openOwnPage, type Session } from '../../src/cli/drive.ts';
import { expectSoon } from './paint.ts';

/** What it says then, in place of a list. */
export const OFF_EVERYWHERE = 'Highlights are off everywhere. Pages look as they were published.';

const PAGE = 'popup.html';
const POLL_MS = 50;
const LIMIT_MS = 10_000;

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
  const appears = session.browser.waitForTarget((it) => it.url() === session.home + PAGE);
  const worker = await findWorker(session);
  await worker.evaluate('chrome.action.openPopup()');
  return (await appears).asPage();
}

async function openBehind(session: Session, page: Page): Promise<Page> {
  const popup = await openOwnPage(session, PAGE);
  await page.bringToFront();
  // It looked for the tab in front when it was in front itself: let it look again.
  await popup.evaluate(() => {
    document.documentElement.dataset.old = '';
    location.reload();
  });
  const isNew = () =>
    document.readyState === 'complete' && document.documentElement.dataset.old === undefined;
  for (const start = Date.now(); Date.now() - start < LIMIT_MS; ) {
    if (await popup.evaluate(isNew).catch(() => false)) return popup;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('The popup’s page did not load again.');
}

/** The part of Firefox's own window that is read here. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
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
 * @param own - A page of the extension, since only they may open it.
 */
export async function openRealFirefoxPopup(own: Page): Promise<RealPopup> {
  await own.evaluate(() => {
    const { browser } = globalThis as { browser?: { action: { openPopup(): Promise<void> } } };
    return browser?.action.openPopup();
  });
  // Puppeteer has the connection, but not in its types.
  const { connection } = own.browser() as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: readonly { context: string }[] };
  const read = `(() => {
    const popup = document.querySelector('.webextension-popup-browser');
    if (!popup || popup.clientHeight === 0) return '';
    return JSON.stringify({
      address: popup.currentURI.spec, width: popup.clientWidth, height: popup.clientHeight,
    });
  })()`;
  for (const start = Date.now(); Date.now() - start < LIMIT_MS; ) {
    const { result } = await connection.send('script.evaluate', {
      expression: read,
      target: { context: contexts[0]?.context },
      awaitPromise: false,
    });
    const { value } = (result as { result: { value?: string } }).result;
    const popup: RealPopup | null = value ? JSON.parse(value) : null;
    if (popup && popup.address !== 'about:blank') return popup;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('Firefox opened no popup.');
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
