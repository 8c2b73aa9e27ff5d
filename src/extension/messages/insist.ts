/** Repeats a question to the background until it answers. */
import { isAlive } from './alive.ts';

/** Pause before the second question, in milliseconds. Each further pause is twice as long. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Ask until there is an answer. The browser may stop the background before it answers, and starting
 * it again takes long on a busy machine.
 *
 * @param isWanted - Whether an answer is still needed; called after each failure.
 * @throws The last error, once no answer is needed or the extension is gone.
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
