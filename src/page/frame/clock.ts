/** Time as the reading of a page knows it, handed in: tests move it instead of waiting. */

export interface Clock {
  /** In milliseconds, from any moment on. */
  now(): number;
  /** Run something after so many milliseconds. */
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
}

/** The browser's own. */
export const browserClock: Clock = {
  now: () => performance.now(),
  setTimeout: (run, ms) => window.setTimeout(run, ms),
  clearTimeout: (timer) => window.clearTimeout(timer),
};

/**
 * Wait for an answer, but no longer than so many milliseconds.
 *
 * @throws Error when it has not come by then.
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
