/**
 * Paints only the first mention of each term in each section, for readers who want no more. The
 * other mentions are not painted, but the reader of the page still lists and counts them.
 */
import type { Mention } from '../../core/senses/mention.ts';
import type { Block } from '../text/blocks.ts';
import type { Painter } from './painter.ts';
import { writtenAs } from './terms.ts';

/** A term in a section: the blocks that mention it, and the first of them; null while unknown. */
interface Term {
  readonly holders: Set<Block>;
  first: Block | null;
}

/**
 * Wrap a painter that has painted nothing yet, so that it paints first mentions only.
 *
 * `paint` and `erase` only note their blocks; `commit` paints those whose first mentions have
 * changed. It searches all blocks that mention a term only where the first of them has gone.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share which mention came first
export function createFirstMentions(painter: Painter): Painter {
  const known = new Map<Block, readonly Mention[]>();
  /** The mentions of each block that we painted last. */
  const painted = new Map<Block, readonly Mention[]>();
  const terms = new Map<string, Term>();
  const touched = new Set<Block>();
  const orphans = new Set<string>();

  function add(block: Block, mentions: readonly Mention[]): void {
    known.set(block, mentions);
    touched.add(block);
    for (const mention of mentions) {
      const key = keyOf(mention, block);
      const term = terms.get(key) ?? { holders: new Set(), first: block };
      terms.set(key, term);
      term.holders.add(block);
      if (!term.first || term.first.order <= block.order) continue;
      touched.add(term.first);
      term.first = block;
    }
  }

  function remove(block: Block): void {
    for (const mention of known.get(block) ?? []) {
      const key = keyOf(mention, block);
      const term = terms.get(key);
      term?.holders.delete(block);
      if (term?.holders.size === 0) terms.delete(key);
      else if (term?.first === block) {
        term.first = null;
        orphans.add(key);
      }
    }
    known.delete(block);
    painted.delete(block);
    touched.delete(block);
  }

  function commit(): void {
    for (const key of orphans) {
      const term = terms.get(key);
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
    painter.commit();
  }

  function keepFirsts(block: Block): Mention[] {
    const seen = new Set<string>();
    return (known.get(block) ?? []).filter((mention) => {
      const key = keyOf(mention, block);
      return terms.get(key)?.first === block && seen.size < seen.add(key).size;
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
    commit,
    eraseAll() {
      known.clear();
      painted.clear();
      terms.clear();
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
