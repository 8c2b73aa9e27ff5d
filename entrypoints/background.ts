import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import koreaUsAlliance from '../assets/glossaries/korea-us-alliance.json';
import { siteOf } from '../src/core/site.ts';
import { BACKGROUND_DOORS } from '../src/extension/background-doors.ts';
import { showBadge, showSwitch } from '../src/extension/badge.ts';
import { type Library, openLibrary } from '../src/extension/library.ts';
import { handle, sendToPage, type TabReport } from '../src/extension/messages.ts';
import { startInOpenTabs, startPart } from '../src/extension/open-tabs.ts';
import {
  forgetPrivateSettings,
  readSettings,
  type Windows,
  watchSettings,
} from '../src/extension/settings.ts';
import { forgetReports, keepReport, readReport } from '../src/extension/tab-reports.ts';

export default defineBackground({
  type: 'module',
  main() {
    const { signal } = new AbortController();
    const library = openLibrary([{ origin: 'korea-us-alliance.json', content: koreaUsAlliance }]);

    handle(
      {
        lookUp: (_, keys) => library.lookUp(keys),
        explain: (_, ref) => library.explain(ref),
        listFaults: () => library.faults(),
        askPlace: async ({ tab }) => ({
          site: siteOf(tab?.url ?? ''),
          settings: await readSettings(tab?.incognito ? 'private' : 'normal'),
        }),
        async report({ tab, frameId }, summary) {
          if (tab?.id === undefined) return;
          await showBadge(tab.id, await keepReport(tab.id, frameId ?? 0, summary));
        },
        loadPart: ({ tab, frameId }, part) => startPart(tab?.id ?? -1, frameId ?? 0, part),
        summarise: async (_, tabId) =>
          (await isRead(tabId)) ? nameTerms(await readReport(tabId), library) : null,
      },
      BACKGROUND_DOORS,
      signal,
    );

    browser.tabs.onRemoved.addListener((tabId) => void forgetReports(tabId));
    browser.windows?.onRemoved.addListener(() => void endPrivateSession());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install' || reason === 'update') void startInOpenTabs();
    });

    void readSettings().then(({ on }) => showSwitch(on));
    watchSettings(({ on }) => void showSwitch(on), signal);
    watchSettings((settings) => void tellPrivateTabs(settings), signal, 'private');
  },
});

/** Add the long forms of entries, which pages do not know. */
async function nameTerms(report: TabReport | null, library: Library): Promise<TabReport | null> {
  if (!report) return null;
  const terms = report.terms.map(async (term) =>
    term.ref === null ? term : { ...term, long: await library.longNameOf(term.ref) },
  );
  return { ...report, terms: await Promise.all(terms) };
}

/** Whether a script of ours is in the tab: a browser's own page keeps the report of the one before. */
async function isRead(tabId: number): Promise<boolean> {
  try {
    return await sendToPage(tabId, 0, 'isThere');
  } catch {
    return false;
  }
}

/** Pages in private windows cannot see what was chosen there. */
async function tellPrivateTabs(settings: Awaited<ReturnType<typeof readSettings>>): Promise<void> {
  const tabs = await browser.tabs.query({});
  for (const { id, incognito } of tabs) {
    if (incognito && id !== undefined) {
      // A tab without a script of ours has no ear.
      sendToPage(id, null, 'setPrivately', settings).catch(() => undefined);
    }
  }
}

async function endPrivateSession(): Promise<void> {
  const windows = await browser.windows.getAll();
  const kinds: Windows[] = windows.map(({ incognito }) => (incognito ? 'private' : 'normal'));
  if (!kinds.includes('private')) await forgetPrivateSettings();
}
