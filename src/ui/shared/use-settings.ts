import { useLayoutEffect, useState } from 'preact/hooks';
import type { Settings } from '../../core/settings/settings.ts';

/** A change of the settings: pure, and the same when it is made twice. */
export type Change = (settings: Settings) => Settings;

interface SettingsSource {
  /** As they were when the page was opened. */
  readonly settings: Settings;
  updateSettings(change: Change): Promise<void>;
  watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void;
}

/**
 * The settings as a page shows them, and what changes them. A change is shown at once, and stays
 * while storage tells of others that were made elsewhere before it.
 *
 * @returns The second rejects, with the settings shown as they were, when a change cannot be stored.
 */
export function useSettings(
  source: SettingsSource,
): readonly [Settings, (change: Change) => Promise<void>] {
  const [stored, setStored] = useState(source.settings);
  const [pending, setPending] = useState<readonly Change[]>([]);

  // Before the first frame, so that an answer that is there at once is in it.
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
