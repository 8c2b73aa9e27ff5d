import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { STYLES } from '../../../src/core/settings/looks.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings.ts';
import { switchAll, switchSite } from '../../../src/core/settings/site-switches.ts';
import {
  forgetPrivateSettings,
  readSettings,
  updateSettings,
  watchSettings,
} from '../../../src/extension/storage/settings.ts';
import { fc } from '../../properties.ts';

const { local, session } = fakeBrowser.storage;
const off = (settings: Settings) => switchAll(settings, false);

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('readSettings', () => {
  it.each([
    ['empty', undefined],
    ['a text', 'rubbish'],
    ['a list', []],
    ['all wrong', { on: 1, sitesOff: 2, pages: 3, sitesListed: 4, style: 5 }],
    ['newer', { version: 99, on: { since: 'v99' } }],
  ])('gives the defaults when storage is %s, and deletes nothing', async (_, stored) => {
    if (stored !== undefined) await local.set({ settings: stored });
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect((await local.get('settings')).settings ?? undefined).toEqual(stored);
  });

  it('gives the defaults when storage fails', async () => {
    vi.spyOn(local, 'get').mockRejectedValue(new Error('storage is switched off'));
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('updateSettings', () => {
  it('stores what was chosen, and that alone', async () => {
    await updateSettings(off);
    expect((await local.get('settings')).settings).toEqual({ version: 1, on: false });
    expect((await readSettings()).on).toBe(false);
  });

  it('keeps what a newer version has stored', async () => {
    await local.set({ settings: { version: 9, on: true, dwell: 200, style: 'neon' } });
    await updateSettings(off);
    expect((await local.get('settings')).settings).toEqual({
      version: 9,
      on: false,
      dwell: 200,
      style: 'neon',
    });
  });

  it('says so when storage is full, and keeps what stood there', async () => {
    await updateSettings(off);
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await expect(updateSettings((s) => switchSite(s, 'a', false))).rejects.toThrow('quota');
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, on: false });
    await updateSettings((settings) => switchSite(settings, 'b', false));
    expect((await readSettings()).sitesOff).toEqual(['b']);
  });

  it('does not write over what it could not read', async () => {
    await local.set({ settings: { version: 1, sitesOff: ['a'] } });
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('not now'));
    await expect(updateSettings(off)).rejects.toThrow('not now');
    expect((await local.get('settings')).settings).toEqual({ version: 1, sitesOff: ['a'] });
  });

  it('lets the next writer on when a change throws', async () => {
    const wrong = () => {
      throw new Error('wrong');
    };
    await expect(updateSettings(wrong)).rejects.toThrow('wrong');
    await updateSettings(off);
    expect((await readSettings()).on).toBe(false);
  });
});

describe('private windows', () => {
  it('see the normal settings with their own choices over them', async () => {
    await updateSettings((settings) => switchSite(settings, 'a', false));
    await updateSettings(off, 'private');
    expect(await readSettings('private')).toEqual({
      ...DEFAULT_SETTINGS,
      on: false,
      sitesOff: ['a'],
    });
    await updateSettings((settings) => ({ ...settings, style: 'marker' }));
    expect(await readSettings('private')).toMatchObject({ on: false, style: 'marker' });
  });

  it('leave nothing in the normal settings', async () => {
    await updateSettings((settings) => switchSite(settings, 'secret.example', false), 'private');
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect(JSON.stringify(await local.get())).not.toContain('secret');
    expect(JSON.stringify(await session.get())).toContain('secret');
  });

  it('are forgotten when they end', async () => {
    await updateSettings(off, 'private');
    await forgetPrivateSettings();
    expect(await readSettings('private')).toEqual(DEFAULT_SETTINGS);
    expect(await session.get()).toEqual({});
  });
});

describe('watchSettings', () => {
  const watching = (windows: 'normal' | 'private') => {
    const seen: Settings[] = [];
    const stop = new AbortController();
    watchSettings((settings) => seen.push(settings), stop.signal, windows);
    return { seen, stop };
  };

  it('calls back with each change until it is stopped', async () => {
    const { seen, stop } = watching('normal');
    await updateSettings(off);
    await expect.poll(() => seen.at(-1)?.on).toBe(false);
    stop.abort();
    const count = seen.length;
    await updateSettings((settings) => switchAll(settings, true));
    await readSettings();
    expect(seen).toHaveLength(count);
  });

  it('tells private windows of both kinds of change, normal ones of theirs alone', async () => {
    const normal = watching('normal');
    const own = watching('private');
    await updateSettings(off, 'private');
    await expect.poll(() => own.seen.at(-1)?.on).toBe(false);
    await updateSettings((settings) => switchSite(settings, 'a', false));
    await expect.poll(() => own.seen.at(-1)?.sitesOff).toEqual(['a']);
    expect(normal.seen).toEqual([{ ...DEFAULT_SETTINGS, sitesOff: ['a'] }]);
    expect(own.seen.at(-1)).toEqual({ ...DEFAULT_SETTINGS, on: false, sitesOff: ['a'] });
    normal.stop.abort();
    own.stop.abort();
  });

  it('ends on the newest state when reads overtake each other', async () => {
    const { seen, stop } = watching('normal');
    const get = local.get.bind(local);
    let slow = true;
    let isBack = false;
    vi.spyOn(local, 'get').mockImplementation(async (key?: unknown) => {
      const stored = await get(key as string);
      // The first read to announce a change comes back last, with what is old by then.
      if (slow && (stored as { settings?: { on?: boolean } }).settings?.on === false) {
        slow = false;
        await new Promise((resolve) => setTimeout(resolve, 30));
        isBack = true;
      }
      return stored;
    });
    await local.set({ settings: { on: false } });
    await local.set({ settings: { on: true } });
    await expect.poll(() => isBack).toBe(true);
    expect(seen.at(-1)?.on).toBe(true);
    stop.abort();
  });

  it('does not stop the start when storage is switched off', () => {
    vi.spyOn(fakeBrowser.storage.onChanged, 'addListener').mockImplementation(() => {
      throw new Error('storage is switched off');
    });
    expect(() => watching('normal')).not.toThrow();
  });
});

/**
 * The model: each writer does one small thing that no other undoes. Whatever order storage answers
 * in, in the end every one of them has had its effect.
 */
describe('many writers at once', () => {
  const site = fc.integer({ min: 0, max: 40 }).map((number) => `site-${number}.example`);
  const job = fc.oneof(
    fc.record({ kind: fc.constant('site' as const), site }),
    fc.record({ kind: fc.constant('style' as const), style: fc.constantFrom(...STYLES) }),
    fc.record({ kind: fc.constant('all' as const), on: fc.boolean() }),
  );

  it('lose no update', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 12 }), fc.scheduler(), async (jobs, order) => {
        fakeBrowser.reset();
        const get = local.get.bind(local);
        const set = local.set.bind(local);
        const getting = vi
          .spyOn(local, 'get')
          .mockImplementation(order.scheduleFunction(async (key) => get(key as string)));
        const setting = vi
          .spyOn(local, 'set')
          .mockImplementation(order.scheduleFunction(async (items: object) => set(items)));

        let expected = DEFAULT_SETTINGS;
        const writers = jobs.map((one) => {
          const change = (settings: Settings): Settings => {
            if (one.kind === 'site') return switchSite(settings, one.site, false);
            if (one.kind === 'style') return { ...settings, style: one.style };
            return switchAll(settings, one.on);
          };
          return updateSettings((settings) => {
            expected = change(expected);
            return change(settings);
          });
        });
        await order.waitFor(Promise.all(writers));
        getting.mockRestore();
        setting.mockRestore();
        expect(await readSettings()).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
