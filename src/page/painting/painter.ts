/** What both painters promise. A page that was painted and erased is the page that it was. */
import type { Mention } from '../../core/senses/mention.ts';
import type { Look } from '../../core/settings/settings.ts';
import type { Block } from '../text/blocks.ts';
import type { Edits } from '../text/edits.ts';

/** How mentions look; each look has its own registry name, `newsgloss-<look>`. */
export type MentionStyle = Look;

/** A mention where it stands on the page. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly block: Block;
}

/**
 * Whoever watches the page observes `{ childList, characterData, subtree }` and hands all records of
 * the page's own changes to `repair`, synchronously in the observer's callback and before anything
 * else, since that runs before the next frame is painted; those that wait before a call that paints
 * or erases, before that call. Records of the painter's own changes are never among them. Text is
 * read through `pageText`, so that a block that is painted can be read again as the page wrote it;
 * `paint` then replaces what stood on its nodes, under whichever block.
 */
export interface Painter {
  /**
   * Learn of the styles around mentions what `paint` asks of them. Called for many blocks before
   * the first of them is painted: after each change of the page styles are worked out anew.
   */
  prepare(block: Block, mentions: readonly Mention[]): void;
  /**
   * Show the mentions of a block, in place of those that its text nodes had; `[]` shows none.
   * A mention whose text no longer stands there, or that overlaps an earlier one, is left out.
   */
  paint(block: Block, mentions: readonly Mention[]): void;
  /** Take away the mentions of a block. */
  erase(block: Block): void;
  /** Do at once for many blocks what `paint` and `erase` have left: called after the last of them. */
  commit(): void;
  /** Show again what others have taken away, where that can be done without a change of the page. */
  refresh?(): void;
  /** Take away everything, for good or until the next `paint`. The quick way to drop many. */
  eraseAll(): void;
  /** Show all mentions, also those to come, in another style. */
  setStyle(style: MentionStyle): void;
  /**
   * Take away the mentions that a change of the page has touched, so that none stands on a wrong
   * word and every text node of the page is as the page left it.
   *
   * @returns The blocks that lost a mention, as they were handed to `paint`.
   */
  repair(edits: Edits): ReadonlySet<Block>;
  /** What the page wrote into a text node, or null if the node is the painter's own. */
  pageText(node: Text): string | null;
  /** The mention at a point of the viewport, in CSS pixels, or null. Never believes the page's attributes. */
  mentionAt(x: number, y: number): PlacedMention | null;
  /** A live range over the mention, or null when it is not painted (its text has gone). */
  rangeOf(placed: PlacedMention): Range | null;
}
