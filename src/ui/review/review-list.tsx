import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Proposal } from '../../core/review/proposals.ts';
import type { Verdict } from '../../core/review/review-types.ts';
import type { Translate } from '../shared/text.ts';

/** What the current proposal shows: a summary, its fields, or entries to merge it into. */
export type Pane = 'view' | 'edit' | 'merge';

interface ReviewListProps {
  readonly proposals: readonly Proposal[];
  readonly current: Proposal | null;
  readonly onSelect: (proposal: Proposal) => void;
  /** Handles a key pressed while the list has the focus; returns whether the key was used. */
  readonly onKey: (key: string) => boolean;
  /** The unfolded content of the current proposal. */
  readonly body: ComponentChildren;
  readonly t: Translate;
}

/** All proposals as rows; the current one is unfolded. */
export function ReviewList({ proposals, current, onSelect, onKey, body, t }: ReviewListProps) {
  const list = useRef<HTMLUListElement>(null);
  const id = current?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: run when another proposal is selected
  useEffect(() => {
    const row = list.current?.querySelector('[aria-expanded="true"]')?.closest('li');
    row?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the buttons in it
    <div
      class="proposals"
      onKeyDown={(event) => {
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
        if (isPlain && !isTyping(event) && onKey(event.key)) event.preventDefault();
      }}
    >
      <ul ref={list} aria-label={t('review.proposals')}>
        {proposals.map((proposal) => {
          const isOpen = proposal.id === id;
          return (
            <li key={proposal.id} class={`proposal ${proposal.verdict}`}>
              <button
                type="button"
                class="proposal-head"
                data-proposal={proposal.id}
                aria-expanded={isOpen}
                onClick={() => onSelect(proposal)}
              >
                <span class="proposal-name">
                  <bdi class="term-name">{proposal.title}</bdi>{' '}
                  <bdi class="term-long">{proposal.long}</bdi>
                  {!isOpen && proposal.into === null && proposal.gloss !== '' && (
                    <span class="entry-gloss" dir="auto">
                      {proposal.gloss}
                    </span>
                  )}
                </span>
                <span class="state">{stateText(proposal, t)}</span>
              </button>
              {isOpen && body}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Whether a key is typed into a field, where letters are no commands. Escape leaves a field. */
function isTyping({ key, target }: KeyboardEvent): boolean {
  const isField =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox');
  return isField && key !== 'Escape';
}

function stateText({ verdict, into }: Proposal, t: Translate): string {
  const texts: Readonly<Record<Verdict, string>> = {
    open: into === null ? t('review.new') : t('review.newFacts'),
    accepted: t('review.accepted'),
    rejected: t('review.rejected'),
    kept: t('review.kept'),
  };
  return texts[verdict];
}
