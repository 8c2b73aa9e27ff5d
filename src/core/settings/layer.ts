/**
 * A stored layer of settings. It holds only what was chosen, so that a better default reaches
 * everyone who did not choose. The settings in force are the defaults, overridden by one or two
 * layers.
 */
import {
  type Choices,
  DEFAULT_SETTINGS,
  SETTING_KEYS,
  SETTINGS,
  type Settings,
} from './settings.ts';

/** The version of the stored format. Of a newer one we read the settings that we know. */
const SETTINGS_VERSION = 1;

/** The readable part of a stored layer. */
interface StoredLayer {
  readonly choices: Choices;
  /** The stored settings that cannot be read, wholly or in part; `''`: the whole layer. */
  readonly unreadable: readonly (keyof Settings | '')[];
}

/**
 * Read a stored layer, which may be absent, corrupt or of a newer version.
 *
 * Each setting is read by itself, so that a bad value affects no other. Never throws.
 */
export function readLayer(stored: unknown): StoredLayer {
  if (stored === undefined || stored === null) return { choices: {}, unreadable: [] };
  if (!isRecord(stored)) return { choices: {}, unreadable: [''] };
  const choices: Choices = {};
  const unreadable: (keyof Settings)[] = [];
  for (const key of SETTING_KEYS) {
    const value = stored[key];
    if (value === undefined) continue;
    const read = SETTINGS[key].read(value);
    if (read !== undefined) Object.assign(choices, { [key]: read });
    if (!isSame(read, value)) unreadable.push(key);
  }
  return { choices, unreadable };
}

/** Whether a newer version of the extension has written a stored layer. */
export function isNewerLayer(stored: unknown): boolean {
  return isRecord(stored) && readVersion(stored) > SETTINGS_VERSION;
}

/** The settings in force: the defaults, overridden by each layer in turn. */
export function layOver(...layers: readonly Choices[]): Settings {
  return Object.assign({}, DEFAULT_SETTINGS, ...layers);
}

/**
 * Make the layer to store after a change by the reader.
 *
 * Only settings that differ between `before` and `after` are written. All others stay as stored,
 * even those that this version does not know. A value that could not be read and is now replaced is
 * kept in `setAside`.
 *
 * @returns The layer; `stored` itself if nothing differs.
 */
export function writeLayer(stored: unknown, before: Settings, after: Settings): unknown {
  const changed = SETTING_KEYS.filter((key) => !isSame(before[key], after[key]));
  if (changed.length === 0) return stored;
  const { unreadable } = readLayer(stored);
  const old = isRecord(stored) ? stored : {};
  const replaced = unreadable
    .filter((key) => key === '' || changed.includes(key))
    .map((key) => ({ key, value: key === '' ? stored : old[key] }));
  return {
    ...old,
    version: Math.max(SETTINGS_VERSION, readVersion(old)),
    ...Object.fromEntries(changed.map((key) => [key, after[key]])),
    ...(replaced.length > 0 && { setAside: [...listOf(old.setAside), ...replaced] }),
  };
}

/** Whether a value is an object with keys, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function readVersion({ version }: Readonly<Record<string, unknown>>): number {
  return typeof version === 'number' && Number.isFinite(version) ? version : 0;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
