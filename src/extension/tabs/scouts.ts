/** Tells the scouts of all pages of changes of settings, library and access, to look again. */
import { browser } from 'wxt/browser';
import type { Settings } from '../../core/settings/settings.ts';
import { watchLibrary } from '../library/library-revision.ts';
import { ALL_SITES, watchAccess } from '../network/host-access.ts';
import { readSettings, watchSettings } from '../storage/settings.ts';
import { readItem, type StoredItem, writeItem } from '../storage/stored.ts';
import { startInOpenTabs } from './open-tabs.ts';
import { windowsOf } from './tab-actions.ts';

/** Leaves the word in every frame before the scout looks, in both browsers and private windows. */
const ALL_PAGES = {
  id: 'all-pages',
  js: ['all-pages.js'],
  matches: ALL_SITES,
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
} as const;

const isForAll = ({ pages }: Settings) => pages !== 'articles';

/** The settings of normal windows, and those of private ones. */
const readBoth = () => Promise.all([readSettings(), readSettings('private')]);

/** Keep the scouts informed until the signal aborts. */
export function keepScouts(signal: AbortSignal): void {
  let turn = Promise.resolve();
  const inTurn = (task: () => Promise<void>) => {
    turn = turn.then(task).catch(() => undefined);
  };
  inTurn(register);
  const onChange = async () => {
    await register();
    await lookAgain();
  };
  // `private` also reports changes for normal windows, since they apply in private ones too.
  watchSettings(() => inTurn(onChange), signal, 'private');
  watchLibrary(() => inTurn(lookAgain), signal);
  // Pages that were closed to us have no scout; others were told that they may not be read.
  watchAccess(() => {
    inTurn(startInOpenTabs);
    inTurn(lookAgain);
  }, signal);
}

/** There once open tabs were seen to; the browser forgets it when the extension ends. */
const STARTED: StoredItem = { area: 'session', key: 'scouts-started' };

/**
 * Start the scouts of tabs that were open before the extension was, and tell them which pages are to
 * be read; once for each time that it is installed, updated or enabled, the last of which has no event
 * in Chrome. Firefox starts the scouts there by itself.
 */
export async function startScouts(): Promise<void> {
  if ((await readItem(STARTED)) !== null) return;
  await writeItem(STARTED, true);
  if (!import.meta.env.FIREFOX) await startInOpenTabs();
  if ((await readBoth()).some(isForAll)) await lookAgain();
}

/** Register the word for pages to come, or take it back. The browser keeps it until an update. */
async function register(): Promise<void> {
  const isWanted = (await readBoth()).some(isForAll);
  const { scripting } = browser;
  const registered = await scripting.getRegisteredContentScripts({ ids: [ALL_PAGES.id] });
  if (registered.length > 0 === isWanted) return;
  if (isWanted) await scripting.registerContentScripts([ALL_PAGES as never]);
  else await scripting.unregisterContentScripts({ ids: [ALL_PAGES.id] });
}

/** Have the scouts of all open pages look again. */
async function lookAgain(): Promise<void> {
  const [normal, hidden] = await readBoth();
  for (const { id, discarded, incognito, url } of await browser.tabs.query({ url: ALL_SITES })) {
    if (id === undefined || discarded || url === undefined) continue;
    const isAll = isForAll(windowsOf({ incognito }) === 'private' ? hidden : normal);
    const target = { tabId: id, allFrames: true };
    // Web stores and error pages accept no scripts; ignore their errors.
    browser.scripting
      .executeScript({ target, func: askScout, args: [isAll] })
      .catch(() => undefined);
  }
}

/** Sent as text. The scout is found by the key that `leavePart` gives it. */
function askScout(isAll: boolean): void {
  const scout = Symbol.for('newsgloss-scout');
  (globalThis as { [key: symbol]: ((isAll: boolean) => void) | undefined })[scout]?.(isAll);
}
