/**
 * How items lie in the browser's sync. The format's version begins each key, since a browser may
 * bring the keys one after the other. An own entry has a key of its own (`1/own/<id>`); smaller
 * items share one (`1/some/<number>`), by the hash of their names, so that a change of one touches
 * few others.
 */
import { isRecord } from '../settings/layer.ts';
import { hashText } from '../text/word-keys.ts';
import { type Item, type Items, isOwn, OWN } from './items.ts';
import type { Version } from './versions.ts';

/** The version of the format. `tests/privacy-table.test.ts` finds it by its name. */
const SYNC_FORMAT = 1;

/** Keys of small items. Full, with 100 KB of them, each has 3 KB of the 8 that it may have. */
const SHARED_KEYS = 32;

/** The latest time that is written: nine digits in base 36, in the year 5188. */
const LATEST = 36 ** 9 - 1;

/** Why the browser's sync is left alone: a newer Newsgloss wrote it, or it cannot be read. */
export type AreaFault = 'newer' | 'broken';

/** The key under which an item lies. */
export function keyOf(name: string): string {
  if (isOwn(name)) return `${SYNC_FORMAT}/${name}`;
  return `${SYNC_FORMAT}/some/${(hashText(name) >>> 0) % SHARED_KEYS}`;
}

/** What stands for an item in JSON: its time in base 36, then its version if it has one, its value. */
export function writeItem(name: string, { at, value, version }: Item): unknown[] {
  const time = Math.min(at, LATEST).toString(36);
  const rest = value === undefined ? [] : [value];
  return isOwn(name) ? [time, version ?? {}, ...rest] : [time, ...rest];
}

/**
 * Read all that lies in the browser's sync. Keys that are not of this kind are passed over. Values
 * are not checked: who applies them does that, and what he cannot read is handed on as it is.
 */
export function readArea(
  stored: Readonly<Record<string, unknown>>,
): { readonly items: Items } | { readonly fault: AreaFault } {
  const items = new Map<string, Item>();
  let fault: AreaFault | null = null;
  for (const [key, value] of Object.entries(stored)) {
    const format = Number(/^(\d+)\//.exec(key)?.[1] ?? 0);
    if (format > SYNC_FORMAT) return { fault: 'newer' };
    if (format === SYNC_FORMAT && !readKey(key.slice(key.indexOf('/') + 1), value, items)) {
      fault = 'broken';
    }
  }
  return fault ? { fault } : { items };
}

/** Whether all under a key could be read. */
function readKey(rest: string, value: unknown, items: Map<string, Item>): boolean {
  const rows = isOwn(rest) ? { [rest]: value } : value;
  if (!isRecord(rows) || !/^(?:own\/.|some\/\d+$)/.test(rest)) return false;
  return Object.entries(rows).every(([name, row]) => {
    const item = isOwn(name) === isOwn(rest) ? readItem(name, row) : null;
    if (item) items.set(name, item);
    return item !== null;
  });
}

function readItem(name: string, row: unknown): Item | null {
  if (!Array.isArray(row)) return null;
  const [time, ...rest] = row as readonly unknown[];
  if (typeof time !== 'string' || !/^[\da-z]{1,9}$/.test(time)) return null;
  const at = Number.parseInt(time, 36);
  if (!isOwn(name)) return rest.length <= 1 ? { at, value: rest[0] } : null;
  const [version, value] = rest;
  return rest.length <= 2 && isVersion(version) ? { at, value, version } : null;
}

function isVersion(value: unknown): value is Version {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(
    ([device, count]) => /^[\da-z]{1,12}$/.test(device) && Number.isSafeInteger(count),
  );
}

/** The id of an own entry in the name of its item. */
export const ownIdOf = (name: string): string => name.slice(OWN.length);
