/** What a page says of its text, and what is found in it: plain values, which messages can carry. */
import type { Mention } from '../senses/mention.ts';
import type { Span } from '../text/span.ts';
import type { Markup } from '../text/text-block.ts';

/** The longest that markup may say, in UTF-16 code units; a page cuts the rest off. */
export const MOST_SAID = 3_002;
/** What the markup of one block may say; the rest is left out. */
export const MOST_MARKUP = 1_000;

/** The text of some blocks of a page that are read together. */
export interface ToldSheet {
  /** The number of the first block; those of the others follow it. No number is given twice. */
  readonly first: number;
  /** The texts of the blocks, one right behind the other. */
  readonly text: string;
  /** Where each block ends in `text`, in UTF-16 code units; the first begins at 0. */
  readonly ends: readonly number[];
  /** The section and the order of each block; see `TextBlock`. */
  readonly sections: readonly number[];
  readonly orders: readonly number[];
  /** What the markup says of the blocks, by their index in this sheet; nothing of most. */
  readonly markup: readonly (readonly [index: number, markup: readonly Markup[]])[];
}

/** What is new on a page since the last telling. */
export interface Telling {
  /** Identifies this reading of the page; another one begins with another name. */
  readonly page: string;
  /** How many tellings of this reading came before. */
  readonly count: number;
  /** The page's language, such as `en`; empty if unknown. */
  readonly lang: string;
  readonly sheets: readonly ToldSheet[];
  /** The numbers of blocks that are no longer on the page as they were told. */
  readonly gone: readonly number[];
  /** Blocks that were told before and have another order now, as all have once in a while. */
  readonly orders: readonly (readonly [number: number, order: number])[];
}

/** What is found in a block: all its mentions, which may differ from those found before. */
export interface FoundBlock {
  /** The number of the block. */
  readonly number: number;
  readonly mentions: readonly Mention[];
  /** Where the page itself defines the terms of some mentions. */
  readonly defined: readonly DefinedMention[];
}

/** Where the page defines the term of a mention: short and long form, in some block. */
export interface DefinedMention extends Span {
  /** Where the mention begins in its block. */
  readonly at: number;
  /** The number of the block in which the definition stands. */
  readonly number: number;
}
