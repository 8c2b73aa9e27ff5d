import { render } from 'preact';
import { i18n } from '#i18n';
import { type CardKey, readCardStrings } from '../../src/core/card-strings.ts';
import { cardContentOf, type Explained, ownTermContent } from '../../src/core/explain.ts';
import { writeBrief } from '../../src/core/note.ts';
import { fixedBy } from '../../src/core/policy.ts';
import { type FrontTab, findFrontTab, watchReports } from '../../src/extension/front-tab.ts';
import { readManaged } from '../../src/extension/managed.ts';
import { send, sendToPage, type TermOnPage } from '../../src/extension/messages.ts';
import { hasUnseenNews } from '../../src/extension/news.ts';
import { openSettings } from '../../src/extension/own-pages.ts';
import { readSettings, updateSettings, watchSettings } from '../../src/extension/settings.ts';
import { followPage, type PageSource, readFirst } from '../../src/ui/follow-page.ts';
import { Popup } from '../../src/ui/popup.tsx';
import type { PopupModel } from '../../src/ui/popup-model.ts';

const { t } = i18n;
// A test holds `CardKey` against the locale files; its keys are too many for overloads.
const translate = t as (key: CardKey, values?: string[]) => string;
const strings = readCardStrings((key, values = []) => translate(key, values));
const root = document.documentElement;
root.lang = t('popup.language');
root.dir = t('popup.direction');
document.title = t('extension.name');
render(<Popup model={await createModel(await findFrontTab())} t={t} />, document.body);

async function createModel(tab: FrontTab | null): Promise<PopupModel> {
  const windows = tab?.windows;
  const source = tab?.site ? pageOf(tab.id) : null;
  const [settings, policy, hasNews, page] = await Promise.all([
    readSettings(windows),
    readManaged(),
    hasUnseenNews(),
    source ? readFirst(source) : ({ state: 'unreadable' } as const),
  ]);
  return {
    site: tab?.site ?? null,
    settings,
    page,
    fixed: fixedBy(policy),
    hasNews,
    watchSettings: (callback, signal) => watchSettings(callback, signal, windows),
    updateSettings: (change) => updateSettings(change, windows),
    watchPage: (callback, signal) => source && followPage(source, callback, signal),
    listFaults: () => send('listFaults').catch(() => []),
    jump: async (term) => tab !== null && jump(tab.id, term),
    search: (query) => send('searchLibrary', query).catch(() => []),
    explain: async (ref) => {
      const [explained] = await send('explainAll', [ref]);
      return explained ? describe(explained) : null;
    },
    copyBrief: async (terms) => {
      const about = { title: tab?.title ?? '', address: tab?.address ?? '', date: null };
      await navigator.clipboard.writeText(writeBrief(about, await explainTerms(terms), strings));
    },
    openSettings: (part) => void openSettings(part).then(() => window.close()),
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

/** What the cards of some terms say, in their order. */
async function explainTerms(terms: readonly TermOnPage[]) {
  const explained = await send(
    'explainAll',
    terms.flatMap(({ ref }) => ref ?? []),
  );
  const contents = new Map(explained.map((each) => [each.ref, describe(each)]));
  return terms.flatMap(({ ref, name, long }) => {
    if (ref === null) return ownTermContent(name, long, '', strings);
    return contents.get(ref) ?? [];
  });
}

function describe(explained: Explained) {
  return cardContentOf(explained, { pageDate: null, reason: null, written: '' }, strings);
}
