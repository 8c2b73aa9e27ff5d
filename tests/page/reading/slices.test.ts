import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSlicer, yieldToPage } from '../../../src/page/reading/slices.ts';
import { createClock } from '../card/card-sample.ts';

afterEach(() => vi.restoreAllMocks());

describe('the turn of the page', () => {
  it('comes', async () => {
    const order: string[] = [];
    const turn = yieldToPage().then(() => order.push('turn'));
    await Promise.resolve().then(() => order.push('microtask'));
    await turn;
    expect(order).toEqual(['microtask', 'turn']);
  });

  it('lets its timers run, too', async () => {
    let ticks = 0;
    let timer: number;
    const tick = () => {
      ticks++;
      timer = window.setTimeout(tick);
    };
    tick();
    for (let turns = 0; turns < 40; turns++) {
      for (const start = performance.now(); performance.now() - start < 5; );
      await yieldToPage();
    }
    clearTimeout(timer!);
    expect(ticks).toBeGreaterThan(10);
  });

  it('has come once a page is shown again whose task the browser has forgotten', async () => {
    vi.spyOn(scheduler, 'postTask').mockReturnValue(new Promise(() => undefined));
    const turn = yieldToPage().then(() => 'turn');
    const still = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 20));
    expect(await Promise.race([turn, still])).toBe('still waiting');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(await turn).toBe('turn');
  });
});

describe('what the page does in its turn', () => {
  it('counts as no work of ours, though the work was broken off meanwhile', async () => {
    const clock = createClock();
    const life = new AbortController();
    let workMs = 0;
    const takeTurn = async () => {
      clock.pass(2_000);
      life.abort();
    };
    const slicer = createSlicer(takeTurn, life.signal, clock, (ms) => {
      workMs += ms;
    });
    slicer.begin();
    clock.pass(5);
    await expect(slicer.giveTurn()).rejects.toThrow();
    slicer.finish();
    expect(workMs).toBe(5);
  });
});
