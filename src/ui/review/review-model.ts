/** What the review screen needs of the world, so that it can be tried out without a browser. */
import type { Draft, DraftText } from '../../core/draft/draft-types.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { EntryLine } from '../../core/library/library-answers.ts';
import type { Told } from '../../core/library/told.ts';
import type { Review, ReviewHead } from '../../core/review/review-types.ts';
import type { ListedGlossary } from '../../extension/library/glossary-list.ts';

export interface ReviewModel {
  /** What is under review; null when it is gone. */
  readonly review: Review | null;
  /** Drafts the text without keeping the page from answering. */
  draft(text: DraftText): Promise<Draft>;
  /** The entries of the library that have one of these names, in its order. */
  findNamed(names: readonly string[]): Promise<readonly Told[]>;
  /** An entry of the library; null when it is gone. */
  explain(ref: EntryRef): Promise<Told | null>;
  search(query: string): Promise<readonly EntryLine[]>;
  listGlossaries(): Promise<readonly ListedGlossary[]>;
  readGlossary(id: string): Promise<Glossary | null>;
  /** These reject when it could not be stored; then all is as it was. */
  putGlossary(glossary: Glossary): Promise<void>;
  removeGlossary(id: string): Promise<void>;
  /** Keeps what was decided. */
  save(head: ReviewHead): Promise<void>;
  remove(id: string): Promise<void>;
  putBack(review: Review): Promise<void>;
  openSettings(part: string): void;
  /** ISO day. */
  readonly today: string;
}
