/** Decides what is written into the browser's sync, within its limits. */
import { keyOf, writeItem } from './area.ts';
import { bytesOf } from './bytes.ts';
import { type Item, type Items, isForgotten, isOwn, isSameItem } from './items.ts';

/** What browsers allow: bytes of one key with its value, bytes of all, keys. Source: Chrome, MDN. */
const MOST = { item: 8_192, all: 102_400, keys: 512 } as const;

/** What is to be written. */
export interface Filling {
  /** New values by key; empty if there is nothing to write. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Keys to remove: entries that were removed long ago. */
  readonly remove: readonly string[];
  /** The names of items that found no room. */
  readonly left: readonly string[];
}

/**
 * Put items into the browser's sync that are not there yet, or only in an earlier state.
 *
 * Nothing that is there is taken away, but for what was removed long ago: an item that finds no
 * room leaves its earlier state where it is. So two devices with different items never push out
 * each other's.
 *
 * @param held - What lies there, as `readArea` gives it.
 * @param items - The same, merged with the items of this device.
 */
export function fillArea(held: Items, items: Items, now: number): Filling {
  const shelf = createShelf(held, now);
  const left: string[] = [];
  for (const [name, item] of [...items].sort(inOrder)) {
    const there = held.get(name);
    if (isForgotten(item, now) || (there && isSameItem(there, item))) continue;
    if (!shelf.put(name, item)) left.push(name);
  }
  const gone = [...held].filter(
    ([name, item]) => isOwn(name) && isForgotten(item, now) && items.get(name)?.value === undefined,
  );
  return { set: shelf.changed(), remove: gone.map(([name]) => keyOf(name)), left };
}

/** What lies under one key, and its bytes: those of the key and of all rows. */
interface Shared {
  readonly rows: Map<string, { readonly row: unknown[]; readonly bytes: number }>;
  bytes: number;
}

function createShelf(held: Items, now: number) {
  const keys = new Map<string, Shared>();
  const put = new Set<string>();
  let all = 0;
  for (const [name, item] of held) place(name, writeItem(name, item), true);

  /** Put a row where it belongs if there is room, or in any case. Whether it was put. */
  function place(name: string, row: unknown[], isForced: boolean): boolean {
    const key = keyOf(name);
    const there = keys.get(key);
    const shared = there ?? { rows: new Map(), bytes: bytesOf(key) + 2 };
    const bytes = bytesOf(JSON.stringify(name)) + bytesOf(JSON.stringify(row)) + 2;
    const size = shared.bytes + bytes - (shared.rows.get(name)?.bytes ?? 0);
    const total = all + size - (there?.bytes ?? 0);
    const isRoom = size <= MOST.item && total <= MOST.all && (there || keys.size < MOST.keys);
    if (!isRoom && !isForced) return false;
    all = total;
    shared.bytes = size;
    shared.rows.set(name, { row, bytes });
    keys.set(key, shared);
    return true;
  }

  return {
    /** Put an item; false if there is no room for it. */
    put(name: string, item: Item): boolean {
      const isPut = place(name, writeItem(name, item), false);
      if (isPut) put.add(name);
      return isPut;
    },
    /** The values of all keys that have changed. */
    changed(): Record<string, unknown> {
      const nameIn = new Map([...put].map((name) => [keyOf(name), name]));
      return Object.fromEntries(
        [...nameIn].map(([key, name]) => {
          const rows = keys.get(key)?.rows ?? new Map();
          return [key, isOwn(name) ? rows.get(name)?.row : sharedValue(rows)];
        }),
      );
    },
  };

  function sharedValue(rows: Shared['rows']): Record<string, unknown> {
    const kept = [...rows].filter(([name]) => {
      const there = held.get(name);
      return put.has(name) || there === undefined || !isForgotten(there, now);
    });
    return Object.fromEntries(kept.map(([name, { row }]) => [name, row]));
  }
}

/**
 * Settings first, then what was removed, then known terms and sites, then own entries; of a kind
 * what was there first.
 */
function inOrder([one, first]: [string, Item], [other, second]: [string, Item]): number {
  return (
    rankOf(one, first) - rankOf(other, second) || first.at - second.at || (one < other ? -1 : 1)
  );
}

function rankOf(name: string, { value }: Item): number {
  if (name.startsWith('setting/')) return 0;
  if (value === undefined) return 1;
  return isOwn(name) ? 3 : 2;
}
