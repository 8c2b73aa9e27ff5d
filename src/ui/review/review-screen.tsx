import type { Proposal } from '../../core/review/proposals.ts';
import { PROPOSAL, type Review } from '../../core/review/review-types.ts';
import type { Translate } from '../shared/text.ts';
import { ReviewBar } from './review-bar.tsx';
import { ReviewItem } from './review-item.tsx';
import { ReviewList } from './review-list.tsx';
import { ReviewMerge } from './review-merge.tsx';
import { ReviewSource } from './review-source.tsx';
import { ReviewText } from './review-text.tsx';
import { focusHead, type HandOptions, useHand } from './use-hand.ts';

interface ReviewScreenProps extends HandOptions {
  readonly onDiscard: (review: Review) => void;
}

/** The review: the text with the proposals beside it. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its acts share the state that the screen shows
export function ReviewScreen(props: ReviewScreenProps) {
  const { model, onDiscard, t } = props;
  const { open, hand, current, take, actionsFor, ...acts } = useHand(props);
  const { review, draft, proposals, idle } = open;
  return (
    <>
      <header class="masthead">
        <p class="kicker">{t('review.kicker')}</p>
        <h1 dir="auto">{review.source.title || t('review.untitled')}</h1>
        <ReviewSource
          source={review.source}
          claimed={review.claimed}
          onChange={open.setSource}
          t={t}
        />
        <button type="button" class="link discard" onClick={() => onDiscard(review)}>
          {t('review.discard')}
        </button>
      </header>
      <main class="review">
        <ReviewText
          text={review.text}
          entries={draft?.entries ?? []}
          proposals={proposals}
          current={current}
          follows={hand.follows}
          onPoint={(id, isPressed) => {
            if (!proposals.some((each) => each.id === id)) return;
            // While a proposal is being edited, a passing pointer must not select another one.
            if (!isPressed && hand.pane !== 'view') return;
            take(id, { follows: false });
            if (isPressed) focusHead(id);
          }}
          t={t}
        />
        <section class="side" aria-label={t('review.proposals')}>
          {!draft && (
            <p class="hint" role="status">
              {t('review.reading')}
            </p>
          )}
          {draft && proposals.length === 0 && <p class="hint">{t('review.nothing')}</p>}
          <ReviewList
            proposals={proposals}
            current={current}
            onSelect={({ id }) => take(id)}
            onKey={acts.onKey}
            body={
              current && (
                <ReviewItem
                  proposal={current}
                  source={review.source}
                  intoName={nameInto(current, proposals, t)}
                  faults={hand.faults}
                  isEdited={hand.pane === 'edit'}
                  actions={actionsFor(current)}
                  merge={
                    hand.pane === 'merge' && (
                      <ReviewMerge
                        proposal={current}
                        others={proposals}
                        search={model.search}
                        onPick={(into) => acts.merge(current, into)}
                        onClose={() => acts.go(current.id)}
                        t={t}
                      />
                    )
                  }
                  t={t}
                />
              )
            }
            t={t}
          />
          {idle.length > 0 && (
            <p class="hint idle">
              {t('review.idle', [[...new Set(idle.map(({ title }) => title))].join(', ')])}
            </p>
          )}
        </section>
      </main>
      <footer>
        {open.unsaved && (
          <p class="bad" role="status">
            {open.unsaved === 'gone' ? t('review.gone') : t('popup.unsaved')}
          </p>
        )}
        <ReviewBar
          proposals={proposals}
          target={review.target}
          model={model}
          sure={acts.sure}
          canUndo={open.canUndo}
          onTarget={open.setTarget}
          onSure={acts.acceptSure}
          onUndo={acts.undo}
          onFinish={() => void acts.finish()}
          t={t}
        />
      </footer>
    </>
  );
}

/** The name of the entry that a proposal is merged into. */
function nameInto({ into, known }: Proposal, all: readonly Proposal[], t: Translate): string {
  if (into?.startsWith(PROPOSAL)) {
    return all.find(({ id }) => id === into.slice(PROPOSAL.length))?.title ?? t('review.inText');
  }
  return known?.told.entry.names[0]?.text ?? '';
}
