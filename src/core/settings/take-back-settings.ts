import { canonical } from '../text/canonical.ts';
import { type Deed, takeBackMembers, takeBackValue } from '../text/deeds.ts';
import { SETTING_KEYS, type Settings } from './settings.ts';

/**
 * Take back what an act did to the settings: single values that are still as it left them, and of
 * lists the members that it added or removed.
 */
export function takeBackSettings(now: Settings, { before, after }: Deed<Settings>): Settings {
  const fields = SETTING_KEYS.map((key) => [
    key,
    takeBackSetting(now[key], { before: before[key], after: after[key] }),
  ]);
  return Object.fromEntries(fields);
}

function takeBackSetting(now: unknown, deed: Deed<unknown>): unknown {
  const { before, after } = deed;
  const areLists = Array.isArray(now) && Array.isArray(before) && Array.isArray(after);
  return areLists
    ? takeBackMembers<unknown>(now, { before, after }, canonical)
    : takeBackValue(now, deed);
}
