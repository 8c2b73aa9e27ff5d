/** What both painters promise. Painting and then erasing leaves the page as it was. */
import type { Mention } from '../../core/senses/mention.ts';
import type { Look } from '../../core/settings/looks.ts';
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
 * The caller observes the page with `{ childList, characterData, subtree }` and hands the records
 * of the page's own changes to `repair`: first thing in the observer's callback, which runs before
 * the next frame, and before each call that paints or erases. Records of the painter's own changes
 * are left out. The caller reads text through `pageText`, which gives painted text as the page
 * wrote it. `paint` replaces all mentions on the nodes of its block, even those of another block.
 */
export interface Painter {
  /**
   * Read the styles around mentions that `paint` will need. Call it for many blocks before painting
   * the first of them: each change of the page makes the browser compute styles again.
   */
  prepare(block: Block, mentions: readonly Mention[]): void;
  /**
   * Show the mentions of a block, in place of those that its text nodes had; `[]` shows none.
   * A mention whose text no longer stands there, or that overlaps an earlier one, is left out.
   */
  paint(block: Block, mentions: readonly Mention[]): void;
  /** Erase the mentions of a block. */
  erase(block: Block): void;
  /** Finish what `paint` and `erase` have put off. Call it after the last of many blocks. */
  commit(): void;
  /** Paint again what scripts of the page have removed, if that needs no change of the DOM. */
  refresh?(): void;
  /** Erase everything until the next `paint`. Faster than to erase many blocks one by one. */
  eraseAll(): void;
  /** Show all mentions, also those to come, in another style. */
  setStyle(style: MentionStyle): void;
  /**
   * Erase the mentions that a change of the page has touched, so that none stands on a wrong word
   * and every text node of the page is as the page left it.
   *
   * @returns The blocks that lost a mention, as they were handed to `paint`.
   */
  repair(edits: Edits): ReadonlySet<Block>;
  /**
   * Erase everything after changes of the page that were too many to be handed to `repair`. Only
   * those records are read that the painter cannot do without.
   */
  abandon(records: readonly MutationRecord[]): void;
  /** The text that the page wrote into a text node, or null if the node is the painter's own. */
  pageText(node: Text): string | null;
  /**
   * The mention at a point of the viewport, in CSS pixels, or null. Attributes of elements are not
   * trusted: a page can set them.
   */
  mentionAt(x: number, y: number): PlacedMention | null;
  /** A live range over the mention, or null if it is not painted. */
  rangeOf(placed: PlacedMention): Range | null;
}
