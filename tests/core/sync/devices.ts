/**
 * Devices of one reader for tests: what each has stored, what its browser holds of the sync, and
 * the account between them, which knows keys alone and lets any writer of a key win.
 */
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import {
  createOwnGlossary,
  EMPTY_FORM,
  putEntry,
  removeEntry,
} from '../../../src/core/own/own-entries.ts';
import { layOver } from '../../../src/core/settings/layer.ts';
import { setKnown } from '../../../src/core/settings/muted.ts';
import type { Choices } from '../../../src/core/settings/settings.ts';
import { readArea } from '../../../src/core/sync/area.ts';
import { fillArea } from '../../../src/core/sync/fill-area.ts';
import { meetChoices, meetOwn, newReplica, type Replica } from '../../../src/core/sync/replica.ts';

export type Area = Record<string, unknown>;

export const WRITER = { language: 'en', title: 'Mine', note: 'My note', today: '2030-05-14' };

export interface Device {
  replica: Replica;
  choices: Choices;
  own: Glossary;
  /** What its browser holds of the sync. */
  area: Area;
  /** What found no room. */
  left: readonly string[];
}

export const createDevice = (id: string): Device => ({
  replica: newReplica(id),
  choices: {},
  own: createOwnGlossary(WRITER),
  area: {},
  left: [],
});

/** Do what the extension does at one look. @returns Whether it wrote something. */
export function meet(device: Device, now: number): boolean {
  const area = readArea(device.area);
  if ('fault' in area) throw new Error(area.fault);
  const choices = meetChoices(device.replica, area.items, device.choices, now);
  const own = meetOwn(choices.replica, area.items, device.own, now);
  const { set, remove, left } = fillArea(area.items, own.replica.items, now);
  Object.assign(device, { replica: own.replica, choices: choices.local, own: own.local, left });
  Object.assign(device.area, asStored(set));
  for (const key of remove) delete device.area[key];
  return Object.keys(set).length > 0;
}

/** What a browser gives back: the same, with the keys of objects in another order. */
export function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
      : field,
  );
}

/** Bring a browser and the account together: of a key that differs, the one or the other holds. */
export function exchange(device: Device, account: Area, isOurs: (key: string) => boolean): void {
  for (const key of new Set([...Object.keys(device.area), ...Object.keys(account)])) {
    const [from, to] = isOurs(key) ? [device.area, account] : [account, device.area];
    if (from[key] === undefined) delete to[key];
    else to[key] = from[key];
  }
}

/** Let all devices look and exchange until none has anything to write. */
export function settle(devices: readonly Device[], account: Area, now: number): void {
  // A last round brings what the account has to those that looked before.
  for (let round = 0, quiet = 0; round < 20; round++) {
    quiet++;
    for (const device of devices) {
      exchange(device, account, (key) => account[key] === undefined);
      if (meet(device, now + round)) quiet = 0;
      exchange(device, account, () => true);
    }
    if (quiet === 2) return;
  }
  throw new Error('The devices never come to rest.');
}

export const writeEntry = (device: Device, term: string, gloss: string): void => {
  const id = device.own.entries.find(({ names }) => names[0]?.text === term)?.id ?? null;
  device.own = putEntry(device.own, id, { ...EMPTY_FORM, term, gloss }, WRITER);
};

export const dropEntry = (device: Device, id: string): void => {
  device.own = removeEntry(device.own, id);
};

export const know = (device: Device, ref: string, isKnown: boolean): void => {
  device.choices = {
    ...device.choices,
    known: setKnown(layOver(device.choices), ref, isKnown).known,
  };
};

export const glossesOf = ({ own }: Device): string[] =>
  own.entries.map(({ gloss }) => gloss).sort();
