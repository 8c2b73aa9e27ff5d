import { render } from 'preact';
import { i18n } from '#i18n';
import { readCardStrings, type TranslateCard } from '../../src/core/cards/card-strings.ts';
import type { EntryRef } from '../../src/core/glossary/entry-ref.ts';
import { dayOf } from '../../src/core/glossary/partial-date.ts';
import { nameEntry } from '../../src/core/library/library-answers.ts';
import { writeBackup } from '../../src/core/packs/backup.ts';
import { fixedBy } from '../../src/core/settings/policy.ts';
import { dropGlossary } from '../../src/extension/library/deeds.ts';
import {
  listAllGlossaries,
  readAnyGlossary,
  switchGlossary,
} from '../../src/extension/library/glossary-list.ts';
import { changeGlossary, readContents } from '../../src/extension/library/glossary-store.ts';
import { applyImport } from '../../src/extension/library/import.ts';
import { hasLeftAlone } from '../../src/extension/library/left-alone.ts';
import { watchLibrary } from '../../src/extension/library/library-revision.ts';
import { sha256 } from '../../src/extension/library/sha256.ts';
import { send } from '../../src/extension/messages/messages.ts';
import { readManaged } from '../../src/extension/storage/managed.ts';
import { currentVersion, hasUnseenNews, markNewsSeen } from '../../src/extension/storage/news.ts';
import {
  keepReview,
  listReviews,
  putReview,
  readReview,
  removeReview,
} from '../../src/extension/storage/review-store.ts';
import { countSeen, forgetSeen } from '../../src/extension/storage/seen.ts';
import {
  readSettings,
  readStoredSettings,
  updateSettings,
  watchSettings,
} from '../../src/extension/storage/settings.ts';
import { openReview } from '../../src/extension/tabs/own-pages.ts';
import { leavePrivateWindow, takeTermToAdd } from '../../src/extension/tabs/this-tab.ts';
import { SettingsPage } from '../../src/ui/settings/settings-page.tsx';
import type { NamedRef, SettingsModel } from '../../src/ui/shared/settings-model.ts';
import { drawEntry } from './draw-entry.ts';
import { readBeside } from './read-beside.ts';
import { createSubscriptionsModel } from './subscriptions-model.ts';
import { createSyncModel } from './sync-model.ts';
import { tryOut } from './try-out.ts';

const { t } = i18n;
// A test compares `CardKey` with the locale files; it has too many keys for overloads.
const strings = readCardStrings(t as TranslateCard);
const root = document.documentElement;
root.lang = t('popup.language');
root.dir = t('popup.direction');
document.title = `${t('settings.title')} – ${t('extension.name')}`;
if (!(await leavePrivateWindow())) {
  render(<SettingsPage model={await createModel()} t={t} />, document.body);
}
// Another term to add, such as a second selection, needs a fresh page.
addEventListener('hashchange', () => location.hash.startsWith('#add=') && location.reload());

/** Without the background no entry is named, and the lists show ids. */
async function nameEntries(refs: readonly EntryRef[]): Promise<NamedRef[]> {
  const explained = refs.length > 0 ? await send('explainAll', refs).catch(() => []) : [];
  return explained.map(({ ref, entry }) => ({ ref, name: nameEntry(entry) }));
}

async function createModel(): Promise<SettingsModel> {
  const [settings, policy, hasNews, termToAdd] = await Promise.all([
    readSettings(),
    readManaged(),
    hasUnseenNews(),
    takeTermToAdd(location.hash),
  ]);
  return {
    settings,
    fixed: fixedBy(policy),
    watchSettings,
    updateSettings,
    listGlossaries: listAllGlossaries,
    watchGlossaries: watchLibrary,
    readGlossary: readAnyGlossary,
    changeGlossary,
    removeGlossary: dropGlossary,
    setGlossaryOn: switchGlossary,
    hasLeftAlone,
    countSeen,
    forgetSeen,
    nameEntries,
    drawEntry: (root, explained, explain) => drawEntry(root, explained, explain, strings),
    tryOut,
    texts: {
      // Loaded when needed: few files are web pages.
      readHtml: async (html) => (await import('./read-html.ts')).readHtml(html),
      async startReviews(reads) {
        const ids: string[] = [];
        for (const read of reads) ids.push(await keepReview(read));
        const [only] = ids;
        if (only !== undefined && ids.length === 1) await openReview(only);
      },
      listReviews,
      openReview: (id) => void openReview(id),
      async removeReview(id) {
        const review = await readReview(id);
        await removeReview(id);
        return async () => {
          if (review) await putReview(review);
        };
      },
    },
    subscriptions: createSubscriptionsModel(),
    sync: createSyncModel(),
    digest: sha256,
    async writeBackup() {
      const [stored, contents, listed] = await Promise.all([
        readStoredSettings(),
        readContents(),
        listAllGlossaries(),
      ]);
      // An administrator's glossaries come back by themselves, and no file can replace them.
      const managed = new Set(listed.filter((it) => it.origin === 'managed').map(({ id }) => id));
      const own = contents.filter(({ id }) => !managed.has(id));
      return writeBackup(stored, own, new Date());
    },
    readForeign: readBeside,
    applyImport,
    version: currentVersion(),
    hasNews,
    markNewsSeen: () => void markNewsSeen(),
    termToAdd,
    today: dayOf(new Date()),
  };
}
