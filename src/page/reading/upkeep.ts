/** What is done beside the reading of a page, when that is idle: what no mutation record reports. */
import type { Clock } from '../frame/clock.ts';
import { reportFault } from '../frame/interruption.ts';
import type { Display } from './display.ts';
import { createLateRoots } from './late-roots.ts';
import { createSlicer, untilIdle } from './slices.ts';

/** Wait after a change before we look for new shadow roots, in milliseconds. */
const TIDY_MS = 1_000;
/** All searches for shadow roots are followed by a rest of so many times the time they took. */
const REST_FACTOR = 50;
/** The longest rest, in milliseconds. */
const LONGEST_REST_MS = 60_000;
/** Time between two checks for changes that no mutation record reports, in milliseconds. */
const BEAT_MS = 1_000;

interface UpkeepOptions {
  readonly document: Document;
  /** The part of the page that is read. */
  readonly root: Node;
  readonly display: Pick<Display, 'refresh'>;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Called with each open shadow root, also with those found before. */
  onRoot(root: ShadowRoot): void;
  /** Called after each search for shadow roots: text may be due to be read. */
  onDue(): void;
}

interface Upkeep {
  /** Check every `BEAT_MS` for text shown by a style and for late shadow roots. */
  beat(): void;
  /** Look for shadow roots under some nodes when the page is idle. */
  search(roots: readonly Node[]): void;
  /**
   * After a change, look once for new shadow roots of old elements: after `TIDY_MS`, or after the
   * rest from earlier searches; not before the page is visible.
   */
  tidy(): void;
  stop(): void;
  /** Drop all references to the page. */
  clear(): void;
}

export function createUpkeep(options: UpkeepOptions): Upkeep {
  const { document, root, display, signal, clock } = options;
  const slicer = createSlicer(untilIdle, signal, clock, rest);
  const roots = createLateRoots(slicer, whenIdle, options.onRoot, options.onDue);
  let restsUntil = Number.NEGATIVE_INFINITY;
  let tidying: number | undefined;
  let beating: number | undefined;
  /** Whether the search that is due waits for the page to be visible. */
  let isPutOff = false;

  /** A search of the whole page looks at each element: where it is large, it is to be rare. */
  function rest(ms: number): void {
    const now = clock.now();
    const until = Math.max(now, restsUntil) + REST_FACTOR * ms;
    restsUntil = Math.min(now + LONGEST_REST_MS, until);
  }

  async function whenIdle(task: () => Promise<void>): Promise<void> {
    try {
      await untilIdle();
      slicer.begin();
      slicer.check();
      await task();
      slicer.finish();
    } catch (error) {
      // After an abort there is nothing left to do, and nothing to report.
      if (!signal.aborted) reportFault(error);
    }
  }

  function searchAll(): void {
    tidying = undefined;
    isPutOff = !isVisible();
    if (!isPutOff) roots.search([root]);
  }

  const isVisible = () => document.visibilityState === 'visible';

  function beat(): void {
    beating = clock.setTimeout(beat, BEAT_MS);
    if (!isVisible()) return;
    display.refresh();
    roots.check();
    if (isPutOff) searchAll();
  }

  return {
    beat,
    search: roots.search,
    tidy() {
      if (isPutOff) return;
      tidying ??= clock.setTimeout(searchAll, Math.max(TIDY_MS, restsUntil - clock.now()));
    },
    stop() {
      clock.clearTimeout(tidying);
      clock.clearTimeout(beating);
    },
    clear: roots.clear,
  };
}
