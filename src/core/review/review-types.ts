/** A review: a text of the reader's, and what he has decided so far about what it suggests. */

import type { TextSource } from '../articles/text-source.ts';
import type { DraftKind } from '../draft/draft-types.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Claimed } from './found-text.ts';

/** What has become of a proposal. `kept`: it was accepted, and is in a glossary by now. */
export type Verdict = 'open' | 'accepted' | 'rejected' | 'kept';

/** Whether a name or a claim is taken, and in which words; what is left out is as proposed. */
export interface ItemEdit {
  readonly id: string;
  readonly on?: boolean | undefined;
  readonly text?: string | undefined;
}

/** What the reader has changed about a proposal; what is left out is as proposed. */
export interface Edit {
  /**
   * What it is merged into: an entry of the library, by its ref; another proposal of this review,
   * by `proposal:` and its id; null for nothing, although something was proposed.
   */
  readonly into?: EntryRef | null | undefined;
  readonly kind?: DraftKind | undefined;
  readonly gloss?: string | undefined;
  /** A long form that the text does not give. */
  readonly long?: string | undefined;
  readonly names?: readonly ItemEdit[] | undefined;
  readonly claims?: readonly ItemEdit[] | undefined;
}

/** What the reader has decided about one proposal. */
export interface Choice {
  /** Id of the draft's entry. */
  readonly entry: string;
  readonly verdict: Verdict;
  readonly edit: Edit;
}

/** Where accepted entries go: into a glossary of the reader's that is there, or a new one. */
export type ReviewTarget = { readonly id: string } | { readonly title: string };

/** What is known of a review without its text. */
export interface ReviewHead {
  readonly id: string;
  /** When it was begun, as `Date.toISOString` writes it. */
  readonly begun: string;
  readonly source: TextSource;
  /** What the text claims of its origin; absent where it says nothing, or nobody found it anywhere. */
  readonly claimed?: Claimed | undefined;
  readonly target: ReviewTarget;
  readonly choices: readonly Choice[];
  /** Proposals to decide about; null until they were counted. */
  readonly total: number | null;
}

/** A text under review. The draft is made of it anew whenever it is opened. */
export interface Review extends ReviewHead {
  readonly text: string;
}

/** The part of `into` that says that a proposal is meant. */
export const PROPOSAL = 'proposal:';
