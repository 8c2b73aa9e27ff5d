/** Cuts work into slices, between which the page has its turn. */
import type { Steps } from '../../core/text/slices.ts';
import type { Clock } from '../frame/clock.ts';

/** The longest slice, in milliseconds: a frame at 60 a second has 16, and the page needs most of it. */
const SLICE_MS = 5;
/** So many steps are done in one go: a line of a ticker is read before its next text, however slowly. */
const FIRST_STEPS = 4;

interface Slicer {
  /** A slice begins: to be called after waiting for anything else. */
  begin(): void;
  /** The slice has ended, with the work or with waiting for something else. */
  finish(): void;
  /** Whether it is the page's turn. */
  isDue(): boolean;
  /** Whether no more should be begun than what must follow on what was done. */
  isHalfDue(): boolean;
  /** Give the page its turn; rejects if the signal has been aborted meanwhile. */
  giveTurn(): Promise<void>;
  /** Do steps, giving the page its turn wherever one is due. */
  run<T>(steps: Steps<T>): Promise<T>;
}

/**
 * @param yieldToPage - Resolves when the page has had its turn.
 * @param onSlice - Told of the length of each slice, in milliseconds.
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
    signal.throwIfAborted();
    begin();
  }

  async function run<T>(steps: Steps<T>): Promise<T> {
    for (let count = 1; ; count++) {
      const { done, value } = steps.next();
      if (done) return value;
      if (count >= FIRST_STEPS && isDue()) await giveTurn();
    }
  }

  return { begin, finish, isDue, isHalfDue: () => isOver(SLICE_MS / 2), giveTurn, run };
}

/**
 * Let the page have its turn before going on.
 *
 * Firefox forgets a yield that is asked for while it puts the page away to keep it in memory (seen
 * in 153: timers and idle callbacks come back with the page, tasks do not); when the page is shown
 * again it has had its turn.
 */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      removeEventListener('pageshow', end);
      resolve();
    };
    addEventListener('pageshow', end);
    void scheduler.yield().then(end);
  });
}

/** Wait until the page has nothing to do, or for a second. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 1_000 });
  });
}

/** So many items at a time. */
export function* handfuls<T>(items: Iterable<T>, count: number): Generator<T[]> {
  let some: T[] = [];
  for (const item of items) {
    if (some.push(item) < count) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
