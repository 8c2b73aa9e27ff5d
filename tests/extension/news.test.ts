import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyImport } from '../../src/extension/import.ts';
import { hasMetReader, hasUnseenNews, markNewsSeen } from '../../src/extension/news.ts';
import { readTermToAdd } from '../../src/extension/own-pages.ts';
import { readSettings } from '../../src/extension/settings.ts';

const { local } = fakeBrowser.storage;

afterEach(() => vi.restoreAllMocks());

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Newsgloss',
    version: '1.2.0',
  });
});

describe('news', () => {
  it.each([
    ['nothing on installation', undefined, false, false],
    ['nothing of the version that was seen', '1.2.0', false, true],
    ['of a later version', '1.1.9', true, true],
  ])('have %s', async (_, seen, isNew, isMet) => {
    if (seen) await local.set({ 'news-seen': seen });
    expect(await hasUnseenNews()).toBe(isNew);
    expect(await hasMetReader()).toBe(isMet);
  });

  it('are no news once they were seen', async () => {
    await local.set({ 'news-seen': '1.1.9' });
    await markNewsSeen();
    expect(await hasUnseenNews()).toBe(false);
  });

  it('are none where storage is switched off', async () => {
    vi.spyOn(local, 'get').mockRejectedValue(new Error('off'));
    expect(await hasUnseenNews()).toBe(false);
  });
});

describe('an import', () => {
  it('changes nothing when its glossaries cannot be stored', async () => {
    // Node has no IndexedDB.
    await expect(applyImport({ choices: { style: 'solid' }, glossaries: [] })).rejects.toThrow();
    expect((await readSettings()).style).toBe('dotted');
    expect(await local.get()).toEqual({});
  });
});

describe('a term to add', () => {
  it.each([
    ['#add=NCG', 'NCG'],
    ['#add=%ED%95%B5%20x', '핵 x'],
    ['#add=', ''],
    ['#add=%E0%A4%A', null],
    [`#add=${'x'.repeat(300)}`, 'x'.repeat(200)],
    ['#news', null],
    ['', null],
  ])('is read from %s', (hash, expected) => expect(readTermToAdd(hash)).toBe(expected));
});
