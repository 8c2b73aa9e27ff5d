/** The clock that is handed to whatever needs time, so that tests need not wait. */

export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Run something after `ms` milliseconds. Returns the timer, for `clearTimeout`. */
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
}

/** The clock of the browser. */
export const browserClock: Clock = {
  now: () => performance.now(),
  setTimeout: (run, ms) => window.setTimeout(run, ms),
  clearTimeout: (timer) => window.clearTimeout(timer),
};

/**
 * Wait for an answer, but no longer than `ms` milliseconds.
 *
 * @throws Error if it has not come by then.
 */
export async function inTime<T>(answer: Promise<T>, ms: number, clock: Clock): Promise<T> {
  let timer: number | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = clock.setTimeout(() => reject(new Error(`No answer came in ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clock.clearTimeout(timer);
  }
}
