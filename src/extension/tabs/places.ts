/**
 * What holds for the pages of each tab. They ask at their start, and again after each change, of
 * which they are told: storage itself is closed to them, as is all that they do not need of it.
 */
import { browser } from 'wxt/browser';
import { settingsFor } from '../../core/settings/settings.ts';
import { siteOf } from '../../core/settings/site.ts';
import { FILTER, readLibraryState } from '../library/library-filter.ts';
import { REVISION, watchLibrary } from '../library/library-revision.ts';
import { type Place, sendToPage } from '../messages/messages.ts';
import { readSettings, type Windows, watchSettings } from '../storage/settings.ts';
import { watchItem } from '../storage/stored.ts';
import { windowsOf } from './tab-actions.ts';

/** The part of a tab that is read here. */
interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

/**
 * Tell all pages of changes until the signal aborts.
 *
 * @param libraryRead - Resolves once a changed library can tell pages what it knows.
 * @returns What holds in a tab.
 */
export function keepPlaces(
  libraryRead: () => Promise<void>,
  signal: AbortSignal,
): (tab: Tab | undefined) => Promise<Place> {
  const settings = new Map<Windows, ReturnType<typeof readSettings>>();
  let library: ReturnType<typeof readLibraryState> | null = null;

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
    for (const { id, discarded } of await browser.tabs.query({})) {
      if (id === undefined || discarded) continue;
      // A tab without a script of ours has no ear.
      sendToPage(id, null, 'askAgain').catch(() => undefined);
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
