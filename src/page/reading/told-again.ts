/** What a page tells of blocks that it has told before. */
import type { Block } from '../text/blocks.ts';
import { createSheet, type PageSheet } from '../text/sheets.ts';

export const ordersOf = (blocks: ReadonlyMap<number, Block>) =>
  [...blocks].map(([number, { order }]) => [number, order] as const);

/**
 * Group blocks into sheets.
 *
 * @param most - The length that each sheet reaches, in UTF-16 code units.
 */
export function inSheets(blocks: readonly Block[], most: number): PageSheet[] {
  const sheets: PageSheet[] = [];
  let from = 0;
  let length = 0;
  blocks.forEach(({ text }, i) => {
    length += text.length;
    if (length < most && i + 1 < blocks.length) return;
    sheets.push(createSheet(blocks.slice(from, i + 1)));
    from = i + 1;
    length = 0;
  });
  return sheets;
}
