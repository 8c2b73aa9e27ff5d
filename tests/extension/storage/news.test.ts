import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyImport } from '../../../src/extension/library/import.ts';
import { hasMetReader, hasUnseenNews, markNewsSeen } from '../../../src/extension/storage/news.ts';
import { readSettings } from '../../../src/extension/storage/settings.ts';
import { openSettingsToAdd } from '../../../src/extension/tabs/own-pages.ts';
import { takeTermToAdd } from '../../../src/extension/tabs/this-tab.ts';

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
  const opened: string[] = [];
  beforeEach(() => {
    opened.length = 0;
    fakeBrowser.runtime.getURL = (path) => `chrome-extension://newsgloss${path}`;
    vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
      opened.push(new URL(url).hash);
    }) as never);
  });

  it.each([
    ['a word', 'NCG', 'NCG'],
    ['another script', '핵 x', '핵 x'],
    ['nothing', '', ''],
    ['several lines', '  Lantern\n Point ', 'Lantern Point'],
    ['a long text', 'x'.repeat(300), 'x'.repeat(200)],
  ])('is handed over in memory, and once: %s', async (_, selected, expected) => {
    await openSettingsToAdd(selected);
    const [hash = ''] = opened;
    expect(hash).toMatch(/^#add=[0-9a-f-]{36}$/);
    expect(await local.get()).toEqual({});
    expect(await takeTermToAdd(hash)).toBe(expected);
    expect(await takeTermToAdd(hash)).toBeNull();
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });

  it.each(['', '#news', '#add=', '#add=NCG'])('is not taken by the address %j', async (hash) => {
    await openSettingsToAdd('NCG');
    expect(await takeTermToAdd(hash)).toBeNull();
    expect(await takeTermToAdd(opened[0] ?? '')).toBe('NCG');
  });
});
