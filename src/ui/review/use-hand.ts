import { useEffect, useState } from 'preact/hooks';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import { checkSource, findFaults, type ReviewFault } from '../../core/review/build-glossary.ts';
import { acceptAnew, decide, editItem, editProposal } from '../../core/review/choices.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import type { ClaimEdit, Review } from '../../core/review/review-types.ts';
import { sayRemedy } from '../shared/fault-words.ts';
import type { Attempt, Tell } from '../shared/notices.tsx';
import type { Translate } from '../shared/text.ts';
import { useWriter } from '../shared/use-writer.ts';
import { whenDrawn } from '../shared/when-drawn.ts';
import { finishReview } from './finish-review.ts';
import type { ItemActions } from './review-item.tsx';
import type { Pane } from './review-list.tsx';
import type { ReviewModel } from './review-model.ts';
import { useReview } from './use-review.ts';

/** What the hand of a reviewer needs. */
export interface HandOptions {
  readonly model: ReviewModel;
  readonly start: Review;
  readonly onReopen: (review: Review) => void;
  readonly tell: Tell;
  readonly attempt: Attempt;
  readonly t: Translate;
}

/** Which proposal is selected, and how it is shown. */
interface Hand {
  readonly id: string | null;
  readonly pane: Pane;
  /** Whether the text scrolls to its quotes. Not if the reader points at the text itself. */
  readonly follows: boolean;
  readonly faults: readonly ReviewFault[];
}

/**
 * The proposal in hand, and what the reader does with it and with the others. One function, since
 * each act ends in taking up the next proposal.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its acts share the proposals in hand and where the reader stands
export function useHand({ model, start, onReopen, tell, attempt, t }: HandOptions) {
  const open = useReview(model, start);
  const { review, draft, proposals } = open;
  const [hand, setHand] = useState<Hand>({ id: null, pane: 'view', follows: true, faults: [] });
  const current =
    proposals.find(({ id }) => id === hand.id) ??
    proposals.find(({ verdict }) => verdict === 'open') ??
    proposals[0] ??
    null;
  const writer = useWriter(model.today, t);
  const isSourced = checkSource(review.source).size === 0;
  const isThere = current !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: run once, when there are proposals
  useEffect(() => {
    if (isThere && isSourced) focusHead(current.id);
  }, [isThere]);

  const take = (id: string | null, change: Partial<Hand> = {}) =>
    setHand({ id, pane: 'view', follows: true, faults: [], ...change });
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    take(id);
    focusHead(id);
  };
  const step = (by: number) => {
    const at = current ? proposals.indexOf(current) : 0;
    go(proposals[Math.min(proposals.length - 1, Math.max(0, at + by))]?.id);
  };
  /** Select the next open proposal after this one, in the order of the text. */
  const goOn = (from: Proposal) => {
    const at = proposals.indexOf(from);
    const rest = [...proposals.slice(at + 1), ...proposals.slice(0, at)];
    go((rest.find(({ verdict }) => verdict === 'open') ?? from).id);
  };
  const accept = (proposal: Proposal) => {
    if (!draft) return;
    if (!isSourced) {
      tell(t('review.needsSource'));
      document.querySelector<HTMLElement>('.source-form [aria-invalid="true"]')?.focus();
      return;
    }
    const faults = findFaults(draft, proposal);
    if (faults.length > 0) {
      take(proposal.id, { pane: 'edit', faults });
      return focusFault();
    }
    open.change((choices) => decide(choices, [proposal.id], 'accepted'));
    goOn(proposal);
  };
  const reject = (proposal: Proposal) => {
    open.change((choices) => decide(choices, [proposal.id], 'rejected'));
    goOn(proposal);
  };
  const undo = () => go(open.undo() ?? undefined);
  const sure = isSourced
    ? proposals.filter(({ isSure, verdict }) => isSure && verdict === 'open')
    : [];
  const acceptSure = () => {
    const sound = sure.filter((each) => draft && findFaults(draft, each).length === 0);
    const ids = sound.map(({ id }) => id);
    open.change((choices) => decide(choices, ids, 'accepted'));
    const next = proposals.find(({ id, verdict }) => verdict === 'open' && !ids.includes(id));
    go((next ?? current)?.id);
  };
  const finish = async () => {
    if (!draft) return;
    try {
      const done = await finishReview(model, review, draft, proposals, writer);
      if (done === null) {
        tell(t('review.targetGone'));
        return document.querySelector<HTMLElement>('.target select')?.focus();
      }
      open.replace(done.review, done.isOver);
      const takeBack = async () => {
        await done.undo();
        const { choices, ...now } = open.now();
        const back = { ...now, target: review.target, choices: acceptAnew(choices, done.kept) };
        await model.putBack(back);
        onReopen(back);
      };
      const { kept, title, isOver } = done;
      const words = t('review.done', kept.length, [String(kept.length), title]);
      tell(isOver ? `${words} ${t('review.allDone')}` : words, () => void attempt(takeBack));
      const next = proposals.find(({ verdict }) => verdict === 'open');
      if (next) go(next.id);
      else focusUndo();
    } catch (error) {
      const fault = error instanceof GlossaryError ? error.faults[0] : undefined;
      tell(fault ? t('review.unfinished', [sayRemedy(fault, t)]) : t('popup.unsaved'));
    }
  };
  const onKey = (key: string): boolean => {
    if (!current) return false;
    switch (key) {
      case 'j':
      case 'ArrowDown':
        step(1);
        return true;
      case 'k':
      case 'ArrowUp':
        step(-1);
        return true;
      case 'a':
        accept(current);
        return true;
      case 'r':
        reject(current);
        return true;
      case 'e':
        take(current.id, { pane: 'edit' });
        return true;
      case 'm':
        take(current.id, { pane: 'merge' });
        return true;
      case 'u':
        undo();
        return true;
      case 'Escape':
        go(current.id);
        return true;
      default:
        return false;
    }
  };
  const actionsFor = (proposal: Proposal): ItemActions => ({
    onAccept: () => accept(proposal),
    onReject: () => reject(proposal),
    onPane: (pane) => take(proposal.id, { pane }),
    onEdit: (edit) =>
      open.change(
        (choices) => editProposal(choices, proposal.id, edit),
        `${proposal.id} ${Object.keys(edit)}`,
      ),
    onItem: (list, item) =>
      open.change(
        (choices) => editItem(choices, proposal.id, list, item),
        isTyped(item) ? `${proposal.id} ${item.id} ${Object.keys(item)}` : '',
      ),
  });
  const merge = (proposal: Proposal, into: string | null) => {
    open.change((choices) => editProposal(choices, proposal.id, { into }));
    go(proposal.id);
  };
  return {
    open,
    hand,
    current,
    take,
    go,
    onKey,
    actionsFor,
    merge,
    sure,
    acceptSure,
    undo,
    finish,
  };
}

/** Whether an edit is typed letter by letter, not made by one press. */
const isTyped = (item: ClaimEdit): boolean =>
  !('on' in item) && !('what' in item) && item.from !== null;

/** Focus the first field that is wrong, once it is drawn. */
function focusFault(): void {
  whenDrawn(() => document.querySelector<HTMLElement>('.item-body [aria-invalid="true"]')?.focus());
}

/** Focus the head of a proposal, once the rows are drawn. */
export function focusHead(id: string): void {
  requestAnimationFrame(() => {
    const heads = document.querySelectorAll<HTMLElement>('.proposal-head');
    [...heads].find(({ dataset }) => dataset.proposal === id)?.focus();
  });
}

/** Focus the button that undoes what was done last, once it is drawn. */
function focusUndo(): void {
  whenDrawn(() => document.querySelector<HTMLElement>('.told button')?.focus());
}
