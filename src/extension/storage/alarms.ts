/** Hears alarms, which the browser keeps while the background sleeps. */
import { browser } from 'wxt/browser';

/** Call back whenever an alarm goes off, until the signal aborts. Wakes the background. */
export function watchAlarm(alarm: string, callback: () => void, signal: AbortSignal): void {
  const ring = ({ name }: { readonly name: string }) => {
    if (name === alarm) callback();
  };
  browser.alarms.onAlarm.addListener(ring);
  signal.addEventListener('abort', () => browser.alarms.onAlarm.removeListener(ring));
}
