/**
 * Commands and menus by the event that the browser sends for them: no driver can press their keys
 * or open a native menu. All that follows the event is real.
 */
import type { Page } from 'puppeteer-core';
import { findWorker, type Session } from '../../src/cli/browser/drive.ts';
import { evaluateInFirefox } from './inside.ts';

/** A command of the manifest, with the letter of its suggested key. */
const LETTERS = {
  'next-mention': 'N',
  'previous-mention': 'P',
  'switch-site': 'H',
  'count-terms': 'C',
} as const;

/** Give a command, as if its key were pressed with the tab in front. */
export async function command(session: Session, name: keyof typeof LETTERS): Promise<void> {
  if (session.kind === 'chromium') {
    const worker = await findWorker(session);
    await worker.evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);
    return;
  }
  const done = await evaluateInFirefox(
    session,
    `(async () => {
      const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id"] key')];
      const key = keys.find((it) => it.getAttribute('key') === '${LETTERS[name]}');
      key?.doCommand();
      return key ? 'done' : 'no key among ' + keys.length;
    })()`,
  );
  if (done !== 'done') throw new Error(done);
}

export interface MenuChoice {
  readonly menuItemId: string;
  readonly selectionText?: string;
  readonly checked?: boolean;
  readonly frameId?: number;
}

/** Choose an entry of a menu, opened on the tab in front. */
export async function chooseInMenu(
  session: Session,
  page: Page,
  choice: MenuChoice,
): Promise<void> {
  if (session.kind === 'chromium') {
    const worker = await findWorker(session);
    await worker.evaluate(
      `(async () => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find(({ url }) => url === ${JSON.stringify(page.url())});
        chrome.contextMenus.onClicked.dispatch(${JSON.stringify(choice)}, tab);
      })()`,
    );
    return;
  }
  await evaluateInFirefox(
    session,
    `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(session.id)});
      const info = ${JSON.stringify({ frameId: 0, modifiers: [], ...choice })};
      extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
      return '';
    })()`,
  );
}
