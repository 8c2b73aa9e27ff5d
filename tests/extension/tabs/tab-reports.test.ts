import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FrameSummary, TermInFrame } from '../../../src/extension/messages/reports.ts';
import { countSeen, forgetSeen } from '../../../src/extension/storage/seen.ts';
import { forgetReports, keepReport, readReport } from '../../../src/extension/tabs/tab-reports.ts';

const TAB = 5;
const START = Date.UTC(2026, 10, 21, 9);

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function makeTerm(name: string, count: number, ref: string | null = `test/${name}`): TermInFrame {
  const reason =
    ref === null ? ({ kind: 'own', long: 'Long' } as const) : ({ kind: 'name' } as const);
  return { ref, name, long: '', count, reason };
}

const makeSummary = (
  terms: readonly TermInFrame[],
  state: FrameSummary['state'] = 'read',
  since = START - 1_000,
): FrameSummary => ({ state, terms, over: 0, since });

const keep = (frame: number, summary: FrameSummary, isPrivate = false) =>
  keepReport(TAB, frame, summary, isPrivate);

/** What a tab shows, as `name×count@frame`. */
const report = async (tabId = TAB) => {
  const found = await readReport(tabId);
  return found?.terms.map(({ name, count, frameId }) => `${name}×${count}@${frameId}`) ?? null;
};

describe('the reports of a tab', () => {
  it('are none before a frame has spoken, and after the tab has closed', async () => {
    expect(await report()).toBeNull();
    await keep(0, makeSummary([makeTerm('NCG', 1)]));
    expect(await report()).toEqual(['NCG×1@0']);
    expect(await report(TAB + 1)).toBeNull();
    await forgetReports(TAB);
    expect(await report()).toBeNull();
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });

  it('stay where the page’s clock is ahead of ours', async () => {
    const late = START + 3_600_000;
    await keep(0, makeSummary([makeTerm('NCG', 1)], 'read', late));
    expect(await report()).toEqual(['NCG×1@0']);
    await keep(3, makeSummary([makeTerm('NPG', 1)], 'read', late));
    expect(await report()).toEqual(['NCG×1@0', 'NPG×1@3']);
  });

  it('sum up its frames, each entry with the frame of its first mention', async () => {
    await keep(12, makeSummary([makeTerm('NPG', 1), makeTerm('NCG', 2)]));
    await keep(0, makeSummary([makeTerm('NCG', 3)]));
    await keep(3, makeSummary([makeTerm('NPG', 4), makeTerm('PTX', 1, null)]));
    expect(await report()).toEqual(['NCG×5@0', 'NPG×5@3', 'PTX×1@3']);
  });

  it('hold the newest of each frame', async () => {
    await keep(0, makeSummary([makeTerm('NCG', 3)]));
    await keep(0, makeSummary([makeTerm('NPG', 1)]));
    expect(await report()).toEqual(['NPG×1@0']);
  });

  it('drop the frames of the page before', async () => {
    await keep(0, makeSummary([makeTerm('NCG', 1)]));
    await keep(9, makeSummary([makeTerm('NPG', 1)]));
    vi.setSystemTime(START + 5_000);
    await keep(0, makeSummary([makeTerm('USFK', 1)], 'read', START + 4_000));
    expect(await report()).toEqual(['USFK×1@0']);
    await keep(9, makeSummary([makeTerm('CNI', 1)], 'read', START + 4_500));
    expect(await report()).toEqual(['USFK×1@0', 'CNI×1@9']);
  });

  it('keep frames of this page that spoke before its top frame did', async () => {
    vi.setSystemTime(START + 5_000);
    await keep(9, makeSummary([makeTerm('NPG', 1)], 'read', START + 4_500));
    vi.setSystemTime(START + 6_000);
    await keep(0, makeSummary([makeTerm('NCG', 1)], 'read', START + 4_000));
    expect(await report()).toEqual(['NCG×1@0', 'NPG×1@9']);
  });

  it.each<[FrameSummary['state'][], FrameSummary['state']]>([
    [['left', 'read', 'left'], 'read'],
    [['left', 'off'], 'off'],
    [['left', 'left'], 'left'],
    [['off', 'read'], 'read'],
  ])('say of frames that are %j: %s', async (states, expected) => {
    for (const [frame, state] of states.entries()) {
      await keep(frame, makeSummary([], state));
    }
    expect((await readReport(TAB))?.state).toBe(expected);
  });

  it('lose none when frames report at once', async () => {
    const frames = Array.from({ length: 30 }, (_, i) => i);
    await Promise.all(frames.map((frame) => keep(frame, makeSummary([makeTerm('NCG', 1)]))));
    expect(await report()).toEqual(['NCG×30@0']);
  });

  it('go on after storage has failed once', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set')
      .mockRejectedValueOnce(new Error('full'))
      .mockRejectedValueOnce(new Error('full'));
    const failed = keep(0, makeSummary([makeTerm('NCG', 1)]));
    await expect(failed).rejects.toThrow('full');
    await keep(0, makeSummary([makeTerm('NPG', 1)]));
    expect(await report()).toEqual(['NPG×1@0']);
  });

  it('tell which entries no page before had, also when a frame reports again', async () => {
    const isNew = async () =>
      (await readReport(TAB))?.terms.map(({ name, isNew: fresh }) => `${name} ${fresh}`);
    const first = [makeTerm('NCG', 1)];
    await keep(0, makeSummary(first));
    expect(await isNew()).toEqual(['NCG true']);
    const more = [...first, makeTerm('NPG', 1), makeTerm('PTX', 1, null)];
    await keep(0, makeSummary(more));
    expect(await isNew()).toEqual(['NCG true', 'NPG true', 'PTX false']);
    vi.setSystemTime(START + 5_000);
    await keep(0, makeSummary([...more, makeTerm('CNI', 1)], 'read', START + 4_000));
    expect(await isNew()).toEqual(['NCG false', 'NPG false', 'PTX false', 'CNI true']);
  });

  it('remember nothing of private windows', async () => {
    await keep(0, makeSummary([makeTerm('NCG', 1)]), true);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect((await readReport(TAB))?.terms[0]?.isNew).toBe(true);
  });

  describe('of a page that defines without end', () => {
    const many = (count: number, ref: string | null | undefined, from = 0) =>
      Array.from({ length: count }, (_, i) => makeTerm(`T${from + i}`, 1, ref));
    const counts = async () => {
      const { terms = [], over } = (await readReport(TAB)) ?? {};
      const ours = terms.filter(({ ref }) => ref !== null).length;
      return { ours, own: terms.length - ours, over };
    };

    it('are kept as far as there is room for a frame, and the rest is counted', async () => {
      await keep(0, { ...makeSummary([...many(2_500, undefined), ...many(4_000, null)]), over: 9 });
      expect(await counts()).toEqual({ ours: 2_000, own: 300, over: 500 + 3_700 + 9 });
    });

    it('are kept as far as there is room for a tab, the top frame first', async () => {
      for (let frame = 40; frame >= 0; frame--) {
        await keep(frame, makeSummary(many(4_000, null, frame * 10_000)));
      }
      expect(await counts()).toEqual({ ours: 0, own: 600, over: 41 * 4_000 - 600 });
      expect((await report())?.[0]).toBe('T0×1@0');
      const stored = JSON.stringify(await fakeBrowser.storage.session.get());
      expect(stored.length).toBeLessThan(200_000);
    });

    it('are cut to what can be read', async () => {
      const reason = { kind: 'own', long: 'x'.repeat(2_000) } as const;
      const term = {
        ref: null,
        name: 'n'.repeat(2_000),
        long: 'l'.repeat(2_000),
        count: 1,
        reason,
      };
      const words = Array.from({ length: 10 }, () => 'w'.repeat(2_000));
      const other = { ...term, ref: 'a/b', reason: { kind: 'evidence', words } as const };
      await keep(0, makeSummary([term, other]));
      expect(JSON.stringify(await readReport(TAB)).length).toBeLessThan(2_500);
    });

    it('are of the frames that spoke last, where it makes frames without end', async () => {
      for (let frame = 0; frame < 1_100; frame++) {
        vi.setSystemTime(START + frame);
        await keep(frame, makeSummary([makeTerm('NCG', 1)]));
      }
      expect(await report()).toEqual(['NCG×100@0']);
      const [frames] = Object.values(await fakeBrowser.storage.session.get());
      expect(Object.keys(frames as object)).toHaveLength(1_000);
    });
  });

  it('wait for no other tab', async () => {
    const set = fakeBrowser.storage.session.set.bind(fakeBrowser.storage.session);
    vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((items) =>
      'tab-99' in items ? new Promise<void>(() => {}) : set(items),
    );
    void keepReport(99, 0, makeSummary([makeTerm('NCG', 1)]), false);
    await keepReport(TAB + 1, 0, makeSummary([makeTerm('NPG', 1)]), false);
    expect(await report(TAB + 1)).toEqual(['NPG×1@0']);
  });

  it('are those that a frame gave last, where it gives them faster than they are kept', async () => {
    const setting = vi.spyOn(fakeBrowser.storage.session, 'set');
    const all = Array.from({ length: 50 }, (_, i) => makeSummary([makeTerm('NCG', i + 1)]));
    const kept = await Promise.all(all.map((summary) => keep(0, summary)));
    expect(await report()).toEqual(['NCG×50@0']);
    expect(kept.filter((each) => each !== null)).toHaveLength(1);
    expect(setting).toHaveBeenCalledTimes(1);
  });

  it('go without terms where other tabs have filled the storage, and count them', async () => {
    const set = fakeBrowser.storage.session.set.bind(fakeBrowser.storage.session);
    vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((items) =>
      JSON.stringify(items).includes('NCG') ? Promise.reject(new Error('full')) : set(items),
    );
    await keep(0, makeSummary([makeTerm('NCG', 1), makeTerm('NPG', 1)]));
    expect(await readReport(TAB)).toEqual({ state: 'read', terms: [], over: 2 });
  });

  it('remember so many entries as met and no more', async () => {
    const met = Array.from({ length: 15_000 }, (_, i) => `old/e${i}`);
    await fakeBrowser.storage.local.set({ seen: met });
    await keep(0, makeSummary([makeTerm('NCG', 1)]));
    const { seen } = await fakeBrowser.storage.local.get('seen');
    expect(seen).toHaveLength(15_000);
    expect((seen as string[]).at(-1)).toBe('test/NCG');
    expect(await countSeen()).toBe(15_000);
    await forgetSeen();
    expect(await countSeen()).toBe(0);
  });
});
