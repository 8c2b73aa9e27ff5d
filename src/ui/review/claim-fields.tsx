import { useId } from 'preact/hooks';
import type { TextSource } from '../../core/articles/text-source.ts';
import { CAPS } from '../../core/glossary/caps.ts';
import { EVENTS } from '../../core/glossary/glossary.ts';
import { formatDate } from '../../core/glossary/partial-date.ts';
import {
  type DateFault,
  findDateFault,
  type ProposedClaim,
} from '../../core/review/proposed-claims.ts';
import type { ClaimEdit } from '../../core/review/review-types.ts';
import { eventText } from '../shared/kind-text.ts';
import { Labelled } from '../shared/labelled.tsx';
import type { Translate } from '../shared/text.ts';
import { describeSource, SourceFields } from './source-fields.tsx';

export interface ClaimFieldsProps {
  readonly proposed: ProposedClaim;
  /** The source of the text. */
  readonly source: TextSource;
  /** Whether accepting was tried and refused: then what is wrong is said. */
  readonly isRefused: boolean;
  readonly onChange: (change: Omit<ClaimEdit, 'id'>) => void;
  readonly t: Translate;
}

/** All that a claim says: its words, what happened when, who says so, and where. */
export function ClaimFields(props: ClaimFieldsProps) {
  const { proposed, isRefused, onChange, t } = props;
  const { text, by, asOf } = proposed;
  const id = useId();
  const fault = isRefused ? findDateFault(proposed) : null;
  const isWordless = isRefused && (text.trim() === '' || text.length > CAPS.claim);
  return (
    <div class="claim-form">
      <textarea
        rows={2}
        dir="auto"
        aria-label={t('review.claimText')}
        aria-invalid={isWordless}
        value={text}
        onInput={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div class="claim-fields">
        <EventFields {...props} fault={fault} faultId={`${id}-fault`} />
        <Labelled id={`${id}-by`} label={t('review.claimBy')}>
          <input
            id={`${id}-by`}
            type="text"
            dir="auto"
            maxLength={CAPS.label}
            placeholder={t('review.textItself')}
            value={by}
            onInput={(event) => onChange({ by: event.currentTarget.value })}
          />
        </Labelled>
      </div>
      <p class="bad" id={`${id}-fault`} role="status">
        {fault === 'dateForm' && t('review.dateForm')}
        {fault === 'dateAhead' &&
          t('review.dateAhead', [formatDate(asOf ?? '', t('card.language'))])}
      </p>
      <SourceChoice {...props} />
    </div>
  );
}

interface EventFieldsProps extends ClaimFieldsProps {
  readonly fault: DateFault | null;
  /** The id of the element that tells the fault. */
  readonly faultId: string;
}

/** What happened, and when. */
function EventFields({ proposed: { when }, fault, faultId, onChange, t }: EventFieldsProps) {
  const id = useId();
  return (
    <>
      <Labelled id={`${id}-what`} label={t('review.claimEvent')}>
        <select
          id={`${id}-what`}
          value={when?.what ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ what: EVENTS.find((each) => each === value) ?? null })
          }
        >
          <option value="">{t('review.noEvent')}</option>
          {EVENTS.map((each) => (
            <option key={each} value={each}>
              {eventText(each, t)}
            </option>
          ))}
        </select>
      </Labelled>
      {when !== null && (
        <Labelled id={`${id}-date`} label={t('review.claimDate')}>
          <input
            id={`${id}-date`}
            type="text"
            placeholder={t('review.dateExample')}
            aria-invalid={fault !== null}
            aria-describedby={faultId}
            value={when.date}
            onInput={(event) => onChange({ date: event.currentTarget.value })}
          />
        </Labelled>
      )}
    </>
  );
}

const NOTHING = { publisher: '', title: '', published: null };

/** Where the claim is from: the text, or what the reader names in its place. */
function SourceChoice({ proposed: { from }, source, onChange, t }: ClaimFieldsProps) {
  if (from === null) {
    return (
      <p class="source-line">
        <span dir="auto">{t('review.claimSource', [describeSource(source, t)])}</span>
        <button type="button" class="link" onClick={() => onChange({ from: NOTHING })}>
          {t('review.otherSource')}
        </button>
      </p>
    );
  }
  return (
    <fieldset class="claim-source">
      <legend>{t('review.otherSource')}</legend>
      <SourceFields source={from} onChange={(next) => onChange({ from: next })} t={t} />
      <button type="button" class="link" onClick={() => onChange({ from: null })}>
        {t('review.sourceText')}
      </button>
    </fieldset>
  );
}
