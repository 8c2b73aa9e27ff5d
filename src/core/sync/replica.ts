/** What a device knows of the items: their states, and which values it had when it last looked. */
import type { Glossary } from '../glossary/glossary.ts';
import type { Choices } from '../settings/settings.ts';
import { canonical } from '../text/canonical.ts';
import { type Item, type Items, isForgotten, isOwn, mergeItems } from './items.ts';
import { applyToOwn, valuesOfOwn } from './own-items.ts';
import { applyToChoices, isMember, tells, valuesOfChoices } from './setting-items.ts';
import { nextVersion } from './versions.ts';

export interface Replica {
  /** The id of this device in versions; another one each time that sync is switched on. */
  readonly device: string;
  readonly items: Items;
  /** The values by name, in canonical JSON. What differs from them was changed here since. */
  readonly last: ReadonlyMap<string, string>;
  /** Whether it has met what lies in the browser's sync before. */
  readonly hasMet: { readonly settings: boolean; readonly own: boolean };
}

/** A device that has just switched sync on. */
export const newReplica = (device: string): Replica => ({
  device,
  items: new Map(),
  last: new Map(),
  hasMet: { settings: false, own: false },
});

/** What came of a meeting: the replica, and what is stored here from now on. */
interface Met<T> {
  readonly replica: Replica;
  readonly local: T;
}

/**
 * Bring the reader's choices and what lies in the browser's sync together.
 *
 * @param held - The items that lie there.
 * @param now - In milliseconds since 1970.
 */
export function meetChoices(
  replica: Replica,
  held: Items,
  choices: Choices,
  now: number,
): Met<Choices> {
  const noted = note(replica, held, now, {
    values: valuesOfChoices(choices),
    part: 'settings',
    tells: (name) => tells(choices, name),
  });
  const local = applyToChoices(noted.items, choices);
  return { replica: withLast(noted, 'settings', valuesOfChoices(local)), local };
}

/** Bring the own entries and what lies in the browser's sync together. */
export function meetOwn(replica: Replica, held: Items, own: Glossary, now: number): Met<Glossary> {
  const noted = note(replica, held, now, {
    values: valuesOfOwn(own),
    part: 'own',
    tells: isOwn,
  });
  const local = applyToOwn(noted.items, own);
  return { replica: withLast(noted, 'own', valuesOfOwn(local)), local };
}

type Part = keyof Replica['hasMet'];

const partOf = (name: string): Part => (isOwn(name) ? 'own' : 'settings');

interface Here {
  readonly values: ReadonlyMap<string, unknown>;
  readonly part: Part;
  /** Whether an item that is not among the values was removed. */
  readonly tells: (name: string) => boolean;
}

/** Note what was changed here since the last meeting, and merge what lies there. */
function note(replica: Replica, held: Items, now: number, { values, part, tells }: Here): Replica {
  const items = new Map(replica.items);
  const change = (name: string, value: unknown) => {
    // What is added here holds against a removal elsewhere that was not known here.
    const before = items.get(name) ?? (isMember(name) ? held.get(name) : undefined);
    items.set(name, changed(replica, name, before, value, now));
  };
  for (const [name, value] of values) {
    const text = canonical(value);
    if (replica.last.get(name) !== text && isSound(name + text)) change(name, value);
  }
  for (const name of replica.last.keys()) {
    if (partOf(name) === part && !values.has(name) && tells(name)) change(name, undefined);
  }
  // The other part is merged once what was changed there is noted.
  const theirs = new Map([...held].filter(([name]) => partOf(name) === part));
  const merged = mergeItems(items, theirs);
  for (const [name, item] of merged) if (isForgotten(item, now)) merged.delete(name);
  return { ...replica, items: merged };
}

/**
 * The state of an item after a change here: later than what it changes, whatever the clock says. A
 * setting or entry that was here before sync was switched on counts as old, so that it overrules
 * nothing.
 */
function changed(
  { device, hasMet }: Replica,
  name: string,
  before: Item | undefined,
  value: unknown,
  now: number,
): Item {
  const isOld = !hasMet[partOf(name)] && !isMember(name);
  const at = isOld ? 0 : Math.max(now, (before?.at ?? 0) + 1);
  if (!isOwn(name)) return { at, value };
  return { at, value, version: nextVersion(before?.version ?? {}, device) };
}

/** Whether a browser gives it back as it is: JSON writes half a pair of surrogates as an escape. */
const isSound = (text: string): boolean => text.isWellFormed() && !/\\ud[89a-f]/.test(text);

function withLast(replica: Replica, part: Part, values: ReadonlyMap<string, unknown>): Replica {
  const others = [...replica.last].filter(([name]) => partOf(name) !== part);
  const ours = [...values].map(([name, value]): [string, string] => [name, canonical(value)]);
  return {
    ...replica,
    last: new Map([...others, ...ours]),
    hasMet: { ...replica.hasMet, [part]: true },
  };
}
