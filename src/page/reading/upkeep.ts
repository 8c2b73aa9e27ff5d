/** What is done beside the reading of a page, when that is idle: what no mutation record reports. */
import type { Clock } from '../frame/clock.ts';
import { reportFault } from '../frame/interruption.ts';
import type { Display } from './display.ts';
import { createLateRoots } from './late-roots.ts';
import { createSlicer, untilIdle } from './slices.ts';

/** Wait after a change before we look for new shadow roots, in milliseconds. */
const TIDY_MS = 1_000;
/** Time between two checks for changes that no mutation record reports, in milliseconds. */
const BEAT_MS = 1_000;

interface UpkeepOptions {
  readonly document: Document;
  /** The part of the page that is read. */
  readonly root: Node;
  readonly display: Display;
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
  /** Once, `TIDY_MS` after a change: look for new shadow roots of old elements. */
  tidy(): void;
  stop(): void;
  /** Drop all references to the page. */
  clear(): void;
}

export function createUpkeep(options: UpkeepOptions): Upkeep {
  const { document, root, display, signal, clock } = options;
  const slicer = createSlicer(untilIdle, signal, clock);
  const roots = createLateRoots(slicer, whenIdle, options.onRoot, options.onDue);
  let tidying: number | undefined;
  let beating: number | undefined;

  function whenIdle(task: () => Promise<void>): void {
    // After an abort there is nothing left to do, and nothing to report.
    slicer
      .giveTurn()
      .then(task)
      .catch((error) => {
        if (!signal.aborted) reportFault(error);
      });
  }

  function beat(): void {
    beating = clock.setTimeout(beat, BEAT_MS);
    if (document.visibilityState !== 'visible') return;
    display.refresh();
    roots.check();
  }

  return {
    beat,
    search: roots.search,
    tidy() {
      tidying ??= clock.setTimeout(() => {
        tidying = undefined;
        roots.search([root]);
      }, TIDY_MS);
    },
    stop() {
      clock.clearTimeout(tidying);
      clock.clearTimeout(beating);
    },
    clear: roots.clear,
  };
}
