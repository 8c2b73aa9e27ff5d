import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setKnown, setNotHere } from '../../../src/core/settings/muted.ts';
import { switchSite } from '../../../src/core/settings/site-switches.ts';
import { announceLibraryChange } from '../../../src/extension/library/library-revision.ts';
import type { Place } from '../../../src/extension/messages/messages.ts';
import { updateSettings } from '../../../src/extension/storage/settings.ts';
import { keepPlaces } from '../../../src/extension/tabs/places.ts';

const NORMAL = { id: 1, url: 'https://www.news.example/a', incognito: false };
const PRIVATE = { id: 2, url: 'https://news.example/b', incognito: true };
let life: AbortController;
/** The tabs that were told to ask again, the newest last. */
let told: number[];
/** Patterns of what the reader lets us read, and tabs that may be read this once. */
let open: { origins: string[]; tabs: number[] };
/** Tells of a change of access. */
let tellAccess: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'N', version: '1.0' });
  life = new AbortController();
  told = [];
  open = { origins: ['http://*.news.example/*', 'http://*.other.example/*'], tabs: [] };
  fakeBrowser.permissions.contains = (async ({ origins }: { origins: string[] }) =>
    open.origins.includes(origins[0]!)) as never;
  const change = {
    addListener(callback: () => void) {
      tellAccess = callback;
    },
    removeListener() {},
  };
  Object.assign(fakeBrowser.permissions, { onAdded: change, onRemoved: change });
  fakeBrowser.tabs.get = (async (id: number) =>
    open.tabs.includes(id) ? { id, url: NORMAL.url } : { id }) as never;
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([NORMAL, PRIVATE] as never);
  fakeBrowser.tabs.sendMessage = (async (tab: number, message: unknown) => {
    // What holds for a tab may be another page's, by the time it hears of it.
    expect(message).toEqual({ name: 'askAgain', args: [] });
    told.push(tab);
  }) as never;
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

const keep = () => keepPlaces(async () => undefined, life.signal);

describe('what holds for a page', () => {
  it('names no site', async () => {
    await updateSettings((now) => switchSite(now, 'secret.example', false));
    await updateSettings((now) => setNotHere(now, 'a/b', 'other.example', true));
    await updateSettings((now) => setNotHere(now, 'a/c', 'news.example', true));
    await updateSettings((now) => setKnown(now, 'a/d', true));
    const place = await keep()(NORMAL);
    expect(place).toEqual({
      settings: {
        on: true,
        pages: 'articles',
        style: 'dotted',
        colour: 'text',
        mentions: 'all',
        dwell: 'usual',
        muted: ['a/d', 'a/c'],
      },
      library: { revision: 0 },
    });
  });

  it('is whole where the library changes while it is asked for', async () => {
    const placeOf = keep();
    for (let turns = 0; turns < 20; turns++) {
      const place = placeOf(NORMAL);
      for (let i = 0; i < turns; i++) await null;
      await announceLibraryChange();
      expect((await place).library).toEqual({ revision: expect.any(Number) });
    }
  });

  it.each<[string, string | undefined, boolean]>([
    ['its site is off', 'https://news.example/a', false],
    ['another is off', 'https://other.example/a', true],
    ['it is no web page', 'about:blank', false],
    ['its address is not told', undefined, false],
  ])('is on or off where %s', async (_, url, expected) => {
    await updateSettings((now) => switchSite(now, 'news.example', false));
    expect((await keep()({ url, incognito: false })).settings.on).toBe(expected);
  });

  it('is off where the reader does not let us read the site, but for a page this once', async () => {
    open.origins = [];
    expect((await keep()(NORMAL)).settings.on).toBe(false);
    open.tabs = [1];
    expect((await keep()(NORMAL)).settings.on).toBe(true);
    expect((await keep()(PRIVATE)).settings.on).toBe(false);
  });

  it('is asked for again by every tab after a change of access', async () => {
    keep();
    tellAccess();
    await expect.poll(() => told).toEqual(expect.arrayContaining([1, 2]));
  });

  it('is as it is now from the moment of a change', async () => {
    const placeOf = keep();
    expect((await placeOf(NORMAL)).settings.on).toBe(true);
    const heard: Promise<Place>[] = [];
    // Asked before what has changed is read.
    fakeBrowser.storage.onChanged.addListener(() => void heard.push(placeOf(NORMAL)));
    await updateSettings((now) => ({ ...now, on: false }));
    await expect.poll(() => heard).toHaveLength(1);
    expect((await heard[0])?.settings.on).toBe(false);
  });

  it('is asked for again by every tab after a change', async () => {
    const placeOf = keep();
    expect((await placeOf(NORMAL)).settings.on).toBe(true);
    await updateSettings((now) => ({ ...now, on: false }));
    await expect.poll(() => told).toEqual(expect.arrayContaining([1, 2]));
    expect((await placeOf(NORMAL)).settings.on).toBe(false);
    expect((await placeOf(PRIVATE)).settings.on).toBe(false);
  });

  it('is another in private tabs where it was chosen in one', async () => {
    const placeOf = keep();
    await updateSettings((now) => ({ ...now, style: 'solid' }), 'private');
    await expect.poll(() => told).toContain(2);
    expect((await placeOf(PRIVATE)).settings.style).toBe('solid');
    expect((await placeOf(NORMAL)).settings.style).toBe('dotted');
  });

  it('is asked for after a change of the library, once that has been read', async () => {
    let finish = () => {};
    const isRead = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const placeOf = keepPlaces(() => isRead, life.signal);
    await announceLibraryChange();
    expect(told).toEqual([]);
    finish();
    await expect.poll(() => told).toContain(1);
    expect((await placeOf(NORMAL)).library.revision).toBe(1);
  });

  it('is told no more once the signal has aborted', async () => {
    keep();
    life.abort();
    await updateSettings((now) => ({ ...now, on: false }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual([]);
  });
});
