/** Cuts work into slices of a few milliseconds, between which the page may run. */
import type { Steps } from '../../core/text/slices.ts';
import type { Clock } from '../frame/clock.ts';

/** The longest slice, in milliseconds. A frame lasts 16 of them, and the page needs most. */
const SLICE_MS = 5;
/** Things handled between two looks at the clock, where each takes a few microseconds. */
const HANDFUL = 32;
/** Steps always done before we yield: on a slow machine, too, a ticker's line gets read in time. */
const FIRST_STEPS = 4;

export interface Slicer {
  /** Begin a slice. Call it after waiting for anything other than the page's turn. */
  begin(): void;
  /** End the slice, because the work is done or waits for something else. */
  finish(): void;
  /** Whether the slice has lasted `SLICE_MS`, so that it is the page's turn. */
  isDue(): boolean;
  /** Whether half of the slice is over: the other half is for what must follow at once. */
  isHalfDue(): boolean;
  /** Give the page its turn, then begin a slice. Rejects if the signal was aborted meanwhile. */
  giveTurn(): Promise<void>;
  /** Give the page its turn if that is due. */
  takeTurn(): Promise<void>;
  /** Throws if the signal was aborted. */
  check(): void;
  /** Do all steps, and give the page its turn whenever that is due. */
  run<T>(steps: Steps<T>): Promise<T>;
}

/**
 * @param yieldToPage - Resolves when the page has had its turn.
 * @param onSlice - Called after each slice with its length in milliseconds.
 */
export function createSlicer(
  yieldToPage: () => Promise<void>,
  signal: Pick<AbortSignal, 'throwIfAborted'>,
  { now }: Pick<Clock, 'now'>,
  onSlice: (ms: number) => void = () => {},
): Slicer {
  let since = 0;
  const begin = () => {
    since = now();
  };
  const isOver = (ms: number) => now() - since >= ms;
  const isDue = () => isOver(SLICE_MS);

  const finish = () => onSlice(now() - since);

  async function giveTurn(): Promise<void> {
    finish();
    await yieldToPage();
    // First of all: what ends the work meanwhile must not have the page's own time counted as ours.
    begin();
    signal.throwIfAborted();
  }

  async function run<T>(steps: Steps<T>): Promise<T> {
    for (let count = 1; ; count++) {
      const { done, value } = steps.next();
      if (done) return value;
      if (count >= FIRST_STEPS && isDue()) await giveTurn();
    }
  }

  return {
    begin,
    finish,
    isDue,
    isHalfDue: () => isOver(SLICE_MS / 2),
    giveTurn,
    async takeTurn() {
      if (isDue()) await giveTurn();
    },
    check: () => signal.throwIfAborted(),
    run,
  };
}

/**
 * Let the page have its turn before going on. A task is posted, not `scheduler.yield()`: what goes on
 * after that comes before the page's timers, so that none of them runs while a long page is read, and
 * a third to a sixth of the frames is drawn (Chromium 156 and Firefox 153, slices of 5 ms).
 *
 * Firefox drops a task that is posted while it moves the page into its back-forward cache (seen
 * in 153: timers and idle callbacks come back with the page, tasks do not). So `pageshow` resolves
 * it too: a page that is shown again has had its turn.
 */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      removeEventListener('pageshow', end);
      resolve();
    };
    addEventListener('pageshow', end);
    void scheduler.postTask(() => undefined).then(end);
  });
}

/** Wait until the page is idle, but no longer than a second. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 1_000 });
  });
}

/** The items in groups of `HANDFUL`; the last group may be smaller. */
export function* handfuls<T>(items: Iterable<T>): Generator<T[]> {
  let some: T[] = [];
  for (const item of items) {
    if (some.push(item) < HANDFUL) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
