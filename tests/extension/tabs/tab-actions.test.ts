import '../fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSettings } from '../../../src/extension/storage/settings.ts';
import { createTabActions } from '../../../src/extension/tabs/tab-actions.ts';

const TAB = { id: 1, url: 'https://news.example/a', incognito: false };
const actions = createTabActions({
  on: (site) => `On for ${site}.`,
  off: (site) => `Off for ${site}.`,
  offEverywhere: () => 'Off everywhere.',
  fixed: () => 'Fixed.',
  count: String,
});

/** What the page was told to say, and how the menu's item was set. */
let said: unknown[];
let item: unknown;

beforeEach(() => {
  fakeBrowser.reset();
  said = [];
  Object.assign(fakeBrowser.tabs, {
    get: async () => TAB,
    query: async () => [TAB],
    sendMessage: async (_: number, { args }: { readonly args: readonly unknown[] }) =>
      void said.push(args[0]),
  });
  const update = async (_: string, change: unknown) => {
    item = change;
  };
  Object.assign(fakeBrowser, { contextMenus: { update }, action: { setIcon: async () => {} } });
});

describe('a site', () => {
  it('is switched by key and menu, which say so', async () => {
    await actions.switchSite(1, null);
    await actions.tellMenu();
    expect(item).toEqual({ checked: true, enabled: true });
    await actions.switchSite(1, null);
    await actions.tellMenu();
    expect(item).toEqual({ checked: false, enabled: true });
    expect(said).toEqual(['Off for news.example.', 'On for news.example.']);
  });

  it.each<[string, object, string, boolean]>([
    ['bars it', { sitesBarred: ['news.example'] }, 'Off for news.example. Fixed.', true],
    ['keeps it on', { settings: { sitesOff: [] } }, 'On for news.example. Fixed.', false],
  ])(
    'stays as it is where an administrator %s, and that is said',
    async (_, policy, words, off) => {
      await fakeBrowser.storage.managed.set(policy);
      const before = await readSettings();
      await actions.switchSite(1, null);
      await actions.tellMenu();
      expect(said).toEqual([words]);
      expect(item).toEqual({ checked: off, enabled: false });
      expect(await readSettings()).toEqual(before);
    },
  );
});
