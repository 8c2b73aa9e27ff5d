/** Keeps the style rules for mentions in the frame only while it has mentions. */
import { send } from '../../src/extension/messages/messages.ts';
import { endIfRemoved } from './end-if-removed.ts';

/**
 * How long a frame keeps the rules without a mention, in milliseconds. Each time they are added the
 * browser computes all styles of the page again.
 */
const KEPT_MS = 5_000;

/**
 * Create a switch that adds and removes the rules. They are not always there, since a page can ask
 * for the computed style of our `::highlight` and so detect the extension.
 *
 * @returns A function to be called with whether there are mentions.
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
      // The background is restarting, and the next mention tries again; or the extension is gone.
      areIn = !areNeeded;
      endIfRemoved();
    });
  }

  signal.addEventListener('abort', () => set(false), { once: true });
  return (areNeeded) => {
    if (areNeeded) set(true);
    else if (areIn) timer ??= setTimeout(() => set(false), KEPT_MS);
  };
}
