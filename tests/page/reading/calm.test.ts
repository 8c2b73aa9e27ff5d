import { describe, expect, it } from 'vitest';
import { createPauses } from '../../../src/page/reading/calm.ts';
import { createClock } from '../card/card-sample.ts';
import { nextTask, stage } from './reading-page.ts';

const MINUTE_MS = 60_000;

/** A page that is paused, each time after some time in which it was read. */
function openPage() {
  const place = stage('<p>One.</p>');
  const clock = createClock();
  const pauses = createPauses(document, new AbortController().signal, clock);

  /** How many ms of the clock it is paused if it changes for so long, each 50 ms. */
  async function pause({ readMs = 0, changesForMs = 0, isFought = false } = {}): Promise<number> {
    clock.pass(readMs);
    const start = clock.now();
    let pausedMs = -1;
    void pauses.pass(isFought).then(() => {
      pausedMs = clock.now() - start;
    });
    for (let passed = 0; pausedMs < 0 && passed < 800_000; passed += 50) {
      if (passed < changesForMs) place.append('x');
      await nextTask();
      clock.pass(50);
      await nextTask();
    }
    return pausedMs;
  }

  return pause;
}

const inSeconds = (ms: number) => Math.floor(ms / 1_000);

describe('a page after a pause', () => {
  it('is read again at once when it is calm', async () => {
    expect(await openPage()()).toBeLessThanOrEqual(300);
  });

  it('is read again within a second after its last change', async () => {
    const pausedMs = await openPage()({ changesForMs: 10_000 });
    expect(pausedMs).toBeGreaterThan(10_000);
    expect(pausedMs).toBeLessThan(11_000);
  });

  it('is read again after pauses that grow, as long as it fights', async () => {
    const pause = openPage();
    const seconds: number[] = [];
    for (let count = 0; count < 8; count++) seconds.push(inSeconds(await pause()));
    expect(seconds).toEqual([0, 2, 4, 8, 16, 32, 64, 64]);
  });

  it('is read again after a longer one where it undoes what we paint', async () => {
    const pause = openPage();
    const isFought = true;
    expect(inSeconds(await pause({ isFought }))).toBe(16);
    expect(inSeconds(await pause({ isFought }))).toBe(32);
  });

  it('is tried again though it never calms down', async () => {
    expect(await openPage()({ changesForMs: Number.POSITIVE_INFINITY })).toBeLessThan(25_000);
  });

  it('is forgiven its pauses once it has been read for long', async () => {
    const pause = openPage();
    const seconds: number[] = [];
    for (const minutes of [0, 9, 9, 11, 0, 11]) {
      seconds.push(inSeconds(await pause({ readMs: minutes * MINUTE_MS })));
    }
    expect(seconds).toEqual([0, 2, 4, 0, 2, 0]);
  });
});
