/** Blocks with mentions that are not on show: they are painted once they are. */
import type { Block } from './blocks.ts';

export interface HiddenBlocks {
  add(block: Block): void;
  delete(block: Block): void;
  clear(): void;
}

/**
 * @param onShown - Called with blocks whose elements have come into view; whether their text is
 *   to be seen is asked anew there.
 */
export function createHiddenBlocks(onShown: (blocks: readonly Block[]) => void): HiddenBlocks {
  const byRoot = new Map<Element, Set<Block>>();
  // An element that is not displayed has no box and cannot intersect: it does so once it is shown.
  const observer = new IntersectionObserver((entries) => {
    const shown = entries.filter(({ isIntersecting }) => isIntersecting);
    const blocks = shown.flatMap(({ target }) => [...(byRoot.get(target) ?? [])]);
    if (blocks.length > 0) onShown(blocks);
  });
  return {
    add(block) {
      const blocks = byRoot.get(block.root);
      if (blocks) blocks.add(block);
      else {
        byRoot.set(block.root, new Set([block]));
        observer.observe(block.root);
      }
    },
    delete(block) {
      const blocks = byRoot.get(block.root);
      if (!blocks?.delete(block) || blocks.size > 0) return;
      byRoot.delete(block.root);
      observer.unobserve(block.root);
    },
    clear() {
      observer.disconnect();
      byRoot.clear();
    },
  };
}
