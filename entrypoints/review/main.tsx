import { render } from 'preact';
import { i18n } from '#i18n';
import type { EntryRef } from '../../src/core/glossary/entry-ref.ts';
import { dayOf } from '../../src/core/glossary/partial-date.ts';
import { listAllGlossaries } from '../../src/extension/library/glossary-list.ts';
import { changeGlossary } from '../../src/extension/library/glossary-store.ts';
import { watchLibrary } from '../../src/extension/library/library-revision.ts';
import { watchSubscriptions } from '../../src/extension/library/subscription-store.ts';
import { send } from '../../src/extension/messages/messages.ts';
import {
  putReview,
  readReview,
  removeReview,
  saveReviewHead,
} from '../../src/extension/storage/review-store.ts';
import { openSettings } from '../../src/extension/tabs/own-pages.ts';
import type { ReviewModel } from '../../src/ui/review/review-model.ts';
import { ReviewPage } from '../../src/ui/review/review-page.tsx';
import { createDrafter } from './draft-beside.ts';

/** The most entries offered to choose from: to find another, the reader types more letters. */
const MOST_HITS = 20;

/** The most names looked up at once. */
const NAMES_AT_A_TIME = 100;

const { t } = i18n;
const root = document.documentElement;
root.lang = t('popup.language');
root.dir = t('popup.direction');
// Where storage cannot be read, the page says that there is nothing to review.
const review = await readReview(location.hash.slice(1)).catch(() => null);
document.title = `${review?.source.title || t('review.kicker')} – ${t('extension.name')}`;

const explainAll = (refs: readonly EntryRef[]) => send('explainAll', refs);

const model: ReviewModel = {
  review,
  draft: createDrafter(),
  async findNamed(names) {
    const refs = new Set<EntryRef>();
    for (let from = 0; from < names.length; from += NAMES_AT_A_TIME) {
      const some = names.slice(from, from + NAMES_AT_A_TIME);
      const found = await Promise.all(some.map((name) => send('identify', name.slice(0, 200))));
      for (const { ref } of found.flat()) refs.add(ref);
    }
    return explainAll([...refs]);
  },
  explain: async (ref) => (await explainAll([ref]))[0] ?? null,
  search: async (query) => (await send('searchLibrary', query, MOST_HITS)).lines,
  listGlossaries: listAllGlossaries,
  watchGlossaries(callback, signal) {
    watchLibrary(callback, signal);
    watchSubscriptions(callback, signal);
  },
  changeGlossary,
  save: saveReviewHead,
  remove: removeReview,
  putBack: putReview,
  openSettings: (part) => void openSettings(part),
  today: dayOf(new Date()),
};
render(<ReviewPage model={model} t={t} />, document.body);
// Another review in the same tab needs a fresh page.
addEventListener('hashchange', () => location.reload());
