import { useId } from 'preact/hooks';
import { formatDate } from '../../core/glossary/partial-date.ts';
import { isDate, type ProposedClaim } from '../../core/review/proposed-claims.ts';
import { eventText } from '../shared/kind-text.ts';
import type { Translate } from '../shared/text.ts';
import { ClaimFields, type ClaimFieldsProps } from './claim-fields.tsx';
import { isSaid, plain, Quote } from './review-quote.tsx';
import { describeSource } from './source-fields.tsx';

interface ReviewClaimProps extends ClaimFieldsProps {
  readonly isEdited: boolean;
}

/** A dated claim with a check box; its quote is shown below where the wording differs. */
export function ReviewClaim({ isEdited, ...fields }: ReviewClaimProps) {
  const { proposed, onChange, t } = fields;
  const { claim, on, text } = proposed;
  const id = useId();
  const facts = factsOf(proposed, t);
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
        {isEdited && on ? (
          <ClaimFields {...fields} />
        ) : (
          facts.length > 0 && <p class="about">{facts.join(' · ')}</p>
        )}
        {!(isEdited && on) && !isSaid(claim.quote, text) && <Quote text={claim.quote} />}
      </div>
    </li>
  );
}

/** What happened when, who says so, and where, if not in the text. A wrong date is shown as typed. */
function factsOf(proposed: ProposedClaim, t: Translate): string[] {
  const { when, by, from } = proposed;
  const date = when && (isDate(when.date) ? formatDate(when.date, t('card.language')) : when.date);
  return [
    ...(when ? [`${eventText(when.what, t)} ${date}`] : []),
    ...(by.trim() === '' ? [] : [t('card.saidBy', [by.trim()])]),
    ...(from ? [describeSource(from, t)] : []),
  ];
}
