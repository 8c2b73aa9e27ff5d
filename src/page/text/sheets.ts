/** Sheets of a page: lines that were read at a go, and the blocks that are made of them. */

import { type Sheet, sheetOf } from '../../core/reading/sheet.ts';
import { countBefore } from '../../core/text/rank.ts';
import type { BlockList, Section, Setting } from './block-list.ts';
import { type Block, dropLine, type Lines, makeBlock, type PageText } from './blocks.ts';
import { isHere } from './nodes.ts';

export interface PageSheet extends Sheet {
  /** Whether all of it stands before a node. */
  isBefore(node: Node): boolean;
}

/** A sheet of lines, as the one that follows it knows it. */
export interface LinesSheet extends PageSheet {
  /** The section that the next sheet may go on with. */
  readonly last: Section;
  /** The last of its blocks that is in the list. */
  lastBlock(): Block | undefined;
  /** Say which block stands behind the sheet. */
  setNext(block: Block): void;
}

/**
 * Make a sheet of lines. Its blocks come into the list when they are asked for. The first comes at
 * once, for others to stand behind it, and so do headings, since a section begins at each.
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
  const { ends, rows } = lines;
  const arounds = lines.arounds as readonly Setting[];
  const sections = list.sectionsOf(lines.nodes[0]!, arounds, previous?.last);
  /** By number, with holes. */
  const made: Block[] = [];
  /** The numbers of those, in order. */
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

  /** Whether a block that was read some time ago is still what the page says, and no other's. */
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
    rows,
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
    // Lines that have changed are few: they wait for nothing.
    isBefore: () => false,
  };
}

const isIn = (list: BlockList, block: Block) => list.ownerOf(block.nodes[0]!) === block;
