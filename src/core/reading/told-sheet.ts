/** Blocks of a page as plain values, which messages can carry. */
import type { Markup, TextBlock } from '../text/text-block.ts';
import { MOST_MARKUP, MOST_SAID, type ToldSheet } from './telling.ts';

/** Nothing is told of what goes beyond this length in one block, in UTF-16 code units. */
const MOST_BLOCK = 400_000;

/**
 * Make of blocks what can be told of them.
 *
 * @param first - The number of the first block.
 */
export function toldSheet(blocks: readonly TextBlock[], first: number): ToldSheet {
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
