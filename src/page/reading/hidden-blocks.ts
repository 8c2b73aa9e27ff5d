/** Watches blocks with hidden mentions, so that these are painted once they can be seen. */
import type { Block } from '../text/blocks.ts';
import { boxOf } from '../text/elements.ts';

interface HiddenBlocks {
  add(block: Block): void;
  delete(block: Block): void;
  clear(): void;
  /** Check the blocks in view again: a change of style can show them, and no event reports it. */
  recall(): void;
}

/**
 * @param onShown - Called with blocks whose elements have come into view. It must check again
 *   whether their text can be seen.
 */
export function createHiddenBlocks(onShown: (blocks: readonly Block[]) => void): HiddenBlocks {
  const boxes = new Map<Block, Element>();
  const byBox = new Map<Element, Set<Block>>();
  const inView = new Set<Element>();
  // An element that is not displayed has no box, so it intersects the view only once it is shown.
  const observer = new IntersectionObserver((entries) => {
    const shown: Element[] = [];
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) inView.delete(target);
      else if (byBox.has(target)) {
        inView.add(target);
        shown.push(target);
      }
    }
    report(shown);
  });

  function report(shown: Iterable<Element>): void {
    const blocks = [...shown].flatMap((box) => [...(byBox.get(box) ?? [])]);
    if (blocks.length > 0) onShown(blocks);
  }

  return {
    add(block) {
      if (boxes.has(block)) return;
      const box = boxOf(block.root);
      boxes.set(block, box);
      const blocks = byBox.get(box);
      if (blocks) blocks.add(block);
      else {
        byBox.set(box, new Set([block]));
        observer.observe(box);
      }
    },
    delete(block) {
      const box = boxes.get(block);
      boxes.delete(block);
      const blocks = box && byBox.get(box);
      if (!blocks?.delete(block) || blocks.size > 0) return;
      byBox.delete(box!);
      inView.delete(box!);
      observer.unobserve(box!);
    },
    clear() {
      observer.disconnect();
      boxes.clear();
      byBox.clear();
      inView.clear();
    },
    recall: () => report(inView),
  };
}
