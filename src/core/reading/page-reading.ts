/** The reading of a page, to who holds it. */
import type { Candidate } from '../matching/candidate.ts';
import type { KeyFilter } from '../matching/key-filter.ts';
import type { Mention } from '../senses/mention.ts';
import type { PlacedDefinition } from '../senses/page-definitions.ts';
import type { Steps } from '../text/slices.ts';
import type { TextBlock } from '../text/text-block.ts';
import type { Batch } from './batch.ts';
import type { Sheet } from './sheet.ts';

/**
 * What takes longer than a page can wait comes in steps too: it may be left alone between any two of
 * them, as long as nothing else is asked of the reading meanwhile.
 */
export interface PageReading {
  /** Ask from now on only for what a filter of the library's keys lets pass; null: for all. */
  sift(filter: KeyFilter | null): void;
  /** Read the words of a sheet. */
  begin(sheet: Sheet): Steps<Batch>;
  /**
   * What the library must be asked before the sheets that were begun can be taken in; what it has
   * answered is not asked again.
   */
  keys(): readonly number[];
  /** Learn what the library answered to so many keys. */
  learn(count: number, candidates: readonly Candidate[]): void;
  /**
   * Take in a sheet.
   *
   * @returns Those of its blocks that may have mentions, and older ones whose mentions may have
   *   changed with what it defines; `swayed` tells of those that the rest of it speaks to.
   */
  takeIn(batch: Batch): Steps<Set<TextBlock>>;
  /**
   * The blocks with a name for or against which more speaks now than when its sense was chosen. Each
   * is told of once.
   */
  swayed(): Set<TextBlock>;
  /** Let go of what was read of text that the page no longer holds. */
  tidy(): Steps<void>;
  forget(blocks: Iterable<TextBlock>): void;
  /**
   * The blocks whose mentions may have changed with what was forgotten. Each is told of once; what
   * many blocks defined that went one after the other is looked for in one go.
   */
  unsettled(): Steps<Set<TextBlock>>;
  /** The mentions of a block, by all the evidence that there is now. */
  mentionsOf(block: TextBlock): Mention[];
  /** Where the page itself defines the short form of a mention; null if it does not. */
  definitionOf(block: TextBlock, mention: Mention): PlacedDefinition | null;
}
