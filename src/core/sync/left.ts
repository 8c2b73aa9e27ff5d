/** What found no room in the browser's sync, for the reader. */
import { type Items, isOwn } from './items.ts';

export interface Left {
  /** The first names of own entries. */
  readonly entries: readonly string[];
  /** How many settings, terms and sites. */
  readonly others: number;
}

export const NOTHING_LEFT: Left = { entries: [], others: 0 };

/** @param names - The names of items, as `fillArea` gives them. */
export function describeLeft(names: readonly string[], items: Items): Left {
  const there = names.filter((name) => items.get(name)?.value !== undefined);
  const entries = there.filter(isOwn).map((name) => firstName(items.get(name)?.value) ?? name);
  return { entries, others: there.length - entries.length };
}

function firstName(value: unknown): string | undefined {
  const { names } = value as { readonly names?: readonly { readonly text?: string }[] };
  return names?.[0]?.text;
}
