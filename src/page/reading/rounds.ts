/**
 * Says when a page is read: in rounds. A round follows soon after a change, and some time after one
 * that failed. Rounds end when the signal aborts, or when the page has used up its budget.
 */
import type { Clock } from '../frame/clock.ts';
import { Interruption, reportFault } from '../frame/interruption.ts';
import { createBudget } from './budget.ts';
import { createSlicer, type Slicer, yieldToPage } from './slices.ts';

/** Time from the first unread change to the reading of all, in milliseconds; never restarted. */
const GATHER_MS = 50;
/** Wait after a round that failed, in milliseconds: the background may be restarting. */
const RETRY_MS = 2_000;

interface RoundsOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Read what has changed. What changes during this round is read in the next one. */
  read(): Promise<void>;
  /** Whether anything is left to read. */
  isDue(): boolean;
  /** Whether the page has changed too much for this round to go on. */
  isStale(): boolean;
  /** Called when rounds have ended; a last one may still be running. */
  onStop(): void;
  /** Called when rounds have ended and none is running any more. */
  onEnd(): void;
  /** Called after `onStop` where the budget is used up; see `ReaderOptions`. */
  onPause?(isFought: boolean): void;
}

interface Rounds {
  /** Read the page for the first time. The budget does not limit this round. */
  start(): Promise<void>;
  /** Have a round begin `ms` milliseconds from now, if one is due and none is planned or running. */
  plan(ms?: number): void;
  /** Take work that was done off the budget; see `Budget`. */
  spend(ms: number, isLoss: boolean): void;
  /** End all rounds if the budget is used up. */
  checkBudget(): void;
  /** Cuts a round into slices, and breaks it off where it is not to go on. */
  readonly slicer: Slicer;
}

export function createRounds(options: RoundsOptions): Rounds {
  const { signal, clock, isStale } = options;
  const current = {
    throwIfAborted() {
      if (hasEnded() || isStale() || budget?.isUsedUp()) throw new Interruption();
    },
  };
  const spend = (ms: number, isLoss?: boolean) => budget?.spend(ms, isLoss);
  const slicer = createSlicer(yieldToPage, current, clock, spend);
  let isReading = false;
  let isPaused = false;
  let timer: number | undefined;
  /** Null during the first round. */
  let budget: ReturnType<typeof createBudget> | null = null;
  const hasEnded = () => isPaused || signal.aborted;

  function plan(ms = GATHER_MS): void {
    if (timer !== undefined || isReading || hasEnded() || !options.isDue()) return;
    timer = clock.setTimeout(() => {
      timer = undefined;
      void begin();
    }, ms);
  }

  async function begin(): Promise<void> {
    isReading = true;
    let wait = GATHER_MS;
    slicer.begin();
    try {
      await options.read();
    } catch (error) {
      reportFault(error);
      if (!isStale()) wait = RETRY_MS;
    }
    isReading = false;
    slicer.finish();
    budget ??= createBudget(clock);
    checkBudget();
    if (hasEnded()) options.onEnd();
    plan(wait);
  }

  function checkBudget(): void {
    if (isPaused || !budget?.isUsedUp()) return;
    isPaused = true;
    // The session lives on, and would keep all of this page's reading.
    signal.removeEventListener('abort', stop);
    stop();
    options.onPause?.(budget.isFought());
  }

  function stop(): void {
    clock.clearTimeout(timer);
    options.onStop();
    if (!isReading) options.onEnd();
  }

  return {
    async start() {
      signal.addEventListener('abort', stop, { once: true });
      await begin();
    },
    plan,
    spend,
    checkBudget,
    slicer,
  };
}
