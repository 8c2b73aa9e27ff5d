/**
 * Sync through the browser. Two profiles cannot meet here without an account, so what another device
 * has written is put into `storage.sync` by a page of the extension, as the browser would do it.
 */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/core/sync/bytes.ts';
import { createDevice, type Device, know, meet, writeEntry } from '../core/sync/devices.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { readStored, store } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { expectSaid, openSettings, press } from './settings-page.ts';

const BODY = '<p>The NCG met in Seoul with USFK. The QTG did not.</p>';
const SWITCH = 'Sync through my browser';

describe.each(BROWSERS)('sync in %s', (kind) => {
  const harness = useHarness(kind);
  let settings: Page;
  beforeEach(async () => {
    await store(harness.inside, { settings: { version: 1, known: ['korea-us-alliance/usfk'] } });
    settings = await openSettings(harness);
    return () => settings.close();
  });

  const area = () => harness.inside.evaluate(readArea);
  const switchOn = async () => {
    await press(settings, SWITCH);
    await expectSaid(settings, 'Last synced:');
    await expect.poll(area).not.toEqual({});
  };
  /** What a device that syncs finds there. */
  const deviceThere = async (): Promise<Device> => {
    const device = createDevice('other');
    device.area = await area();
    meet(device, Date.now());
    return device;
  };
  /** Ring the alarm by which changes are gathered, and wait until it has been heard. */
  const ringNow = async () => {
    await harness.inside.evaluate(ringAlarm);
    await expectSoon(() => harness.inside.evaluate(hasAlarm), false);
    await harness.inside.evaluate(awaitSync);
  };
  /** Ring it before its time, once it is set. */
  const ring = async () => {
    await expectSoon(() => harness.inside.evaluate(hasAlarm), true);
    await ringNow();
  };

  it('is off until it is switched on: nothing is written, whatever changes', async () => {
    await press(settings, 'Solid');
    await expectSoon(() => readStored(harness.inside, 'settings'), {
      version: 1,
      known: ['korea-us-alliance/usfk'],
      style: 'solid',
    });
    expect(await area()).toEqual({});
    expect(await harness.inside.evaluate(hasAlarm)).toBe(false);
    await switchOn();
    expect((await deviceThere()).choices).toEqual({
      known: ['korea-us-alliance/usfk'],
      style: 'solid',
    });
  });

  it('brings what another device has changed to settings, open pages and own entries', async () => {
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPainted(page, ['NCG']);
    await settings.bringToFront();
    await switchOn();
    const other = await deviceThere();
    know(other, 'korea-us-alliance/ncg', true);
    know(other, 'korea-us-alliance/usfk', false);
    writeEntry(other, 'QTG', '다른 기기에서 쓴 설명입니다.');
    other.choices = { ...other.choices, dwell: 'long', sitesOff: ['quiet.example'] };
    meet(other, Date.now() + 1_000);
    await harness.inside.evaluate(writeArea, other.area);
    await expectPainted(page, ['USFK', 'QTG']);
    await expectSaid(settings, '다른 기기에서 쓴 설명입니다.');
    await expectSaid(settings, 'quiet.example');
    await expectSoon(() => readStored(harness.inside, 'settings'), {
      version: 1,
      known: ['korea-us-alliance/ncg'],
      dwell: 'long',
      sitesOff: ['quiet.example'],
    });
    harness.leave(page);
  });

  it('writes what is changed here, and stops at once when it is switched off', async () => {
    await switchOn();
    await press(settings, 'All pages');
    await ring();
    await expect.poll(async () => (await deviceThere()).choices.pages).toBe('all');
    await press(settings, SWITCH);
    await expectSaid(settings, 'Your browser’s sync still holds a copy.');
    await press(settings, 'Listed sites only');
    await expectSoon(() => readStored(harness.inside, 'settings'), {
      version: 1,
      known: ['korea-us-alliance/usfk'],
      pages: 'listed',
    });
    await ringNow();
    expect((await deviceThere()).choices.pages).toBe('all');
    await press(settings, 'Delete the copy');
    await expectSaid(settings, 'The copy in your browser’s sync is deleted.');
    expect(await area()).toEqual({});
  });

  it('leaves alone what a newer version wrote, and says so', async () => {
    await harness.inside.evaluate(writeArea, { '2/everything': ['from the future'] });
    await press(settings, SWITCH);
    await expectSaid(settings, 'until you update Newsgloss on this device');
    await press(settings, 'All pages');
    await expectSoon(() => readStored(harness.inside, 'settings'), {
      version: 1,
      known: ['korea-us-alliance/usfk'],
      pages: 'all',
    });
    await ring();
    expect(await area()).toEqual({ '2/everything': ['from the future'] });
  });

  it('counts no fewer bytes than the browser does', async () => {
    const value = ['협의체 😀 <b>"\\\n\u2028é', { at: 1 }];
    await harness.inside.evaluate(writeArea, { '1/own/x': value });
    const counted = await harness.inside.evaluate(countBytes, '1/own/x');
    expect(bytesOf(`1/own/x${JSON.stringify(value)}`)).toBeGreaterThanOrEqual(counted);
  });
});

/** The part of the extension's world that is asked for here; what follows is sent as text. */
declare const chrome: {
  readonly alarms: {
    get(name: string): Promise<object | undefined>;
    create(name: string, info: { readonly when: number }): Promise<void>;
  };
  readonly storage: {
    readonly sync: {
      get(): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      getBytesInUse(key: string): Promise<number>;
    };
  };
};

const readArea = () => chrome.storage.sync.get();
const writeArea = (items: Record<string, unknown>) => chrome.storage.sync.set(items);
const countBytes = (key: string) => chrome.storage.sync.getBytesInUse(key);
const hasAlarm = async () => Boolean(await chrome.alarms.get('sync'));
const ringAlarm = () => chrome.alarms.create('sync', { when: Date.now() });
/** What was begun when the alarm rang has ended then. */
const awaitSync = () => navigator.locks.request('newsgloss-sync', () => undefined);
