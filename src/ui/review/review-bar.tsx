import { useEffect, useState } from 'preact/hooks';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import type { ReviewTarget } from '../../core/review/review-types.ts';
import type { ListedGlossary } from '../../extension/library/glossary-list.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';

interface ReviewBarProps {
  readonly proposals: readonly Proposal[];
  readonly target: ReviewTarget;
  readonly list: () => Promise<readonly ListedGlossary[]>;
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
  const { proposals, target, list, sure, canUndo, onTarget, onSure, onUndo, onFinish, t } = props;
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
        <Target target={target} list={list} onTarget={onTarget} t={t} />
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
  list,
  onTarget,
  t,
}: Pick<ReviewBarProps, 'target' | 'list' | 'onTarget' | 't'>) {
  const [glossaries, setGlossaries] = useState<readonly ListedGlossary[]>([]);
  useEffect(() => void list().then(setGlossaries), [list]);
  const added = glossaries.filter(({ origin, id }) => origin === 'added' && id !== OWN_GLOSSARY);
  const isNew = !('id' in target);
  return (
    <div class="target">
      <select
        aria-label={t('review.target')}
        value={isNew ? NEW : target.id}
        onChange={({ currentTarget: { value } }) =>
          onTarget(value === NEW ? { title: t('review.newGlossary') } : { id: value })
        }
      >
        <option value={OWN_GLOSSARY}>{t('settings.ownTitle')}</option>
        {added.map(({ id, title }) => (
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
