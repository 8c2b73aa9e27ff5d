/**
 * Lets through the first mention of each term in each section, where the reader wants no more. It
 * stands before a painter and looks like one; those held back are still counted by whoever reads.
 */
import type { Mention } from '../core/mention.ts';
import type { Block } from './blocks.ts';
import type { Painter } from './painter.ts';
import { writtenAs } from './terms.ts';

/**
 * Put a sieve before a painter that has painted nothing yet.
 *
 * Whole sections are sieved at once, in `settle`: a page is handed over block by block.
 */
export function createSieve(painter: Painter): Painter {
  const held = new Map<Block, readonly Mention[]>();
  const sections = new Map<number, Set<Block>>();
  /** What is painted of a block, as far as it is known to stand. */
  const painted = new Map<Block, readonly Mention[]>();
  const dirty = new Set<number>();

  function add(block: Block, mentions: readonly Mention[]): void {
    held.set(block, mentions);
    const section = sections.get(block.section) ?? new Set();
    sections.set(block.section, section.add(block));
  }

  function remove(block: Block): void {
    held.delete(block);
    painted.delete(block);
    const section = sections.get(block.section);
    section?.delete(block);
    if (section?.size === 0) sections.delete(block.section);
  }

  function settle(): void {
    for (const section of dirty) {
      const blocks = [...(sections.get(section) ?? [])].sort((a, b) => a.order - b.order);
      const kept = keepFirsts(blocks, held);
      for (const block of blocks) {
        const mentions = kept.get(block) ?? [];
        if (isSame(mentions, painted.get(block))) continue;
        painter.paint(block, mentions);
        painted.set(block, mentions);
      }
    }
    dirty.clear();
    painter.settle();
  }

  return {
    ...painter,
    paint(block, mentions) {
      remove(block);
      if (mentions.length > 0) add(block, mentions);
      else painter.paint(block, mentions);
      dirty.add(block.section);
    },
    erase(block) {
      remove(block);
      painter.erase(block);
      dirty.add(block.section);
    },
    settle,
    eraseAll() {
      held.clear();
      sections.clear();
      painted.clear();
      painter.eraseAll();
    },
  };
}

/** @param blocks - Of one section, in order. */
function keepFirsts(
  blocks: readonly Block[],
  held: ReadonlyMap<Block, readonly Mention[]>,
): Map<Block, readonly Mention[]> {
  const seen = new Set<string>();
  const isFirst = (mention: Mention, block: Block) => {
    const key = mention.ref ?? ` ${writtenAs(mention, block)}`;
    return seen.size < seen.add(key).size;
  };
  return new Map(
    blocks.map((block) => [block, (held.get(block) ?? []).filter((each) => isFirst(each, block))]),
  );
}

function isSame(one: readonly Mention[], other: readonly Mention[] | undefined): boolean {
  return one.length === other?.length && one.every((mention, i) => mention === other[i]);
}
