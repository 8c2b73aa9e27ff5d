/** The interface of the reading of one page. */
import type { Candidate } from '../matching/candidate.ts';
import type { Mention } from '../senses/mention.ts';
import type { PlacedDefinition } from '../senses/page-definitions.ts';
import type { Steps } from '../text/slices.ts';
import type { TextBlock } from '../text/text-block.ts';
import type { Batch } from './batch.ts';
import type { Sheet } from './sheet.ts';

/**
 * The reading of one page, kept up to date as its text changes.
 *
 * What takes long returns steps: the caller may pause between any two of them, but must not call
 * anything else of the reading before the last one.
 */
export interface PageReading {
  /** Read the words of a sheet, so that `keys` includes theirs. */
  begin(sheet: Sheet): Steps<Batch>;
  /**
   * The keys that the library must be asked for before `takeIn`. Keys for which `learn` was called
   * are no longer among them.
   */
  keys(): readonly number[];
  /** Add what the library answered to the first `count` of `keys`. */
  learn(count: number, candidates: readonly Candidate[]): void;
  /**
   * Find names, definitions and signs in a sheet.
   *
   * @returns Its blocks that may have mentions, and older blocks whose mentions its definitions may
   *   change. `swayed` returns those whose mentions its signs may change.
   */
  takeIn(batch: Batch): Steps<Set<TextBlock>>;
  /**
   * The blocks with a name for which there are more signs than when its sense was chosen. Each is
   * returned once.
   */
  swayed(): Set<TextBlock>;
  /** Free the memory of text that the page no longer holds. */
  tidy(): Steps<void>;
  /** Remove blocks with their definitions and signs. */
  forget(blocks: Iterable<TextBlock>): void;
  /**
   * The blocks whose mentions may have changed because definitions were removed by `forget` since
   * the last call. Each is returned once. One search serves all removed definitions.
   */
  unsettled(): Steps<Set<TextBlock>>;
  /** The mentions of a block, by the evidence present now. */
  mentionsOf(block: TextBlock): Mention[];
  /** The page's own definition of the short form of a mention; null if there is none. */
  definitionOf(block: TextBlock, mention: Mention): PlacedDefinition | null;
}
