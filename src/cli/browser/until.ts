/** Waits for a condition by asking repeatedly. */

/**
 * Time after a question, in milliseconds: the first times one of them more each time, since most
 * answers come soon, then as long as a small machine needs to work.
 */
const POLL_MS = { more: 10, most: 50 };

/** Time limit, in milliseconds: a busy machine may take ten times as long as usual. */
export const PATIENCE_MS = 45_000;

/** Results that mean “not yet”. */
type NotYet = null | undefined | false | '';

/**
 * Ask until there is an answer, and return it. `ask` may throw meanwhile, as it does while a page
 * is loading.
 *
 * @param what - What is waited for, for the error.
 * @throws Error that names `what` after the time limit, with the last error as its cause.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | NotYet> | T | NotYet,
  limitMs = PATIENCE_MS,
): Promise<T> {
  let cause: unknown;
  let wait = 0;
  for (const start = Date.now(); ; await pause(wait)) {
    wait = Math.min(wait + POLL_MS.more, POLL_MS.most);
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false && answer !== '') {
        return answer;
      }
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() - start >= limitMs) {
      throw new Error(`After ${limitMs / 1_000} s there is still not: ${what}.`, { cause });
    }
  }
}

/** Wait for a fixed time. Use it only where no condition can be awaited, and say there why. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
