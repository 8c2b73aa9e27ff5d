import { useEffect, useState } from 'preact/hooks';
import type { Review } from '../../core/review/review-types.ts';
import { keepFocus } from '../shared/kept-focus.ts';
import { useNotices } from '../shared/notices.tsx';
import type { Translate } from '../shared/text.ts';
import type { ReviewModel } from './review-model.ts';
import { ReviewScreen } from './review-screen.tsx';

interface ReviewPageProps {
  readonly model: ReviewModel;
  readonly t: Translate;
}

/** A text under review, or, once the review has ended, the outcome. */
export function ReviewPage({ model, t }: ReviewPageProps) {
  const [{ review, turn }, open] = useState({ review: model.review, turn: 0 });
  const { tell, attempt, notice } = useNotices(t);
  useEffect(() => {
    const stop = new AbortController();
    keepFocus(document.body, stop.signal);
    return () => stop.abort();
  }, []);
  /** Start anew with another state of the review; no proposal is selected. */
  const show = (next: Review | null) => open({ review: next, turn: turn + 1 });
  const discard = (gone: Review) =>
    attempt(async () => {
      await model.remove(gone.id);
      show(null);
      const restore = async () => {
        await model.putBack(gone);
        open({ review: gone, turn: turn + 2 });
      };
      tell(t('review.discarded'), () => void attempt(restore));
    });
  return (
    <>
      {review ? (
        <ReviewScreen
          key={turn}
          model={model}
          start={review}
          onDiscard={(gone) => void discard(gone)}
          onReopen={show}
          tell={tell}
          attempt={attempt}
          t={t}
        />
      ) : (
        <main class="over">
          <p class="kicker">{t('extension.name')}</p>
          <h1>{t('review.overTitle')}</h1>
          <p>{t('review.over')}</p>
          <button type="button" class="button" onClick={() => model.openSettings('texts')}>
            {t('popup.settings')}
          </button>
        </main>
      )}
      {notice}
    </>
  );
}
