/**
 * What holds for the pages of each tab. They ask once, at their start, and are told of each change:
 * storage itself is closed to them, as is all that they do not need of it.
 */
import { browser } from 'wxt/browser';
import { settingsFor } from '../core/settings.ts';
import { siteOf } from '../core/site.ts';
import { FILTER, readLibraryState } from './library-filter.ts';
import { REVISION, watchLibrary } from './library-revision.ts';
import { type Place, sendToPage } from './messages.ts';
import { readSettings, type Windows, watchSettings } from './settings.ts';
import { watchItem } from './stored.ts';
import { windowsOf } from './tab-actions.ts';

/** The part of a tab that is read here. */
interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
  readonly discarded?: boolean | undefined;
}

/**
 * Tell all pages of changes until the signal aborts.
 *
 * @param libraryRead - Resolves once a changed library can tell pages what to ask for.
 * @returns What holds in a tab.
 */
export function keepPlaces(
  libraryRead: () => Promise<void>,
  signal: AbortSignal,
): (tab: Tab | undefined) => Promise<Place> {
  const settings = new Map<Windows, ReturnType<typeof readSettings>>();
  let library: ReturnType<typeof readLibraryState> | null = null;
  let latest = 0;

  async function placeOf(tab: Tab | undefined): Promise<Place> {
    const windows = windowsOf(tab);
    const reading = settings.get(windows) ?? readSettings(windows);
    settings.set(windows, reading);
    // A change of the library forgets it while this waits.
    const state = library ?? readLibraryState();
    library = state;
    const site = siteOf(tab?.url ?? '');
    return { settings: settingsFor(await reading, site), library: await state };
  }

  async function tellTabs(): Promise<void> {
    const turn = ++latest;
    for (const tab of await browser.tabs.query({})) {
      // What was read before the next change is told by that one.
      if (turn !== latest) return;
      if (tab.id === undefined || tab.discarded) continue;
      const place = await placeOf(tab);
      // A tab without a script of ours has no ear.
      if (turn === latest) sendToPage(tab.id, null, 'follow', place).catch(() => undefined);
    }
  }

  const forgetLibrary = () => {
    library = null;
  };
  for (const item of [REVISION, FILTER]) {
    try {
      watchItem(item, forgetLibrary, signal);
    } catch {
      // Storage is switched off: nothing will ever change.
    }
  }
  watchLibrary(() => void libraryRead().then(tellTabs), signal);
  const onSettings = () => {
    settings.clear();
    void tellTabs();
  };
  // Of changes for normal windows, too: they hold in private ones.
  watchSettings(onSettings, signal, 'private');
  return placeOf;
}
