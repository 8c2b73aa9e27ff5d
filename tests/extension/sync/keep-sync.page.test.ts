/** In real Chromium, for its database: what goes to the browser's sync, when, and what comes back. */
import '../fake-browser.ts';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_FORM, putEntry } from '../../../src/core/own/own-entries.ts';
import { setKnown } from '../../../src/core/settings/muted.ts';
import { changeGlossary, readGlossary } from '../../../src/extension/library/glossary-store.ts';
import { readSettings, updateSettings } from '../../../src/extension/storage/settings.ts';
import { keepSync } from '../../../src/extension/sync/keep-sync.ts';
import { meet as meetHere } from '../../../src/extension/sync/meeting.ts';
import { readSync, switchSync } from '../../../src/extension/sync/sync-store.ts';
import {
  createDevice,
  type Device,
  know,
  meet,
  WRITER,
  writeEntry,
} from '../../core/sync/devices.ts';

const OWN = 'my-glossary';
const { storage, alarms } = fakeBrowser;

let life: AbortController;
let set: MockInstance<typeof storage.sync.set>;

beforeEach(async () => {
  fakeBrowser.reset();
  set = vi.spyOn(storage.sync, 'set');
  await Promise.all([deleteDB('newsgloss'), deleteDB('newsgloss-sync')]);
  life = new AbortController();
  keepSync(() => WRITER, life.signal);
});
afterEach(async () => {
  life.abort();
  // What is still under way finds it switched off.
  await switchSync(false);
  vi.restoreAllMocks();
});

const area = () => storage.sync.get(null) as Promise<Record<string, unknown>>;
const alarmTimes = async () => (await alarms.getAll()).map(({ scheduledTime }) => scheduledTime);
const readKnown = async () => (await readSettings()).known;
const knowHere = (ref: string) => updateSettings((now) => setKnown(now, ref, true));
const glosses = async () => (await readGlossary(OWN))?.entries.map(({ gloss }) => gloss);

/** Ring the alarm, as the browser does when its time has come. */
async function ring(): Promise<void> {
  await alarms.clear('sync');
  await alarms.onAlarm.trigger({
    name: 'sync',
    scheduledTime: Date.now(),
    persistAcrossSessions: false,
  });
  // Comes after what the alarm has begun, by its lock.
  await meetHere(WRITER, false);
}

async function switchOn(): Promise<void> {
  await switchSync(true);
  await expect.poll(async () => (await readSync())?.met).toBeGreaterThan(0);
  await meetHere(WRITER, false);
}

/** What another device does: it looks at what is there, changes something, and writes it. */
async function elsewhere(change: (device: Device) => void, device = createDevice('zz')) {
  device.area = await area();
  meet(device, Date.now());
  change(device);
  meet(device, Date.now() + 1);
  await storage.sync.set(device.area);
  set.mockClear();
  return device;
}

describe('while sync is off', () => {
  it('nothing is read, written or planned', async () => {
    const get = vi.spyOn(storage.sync, 'get');
    await knowHere('a/one');
    await storage.sync.set({ '1/some/0': { 'known/a/theirs': ['zzzzzzzz', 1] } });
    await ring();
    expect(await readKnown()).toEqual(['a/one']);
    expect([set.mock.calls.length, get.mock.calls.length]).toEqual([1, 0]);
    expect(await alarmTimes()).toEqual([]);
  });
});

describe('what changes here', () => {
  it('goes at once when sync is switched on, and brings another device to the same', async () => {
    await knowHere('a/one');
    await updateSettings((now) => ({ ...now, pages: 'all', sitesOff: ['뉴스.example'] }));
    await changeGlossary(OWN, () => {
      const device = createDevice('xx');
      writeEntry(device, '협의체', '한국어 설명.');
      return device.own;
    });
    await switchOn();
    const other = createDevice('zz');
    other.area = await area();
    meet(other, Date.now());
    expect(other.choices).toEqual({ known: ['a/one'], pages: 'all', sitesOff: ['뉴스.example'] });
    expect(other.own.entries.map(({ gloss }) => gloss)).toEqual(['한국어 설명.']);
  });

  it('is gathered for half a minute, however much it is, and written in one go', async () => {
    await switchOn();
    set.mockClear();
    const before = Date.now();
    for (let i = 0; i < 40; i++) await knowHere(`a/${i}`);
    await expect.poll(alarmTimes).toHaveLength(1);
    const [first = 0] = await alarmTimes();
    expect(first - before).toBeGreaterThanOrEqual(30_000);
    await knowHere('a/late');
    expect(await alarmTimes()).toEqual([first]);
    expect(set).not.toHaveBeenCalled();
    await ring();
    expect(set).toHaveBeenCalledOnce();
    await ring();
    expect(set).toHaveBeenCalledOnce();
  });

  it('is tried again later where the browser refuses, and that is noted', async () => {
    await switchOn();
    set.mockRejectedValueOnce(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
    await knowHere('a/one');
    await ring();
    await expect.poll(async () => (await readSync())?.fault).toBe('refused');
    await expect.poll(alarmTimes).toHaveLength(1);
    await ring();
    expect((await readSync())?.fault).toBeNull();
    expect(JSON.stringify(await area())).toContain('known/a/one');
  });

  it('stays here if it is too large, and is named', async () => {
    await switchOn();
    await changeGlossary(OWN, () => {
      const device = createDevice('xx');
      const claims = Array.from({ length: 20 }, (_, i) => ({
        text: `${'협의체 '.repeat(90)}${i}`,
        source: 'own-note',
        asOf: '2030-05-14',
      }));
      writeEntry(device, 'Large', 'Large.');
      const entries = device.own.entries.map((entry) => ({ ...entry, claims }));
      return putEntry(
        { ...device.own, entries },
        null,
        { ...EMPTY_FORM, term: 'Small', gloss: 'Small.' },
        WRITER,
      );
    });
    await ring();
    expect((await readSync())?.left).toEqual({ entries: ['Large'], others: 0 });
    expect(Object.keys(await area())).toEqual(['1/own/small']);
  });

  it('in private windows goes nowhere', async () => {
    await switchOn();
    await updateSettings((now) => setKnown(now, 'a/private', true), 'private');
    await ring();
    expect(JSON.stringify(await area())).not.toContain('private');
  });
});

describe('what comes from another device', () => {
  it('holds here: settings, known terms, sites and own entries', async () => {
    await knowHere('a/mine');
    await switchOn();
    await elsewhere((device) => {
      know(device, 'a/theirs', true);
      device.choices = { ...device.choices, style: 'solid', sitesOff: ['quiet.example'] };
      writeEntry(device, 'QTG', 'Theirs.');
    });
    await expect.poll(glosses).toEqual(['Theirs.']);
    expect(await readSettings()).toMatchObject({
      style: 'solid',
      known: ['a/mine', 'a/theirs'],
      sitesOff: ['quiet.example'],
    });
    await meetHere(WRITER, true);
    expect(set).not.toHaveBeenCalled();
  });

  it('does not undo what an administrator has fixed, nor does that go out', async () => {
    await storage.managed.set({ settings: { style: 'marker' } });
    await updateSettings((now) => ({ ...now, pages: 'all' }));
    await switchOn();
    expect(JSON.stringify(await area())).not.toContain('marker');
    await elsewhere((device) => {
      device.choices = { ...device.choices, style: 'solid', pages: 'listed' };
    });
    await expect.poll(async () => (await readSettings()).pages).toBe('listed');
    expect((await readSettings()).style).toBe('marker');
    await storage.managed.remove('settings');
    expect((await readSettings()).style).toBe('solid');
  });

  it.each<[string, Record<string, unknown>]>([
    ['newer', { '2/all': 'something' }],
    ['broken', { '1/some/0': 'something' }],
  ])('is left alone if it is %s, and that is noted', async (fault, there) => {
    await switchOn();
    await storage.sync.set(there);
    set.mockClear();
    await expect.poll(async () => (await readSync())?.fault).toBe(fault);
    await knowHere('a/one');
    await ring();
    expect(set).not.toHaveBeenCalled();
    expect(await area()).toEqual(there);
    expect(await readKnown()).toEqual(['a/one']);
  });

  it('leaves own entries alone that cannot be read here, and is applied for the rest', async () => {
    await switchOn();
    await changeGlossary(OWN, () => ({ ...createDevice('xx').own, schema: 9 }) as never);
    await elsewhere((device) => {
      know(device, 'a/theirs', true);
      writeEntry(device, 'QTG', 'Theirs.');
    });
    await expect.poll(readKnown).toEqual(['a/theirs']);
    await expect(readGlossary(OWN)).rejects.toThrow('newer');
    expect(Object.keys(await area())).toContain('1/own/qtg');
  });
});

describe('when sync is switched off', () => {
  it('it stops at once, and forgets what it knew; what lies there stays', async () => {
    await knowHere('a/one');
    await switchOn();
    const there = await area();
    await knowHere('a/two');
    await expect.poll(alarmTimes).toHaveLength(1);
    set.mockClear();
    await switchSync(false);
    await expect.poll(alarmTimes).toEqual([]);
    await ring();
    expect(set).not.toHaveBeenCalled();
    expect(await area()).toEqual(there);
    expect(await readSync()).toBeNull();
  });
});
