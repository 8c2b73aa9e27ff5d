import '../fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSettings } from '../../../src/extension/tabs/own-pages.ts';

const NORMAL = { id: 1, incognito: false };
const PRIVATE = { id: 2, incognito: true };
const URL = 'moz-extension://us/options.html#own';

/** What the browser was asked to do, in order. */
let done: unknown[];

/** A browser with these windows, the last one in front, or without windows as on Android. */
function have(windows: readonly (typeof NORMAL)[] | undefined, isAllPrivate = false): void {
  const note = (what: string) => async (options: unknown) => void done.push([what, options]);
  Object.assign(fakeBrowser, {
    windows: windows && {
      getLastFocused: () => {
        const last = windows.at(-1);
        return last ? Promise.resolve(last) : Promise.reject(new Error('No window.'));
      },
      getAll: async () => windows,
      create: note('window'),
      update: async (id: number, options: unknown) => void done.push([id, options]),
    },
    tabs: { create: note('tab') },
    extension: { inIncognitoContext: isAllPrivate },
  });
  Object.assign(fakeBrowser.runtime, {
    getURL: (path: string) => `moz-extension://us${path}`,
    getBackgroundPage: async () => (isAllPrivate ? {} : null),
  });
}

beforeEach(() => {
  done = [];
});

describe('a page of ours opens', () => {
  it.each<[string, Parameters<typeof have>, unknown[]]>([
    ['in the window in front', [[PRIVATE, NORMAL]], [['tab', { url: URL }]]],
    ['where there are no windows', [undefined], [['tab', { url: URL }]]],
    ['where no window is open', [[]], [['tab', { url: URL }]]],
    [
      'in a normal window, which comes to the front, where a private one is',
      [[NORMAL, PRIVATE]],
      [
        ['tab', { url: URL, windowId: 1 }],
        [1, { focused: true }],
      ],
    ],
    [
      'in a new normal window where all that are open are private',
      [[PRIVATE]],
      [['window', { url: URL, incognito: false }]],
    ],
    ['in a private window where there are no others', [[PRIVATE], true], [['tab', { url: URL }]]],
  ])('%s', async (_, [windows, isAllPrivate], expected) => {
    have(windows, isAllPrivate);
    await openSettings('own');
    expect(done).toEqual(expected);
  });
});
