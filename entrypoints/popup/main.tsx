import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { writeBrief } from '../../src/core/cards/card-note.ts';
import { readCardStrings, type TranslateCard } from '../../src/core/cards/card-strings.ts';
import { cardContentOf, ownTermContent } from '../../src/core/cards/explain.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { dayOf } from '../../src/core/glossary/partial-date.ts';
import type { Explained } from '../../src/core/library/told.ts';
import { fixedBy } from '../../src/core/settings/policy.ts';
import { send, sendToPage } from '../../src/extension/messages/messages.ts';
import type { TermOnPage } from '../../src/extension/messages/reports.ts';
import { readManaged } from '../../src/extension/storage/managed.ts';
import { hasUnseenNews } from '../../src/extension/storage/news.ts';
import {
  readSettings,
  updateSettings,
  watchSettings,
} from '../../src/extension/storage/settings.ts';
import { askToRead, mayRead, originsOf } from '../../src/extension/tabs/access.ts';
import { type FrontTab, findFrontTab, watchReports } from '../../src/extension/tabs/front-tab.ts';
import { startInTab } from '../../src/extension/tabs/open-tabs.ts';
import { openSettings } from '../../src/extension/tabs/own-pages.ts';
import { followPage, type PageSource, readBy } from '../../src/ui/popup/follow-page.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import type { PageReport, PopupModel } from '../../src/ui/popup/popup-model.ts';

const { t } = i18n;
// A test compares `CardKey` with the locale files; it has too many keys for overloads.
const readStrings = () => readCardStrings(t as TranslateCard);
const UNREADABLE: PageReport = { state: 'unreadable' };
const WITHHELD: PageReport = { state: 'withheld' };
const PDF: PageReport = { state: 'pdf' };
const root = document.documentElement;
root.lang = t('popup.language');
root.dir = t('popup.direction');
document.title = t('extension.name');
render(<Popup model={await createModel()} t={t} />, document.body);

async function createModel(): Promise<PopupModel> {
  // All questions are asked at once. The switches wait only for settings, not for the page.
  const front = findFrontTab();
  const access = front.then((found) => !found?.site || mayRead(originsOf(found.site)));
  const first = Promise.all([front, access]).then(([found, isOpen]) => {
    // A question about a page that is withheld would have it read at once.
    return isOpen ? (sourceOf(found)?.read() ?? UNREADABLE) : WITHHELD;
  });
  const stored = Promise.all([front, readSettings(), readManaged(), hasUnseenNews(), access]);
  const known = await readBy(first, stored);
  const [tab, usual, policy, hasNews, isOpen] = await stored;
  const page = isOpen ? known : WITHHELD;
  const windows = tab?.windows;
  const settings = windows === 'private' ? await readSettings(windows) : usual;
  const source = sourceOf(tab);
  return {
    site: tab?.site ?? null,
    settings,
    page,
    fixed: fixedBy(policy),
    hasNews,
    watchSettings: (callback, signal) => watchSettings(callback, signal, windows),
    updateSettings: (change) => updateSettings(change, windows),
    letRead: async (howLong) => {
      if (!tab?.site) return false;
      if (howLong === 'always') return askToRead(originsOf(tab.site));
      await startInTab(tab.id);
      return true;
    },
    watchPage: (callback, signal) => source && followPage(source, callback, signal),
    // Where the background is away, the popup shows what it knows by itself.
    listFaults: () => send('listFaults').catch(() => []),
    jump: async (term) => tab !== null && jump(tab.id, term),
    search: (query, most) =>
      send('searchLibrary', query, most).catch(() => ({ lines: [], count: 0 })),
    explain: async (ref) => {
      const [explained] = await send('explainAll', [ref]);
      return explained ? describe(explained) : null;
    },
    copyBrief: async (terms) => {
      const { readAbout } = await import('../../src/extension/tabs/take-article.ts');
      const said = tab && (await readAbout(tab.id));
      const date = said?.published ?? null;
      const title = said?.title ?? tab?.title ?? '';
      const contents = await explainTerms(terms, date);
      const page = { title, address: tab?.address ?? '', date };
      await navigator.clipboard.writeText(writeBrief(page, contents, readStrings()));
    },
    gatherTerms: (terms) => gatherTerms(tab, terms),
    // Loaded when needed: it and its validation are not needed to open the popup.
    addArticle:
      tab &&
      (async () => (await import('../../src/extension/tabs/take-article.ts')).takeArticle(tab)),
    openSettings: (part) => void openSettings(part).then(() => window.close()),
    close: () => window.close(),
  };
}

/** Make a glossary of some terms of a tab's page; what makes it is loaded when needed. */
async function gatherTerms(tab: FrontTab | null, terms: readonly TermOnPage[]): Promise<Glossary> {
  const { readAbout } = await import('../../src/extension/tabs/take-article.ts');
  const { gatherPage } = await import('../../src/ui/popup/gather-page.ts');
  const said = tab && (await readAbout(tab.id));
  const refs = terms.flatMap(({ ref }) => ref ?? []);
  const title = said?.title ?? tab?.title ?? '';
  return gatherPage(terms, await send('explainAll', refs), {
    title: t('popup.termsOf', [title]),
    source: {
      title,
      publisher: said?.publisher ?? tab?.site ?? '',
      published: said?.published ?? '',
      url: tab?.address ?? '',
    },
    undated: t('popup.pageUndated'),
    today: dayOf(new Date()),
  });
}

/** The source of a tab's report; null if our scripts cannot run there. */
function sourceOf(tab: FrontTab | null): PageSource | null {
  if (!tab?.site) return null;
  const { id } = tab;
  return {
    read: async () => {
      // The background is away: the page counts as not read yet, and is asked for again.
      const report = await send('summarise', id).catch(() => null);
      // The PDF viewer is a page too, but without text that we can read.
      return report?.state === 'left' && (await isPdf(id)) ? PDF : report;
    },
    watch: (callback, signal) => watchReports(id, callback, signal),
  };
}

async function isPdf(tabId: number): Promise<boolean> {
  const func = () => document.contentType;
  const target = { tabId };
  // Browsers refuse their own pages and stores.
  const answers = await browser.scripting.executeScript({ target, func }).catch(() => []);
  return answers[0]?.result === 'application/pdf';
}

/** Jump to a term on the page. Gives false if the page or its script is gone. */
function jump(tabId: number, { ref, name, frameId }: TermOnPage): Promise<boolean> {
  return sendToPage(tabId, frameId, 'jump', { ref, name }).catch(() => false);
}

/** The card contents of some terms, in the order of the terms. */
async function explainTerms(terms: readonly TermOnPage[], pageDate: string | null) {
  const explained = await send(
    'explainAll',
    terms.flatMap(({ ref }) => ref ?? []),
  );
  const strings = readStrings();
  const contents = new Map(explained.map((each) => [each.ref, describe(each, pageDate)]));
  return terms.flatMap(({ ref, name, reason }) => {
    if (ref === null) return ownTermContent(name, reason, '', strings);
    return contents.get(ref) ?? [];
  });
}

function describe(explained: Explained, pageDate: string | null = null) {
  return cardContentOf(explained, { pageDate, reason: null, written: '' }, readStrings());
}
