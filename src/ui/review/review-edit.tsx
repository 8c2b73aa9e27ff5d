import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { KINDS } from '../../core/glossary/glossary.ts';
import type { ReviewFault } from '../../core/review/build-glossary.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import type { ClaimEdit, Edit } from '../../core/review/review-types.ts';
import { kindText } from '../shared/kind-text.ts';
import { Labelled } from '../shared/labelled.tsx';
import type { Translate } from '../shared/text.ts';
import { Quote } from './review-quote.tsx';

interface ReviewEditProps {
  readonly proposal: Proposal;
  readonly faults: readonly ReviewFault[];
  readonly onEdit: (edit: Edit) => void;
  readonly onItem: (list: 'names' | 'claims', item: ClaimEdit) => void;
  readonly t: Translate;
}

/** The fields of a proposal. An entry of the library keeps its own explanation and kind. */
export function ReviewEdit({ proposal, faults, onEdit, onItem, t }: ReviewEditProps) {
  const { names, gloss, glossFrom, kind, into } = proposal;
  const id = useId();
  const form = useRef<HTMLDivElement>(null);
  // At once, not after the next frame: until then a letter that is typed would be a command.
  useLayoutEffect(() => {
    const item = form.current?.closest('.item-body');
    const wrong = item?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector<HTMLElement>('textarea, input'))?.focus();
  }, []);
  const hasLong = names.some(({ name }) => name.role === 'long');
  return (
    <div class="item-form" ref={form}>
      {into === null && (
        <Labelled id={`${id}-gloss`} label={t('settings.ownGloss')}>
          <textarea
            id={`${id}-gloss`}
            rows={3}
            dir="auto"
            value={gloss}
            aria-invalid={faults.includes('gloss')}
            aria-describedby={`${id}-gloss-fault`}
            onInput={(event) => onEdit({ gloss: event.currentTarget.value })}
          />
          <p class="bad" id={`${id}-gloss-fault`} role="status">
            {faults.includes('gloss') && t('review.needsGloss')}
          </p>
          {glossFrom && <Quote text={glossFrom.quote} />}
        </Labelled>
      )}
      {into === null && (
        <Labelled id={`${id}-kind`} label={t('settings.ownKind')}>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={(event) => onEdit({ kind: event.currentTarget.value as typeof kind })}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {kindText(each, t)}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <fieldset>
        <legend>{t('review.names')}</legend>
        {faults.includes('names') && <p class="bad">{t('review.needsName')}</p>}
        <ul>
          {names.map((each) => (
            <li key={each.id} class="name-row">
              <label class="tick">
                <input
                  type="checkbox"
                  aria-label={t('review.takeName', [each.name.text])}
                  checked={each.on}
                  onChange={(event) =>
                    onItem('names', { id: each.id, on: event.currentTarget.checked })
                  }
                />
              </label>
              <input
                type="text"
                dir="auto"
                aria-label={t('review.nameText', [each.name.text])}
                value={each.text}
                onInput={(event) =>
                  onItem('names', { id: each.id, text: event.currentTarget.value })
                }
              />
            </li>
          ))}
        </ul>
      </fieldset>
      {!hasLong && (
        <Labelled id={`${id}-long`} label={t('settings.ownLong')} aside={t('settings.optional')}>
          <input
            id={`${id}-long`}
            type="text"
            dir="auto"
            value={proposal.longByHand}
            onInput={(event) => onEdit({ long: event.currentTarget.value })}
          />
        </Labelled>
      )}
    </div>
  );
}
