/** Blocks of a page as plain values, which messages can carry. */
import { MOST_MARKUP, MOST_SAID, type ToldSheet } from '../../core/reading/telling.ts';
import type { Markup } from '../../core/text/text-block.ts';
import type { Block } from '../text/blocks.ts';
import { createSheet, type PageSheet } from '../text/sheets.ts';

/** Nothing is told of what goes beyond this length in one block, in UTF-16 code units. */
const MOST_BLOCK = 400_000;

/**
 * Make of blocks what can be told of them.
 *
 * @param first - The number of the first block.
 */
export function toldSheet(blocks: readonly Block[], first: number): ToldSheet {
  let length = 0;
  const texts = blocks.map(({ text }) => text.slice(0, MOST_BLOCK));
  return {
    first,
    text: texts.join(''),
    ends: texts.map((text) => (length += text.length)),
    sections: blocks.map(({ section }) => section),
    orders: blocks.map(({ order }) => order),
    markup: blocks.flatMap(({ markup }, i) => (markup ? [[i, cut(markup)] as const] : [])),
  };
}

const cut = (markup: readonly Markup[]): Markup[] =>
  markup
    .slice(0, MOST_MARKUP)
    .map(({ kind, says, start, end }) => ({ kind, says: says.slice(0, MOST_SAID), start, end }));

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
