import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startInOpenTabs, startInTab } from '../../../src/extension/tabs/open-tabs.ts';

/** What went to the console. */
let said: unknown[];

beforeEach(() => {
  said = [];
  vi.spyOn(console, 'error').mockImplementation((error) => said.push(error));
  fakeBrowser.runtime.getManifest = () => ({ content_scripts: [{ js: ['scout.js'] }] }) as never;
});
afterEach(() => void vi.restoreAllMocks());

/** Let the browser answer every script with an error. */
const failWith = (error: Error) =>
  Object.assign(fakeBrowser, { scripting: { executeScript: () => Promise.reject(error) } });

describe('the scouts in all open tabs', () => {
  it('are not waited for without end where a tab is silent', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }, { id: 8 }] as never);
    const asked: number[] = [];
    const executeScript = ({ target }: { target: { tabId: number } }) => {
      asked.push(target.tabId);
      return target.tabId === 7 ? new Promise(() => undefined) : Promise.resolve([]);
    };
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    const started = startInOpenTabs();
    await vi.runAllTimersAsync();
    await started;
    expect(asked).toEqual([7, 8]);
  });
});

describe('the scout in an open tab', () => {
  it.each([
    ['a web store', 'The extensions gallery cannot be scripted.'],
    ['an error page', 'Frame with ID 0 is showing error page'],
    [
      'a host that a policy closes',
      'This page cannot be scripted due to an ExtensionsSettings policy.',
    ],
    [
      'a site without access',
      'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
    ],
    ['a tab that has closed', 'No tab with id: 7.'],
    ['a tab that closes just then', 'The tab was closed.'],
    ['a frame that is gone', 'Frame with ID 3 was removed.'],
    ['a tab that has closed, in Firefox', 'Invalid tab ID: 7'],
    ['a site without access, in Firefox', 'Missing host permission for the tab or frames'],
  ])('stays without it, in silence: %s', async (_, message) => {
    failWith(new Error(message));
    await startInTab(7);
    expect(said).toEqual([]);
  });

  it('writes a fault of ours to the console', async () => {
    const fault = new Error("Could not load file: 'scout.js'.");
    failWith(fault);
    await startInTab(7);
    expect(said).toEqual([fault]);
  });
});
