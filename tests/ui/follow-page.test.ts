import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPage, type PageSource, readBy } from '../../src/ui/popup/follow-page.ts';
import type { PageReport } from '../../src/ui/popup/popup-model.ts';

const READ: PageReport = { state: 'read', terms: [], over: 0 };
const OFF: PageReport = { state: 'off', terms: [], over: 0 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page whose answers are set by the test. */
function createPage(answer: PageReport | null) {
  const page = { answer, report: () => {} };
  const source: PageSource = {
    read: async () => page.answer,
    watch: (callback) => {
      page.report = callback;
    },
  };
  return { page, source };
}

function follow(source: PageSource) {
  const seen: string[] = [];
  const stop = new AbortController();
  followPage(source, ({ state }) => seen.push(state), stop.signal);
  return { seen, stop };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

const never = new Promise<never>(() => {});

describe('readBy', () => {
  it.each<[string, Promise<PageReport | null>, Promise<unknown>, PageReport]>([
    ['gives an answer that is there in time', Promise.resolve(READ), never, READ],
    ['is loading when nothing is known', Promise.resolve(null), never, { state: 'loading' }],
    ['does not wait for an answer', never, Promise.resolve(), { state: 'loading' }],
  ])('%s', async (_, first, rest, expected) => {
    expect(await readBy(first, rest)).toEqual(expected);
  });
});

describe('followPage', () => {
  it('tells what is known, and each report after it', async () => {
    const { page, source } = createPage(READ);
    const { seen } = follow(source);
    await settle();
    page.answer = OFF;
    page.report();
    await settle();
    expect(seen).toEqual(['read', 'off']);
  });

  it('gives a silent page some time before it calls it unreadable', async () => {
    const { seen } = follow(createPage(null).source);
    await settle();
    expect(seen).toEqual(['loading']);
    await vi.advanceTimersByTimeAsync(800);
    expect(seen).toEqual(['loading', 'unreadable']);
  });

  it('believes a page that speaks after that', async () => {
    const { page, source } = createPage(null);
    const { seen } = follow(source);
    await vi.advanceTimersByTimeAsync(800);
    page.answer = READ;
    page.report();
    await settle();
    expect(seen.at(-1)).toBe('read');
  });

  it('does not let an old answer overtake a new one', async () => {
    const answers: ((report: PageReport) => void)[] = [];
    let report = () => {};
    const { seen } = follow({
      read: () => new Promise((resolve) => answers.push(resolve)),
      watch: (callback) => {
        report = callback;
      },
    });
    report();
    answers[1]!(READ);
    answers[0]!(OFF);
    await settle();
    expect(seen).toEqual(['read']);
  });

  it('is silent once stopped', async () => {
    const { page, source } = createPage(READ);
    const { seen, stop } = follow(source);
    stop.abort();
    page.report();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual([]);
  });
});
