/** Waits for something that is going to be so, by asking again and again. */

/** How often it is asked, in milliseconds: seldom enough to leave a small machine to the browser. */
const POLL_MS = 50;

/** After so long it is given up, in milliseconds: a busy machine may take ten times as long as others. */
export const PATIENCE_MS = 45_000;

/** What says that it is not so yet. */
type NotYet = null | undefined | false | '';

/**
 * Ask until there is an answer, and give it. What is asked throws for as long as it likes: a page
 * that is just being loaded cannot be asked.
 *
 * @param what - What is waited for, for the error.
 * @throws Error that names `what`, with the last thing that was thrown as its cause.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | NotYet> | T | NotYet,
  limitMs = PATIENCE_MS,
): Promise<T> {
  let cause: unknown;
  for (const start = Date.now(); ; await pause(POLL_MS)) {
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

/** For what cannot be waited for: say beside it why not. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
