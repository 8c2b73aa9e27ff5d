/**
 * Keeps the settings and the library state that apply to the pages of each tab. Pages ask for them
 * when they start, and again when told of a change. Pages have no access to storage, and get only
 * what they need.
 */
import { browser } from 'wxt/browser';
import { settingsFor } from '../../core/settings/page-settings.ts';
import { siteOf } from '../../core/settings/site.ts';
import { readLibraryState } from '../library/library-origin.ts';
import { watchLibrary } from '../library/library-revision.ts';
import { type Place, sendToPage } from '../messages/messages.ts';
import { watchAccess } from '../network/host-access.ts';
import {
  readSettings,
  type Windows,
  watchSettings,
  watchStoredSettings,
} from '../storage/settings.ts';
import { mayReadTab } from './access.ts';
import { windowsOf } from './tab-actions.ts';

/** The fields of a tab that are used here. */
interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

/**
 * Tell all pages of changes until the signal aborts.
 *
 * @param libraryRead - Resolves once it is noted what the changed library was made from.
 * @returns A function that returns the place of a tab.
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
    // `library` may be reset while this waits, so it is kept in `state`.
    const state = library ?? readLibraryState();
    library = state;
    const known = siteOf(tab?.url ?? '');
    // Chrome tells the address of a page in which a script of ours runs, readable or not.
    const isOpen = known !== null && (await mayReadTab(tab?.id ?? -1, known));
    const site = isOpen ? known : null;
    return { settings: settingsFor(await reading, site), library: await state };
  }

  async function tellTabs(): Promise<void> {
    for (const { id, discarded } of await browser.tabs.query({})) {
      if (id === undefined || discarded) continue;
      // A tab without our script cannot receive it.
      sendToPage(id, null, 'askAgain').catch(() => undefined);
    }
  }

  const onLibrary = () => {
    library = null;
    void libraryRead().then(tellTabs);
  };
  watchLibrary(onLibrary, signal);
  // `private` also reports changes for normal windows, since they apply in private ones too.
  watchStoredSettings(() => settings.clear(), signal, 'private');
  watchSettings(() => void tellTabs(), signal, 'private');
  watchAccess(() => void tellTabs(), signal);
  return placeOf;
}
