/** Sheets of a page: blocks that were read together, and are told together. */
import type { Block } from './blocks.ts';

export interface PageSheet {
  readonly blocks: readonly Block[];
  /** The length of their texts together, in UTF-16 code units. */
  readonly length: number;
  /** Whether the whole sheet stands before a node. */
  isBefore(node: Node): boolean;
}

/** Make a sheet of blocks that follow one another. */
export const createSheet = (blocks: readonly Block[]): PageSheet => ({
  blocks,
  length: lengthOf(blocks),
  isBefore(node) {
    const position = blocks.at(-1)?.nodes.at(-1)?.compareDocumentPosition(node) ?? 0;
    return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  },
});

/** Make a sheet of changed lines. They are few, so they never wait for text in view. */
export const createChangesSheet = (blocks: readonly Block[]): PageSheet => ({
  blocks,
  length: lengthOf(blocks),
  isBefore: () => false,
});

/** Make a sheet of blocks without text, which stand before all others and are in no list. */
export const createTermsSheet = (blocks: readonly Block[]): PageSheet => ({
  blocks,
  length: 0,
  isBefore: () => true,
});

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((length, { text }) => length + text.length, 0);
