import { describe, expect, it } from 'vitest';
import { whenCalm } from '../../../src/page/reading/calm.ts';
import { createClock } from '../card/card-sample.ts';
import { nextTask, stage } from './reading-page.ts';

/** After how many ms of the clock a page is read again that is changed for so long, each 50 ms. */
async function calmAfter(pausesBefore: number, changesForMs: number): Promise<number> {
  const place = stage('<p>One.</p>');
  const clock = createClock();
  const start = clock.now();
  let at = -1;
  void whenCalm(document, pausesBefore, new AbortController().signal, clock).then(() => {
    at = clock.now() - start;
  });
  for (let passed = 0; at < 0 && passed < 800_000; passed += 50) {
    if (passed < changesForMs) place.append('x');
    await nextTask();
    clock.pass(50);
    await nextTask();
  }
  return at;
}

describe('a page after a pause', () => {
  it('is read again at once when it is calm', async () => {
    expect(await calmAfter(0, 0)).toBeLessThanOrEqual(300);
  });

  it('is read again within a second after its last change', async () => {
    const after = await calmAfter(0, 10_000);
    expect(after).toBeGreaterThan(10_000);
    expect(after).toBeLessThan(11_000);
  });

  it('is read again after pauses that grow, as long as it fights', async () => {
    const pauses = [await calmAfter(1, 0), await calmAfter(2, 0), await calmAfter(3, 0)];
    expect(pauses.map((ms) => Math.floor(ms / 1_000))).toEqual([2, 4, 8]);
    expect(await calmAfter(20, 0)).toBeLessThan(65_000);
  });

  it('is tried again though it never calms down', async () => {
    expect(await calmAfter(0, Number.POSITIVE_INFINITY)).toBeLessThan(25_000);
  });
});
