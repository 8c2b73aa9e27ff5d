/** Syncs when something has changed, here or on another device, and gathers what is written. */
import { browser } from 'wxt/browser';
import type { Writer } from '../../core/own/own-entries.ts';
import { watchLibrary } from '../library/library-revision.ts';
import { watchAlarm } from '../storage/alarms.ts';
import { watchChoices } from '../storage/settings.ts';
import { meet } from './meeting.ts';
import { watchSyncArea } from './sync-area.ts';
import { readSync, watchSync } from './sync-store.ts';

const ALARM = 'sync';

/**
 * How long changes are gathered before they are written, in ms: the shortest alarm there is in
 * Chrome. So two writes a minute are the most; browsers allow 120, and 1,800 an hour.
 */
const GATHER_MS = 30_000;

/** What other devices have changed is looked for at each start after such a time, in ms. */
const STALE_MS = 60 * 60_000;

/** How long it takes until something that the browser refused is tried again, in ms. */
const AGAIN_MS = 10 * 60_000;

/**
 * Sync until the signal aborts, while the reader has it switched on. Without that, no alarm is set
 * and the browser's sync is not read.
 */
export function keepSync(writer: () => Writer, signal: AbortSignal): void {
  const sync = async (mayWrite: boolean) => {
    const outcome = await meet(writer(), mayWrite);
    if (outcome === 'more') await setAlarm(GATHER_MS);
    if (outcome === 'refused') await setAlarm(AGAIN_MS);
  };
  /** Nobody waits for what happens here: a failure is told in the console, and nowhere else. */
  const alone = (task: () => Promise<void>) => () => void task().catch(console.error);
  watchAlarm(
    ALARM,
    alone(() => sync(true)),
    signal,
  );
  const gather = alone(async () => {
    if ((await readSync()) !== null) await setAlarm(GATHER_MS);
  });
  watchChoices(gather, signal);
  watchLibrary(gather, signal);
  watchSyncArea(
    alone(() => sync(false)),
    signal,
  );
  const follow = alone(async () => {
    const state = await readSync();
    if (state === null) await browser.alarms.clear(ALARM);
    else if (state.met === 0) await sync(true);
  });
  watchSync(follow, signal);
  // Firefox forgets alarms when it ends.
  browser.runtime.onStartup.addListener(gather);
  signal.addEventListener('abort', () => browser.runtime.onStartup.removeListener(gather));
  const begin = alone(async () => {
    const state = await readSync();
    if (state !== null && Date.now() - state.met > STALE_MS) await sync(state.met === 0);
  });
  begin();
}

/** Set the alarm, unless it is set: a reader who goes on changing things is not waited for. */
async function setAlarm(inMs: number): Promise<void> {
  if (await browser.alarms.get(ALARM)) return;
  browser.alarms.create(ALARM, { when: Date.now() + inMs });
}
