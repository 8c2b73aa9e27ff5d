/** Limits how often we read a line that is rewritten without end, such as a ticker or a clock. */
import type { Clock } from '../frame/clock.ts';

/** How often a line may be read in its first window; after that, once in each window. */
const MOST_READS = 6;
/** The length of a window, in milliseconds. */
const WINDOW_MS = 2_000;

interface Throttle {
  /** Whether the line in an element may be read now. Each question counts as one read. */
  mayRead(parent: Element): boolean;
  /** After this time every line may be read again, in milliseconds. */
  readonly windowMs: number;
}

export function createThrottle({ now }: Pick<Clock, 'now'>): Throttle {
  const known = new WeakMap<Element, { since: number; reads: number }>();
  return {
    windowMs: WINDOW_MS,
    mayRead(parent) {
      const at = now();
      const line = known.get(parent);
      if (!line || at - line.since > 2 * WINDOW_MS) {
        known.set(parent, { since: at, reads: 1 });
        return true;
      }
      if (at - line.since >= WINDOW_MS) {
        // A line that filled its last window gets only this one read in the new one.
        line.reads = line.reads >= MOST_READS ? MOST_READS : 1;
        line.since = at;
        return true;
      }
      line.reads++;
      return line.reads <= MOST_READS;
    },
  };
}
