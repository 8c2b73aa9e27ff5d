/**
 * What is synced, cut into items that are decided one by one: a setting, a known term, a site, an
 * own entry. Merging is the same in any order and as often as one likes, so devices that have seen
 * the same items agree, whichever way these took.
 */

import { canonical } from '../text/canonical.ts';
import { hashText } from '../text/word-keys.ts';
import { includes, joinVersions, type Version } from './versions.ts';

/** One item in the state that its last change left it in. */
export interface Item {
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
  /** Undefined: it was removed. */
  readonly value: unknown;
  /** Of own entries alone. */
  readonly version?: Version;
}

/** Items by name: `setting/pages`, `known/<glossary>/<entry>`, `own/<entry>`. */
export type Items = ReadonlyMap<string, Item>;

/** The beginning of the names of own entries. */
export const OWN = 'own/';

/** Whether an item is an own entry. */
export const isOwn = (name: string): boolean => name.startsWith(OWN);

/** How long it is remembered that something was removed, in milliseconds: half a year. */
const MEMORY_MS = 183 * 24 * 60 * 60 * 1_000;

/** Whether it was removed so long ago that it may be forgotten. */
export const isForgotten = ({ at, value }: Item, now: number): boolean =>
  value === undefined && at < now - MEMORY_MS;

/** Whether two states of an item are the same. */
export function isSameItem(one: Item, other: Item): boolean {
  return (
    one.at === other.at &&
    canonical(one.value) === canonical(other.value) &&
    canonical(one.version ?? {}) === canonical(other.version ?? {})
  );
}

/**
 * Merge two sets of items.
 *
 * Of a setting, a known term or a site the later change holds. Of an own entry a change that knew
 * the other holds. If neither knew the other, the later text holds, and the earlier one becomes an
 * entry of its own; a text holds against a removal. Nothing that somebody wrote is lost.
 */
export function mergeItems(ours: Items, theirs: Items): Map<string, Item> {
  const merged = new Map(ours);
  for (const [name, item] of theirs) mergeItem(merged, name, item);
  return merged;
}

function mergeItem(merged: Map<string, Item>, name: string, theirs: Item): void {
  const ours = merged.get(name);
  if (ours === undefined) merged.set(name, theirs);
  else if (isOwn(name)) mergeOwn(merged, name, ours, theirs);
  else merged.set(name, laterOf(ours, theirs));
}

function mergeOwn(merged: Map<string, Item>, name: string, ours: Item, theirs: Item): void {
  const [our = {}, their = {}] = [ours.version, theirs.version];
  const [knowsTheirs, knowsOurs] = [includes(our, their), includes(their, our)];
  if (knowsTheirs && knowsOurs) merged.set(name, laterOf(ours, theirs));
  else if (knowsOurs) merged.set(name, theirs);
  if (knowsTheirs || knowsOurs) return;
  const winner = winnerOf(ours, theirs);
  const loser = winner === ours ? theirs : ours;
  merged.set(name, { ...winner, version: joinVersions(our, their) });
  if (loser.value === undefined || canonical(loser.value) === canonical(winner.value)) return;
  const copy = copyOf(name.slice(OWN.length), loser.value);
  // Without a version, so that a copy that the reader has removed stays removed.
  mergeItem(merged, OWN + copy, { at: loser.at, value: loser.value, version: {} });
}

/**
 * The id of the entry that keeps a text which another has overruled. Every device that meets the
 * two makes the same one.
 *
 * @param id - The id of the entry that both were.
 */
export function copyOf(id: string, value: unknown): string {
  const mark = (hashText(canonical(value)) >>> 0).toString(36);
  return `${id.slice(0, LONGEST_START).replace(/-$/, '')}-${mark}`;
}

/** What of an id stands in that of its copy, in UTF-16 code units: the whole must fit into 80. */
const LONGEST_START = 70;

function winnerOf(one: Item, other: Item): Item {
  if (one.value === undefined) return other;
  return other.value === undefined ? one : laterOf(one, other);
}

/** The later change. Of two at the same time, one that removes nothing; else any, always the same. */
function laterOf(one: Item, other: Item): Item {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  if (one.value === undefined || other.value === undefined) {
    return one.value === undefined ? other : one;
  }
  return canonical(one.value) >= canonical(other.value) ? one : other;
}
