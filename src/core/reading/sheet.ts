/** A sheet: the joined texts of some blocks of a page that are read together. */
import { startAt } from '../text/span.ts';
import type { Markup, TextBlock } from '../text/text-block.ts';

export interface Sheet {
  /** The texts of the blocks, one right behind the other. */
  readonly text: string;
  /** Where each block ends in `text`, in UTF-16 code units; the first begins at 0. */
  readonly ends: readonly number[];
  /** What the markup says of the blocks, by number; nothing of most. */
  readonly markup: ReadonlyMap<number, readonly Markup[]>;
  /** The block with a number, always the same object; null once its text is gone. */
  blockAt(number: number): TextBlock | null;
  /** Whether the page still holds the text of a block. */
  holds(number: number): boolean;
}

/** The text of a block of a sheet. */
export function textAt({ text, ends }: Sheet, number: number): string {
  return text.slice(startAt(ends, number), ends[number]);
}

/** Make a sheet of block objects. */
export function sheetOf(blocks: readonly TextBlock[]): Sheet {
  let length = 0;
  return {
    text: blocks.map(({ text }) => text).join(''),
    ends: blocks.map(({ text }) => (length += text.length)),
    markup: new Map(blocks.flatMap(({ markup }, i) => (markup ? [[i, markup] as const] : []))),
    blockAt: (number) => blocks[number] ?? null,
    holds: () => true,
  };
}
