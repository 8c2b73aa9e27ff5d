/** The entries of context menus: on a selection, and on the toolbar button. */
import { browser } from 'wxt/browser';

const EXPLAIN = 'explain';
const ADD = 'add';
const SITE_OFF = 'site-off';

/** Where a script of ours can answer. */
const WEB_PAGES = ['http://*/*', 'https://*/*'];

export interface MenuTitles {
  /** `%s` stands for what is selected. */
  readonly explain: string;
  /** `%s` as well. */
  readonly add: string;
  readonly siteOff: string;
}

/** Put the entries there. Browsers without menus (Firefox for Android) go without. */
export async function createMenus({ explain, add, siteOff }: MenuTitles): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: EXPLAIN,
    contexts: ['selection'],
    documentUrlPatterns: WEB_PAGES,
    title: explain,
  });
  browser.contextMenus.create({
    id: ADD,
    contexts: ['selection'],
    documentUrlPatterns: WEB_PAGES,
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

/** What the reader chose in a menu. */
export interface MenuHandlers {
  explain(tabId: number, frameId: number, text: string): void;
  add(text: string): void;
  switchSite(tabId: number, isOff: boolean): void;
}

/** Hear of choices; must be called in the first turn of the background, so that they wake it. */
export function watchMenus({ explain, add, switchSite }: MenuHandlers): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === EXPLAIN) explain(tab.id, info.frameId ?? 0, info.selectionText ?? '');
    if (info.menuItemId === ADD) add(info.selectionText ?? '');
    if (info.menuItemId === SITE_OFF) switchSite(tab.id, info.checked ?? false);
  });
}

/** Let the box on the toolbar button say how things are on the site in front; null: there is none. */
export async function showSiteOff(isOff: boolean | null): Promise<void> {
  try {
    await browser.contextMenus?.update(SITE_OFF, {
      checked: isOff ?? false,
      enabled: isOff !== null,
    });
  } catch {
    // The entry is being made anew, and is told again then.
  }
}

/** Call back whenever another tab or page may be in front. */
export function watchFrontTab(callback: () => void): void {
  browser.tabs.onActivated.addListener(callback);
  browser.tabs.onUpdated.addListener((_, { url }) => void (url !== undefined && callback()));
  browser.windows?.onFocusChanged.addListener(callback);
}
