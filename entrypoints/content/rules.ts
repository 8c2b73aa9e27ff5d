/** The rules by which mentions look, in the frame only while it has mentions. */
import { send } from '../../src/extension/messages/messages.ts';

/**
 * How long a frame keeps the rules without a mention, in milliseconds: each time that they come, the
 * browser works out all styles of the page anew.
 */
const KEPT_MS = 5_000;

/**
 * Bring the rules in and take them out. Any page can ask for the computed style of a `::highlight`
 * by its name, and would know that we are there.
 *
 * @returns To be told whether there are mentions.
 */
export function createRules(signal: AbortSignal): (areNeeded: boolean) => void {
  let areIn = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(areNeeded: boolean): void {
    clearTimeout(timer);
    timer = undefined;
    if (areNeeded === areIn) return;
    areIn = areNeeded;
    send('setRules', areNeeded).catch(() => {
      // The background is being replaced: the next mention asks again.
      areIn = !areNeeded;
    });
  }

  signal.addEventListener('abort', () => set(false), { once: true });
  return (areNeeded) => {
    if (areNeeded) set(true);
    else if (areIn) timer ??= setTimeout(() => set(false), KEPT_MS);
  };
}
