/** Sheets of a page: lines that were read together, and the blocks that are made of them. */

import { type Sheet, sheetOf } from '../../core/reading/sheet.ts';
import { countBefore } from '../../core/text/rank.ts';
import type { BlockList, Section, Setting } from './block-list.ts';
import { type Block, dropLine, type Lines, makeBlock, type PageText } from './blocks.ts';
import { isHere } from './nodes.ts';

export interface PageSheet extends Sheet {
  /** Whether the whole sheet stands before a node. */
  isBefore(node: Node): boolean;
}

/** A sheet of lines, with what the sheet after it needs to know. */
export interface LinesSheet extends PageSheet {
  /** The section that the next sheet may continue. */
  readonly last: Section;
  /** The last of the blocks made so far. */
  lastBlock(): Block | undefined;
  /** Set the block that follows the sheet. */
  setNext(block: Block): void;
}

/**
 * Make a sheet of lines. A block is made and put into the list when it is first asked for. The
 * first block is made at once, as a landmark for later ones, and so are headings, which begin
 * sections.
 *
 * @param previous - The sheet right before it.
 */
export function createSheet(
  lines: Lines,
  list: BlockList,
  pageText: PageText,
  previous: LinesSheet | undefined,
): LinesSheet {
  const text = lines.texts.join('');
  const { ends, markup } = lines;
  const arounds = lines.arounds as readonly Setting[];
  const sections = list.sectionsOf(lines.nodes[0]!, arounds, previous?.last);
  /** The blocks made so far, by line number; a sparse array. */
  const made: Block[] = [];
  /** The numbers of these blocks, in ascending order. */
  const numbers: number[] = [];
  const last = previous?.lastBlock();
  let next: Block | undefined;

  function make(number: number): Block | null {
    const block = makeBlock(lines, text, number);
    if (!block || !isThere(block)) return null;
    block.section = sections[number]!;
    const rank = countBefore(numbers.length, (i) => numbers[i]! < number);
    const after = rank === 0 ? last : made[numbers[rank - 1]!];
    list.place(block, standing(after), standing(made[numbers[rank]!] ?? next));
    numbers.splice(rank, 0, number);
    made[number] = block;
    return block;
  }

  const standing = (block: Block | undefined) => (block && isIn(list, block) ? block : undefined);

  /** Whether the page still has the text that was read, and no other block has its nodes. */
  function isThere(block: Block): boolean {
    return block.nodes.every((node, i) => {
      if (!isHere(node) || list.ownerOf(node)) return false;
      return block.text.startsWith(pageText(node) ?? '\0', block.starts[i]);
    });
  }

  function holds(number: number): boolean {
    const node = lines.nodes[lines.firsts[number]!];
    if (node && isHere(node)) return true;
    dropLine(lines, number);
    delete made[number];
    return false;
  }

  arounds.forEach(({ isHeading }, number) => {
    if (isHeading || number === 0) make(number);
  });
  if (made[0]) previous?.setNext(made[0]);
  return {
    text,
    ends,
    markup,
    last: { container: arounds.at(-1)!.container, section: sections.at(-1)! },
    lastBlock: () => made[numbers.at(-1)!],
    setNext(block) {
      next = block;
    },
    blockAt(number) {
      const block = made[number] ?? make(number);
      return block && isIn(list, block) ? block : null;
    },
    holds,
    isBefore(node) {
      const position = lines.nodes.at(-1)?.compareDocumentPosition(node) ?? 0;
      return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    },
  };
}

/** A sheet of blocks that are in the list. */
export function createBlocksSheet(blocks: readonly Block[], list: BlockList): PageSheet {
  const sheet = sheetOf(blocks);
  const holds = (number: number) => isIn(list, blocks[number]!);
  return {
    ...sheet,
    blockAt: (number) => (holds(number) ? blocks[number]! : null),
    holds,
    // Changed lines are few, so they never wait for text in view.
    isBefore: () => false,
  };
}

/** Make a sheet of blocks without text, which stand before all others and are in no list. */
export const createTermsSheet = (blocks: readonly Block[]): PageSheet => ({
  ...sheetOf(blocks),
  isBefore: () => true,
});

const isIn = (list: BlockList, block: Block) => list.ownerOf(block.nodes[0]!) === block;
