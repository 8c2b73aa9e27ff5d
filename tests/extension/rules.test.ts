import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRules } from '../../entrypoints/content/rules.ts';

/** What the background was asked: whether the rules are needed. */
let asked: boolean[];
/** How many of the next questions the background does not answer. */
let lost: number;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  lost = 0;
  vi.stubGlobal('chrome', { runtime: { id: 'newsgloss' } });
  fakeBrowser.runtime.sendMessage = (async ({ args }: { args: [boolean] }) => {
    asked.push(args[0]);
    if (lost-- > 0) throw new Error('Could not establish connection.');
    return { value: null };
  }) as never;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function create(): (areNeeded: boolean) => void {
  const life = new AbortController();
  onTestFinished(() => life.abort());
  return createRules(life.signal);
}

describe('the rules for mentions', () => {
  it('are asked for once, and go five seconds after the last mention', async () => {
    const need = create();
    need(true);
    need(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([true]);
    need(false);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(asked).toEqual([true]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([true, false]);
  });

  it('are asked for until the background answers, also on a page at rest', async () => {
    lost = 3;
    create()(true);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([true, true, true, true]);
  });

  it('are no longer asked for once they are not needed', async () => {
    lost = 100;
    const need = create();
    need(true);
    await vi.advanceTimersByTimeAsync(0);
    need(false);
    await vi.advanceTimersByTimeAsync(5_000);
    lost = 0;
    await vi.runAllTimersAsync();
    expect(asked.at(-1)).toBe(false);
    expect(asked.slice(asked.indexOf(false))).not.toContain(true);
  });
});
