/** Lines of text that are rewritten without end (tickers, clocks) are read ever more seldom. */
import type { Clock } from '../frame/clock.ts';

/** So often a line is read at once… */
const MOST_READS = 6;
/** …within so long, in milliseconds; then it is read once in as long. */
const WINDOW_MS = 2_000;

interface Throttle {
  /** Whether a line may be read now, by the element around its text; counts it as read. */
  mayRead(parent: Element): boolean;
  /** After how long all lines may be read again, in milliseconds. */
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
        // It did not come to rest: one look is enough for this window.
        line.reads = line.reads >= MOST_READS ? MOST_READS : 1;
        line.since = at;
        return true;
      }
      line.reads++;
      return line.reads <= MOST_READS;
    },
  };
}
