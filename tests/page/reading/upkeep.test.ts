/** When the whole page is searched for shadow roots that come late. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilIdle } from '../../../src/page/reading/slices.ts';
import { createUpkeep } from '../../../src/page/reading/upkeep.ts';
import { createClock } from '../card/card-sample.ts';
import { stage } from './reading-page.ts';

// A page behind another, as those of tests may be, is not idle for long.
beforeEach(() => void vi.stubGlobal('requestIdleCallback', (go: () => void) => setTimeout(go)));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page with one shadow root, which each search of all finds; a search takes so long. */
function openPage(searchMs: number) {
  const root = stage('<div></div>');
  root.firstElementChild!.attachShadow({ mode: 'open' });
  const clock = createClock();
  const onRoot = vi.fn(() => clock.pass(searchMs));
  const signal = new AbortController().signal;
  const display = { refresh() {} };
  const upkeep = createUpkeep({ document, root, display, signal, clock, onRoot, onDue() {} });

  /** How many searches there have been after so many more ms. */
  async function searchesAfter(ms: number): Promise<number> {
    clock.pass(ms);
    // A search that is due was begun by then, so its turns come first.
    await untilIdle();
    await untilIdle();
    return onRoot.mock.calls.length;
  }

  return { root, upkeep, searchesAfter };
}

describe('the search of a whole page', () => {
  it('comes a second after a change, once for all changes until then', async () => {
    const { upkeep, searchesAfter } = openPage(10);
    for (let searches = 0; searches < 3; searches++) {
      upkeep.tidy();
      expect(await searchesAfter(999)).toBe(searches);
      upkeep.tidy();
      expect(await searchesAfter(1)).toBe(searches + 1);
    }
  });

  it('is the rarer the longer it takes, also where the first reading has done it', async () => {
    const { root, upkeep, searchesAfter } = openPage(100);
    upkeep.search([root]);
    for (let searches = 1; searches < 4; searches++) {
      expect(await searchesAfter(0)).toBe(searches);
      upkeep.tidy();
      expect(await searchesAfter(4_999)).toBe(searches);
      expect(await searchesAfter(1)).toBe(searches + 1);
    }
  });

  it('comes a second after a change that follows a long rest', async () => {
    const { root, upkeep, searchesAfter } = openPage(100);
    upkeep.search([root]);
    expect(await searchesAfter(0)).toBe(1);
    expect(await searchesAfter(5_000)).toBe(1);
    upkeep.tidy();
    expect(await searchesAfter(1_000)).toBe(2);
  });

  it('comes within a minute, however long it takes', async () => {
    const { root, upkeep, searchesAfter } = openPage(10_000);
    upkeep.search([root]);
    expect(await searchesAfter(0)).toBe(1);
    upkeep.tidy();
    expect(await searchesAfter(59_999)).toBe(1);
    expect(await searchesAfter(1)).toBe(2);
  });

  it('waits until the page is seen', async () => {
    const { upkeep, searchesAfter } = openPage(0);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    upkeep.beat();
    for (let changes = 0; changes < 3; changes++) {
      upkeep.tidy();
      expect(await searchesAfter(1_000)).toBe(0);
    }
    visibility.mockReturnValue('visible');
    expect(await searchesAfter(1_000)).toBe(1);
    expect(await searchesAfter(1_000)).toBe(1);
    upkeep.tidy();
    expect(await searchesAfter(1_000)).toBe(2);
  });
});
