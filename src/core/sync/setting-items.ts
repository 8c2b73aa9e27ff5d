/**
 * Settings as items: one for each setting with a single value, one for each member of a list. What
 * an administrator lays down is not among them: these are the reader's choices, which lie below it.
 */
import type { Choices, Settings } from '../settings/settings.ts';
import { MOST_LISTED, SETTING_KEYS, SETTINGS } from '../settings/settings.ts';
import type { Items } from './items.ts';

/** Lists that are synced member by member. */
const LISTS = ['known', 'notHere', 'sitesOff', 'sitesListed', 'glossariesOff'] as const;
type ListKey = (typeof LISTS)[number];

/** Settings that are synced whole. Barred sites are the administrator's. */
const WHOLE: readonly (keyof Settings)[] = SETTING_KEYS.filter(
  (key) => SETTINGS[key].type !== 'array',
);

const nameOf = (key: string): string => `setting/${key}`;

/** Whether an item is a member of a list. */
export const isMember = (name: string): boolean => LISTS.some((key) => name.startsWith(`${key}/`));

/** The value of a member that is there. */
const THERE = 1;

/** The values of all items that some choices make, by name. */
export function valuesOfChoices(choices: Choices): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const key of WHOLE) {
    if (choices[key] !== undefined) values.set(nameOf(key), choices[key]);
  }
  for (const key of LISTS) {
    for (const member of choices[key] ?? []) values.set(nameOfMember(key, member), THERE);
  }
  return values;
}

/**
 * Whether choices say of an item whether it is there. A list that is absent, since it was never
 * chosen or cannot be read, does not mean that its members were removed.
 */
export function tells(choices: Choices, name: string): boolean {
  return LISTS.some((key) => name.startsWith(`${key}/`) && choices[key] !== undefined);
}

/**
 * Apply items to choices. What cannot be read is left out; a list that is full takes no more.
 *
 * @returns The choices; `choices` itself if nothing differs.
 */
export function applyToChoices(items: Items, choices: Choices): Choices {
  const changes: Record<string, unknown> = {};
  for (const key of WHOLE) {
    const value = SETTINGS[key].read(items.get(nameOf(key))?.value);
    if (value !== undefined && value !== choices[key]) changes[key] = value;
  }
  for (const key of LISTS) {
    const list = applyToList(items, key, choices[key] ?? []);
    if (list !== null) changes[key] = list;
  }
  return Object.keys(changes).length === 0 ? choices : { ...choices, ...changes };
}

/** The list after the items were applied; null if it stays as it is. */
function applyToList(items: Items, key: ListKey, list: readonly unknown[]): unknown[] | null {
  const names = new Set(list.map((member) => nameOfMember(key, member)));
  const kept = list.filter((member) => {
    const item = items.get(nameOfMember(key, member));
    return item === undefined || item.value !== undefined;
  });
  const added = [...items]
    .filter(([name, { value }]) => name.startsWith(`${key}/`) && value !== undefined)
    .filter(([name]) => !names.has(name))
    .sort(([one, { at }], [other, { at: second }]) => at - second || (one < other ? -1 : 1))
    .flatMap(([name]) => readMember(key, name.slice(key.length + 1)))
    .slice(0, Math.max(0, MOST_LISTED - kept.length));
  return kept.length === list.length && added.length === 0 ? null : [...kept, ...added];
}

function nameOfMember(key: ListKey, member: unknown): string {
  if (key !== 'notHere') return `${key}/${member}`;
  const { ref, site } = member as Settings['notHere'][number];
  return `${key}/${ref}/${site}`;
}

/** The member in a list by itself, or an empty list if it cannot be read. */
function readMember(key: ListKey, text: string): readonly unknown[] {
  if (key !== 'notHere') return SETTINGS[key].read([text]) ?? [];
  const [, ref, site] = /^([^/]+\/[^/]+)\/(.+)$/s.exec(text) ?? [];
  return SETTINGS[key].read([{ ref, site }]) ?? [];
}
