import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import type { EntryRef } from '../src/core/glossary/entry-ref.ts';
import { dayOf } from '../src/core/glossary/partial-date.ts';
import type { Writer } from '../src/core/own/own-entries.ts';
import { createWriter } from '../src/core/own/writer.ts';
import { setKnown, setNotHere } from '../src/core/settings/muted.ts';
import type { Settings } from '../src/core/settings/settings.ts';
import { siteOf } from '../src/core/settings/site.ts';
import { nameSite } from '../src/core/settings/site-name.ts';
import { fetchFault } from '../src/core/subscriptions/fetch-fault.ts';
import { readPackAddress } from '../src/core/subscriptions/pack-address.ts';
import { BUNDLED } from '../src/extension/library/bundled.ts';
import { finishImport } from '../src/extension/library/carry-out.ts';
import { checkSubscription, fetchFirst } from '../src/extension/library/check-subscriptions.ts';
import { keepSubscriptions } from '../src/extension/library/daily-check.ts';
import { type Library, openLibrary } from '../src/extension/library/library.ts';
import { announceLibraryChange } from '../src/extension/library/library-revision.ts';
import { BACKGROUND_DOORS } from '../src/extension/messages/background-doors.ts';
import { createGate } from '../src/extension/messages/gate.ts';
import { handle, type Sender } from '../src/extension/messages/messages.ts';
import type { FrameSummary, TabReport } from '../src/extension/messages/reports.ts';
import { watchAccess } from '../src/extension/network/host-access.ts';
import { watchManaged } from '../src/extension/storage/managed.ts';
import { hasMetReader, markNewsSeen } from '../src/extension/storage/news.ts';
import {
  forgetPrivateSettings,
  readSettings,
  updateSettings,
  type Windows,
  watchSettings,
} from '../src/extension/storage/settings.ts';
import { closeStorageToPages } from '../src/extension/storage/stored.ts';
import { keepSync } from '../src/extension/sync/keep-sync.ts';
import { showBadge, showSwitch } from '../src/extension/tabs/badge.ts';
import { createBringIn } from '../src/extension/tabs/bring-in.ts';
import { watchCommands } from '../src/extension/tabs/commands.ts';
import { createMenus, watchFrontTab, watchMenus } from '../src/extension/tabs/menus.ts';
import { setRules, startContent, startPart, targetOf } from '../src/extension/tabs/open-tabs.ts';
import { openSettingsToAdd, openWelcome } from '../src/extension/tabs/own-pages.ts';
import { keepPlaces } from '../src/extension/tabs/places.ts';
import { isRead, reachPage } from '../src/extension/tabs/reach-page.ts';
import { createPageReader } from '../src/extension/tabs/read-pages.ts';
import { reportUnlessRefused } from '../src/extension/tabs/refusal.ts';
import { keepScouts, startScouts } from '../src/extension/tabs/scouts.ts';
import { createTabActions, readMuted, windowsOf } from '../src/extension/tabs/tab-actions.ts';
import { forgetReports, keepReport, readReport } from '../src/extension/tabs/tab-reports.ts';

export default defineBackground({
  type: 'module',
  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of what answers each message and event, which is read from top to bottom
  main() {
    const { signal } = new AbortController();
    void closeStorageToPages();
    const actions = createTabActions({
      on: (site) => i18n.t('say.on', [nameSite(site)]),
      off: (site) => i18n.t('say.off', [nameSite(site)]),
      offEverywhere: () => i18n.t('say.offEverywhere'),
      fixed: () => i18n.t('say.fixed'),
      count: (count) => i18n.t('popup.count', count, [formatNumber(count)]),
    });
    const library = openLibrary(BUNDLED, signal);
    const explain = (ref: EntryRef) => library.explain(ref, i18n.t('card.language'));
    const pages = createPageReader(library);
    const placeOf = keepPlaces(library.noted, signal);
    const gate = createGate(() => performance.now());
    keepScouts(signal);
    void startScouts().catch(console.error);

    handle(
      {
        read: pages.read,
        explain: (_, ref) => explain(ref),
        identify: (_, text) => library.identify(text, i18n.t('card.language')),
        setKnown: async ({ tab }, ref, isKnown) => {
          if (isKnown && !(await explain(ref))) return;
          await updateSettings((settings) => setKnown(settings, ref, isKnown), windowsOf(tab));
        },
        setNotHere: async ({ tab }, ref, isNotHere) => {
          const site = siteOf(tab?.url ?? '');
          if (site === null || (isNotHere && !(await explain(ref)))) return;
          const change = (now: Settings) => setNotHere(now, ref, site, isNotHere);
          await updateSettings(change, windowsOf(tab));
        },
        searchLibrary: (_, query, most) => library.search(query, most, i18n.t('card.language')),
        explainAll: async (_, refs) => {
          const explained = await Promise.all(refs.map(explain));
          return explained.filter((each) => each !== null);
        },
        listFaults: () => library.faults(),
        fetchFirst: async (_, address) => {
          const read = readPackAddress(address);
          return 'address' in read ? fetchFirst(read.address) : fetchFault('unreachable');
        },
        checkSubscription: (_, address) => checkSubscription(address),
        askPlace: ({ tab }) => placeOf(tab),
        askSearchAddress: async ({ tab }) => (await readSettings(windowsOf(tab))).searchAddress,
        report: keepAndShow,
        bringIn: createBringIn({ library, placeOf, report: keepAndShow }),
        loadPart: (sender, part) => startPart(targetOf(sender), part),
        setRules: (sender, areNeeded) => setRules(targetOf(sender), areNeeded),
        async summarise(_, tabId) {
          if (await isRead(tabId)) return nameTerms(await readReport(tabId), library);
          // It reports then, and the popup asks again. Pages that are closed to us stay silent.
          startContent({ tabId, frameIds: [0] }).catch(reportUnlessRefused);
          return null;
        },
      },
      BACKGROUND_DOORS,
      signal,
      gate.mayAsk,
    );

    watchMenus({
      explain: (tabId, frameId, text) =>
        // A page that was left just now cannot answer.
        void reachPage(tabId, frameId, 'explainSelection', text).catch(() => undefined),
      add: (text) => void openSettingsToAdd(text),
      switchSite: (tabId, isOff) => void actions.switchSite(tabId, !isOff),
    });
    watchCommands({
      'next-mention': (tabId) => void actions.step(tabId, 'next'),
      'previous-mention': (tabId) => void actions.step(tabId, 'previous'),
      'switch-site': (tabId) => void actions.switchSite(tabId, null),
      'count-terms': (tabId) => void actions.sayCount(tabId),
    });
    const titles = {
      explain: i18n.t('menu.explain'),
      add: i18n.t('menu.add'),
      siteOff: i18n.t('menu.siteOff'),
    };
    void createMenus(titles).then(actions.tellMenu);
    watchFrontTab(() => void actions.tellMenu());
    watchSettings(() => void actions.tellMenu(), signal, 'private');

    browser.tabs.onRemoved.addListener((tabId) => {
      gate.forget(tabId);
      pages.forget(tabId);
      void forgetReports(tabId);
    });
    browser.windows?.onRemoved.addListener(() => void endPrivateSession());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void greet();
    });

    // The browser may have quit during an import.
    void finishImport().catch(console.error);
    watchManaged(() => void announceLibraryChange(), signal);
    keepSubscriptions(signal);
    keepSync(describeWriter, signal);

    const showIcon = () => void readSettings().then(({ on }) => showSwitch(on));
    showIcon();
    watchSettings(showIcon, signal);
    watchAccess(showIcon, signal);
  },
});

/** Open the welcome page, unless the profile has seen it, as on reloading from a folder. */
async function greet(): Promise<void> {
  if (await hasMetReader()) return;
  await markNewsSeen();
  await openWelcome();
}

/** What own entries that come from another device get here. */
function describeWriter(): Writer {
  return createWriter((key) => i18n.t(key), dayOf(new Date()));
}

function formatNumber(number: number): string {
  return new Intl.NumberFormat(i18n.t('card.language')).format(number);
}

/** Add to a report what pages do not know about entries: long forms and glosses. */
async function nameTerms(report: TabReport | null, library: Library): Promise<TabReport | null> {
  if (!report) return null;
  const refs = report.terms.flatMap(({ ref }) => ref ?? []);
  const lines = await library.describe(refs, i18n.t('card.language'));
  const byRef = new Map(lines.map((line) => [line.ref, line]));
  const terms = report.terms.map((term) => {
    const line = byRef.get(term.ref ?? '');
    if (!line) return term;
    const { kind, long, gloss, lang } = line;
    return { ...term, kind, long, gloss, lang };
  });
  return { ...report, terms };
}

/** Keep the report of a frame, and show it on the toolbar button. */
async function keepAndShow({ tab, frameId }: Sender, summary: FrameSummary): Promise<void> {
  if (tab?.id === undefined) return;
  const whole = await keepReport(tab.id, frameId ?? 0, summary, tab.incognito);
  if (!whole) return;
  const { url, incognito } = tab;
  await showBadge(tab.id, whole, await readMuted({ url, incognito }));
}

async function endPrivateSession(): Promise<void> {
  const windows = await browser.windows.getAll();
  const kinds: Windows[] = windows.map(({ incognito }) => (incognito ? 'private' : 'normal'));
  if (!kinds.includes('private')) await forgetPrivateSettings();
}
