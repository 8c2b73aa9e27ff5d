/** All that the review page needs from outside, so that it can be tested without a browser. */
import type { Draft, DraftText } from '../../core/draft/format/draft-types.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { EntryLine } from '../../core/library/library-answers.ts';
import type { Told } from '../../core/library/told.ts';
import type { Review, ReviewHead } from '../../core/review/review-types.ts';
import type { ListedGlossary } from '../../extension/library/glossary-list.ts';

export interface ReviewModel {
  /** The review; null if it no longer exists. */
  readonly review: Review | null;
  /** Drafts the text without blocking the page. */
  draft(text: DraftText): Promise<Draft>;
  /** The entries of the library that have one of these names, in the library's order. */
  findNamed(names: readonly string[]): Promise<readonly Told[]>;
  /** An entry of the library; null if the library no longer has it. */
  explain(ref: EntryRef): Promise<Told | null>;
  search(query: string): Promise<readonly EntryLine[]>;
  listGlossaries(): Promise<readonly ListedGlossary[]>;
  /** Calls back after each change of the list, made by any part. */
  watchGlossaries(callback: () => void, signal: AbortSignal): void;
  /**
   * Reads and changes a glossary in one step. What `change` returns is stored: null removes it, the
   * same leaves it. This and what follows rejects if storage fails; then nothing has changed.
   */
  changeGlossary(id: string, change: (stored: Glossary | null) => Glossary | null): Promise<void>;
  /** Stores the decisions; resolves with whether the review still exists. */
  save(head: ReviewHead): Promise<boolean>;
  remove(id: string): Promise<void>;
  putBack(review: Review): Promise<void>;
  openSettings(part: string): void;
  /** The current day, as an ISO date. */
  readonly today: string;
}
