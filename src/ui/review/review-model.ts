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
  readGlossary(id: string): Promise<Glossary | null>;
  /** These reject if storage fails; then nothing has changed. */
  putGlossary(glossary: Glossary): Promise<void>;
  removeGlossary(id: string): Promise<void>;
  /** Stores the decisions. */
  save(head: ReviewHead): Promise<void>;
  remove(id: string): Promise<void>;
  putBack(review: Review): Promise<void>;
  openSettings(part: string): void;
  /** The current day, as an ISO date. */
  readonly today: string;
}
