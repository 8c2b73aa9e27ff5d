/** When a page that has used up what it may cost may be read again. */
import { browserClock, type Clock } from '../frame/clock.ts';

/** The least time between two rests of a page that fights us, in milliseconds; doubles each time. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 64_000;
/** A page without a change for so long, in milliseconds, is calm. */
const CALM_MS = 200;
/** How often a page that is not calm is looked at, in milliseconds. */
const LOOK_MS = 300;
/** A page that never calms down is tried again after so many pauses. */
const MOST_PAUSES = 10;

/**
 * Wait until a page has calmed down: at once after its first rest, then after pauses that grow.
 *
 * @param rests - How often it has rested before.
 * @returns Once the page may be read again, or the signal aborts.
 */
export async function whenCalm(
  document: Document,
  rests: number,
  signal: AbortSignal,
  clock: Clock = browserClock,
): Promise<void> {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (rests - 1));
  if (rests > 0) await wait(pauseMs, clock);
  const latest = clock.now() + MOST_PAUSES * Math.max(FIRST_PAUSE_MS, pauseMs);
  while (!signal.aborted && clock.now() < latest && !(await isCalm(document, clock))) {
    await wait(LOOK_MS, clock);
  }
}

/** Looks away at the first change: what is told of a storm is made at the page's cost. */
async function isCalm(document: Document, clock: Clock): Promise<boolean> {
  let hasChanged = false;
  const observer = new MutationObserver(() => {
    hasChanged = true;
    observer.disconnect();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  await wait(CALM_MS, clock);
  observer.disconnect();
  return !hasChanged;
}

const wait = (ms: number, clock: Clock) =>
  new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));
