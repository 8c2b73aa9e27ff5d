import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/page/reading/budget.ts';
import { createThrottle } from '../../../src/page/reading/throttle.ts';
import { createClock } from '../card/card-sample.ts';

describe('the throttle of lines', () => {
  it.each([
    ['a line that is rewritten now and then', 3_000, 40, 40],
    ['a clock that ticks every second', 1_000, 60, 60],
    ['a ticker of twenty changes a second', 50, 400, 19],
  ])('reads %s', (_, everyMs, times, expected) => {
    const clock = createClock();
    const throttle = createThrottle(clock);
    const line = document.createElement('p');
    let reads = 0;
    for (let i = 0; i < times; i++) {
      if (throttle.mayRead(line)) reads++;
      clock.pass(everyMs);
    }
    expect(reads).toBeLessThanOrEqual(expected);
    expect(reads).toBeGreaterThanOrEqual(expected * 0.5);
  });

  it('is not lost with one line because of another', () => {
    const throttle = createThrottle({ now: () => 0 });
    const restless = document.createElement('p');
    for (let i = 0; i < 50; i++) throttle.mayRead(restless);
    expect(throttle.mayRead(restless)).toBe(false);
    expect(throttle.mayRead(document.createElement('p'))).toBe(true);
  });
});

describe('the budget of a page', () => {
  it.each([
    ['a feed of 50 items a second for an hour', 1_000, 10, false, 3_600, false],
    ['a page that wraps what we unwrap, ten times a second', 100, 1, true, 600, true],
    ['a list with mentions that is drawn anew each second', 1_000, 20, true, 3_600, false],
    ['a page that keeps us busy a fifth of the time', 100, 20, false, 600, true],
  ])('with %s', (_, everyMs, workMs, isLoss, times, expected) => {
    const clock = createClock();
    const budget = createBudget(clock);
    for (let i = 0; i < times; i++) {
      clock.pass(everyMs);
      budget.spend(workMs, isLoss);
    }
    expect(budget.isUsedUp()).toBe(expected);
  });
});
