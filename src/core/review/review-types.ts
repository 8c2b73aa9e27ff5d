/** A review: a text, and what the reader has decided so far about the entries drafted from it. */

import type { TextSource } from '../articles/text-source.ts';
import type { DraftEvent, DraftKind } from '../draft/format/draft-types.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Claimed } from './found-text.ts';

/** The state of a proposal. `kept`: it was accepted and has been added to a glossary. */
export type Verdict = 'open' | 'accepted' | 'rejected' | 'kept';

/** An edit of a name or claim: taken or not, and its wording. Absent fields stay as proposed. */
export interface ItemEdit {
  readonly id: string;
  readonly on?: boolean | undefined;
  readonly text?: string | undefined;
}

/** A source as the reader types it in. */
type TypedSource = Omit<TextSource, 'id' | 'author'>;

/** An edit of a claim, which may also mend what happened when, who says so, and where. */
export interface ClaimEdit extends ItemEdit {
  /** Null: it tells of no event. */
  readonly what?: DraftEvent | null | undefined;
  /** As typed: a day, a month or a year, or what is none. */
  readonly date?: string | undefined;
  /** Who says so; empty: the text itself. */
  readonly by?: string | undefined;
  /** Another source than the text, as one that it retells. Null: the text. */
  readonly from?: TypedSource | null | undefined;
}

/** The reader's edits of a proposal. Absent fields stay as proposed. */
export interface Edit {
  /**
   * What it is merged into: an entry of the library (its ref) or another proposal of this review
   * (`proposal:` and its id). Null: nothing, although an entry was proposed.
   */
  readonly into?: EntryRef | null | undefined;
  readonly kind?: DraftKind | undefined;
  readonly gloss?: string | undefined;
  /** A long form that the text does not give. */
  readonly long?: string | undefined;
  readonly names?: readonly ItemEdit[] | undefined;
  readonly claims?: readonly ClaimEdit[] | undefined;
}

/** The reader's decision on one proposal. */
export interface Choice {
  /** The id of the drafted entry. */
  readonly entry: string;
  readonly verdict: Verdict;
  readonly edit: Edit;
}

/** The glossary for accepted entries: an existing one of the reader's (`id`), or a new one. */
export type ReviewTarget = { readonly id: string } | { readonly title: string };

/** A review without its text. */
export interface ReviewHead {
  readonly id: string;
  /** The time at which it was begun, as `Date.toISOString` writes it. */
  readonly begun: string;
  readonly source: TextSource;
  /** What the text says about its origin; absent if nothing, or if it has no address. */
  readonly claimed?: Claimed | undefined;
  readonly target: ReviewTarget;
  readonly choices: readonly Choice[];
  /** The number of proposals to decide about; null until they were counted. */
  readonly total: number | null;
}

/** A review with its text, from which the draft is made again whenever it is opened. */
export interface Review extends ReviewHead {
  readonly text: string;
}

/** The start of `Edit.into` if it names a proposal. */
export const PROPOSAL = 'proposal:';
