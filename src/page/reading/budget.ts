/**
 * The work that we allow a page after its first reading. A page that never stops rewriting itself,
 * or that undoes what we paint, uses it up; then reading pauses.
 */
import type { Clock } from '../frame/clock.ts';

/** Work that a page may ask for at once, in milliseconds… */
const MOST_WORK_MS = 1_500;
/** …and the share of the time from then on: a feed of 50 items a second needs a sixth of it. */
const SHARE = 0.06;
/** So often a page may undo at once what was just painted… */
const MOST_LOSSES = 100;
/** …and each second from then on. */
const LOSSES_PER_SECOND = 2;

interface Budget {
  /** Work was done, in milliseconds. */
  spend(ms: number): void;
  /** The page has changed text that was painted a moment ago. */
  lose(): void;
  /** Whether the page has used up what it may cost. */
  isUsedUp(): boolean;
  /** Whether that is because it undoes what is painted. */
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
    spend(ms) {
      refill();
      work -= ms;
    },
    lose() {
      refill();
      losses--;
    },
    isUsedUp: () => work < 0 || losses < 0,
    isFought: () => losses < 0,
  };
}
