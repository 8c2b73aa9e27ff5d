/**
 * A sheet: the texts of some blocks in one, as a page is read at a go.
 *
 * Most blocks of a page hold nothing that is looked for. They stay what they are here, a stretch of
 * a long text: a block is made of one only once something is found in it.
 */
import { startAt } from '../text/span.ts';
import type { TextBlock } from '../text/text-block.ts';

export interface Sheet {
  /** The texts of the blocks, one right behind the other. */
  readonly text: string;
  /** Where each block ends in `text`, in UTF-16 code units; the first begins at 0. */
  readonly ends: readonly number[];
  /** Rows of tables and lists of terms, by the number of the block that opens them; tabs part cells. */
  readonly rows: ReadonlyMap<number, string>;
  /** The block of a number, always the same one; null once its text is gone or was read anew. */
  blockAt(number: number): TextBlock | null;
  /** Whether the text of a block is still there; what it was read from is let go if not. */
  holds(number: number): boolean;
}

/** The text of a block of a sheet. */
export function textAt({ text, ends }: Sheet, number: number): string {
  return text.slice(startAt(ends, number), ends[number]);
}

/** A sheet of blocks that are there already. */
export function sheetOf(blocks: readonly TextBlock[]): Sheet {
  let length = 0;
  return {
    text: blocks.map(({ text }) => text).join(''),
    ends: blocks.map(({ text }) => (length += text.length)),
    rows: new Map(blocks.flatMap(({ row }, i) => (row === undefined ? [] : [[i, row] as const]))),
    blockAt: (number) => blocks[number] ?? null,
    holds: () => true,
  };
}
