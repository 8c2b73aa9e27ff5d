import { useEffect, useState } from 'preact/hooks';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import type { ReviewTarget } from '../../core/review/review-types.ts';
import type { ListedGlossary } from '../../extension/library/glossary-list.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { isTarget } from './finish-review.ts';
import type { ReviewModel } from './review-model.ts';

interface ReviewBarProps {
  readonly proposals: readonly Proposal[];
  readonly target: ReviewTarget;
  readonly model: Pick<ReviewModel, 'listGlossaries' | 'watchGlossaries'>;
  /** Proposals that can be accepted without looking at each. */
  readonly sure: readonly Proposal[];
  readonly canUndo: boolean;
  readonly onTarget: (target: ReviewTarget) => void;
  readonly onSure: () => void;
  readonly onUndo: () => void;
  readonly onFinish: () => void;
  readonly t: Translate;
}

/** The progress of the review, and the buttons that end it. */
export function ReviewBar(props: ReviewBarProps) {
  const { proposals, target, model, sure, canUndo, onTarget, onSure, onUndo, onFinish, t } = props;
  const format = createNumberFormat(t);
  const done = proposals.filter(({ verdict }) => verdict !== 'open').length;
  const accepted = proposals.filter(({ verdict }) => verdict === 'accepted').length;
  return (
    <div class="bar">
      <div class="progress">
        <label>
          <span aria-live="polite">
            {t('review.progress', [format(done), format(proposals.length)])}
          </span>
          <progress value={done} max={Math.max(1, proposals.length)} />
        </label>
        <p class="keys" aria-hidden="true">
          <kbd>j</kbd> <kbd>k</kbd> {t('review.keyMove')} · <kbd>a</kbd> {t('review.accept')} ·{' '}
          <kbd>r</kbd> {t('review.reject')} · <kbd>e</kbd> {t('review.edit')} · <kbd>m</kbd>{' '}
          {t('review.merge')} · <kbd>u</kbd> {t('settings.undo')}
        </p>
      </div>
      <div class="buttons">
        <button type="button" class="button" disabled={!canUndo} onClick={onUndo}>
          {t('settings.undo')}
        </button>
        <button type="button" class="button" disabled={sure.length === 0} onClick={onSure}>
          {t('review.acceptSure', [format(sure.length)])}
        </button>
        <Target target={target} model={model} onTarget={onTarget} t={t} />
        <button type="button" class="button main" disabled={accepted === 0} onClick={onFinish}>
          {t('review.finish', accepted, [format(accepted)])}
        </button>
      </div>
    </div>
  );
}

/** Value of the option for a new glossary. */
const NEW = '(new)';

function Target({
  target,
  model,
  onTarget,
  t,
}: Pick<ReviewBarProps, 'target' | 'model' | 'onTarget' | 't'>) {
  const targets = useTargets(model);
  const isNew = !('id' in target);
  const isGone =
    targets !== null &&
    !isNew &&
    target.id !== OWN_GLOSSARY &&
    !targets.some(({ id }) => id === target.id);
  return (
    <div class="target">
      <select
        aria-label={t('review.target')}
        aria-invalid={isGone}
        value={isNew ? NEW : target.id}
        onChange={({ currentTarget: { value } }) =>
          onTarget(value === NEW ? { title: t('review.newGlossary') } : { id: value })
        }
      >
        {isGone && (
          <option value={target.id} disabled>
            {t('review.targetChoose')}
          </option>
        )}
        <option value={OWN_GLOSSARY}>{t('settings.ownTitle')}</option>
        {targets?.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value={NEW}>{t('review.targetNew')}</option>
      </select>
      {isNew && (
        <input
          type="text"
          dir="auto"
          aria-label={t('review.targetTitle')}
          value={target.title}
          onInput={(event) => onTarget({ title: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

/** The glossaries to choose from, beside the reader's own and a new one; null until they are listed. */
function useTargets(model: ReviewBarProps['model']): readonly ListedGlossary[] | null {
  const [targets, setTargets] = useState<readonly ListedGlossary[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const list = async () => {
      const found = await model.listGlossaries();
      if (!stop.signal.aborted) setTargets(found.filter(isTarget));
    };
    model.watchGlossaries(() => void list(), stop.signal);
    void list();
    return () => stop.abort();
  }, [model]);
  return targets;
}
