import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Telling } from '../../../src/core/reading/telling.ts';
import { toldSheet } from '../../../src/core/reading/told-sheet.ts';
import { createPageReader } from '../../../src/extension/tabs/read-pages.ts';

const TAB = { id: 5, incognito: false };
const turns = vi.fn(async () => undefined);

beforeEach(() => {
  vi.stubGlobal('scheduler', { postTask: turns });
  turns.mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Blocks of text, numbered from 0 on. */
function tell(page: string, texts: readonly string[], count = 0): Telling {
  const blocks = texts.map((text, order) => ({ text, section: 1, order }));
  const sheet = toldSheet(blocks, 0);
  return { page, count, lang: 'en', sheets: [sheet], gone: [], orders: [] };
}

it('writes down once what goes wrong with us, and tells the page each time', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const lookUp = vi.fn().mockRejectedValue(new TypeError('a fault of ours'));
  const { read } = createPageReader({ lookUp });
  for (let time = 0; time < 2; time++) {
    await expect(read({ tab: TAB, frameId: 0 }, tell('p', ['NCG']))).rejects.toThrow('of ours');
  }
  expect(error).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError));
});

it('gives others their turn while it reads a long text', async () => {
  // Each look at the clock is a millisecond later, whoever looks.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
  const { read } = createPageReader({ lookUp: async () => [] });
  const texts = Array.from({ length: 400 }, (_, i) => `Line ${i} of many. `.repeat(80));
  await read({ tab: TAB, frameId: 0 }, tell('p', texts));
  expect(turns.mock.calls.length).toBeGreaterThan(10);
});

it('keeps a page in a panel, which has no tab, apart from tabs and other panels', async () => {
  const { read } = createPageReader({ lookUp: async () => [] });
  const inTab = { tab: TAB, frameId: 0 };
  const inPanel = { frameId: 0 };
  await read(inTab, tell('one', ['One.']));
  await read(inPanel, tell('5', ['One.']));
  await read(inPanel, tell('6', ['One.']));
  expect(await read(inTab, tell('one', ['Two.'], 1))).toEqual([]);
  expect(await read(inPanel, tell('5', ['Two.'], 1))).toEqual([]);
  expect(await read(inPanel, tell('6', ['Two.'], 1))).toEqual([]);
});

it('forgets the pages of a tab that was closed', async () => {
  const { read, forget } = createPageReader({ lookUp: async () => [] });
  await read({ tab: TAB, frameId: 3 }, tell('one', ['One.']));
  forget(5);
  expect(await read({ tab: TAB, frameId: 3 }, tell('one', ['Two.'], 1))).toBeNull();
});
