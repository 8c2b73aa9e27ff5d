/** The items of context menus: for a selection, and for the toolbar button. */
import { browser } from 'wxt/browser';
import { ALL_SITES } from '../network/host-access.ts';

const EXPLAIN = 'explain';
const ADD = 'add';
const SITE_OFF = 'site-off';

interface MenuTitles {
  /** `%s` stands for the selected text. */
  readonly explain: string;
  /** `%s` stands for the selected text. */
  readonly add: string;
  readonly siteOff: string;
}

/** Create the menu items. Does nothing in browsers without menus, such as Firefox for Android. */
export async function createMenus({ explain, add, siteOff }: MenuTitles): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: EXPLAIN,
    contexts: ['selection'],
    documentUrlPatterns: ALL_SITES,
    title: explain,
  });
  browser.contextMenus.create({
    id: ADD,
    contexts: ['selection'],
    documentUrlPatterns: ALL_SITES,
    title: add,
  });
  browser.contextMenus.create({
    id: SITE_OFF,
    type: 'checkbox',
    contexts: ['action'],
    title: siteOff,
    checked: false,
  });
}

/** Called when the reader chooses a menu item. */
interface MenuHandlers {
  explain(tabId: number, frameId: number, text: string): void;
  add(text: string): void;
  switchSite(tabId: number, isOff: boolean): void;
}

/** Listen for choices. Call it synchronously at the background's start, so that they wake it. */
export function watchMenus({ explain, add, switchSite }: MenuHandlers): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === EXPLAIN) explain(tab.id, info.frameId ?? 0, info.selectionText ?? '');
    if (info.menuItemId === ADD) add(info.selectionText ?? '');
    if (info.menuItemId === SITE_OFF) switchSite(tab.id, info.checked ?? false);
  });
}

/**
 * Set the check box in the toolbar button's menu for the site in front; null: no site. Where the
 * reader cannot switch the site, it cannot be chosen: browsers would change it all the same.
 */
export async function showSiteOff(isOff: boolean | null, isFixed = false): Promise<void> {
  try {
    await browser.contextMenus?.update(SITE_OFF, {
      checked: isOff ?? false,
      enabled: isOff !== null && !isFixed,
    });
  } catch {
    // The menu is just being created anew; the state is set afterwards.
  }
}

/** Call back whenever another tab or page may have come to the front. */
export function watchFrontTab(callback: () => void): void {
  browser.tabs.onActivated.addListener(callback);
  browser.tabs.onUpdated.addListener((_, { url }) => void (url !== undefined && callback()));
  browser.windows?.onFocusChanged.addListener(callback);
}
