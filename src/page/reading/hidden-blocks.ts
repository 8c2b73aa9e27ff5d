/** Blocks with mentions that are not on show: they are painted once they are. */
import type { Block } from '../text/blocks.ts';
import { boxOf } from '../text/elements.ts';

interface HiddenBlocks {
  add(block: Block): void;
  delete(block: Block): void;
  clear(): void;
  /** Have a look at those that are in view: a style can show them, of which nothing tells. */
  recall(): void;
}

/**
 * @param onShown - Called with blocks whose elements have come into view; whether their text is
 *   to be seen is asked anew there.
 */
export function createHiddenBlocks(onShown: (blocks: readonly Block[]) => void): HiddenBlocks {
  const boxes = new Map<Block, Element>();
  const byBox = new Map<Element, Set<Block>>();
  const inView = new Set<Element>();
  // An element that is not displayed has no box and cannot intersect: it does so once it is shown.
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
