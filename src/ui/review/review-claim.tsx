import { useId } from 'preact/hooks';
import { formatDate } from '../../core/glossary/partial-date.ts';
import type { ProposedClaim } from '../../core/review/proposals.ts';
import type { ItemEdit } from '../../core/review/review-types.ts';
import { eventText } from '../shared/kind-text.ts';
import type { Translate } from '../shared/text.ts';
import { isSaid, plain, Quote } from './review-quote.tsx';

interface ReviewClaimProps {
  readonly proposed: ProposedClaim;
  readonly isEdited: boolean;
  readonly onChange: (change: Omit<ItemEdit, 'id'>) => void;
  readonly t: Translate;
}

/** A dated claim with a check box; its quote is shown below where the wording differs. */
export function ReviewClaim({ proposed, isEdited, onChange, t }: ReviewClaimProps) {
  const { claim, on, text } = proposed;
  const id = useId();
  // A claim of a glossary has one date: use the first.
  const dates = claim.when
    .slice(0, 1)
    .map(({ what, date }) => `${eventText(what, t)} ${formatDate(date, t('card.language'))}`);
  const facts = [...dates, ...(claim.said_by ? [t('card.saidBy', [claim.said_by])] : [])];
  return (
    <li class="claim">
      <label class="tick">
        <input
          type="checkbox"
          id={id}
          checked={on}
          onChange={(event) => onChange({ on: event.currentTarget.checked })}
        />
      </label>
      <div>
        <label for={id} dir="auto">
          {isEdited && on ? <q>{plain(claim.quote)}</q> : text}
        </label>
        {isEdited && on && (
          <textarea
            rows={2}
            dir="auto"
            aria-label={t('review.claimText')}
            value={text}
            onInput={(event) => onChange({ text: event.currentTarget.value })}
          />
        )}
        {facts.length > 0 && <p class="about">{facts.join(' · ')}</p>}
        {!(isEdited && on) && !isSaid(claim.quote, text) && <Quote text={claim.quote} />}
      </div>
    </li>
  );
}
