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
