import { render } from 'preact';
import { i18n } from '#i18n';
import { type FrontTab, findFrontTab, watchReports } from '../../src/extension/front-tab.ts';
import { send, sendToPage, type TermOnPage } from '../../src/extension/messages.ts';
import { readSettings, updateSettings, watchSettings } from '../../src/extension/settings.ts';
import { followPage, type PageSource, readFirst } from '../../src/ui/follow-page.ts';
import { Popup } from '../../src/ui/popup.tsx';
import type { PopupModel } from '../../src/ui/popup-model.ts';

const { t } = i18n;
const root = document.documentElement;
root.lang = t('popup.language');
root.dir = t('popup.direction');
document.title = t('extension.name');
render(<Popup model={await createModel(await findFrontTab())} t={t} />, document.body);

async function createModel(tab: FrontTab | null): Promise<PopupModel> {
  const windows = tab?.windows;
  const source = tab?.site ? pageOf(tab.id) : null;
  const [settings, page] = await Promise.all([
    readSettings(windows),
    source ? readFirst(source) : ({ state: 'unreadable' } as const),
  ]);
  return {
    site: tab?.site ?? null,
    settings,
    page,
    watchSettings: (callback, signal) => watchSettings(callback, signal, windows),
    updateSettings: (change) => updateSettings(change, windows),
    watchPage: (callback, signal) => source && followPage(source, callback, signal),
    listFaults: () => send('listFaults').catch(() => []),
    jump: async (term) => tab !== null && jump(tab.id, term),
    close: () => window.close(),
  };
}

function pageOf(tabId: number): PageSource {
  return {
    read: () => send('summarise', tabId).catch(() => null),
    watch: (callback, signal) => watchReports(tabId, callback, signal),
  };
}

/** A page that has gone, or whose script has, has nowhere to jump to. */
function jump(tabId: number, { ref, name, frameId }: TermOnPage): Promise<boolean> {
  return sendToPage(tabId, frameId, 'jump', { ref, name }).catch(() => false);
}
