/** Keeps the style rules for mentions in the frame only while it has mentions. */
import { insist } from '../../src/extension/messages/insist.ts';
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
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(areNeeded: boolean): void {
    clearTimeout(timer);
    timer = undefined;
    if (areNeeded === areIn) return;
    areIn = areNeeded;
    const turn = ++latest;
    // Asked again later, it would undo what was asked for since.
    const isLatest = () => turn === latest;
    const ask = async () => {
      if (isLatest()) await send('setRules', areNeeded);
    };
    insist(ask, () => isLatest() && !signal.aborted).catch(() => {
      // The frame is about to go, or the extension is gone.
      if (isLatest()) areIn = !areNeeded;
      endIfRemoved();
    });
  }

  signal.addEventListener('abort', () => set(false), { once: true });
  return (areNeeded) => {
    if (areNeeded) set(true);
    else if (areIn) timer ??= setTimeout(() => set(false), KEPT_MS);
  };
}
