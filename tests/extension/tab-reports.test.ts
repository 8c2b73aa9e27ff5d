import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FrameSummary, TermInFrame } from '../../src/extension/messages.ts';
import { forgetReports, keepReport, readReport } from '../../src/extension/tab-reports.ts';

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
): FrameSummary => ({ state, terms, since });

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
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('full'));
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
});
