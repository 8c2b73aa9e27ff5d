/** Asks the background until it answers. */
import { isAlive } from './alive.ts';

/** Before the second question, in milliseconds; then twice as long each time. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Ask until there is an answer: the browser may stop the background over a question, and starting it
 * takes long on a busy machine.
 *
 * @param isWanted - Whether an answer is still of use; asked after each failure.
 * @throws Whatever the last question did, once no answer is wanted or the extension has gone.
 */
export async function insist<T>(ask: () => Promise<T>, isWanted: () => boolean): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!isWanted() || !isAlive()) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
