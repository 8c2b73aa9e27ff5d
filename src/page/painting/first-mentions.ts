/**
 * Lets through the first mention of each term in each section, where the reader wants no more. It
 * stands before a painter and looks like one; those held back are still counted by whoever reads.
 */
import type { Mention } from '../../core/senses/mention.ts';
import type { Block } from '../text/blocks.ts';
import type { Painter } from './painter.ts';
import { writtenAs } from './terms.ts';

/** A term in a section: the blocks that mention it, and the first of them, if it is known. */
interface Sought {
  readonly holders: Set<Block>;
  first: Block | null;
}

/**
 * Put a sieve before a painter that has painted nothing yet.
 *
 * A page is handed over block by block; which of them are painted otherwise than before is seen in
 * `settle`. It asks all that mention a term only where the first of them has gone.
 */
export function createSieve(painter: Painter): Painter {
  const held = new Map<Block, readonly Mention[]>();
  /** What is painted of a block, as far as it is known to stand. */
  const painted = new Map<Block, readonly Mention[]>();
  const sought = new Map<string, Sought>();
  const touched = new Set<Block>();
  const orphans = new Set<string>();

  function add(block: Block, mentions: readonly Mention[]): void {
    held.set(block, mentions);
    touched.add(block);
    for (const mention of mentions) {
      const key = keyOf(mention, block);
      const term = sought.get(key) ?? { holders: new Set(), first: block };
      sought.set(key, term);
      term.holders.add(block);
      if (!term.first || term.first.order <= block.order) continue;
      touched.add(term.first);
      term.first = block;
    }
  }

  function remove(block: Block): void {
    for (const mention of held.get(block) ?? []) {
      const key = keyOf(mention, block);
      const term = sought.get(key);
      term?.holders.delete(block);
      if (term?.holders.size === 0) sought.delete(key);
      else if (term?.first === block) {
        term.first = null;
        orphans.add(key);
      }
    }
    held.delete(block);
    painted.delete(block);
    touched.delete(block);
  }

  function settle(): void {
    for (const key of orphans) {
      const term = sought.get(key);
      if (!term) continue;
      for (const block of term.holders) {
        if (!term.first || block.order < term.first.order) term.first = block;
      }
      if (term.first) touched.add(term.first);
    }
    orphans.clear();
    for (const block of touched) {
      const mentions = keepFirsts(block);
      if (isSame(mentions, painted.get(block))) continue;
      painter.paint(block, mentions);
      painted.set(block, mentions);
    }
    touched.clear();
    painter.settle();
  }

  function keepFirsts(block: Block): Mention[] {
    const seen = new Set<string>();
    return (held.get(block) ?? []).filter((mention) => {
      const key = keyOf(mention, block);
      return sought.get(key)?.first === block && seen.size < seen.add(key).size;
    });
  }

  return {
    ...painter,
    paint(block, mentions) {
      remove(block);
      if (mentions.length > 0) add(block, mentions);
      else painter.paint(block, mentions);
    },
    erase(block) {
      remove(block);
      painter.erase(block);
    },
    settle,
    eraseAll() {
      held.clear();
      painted.clear();
      sought.clear();
      touched.clear();
      orphans.clear();
      painter.eraseAll();
    },
  };
}

const keyOf = (mention: Mention, block: Block): string =>
  `${block.section} ${mention.ref ?? ` ${writtenAs(mention, block)}`}`;

function isSame(one: readonly Mention[], other: readonly Mention[] | undefined): boolean {
  return one.length === other?.length && one.every((mention, i) => mention === other[i]);
}
