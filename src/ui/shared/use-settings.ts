import { useLayoutEffect, useState } from 'preact/hooks';
import type { Settings } from '../../core/settings/settings.ts';

/** A change of the settings: a pure function, which has the same effect when applied twice. */
export type Change = (settings: Settings) => Settings;

interface SettingsSource {
  /** The settings at the time the page opened. */
  readonly settings: Settings;
  updateSettings(change: Change): Promise<void>;
  watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void;
}

/**
 * The settings as a page shows them, and a function that changes them. A change is shown at once.
 * It also stays shown if storage reports changes made elsewhere before it was written.
 *
 * @returns The settings, and the function. The function rejects if the change cannot be stored;
 *   then the page shows the stored settings again.
 */
export function useSettings(
  source: SettingsSource,
): readonly [Settings, (change: Change) => Promise<void>] {
  const [stored, setStored] = useState(source.settings);
  const [pending, setPending] = useState<readonly Change[]>([]);

  // Before the first frame is drawn, so that an answer that is already there is in it.
  useLayoutEffect(() => {
    const stop = new AbortController();
    source.watchSettings(setStored, stop.signal);
    return () => stop.abort();
  }, [source]);

  async function change(make: Change): Promise<void> {
    const mine: Change = (settings) => make(settings);
    setPending((all) => [...all, mine]);
    try {
      await source.updateSettings(make);
      setStored(make);
    } finally {
      setPending((all) => all.filter((each) => each !== mine));
    }
  }
  return [pending.reduce((settings, make) => make(settings), stored), change];
}
