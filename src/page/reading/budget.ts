/**
 * The work that we allow a page after its first reading. A page that never stops rewriting itself,
 * or that undoes what we paint, uses it up; then reading pauses.
 */
import type { Clock } from '../frame/clock.ts';

/** The work that a full budget allows, in milliseconds. */
const MOST_WORK_MS = 1_500;
/**
 * Work added back for each millisecond that passes, in milliseconds. A feed of 50 items a second
 * needs a sixth of it.
 */
const SHARE = 0.06;
/** How often a page may undo fresh painting while its budget is full. */
const MOST_LOSSES = 100;
/** Losses added back each second. */
const LOSSES_PER_SECOND = 2;

interface Budget {
  /**
   * Take off work that was done.
   *
   * @param ms - How long it took, in milliseconds.
   * @param isLoss - Whether the page has changed text that was painted a moment ago.
   */
  spend(ms: number, isLoss?: boolean): void;
  /** Whether no work, or no loss, is left. */
  isUsedUp(): boolean;
  /** Whether no loss is left: the page keeps undoing what we paint. */
  isFought(): boolean;
}

export function createBudget({ now }: Pick<Clock, 'now'>): Budget {
  let work = MOST_WORK_MS;
  let losses = MOST_LOSSES;
  let since = now();

  function refill(): void {
    const passed = now() - since;
    since += passed;
    work = Math.min(MOST_WORK_MS, work + passed * SHARE);
    losses = Math.min(MOST_LOSSES, losses + (passed / 1_000) * LOSSES_PER_SECOND);
  }

  return {
    spend(ms, isLoss) {
      refill();
      work -= ms;
      if (isLoss) losses--;
    },
    isUsedUp: () => work < 0 || losses < 0,
    isFought: () => losses < 0,
  };
}
