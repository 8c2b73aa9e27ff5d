import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { insist } from '../../../src/extension/messages/insist.ts';

const isWanted = () => true;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('chrome', { runtime: { id: 'newsgloss' } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('insisting on an answer', () => {
  it('asks again after half a second, then ever less often, at least every four seconds', async () => {
    const asked: number[] = [];
    const ask = vi.fn(async () => {
      asked.push(Date.now());
      if (asked.length < 7) throw new Error('stopped');
      return 'answer';
    });
    const answer = insist(ask, isWanted);
    await vi.runAllTimersAsync();
    expect(await answer).toBe('answer');
    expect(asked.slice(1).map((time, i) => time - asked[i]!)).toEqual([
      500, 1_000, 2_000, 4_000, 4_000, 4_000,
    ]);
  });

  it.each<[string, () => void, () => boolean]>([
    ['no answer is wanted', () => undefined, () => false],
    ['the extension has gone', () => vi.stubGlobal('chrome', { runtime: {} }), isWanted],
  ])('asks once where %s', async (_, arrange, wanted) => {
    arrange();
    const ask = vi.fn().mockRejectedValue(new Error('gone'));
    await expect(insist(ask, wanted)).rejects.toThrow('gone');
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
