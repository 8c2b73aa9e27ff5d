import type { ComponentChildren } from 'preact';
import type { TextSource } from '../../core/articles/text-source.ts';
import type { ReviewFault } from '../../core/review/build-glossary.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import type { ProposedClaim } from '../../core/review/proposed-claims.ts';
import type { ClaimEdit, Edit } from '../../core/review/review-types.ts';
import { kindText } from '../shared/kind-text.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { ReviewClaim } from './review-claim.tsx';
import { ReviewEdit } from './review-edit.tsx';
import type { Pane } from './review-list.tsx';
import { isSaid, Quote } from './review-quote.tsx';

/** The actions on the current proposal. */
export interface ItemActions {
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onPane: (pane: Pane) => void;
  readonly onEdit: (edit: Edit) => void;
  readonly onItem: (list: 'names' | 'claims', item: ClaimEdit) => void;
}

interface ReviewItemProps {
  readonly proposal: Proposal;
  /** The source of the text. */
  readonly source: TextSource;
  /** The name of the entry that it is merged into; empty for a new entry. */
  readonly intoName: string;
  /** Why it cannot be accepted; empty until accepting was tried. */
  readonly faults: readonly ReviewFault[];
  readonly isEdited: boolean;
  readonly actions: ItemActions;
  /** The list in which the entry to merge into is chosen, while it is open. */
  readonly merge: ComponentChildren;
  readonly t: Translate;
}

/** The current proposal: its names and explanation, what the text says, and the actions. */
export function ReviewItem(props: ReviewItemProps) {
  const { proposal, source, intoName, faults, isEdited, actions, merge, t } = props;
  const { names, gloss, glossFrom, into, claims } = proposal;
  // Leave out the claim that is already shown as the explanation.
  const facts = claims.filter(({ claim, on }) => on || into !== null || claim !== glossFrom);
  const main = facts.filter(({ claim, on }) => claim.form !== 'mentions' || on);
  const others = facts.filter((each) => !main.includes(each));
  const aliases = names.filter(({ on, text }) => {
    return on && text !== proposal.title && text !== proposal.long;
  });
  const list = (shown: readonly ProposedClaim[]) => (
    <ul class="claims">
      {shown.map((each) => (
        <ReviewClaim
          key={each.id}
          proposed={each}
          isEdited={isEdited}
          source={source}
          isRefused={faults.length > 0}
          onChange={(change) => actions.onItem('claims', { id: each.id, ...change })}
          t={t}
        />
      ))}
    </ul>
  );
  return (
    <div class="item-body">
      <p class="about">
        {into === null
          ? t('review.newEntry', [kindText(proposal.kind, t)])
          : t('review.knownEntry', [intoName])}
      </p>
      <Doubts proposal={proposal} t={t} />
      {isEdited ? (
        <ReviewEdit
          proposal={proposal}
          faults={faults}
          onEdit={actions.onEdit}
          onItem={actions.onItem}
          t={t}
        />
      ) : (
        into === null && (
          <>
            {aliases.length > 0 && (
              <p class="about">
                {t('review.aliases', [aliases.map(({ text }) => text).join(', ')])}
              </p>
            )}
            {gloss !== '' && (
              <p class="gloss" dir="auto">
                {gloss}
              </p>
            )}
            {glossFrom && !isSaid(glossFrom.quote, gloss) && <Quote text={glossFrom.quote} />}
          </>
        )
      )}
      {!isEdited && faults.includes('gloss') && <p class="bad">{t('review.needsGloss')}</p>}
      {faults.includes('claims') && <p class="bad">{t('review.needsClaim')}</p>}
      {main.length > 0 && (
        <>
          <h2>{t('review.facts')}</h2>
          {list(main)}
        </>
      )}
      {others.length > 0 && (
        <details open={main.length === 0 && glossFrom === null}>
          <summary>
            {t('review.mentions', others.length, [createNumberFormat(t)(others.length)])}
          </summary>
          {list(others)}
        </details>
      )}
      {merge}
      <div class="buttons">
        <Action name={t('review.accept')} letter="a" isMain onPress={actions.onAccept} />
        <Action name={t('review.reject')} letter="r" onPress={actions.onReject} />
        <Action
          name={isEdited ? t('review.edited') : t('review.edit')}
          letter="e"
          onPress={() => actions.onPane(isEdited ? 'view' : 'edit')}
        />
        <Action name={t('review.merge')} letter="m" onPress={() => actions.onPane('merge')} />
      </div>
    </div>
  );
}

/** Reasons to doubt a proposal, such as contradicting dates or other meanings. */
function Doubts({ proposal: { entry, known }, t }: Pick<ReviewItemProps, 'proposal' | 't'>) {
  const dates = entry.conflicts.flatMap((conflict) => conflict.dates);
  const doubts = [
    entry.undefined && known === null && t('review.undefined'),
    known?.by === 'letters' && t('review.byLetters'),
    dates.length > 0 && t('review.conflict', [dates.join(', ')]),
    entry.rivals.length > 0 && t('review.rivals'),
  ];
  return doubts.map((doubt) => doubt && <p class="warn">{doubt}</p>);
}

interface ActionProps {
  readonly name: string;
  readonly letter: string;
  readonly isMain?: boolean;
  readonly onPress: () => void;
}

function Action({ name, letter, isMain = false, onPress }: ActionProps) {
  return (
    <button
      type="button"
      class={isMain ? 'button main' : 'button'}
      aria-keyshortcuts={letter}
      data-key={letter}
      onClick={onPress}
    >
      {name}
    </button>
  );
}
