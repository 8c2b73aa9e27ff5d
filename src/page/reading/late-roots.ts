/** Finds open shadow roots, also those that elements get late, which no mutation record reports. */
import { shadowRootOf } from '../text/node-properties.ts';
import { isHere } from '../text/nodes.ts';
import { findShadowRoots } from '../text/shadow-roots.ts';
import type { Slicer } from './slices.ts';

/** The most elements without a shadow root that we check again for one. */
const MOST_HOSTS = 1_000;

interface LateRoots {
  /** Look under some nodes when the page is idle. */
  search(roots: readonly Node[]): void;
  /** Look again at the elements that had no shadow root. */
  check(): void;
  clear(): void;
}

/**
 * @param whenIdle - Runs a task when the page is idle.
 * @param onFound - Called with each shadow root that was found, also with those found before.
 * @param onSearched - Called after each search.
 */
export function createLateRoots(
  slicer: Slicer,
  whenIdle: (task: () => Promise<void>) => void,
  onFound: (root: ShadowRoot) => void,
  onSearched: () => void,
): LateRoots {
  /** Elements that may still get a shadow root. */
  const hosts = new Set<Element>();
  /** Nodes under which we have yet to look. */
  let unsearched: readonly Node[] = [];

  function search(roots: readonly Node[]): void {
    if (roots.length === 0) return;
    const isWaitedFor = unsearched.length > 0;
    unsearched = [...unsearched, ...roots];
    if (isWaitedFor) return;
    whenIdle(async () => {
      const found = findShadowRoots(
        unsearched,
        onFound,
        (host) => hosts.size < MOST_HOSTS && hosts.add(host),
      );
      unsearched = [];
      await slicer.run(found);
      onSearched();
    });
  }

  return {
    search,
    check() {
      for (const host of hosts) {
        const isOver = !isHere(host);
        if (!isOver && !shadowRootOf(host)) continue;
        hosts.delete(host);
        if (!isOver) search([host]);
      }
    },
    clear: () => hosts.clear(),
  };
}
