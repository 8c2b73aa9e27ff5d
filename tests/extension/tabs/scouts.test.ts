import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateSettings } from '../../../src/extension/storage/settings.ts';
import { startScouts } from '../../../src/extension/tabs/scouts.ts';

/** What was run in tabs: the file, or what a scout was told. */
let run: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  run = [];
  fakeBrowser.runtime.getManifest = () => ({ content_scripts: [{ js: ['scout.js'] }] }) as never;
  const tab = { id: 7, url: 'https://news.example/a', incognito: false };
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never);
  const executeScript = async ({ files, args }: { files?: string[]; args?: unknown[] }) => {
    run.push(files?.[0] ?? args?.[0]);
    return [];
  };
  Object.assign(fakeBrowser, { scripting: { executeScript } });
});
afterEach(() => void vi.restoreAllMocks());

describe('the scouts of tabs that are open when a version comes', () => {
  it('start, and look as ever', async () => {
    await startScouts();
    expect(run).toEqual(['scout.js']);
  });

  it('are seen to once, until the extension ends', async () => {
    await startScouts();
    await startScouts();
    expect(run).toEqual(['scout.js']);
    await fakeBrowser.storage.session.clear();
    await startScouts();
    expect(run).toEqual(['scout.js', 'scout.js']);
  });

  it.each(['all', 'listed'] as const)('are told that %s pages are read', async (pages) => {
    await updateSettings((now) => ({ ...now, pages }));
    await startScouts();
    expect(run).toEqual(['scout.js', true]);
  });
});
