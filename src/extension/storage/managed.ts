/** Reads the administrator's policy, which the browser provides and the extension cannot change. */
import { browser } from 'wxt/browser';
import { NO_POLICY, type Policy, readPolicy } from '../../core/settings/policy.ts';
import { answered } from './answered.ts';
import { watchArea } from './stored.ts';

/** The current policy. Never fails: Firefox rejects if there is none. */
export async function readManaged(): Promise<Policy> {
  try {
    return readPolicy(await answered(() => browser.storage.managed.get()));
  } catch {
    return NO_POLICY;
  }
}

/** Call back after each change of the policy until the signal aborts. Firefox reads it once. */
export function watchManaged(callback: () => void, signal: AbortSignal): void {
  watchArea('managed', callback, signal);
}
