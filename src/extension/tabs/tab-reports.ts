/**
 * Keeps the reports of each tab's frames in `storage.session`, since the background loses its
 * memory whenever it sleeps. The reports end with the browser and are never written to disk.
 */
import { browser } from 'wxt/browser';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { capSummary, capTerms, MOST_FRAMES, MOST_TERMS } from '../messages/report-caps.ts';
import type { FrameSummary, TabReport, TermOnPage } from '../messages/reports.ts';
import { takeUnseen } from '../storage/seen.ts';

/** A frame's report, and when it arrived, in milliseconds since 1970. */
interface FrameReport extends FrameSummary {
  readonly at: number;
  /** Entries that the reader had not met on any earlier page. */
  readonly unseen: readonly EntryRef[];
}

type Frames = Readonly<Record<string, FrameReport>>;

const TOP = 0;

/** The state of a tab is the first of these that any of its frames has. */
const STATES: readonly FrameSummary['state'][] = ['resting', 'read', 'off', 'left'];

const keyOf = (tabId: number) => `tab-${tabId}`;

/** The last task of each tab. A task waits for earlier tasks of the same tab only. */
const queues = new Map<number, Promise<unknown>>();

function inTurn<T>(tabId: number, task: () => Promise<T>): Promise<T> {
  const turn = (queues.get(tabId) ?? Promise.resolve()).then(task);
  const done = turn.then(
    () => undefined,
    () => undefined,
  );
  queues.set(tabId, done);
  void done.then(() => queues.get(tabId) === done && queues.delete(tabId));
  return turn;
}

/** The latest report of each frame that waits for its turn. */
const newest = new Map<string, FrameSummary>();

/**
 * Store what a frame shows now, within the limits.
 *
 * @param isPrivate - Whether the window is private: then no entries are remembered as met.
 * @returns The report of the tab; null if a newer report of the same frame has arrived meanwhile.
 */
export function keepReport(
  tabId: number,
  frameId: number,
  summary: FrameSummary,
  isPrivate: boolean,
): Promise<TabReport | null> {
  const place = `${tabId} ${frameId}`;
  newest.set(place, summary);
  return inTurn(tabId, async () => {
    if (newest.get(place) !== summary) return null;
    newest.delete(place);
    const known = await readFrames(tabId);
    const before = known[frameId];
    const capped = capSummary(summary);
    const earlier = before?.since === capped.since ? before.unseen : [];
    const refs = capped.terms.flatMap(({ ref }) => (ref === null ? [] : [ref]));
    const unseen = new Set([...earlier, ...(await takeUnseen(refs, !isPrivate))]);
    // Keep only the new entries that the frame shows now, so that the list stays bounded.
    const report = { ...capped, at: Date.now(), unseen: refs.filter((ref) => unseen.has(ref)) };
    const frames = capFrames({ ...dropOld(known, frameId, report), [frameId]: report });
    const stored = await storeFrames(tabId, frames);
    if (frameId === TOP) tellWaiting(tabId);
    return joinFrames(stored);
  });
}

/** Those who wait for the next report of a tab's top frame, by tab. */
const waiting = new Map<number, (() => void)[]>();

/** Resolves once the next report of a tab's top frame is stored. */
export function nextReport(tabId: number): Promise<void> {
  return new Promise((resolve) => {
    waiting.set(tabId, [...(waiting.get(tabId) ?? []), resolve]);
  });
}

function tellWaiting(tabId: number): void {
  for (const tell of waiting.get(tabId) ?? []) tell();
  waiting.delete(tabId);
}

/** Remove the reports of a closed tab. */
export function forgetReports(tabId: number): Promise<void> {
  tellWaiting(tabId);
  return inTurn(tabId, () => browser.storage.session.remove(keyOf(tabId)));
}

/** What a tab shows, combined over its frames; null if none has reported. */
export function readReport(tabId: number): Promise<TabReport | null> {
  return inTurn(tabId, async () => {
    const frames = await readFrames(tabId);
    return Object.keys(frames).length > 0 ? joinFrames(frames) : null;
  });
}

/** The ids of the frames in which terms were found, ascending; the top frame is 0. */
export function readFramesWithTerms(tabId: number): Promise<number[]> {
  return inTurn(tabId, async () => {
    const frames = await readFrames(tabId);
    return idsOf(frames).filter((id) => (frames[id]?.terms.length ?? 0) > 0);
  });
}

async function readFrames(tabId: number): Promise<Frames> {
  const key = keyOf(tabId);
  const stored = await browser.storage.session.get(key);
  // Only this file writes these keys, and reports were checked when they arrived.
  return (stored[key] ?? {}) as Frames;
}

/**
 * Store the frames of a tab. If the session storage is full, store them without their terms, which
 * are then only counted.
 *
 * @returns What was stored.
 */
async function storeFrames(tabId: number, frames: Frames): Promise<Frames> {
  try {
    await browser.storage.session.set({ [keyOf(tabId)]: frames });
    return frames;
  } catch {
    const bare = Object.fromEntries(
      Object.entries(frames).map(([id, frame]) => [id, withoutTerms(frame)]),
    );
    await browser.storage.session.set({ [keyOf(tabId)]: bare });
    return bare;
  }
}

/**
 * Limit the terms of a tab's frames: the top frame comes first, then the frames with the latest
 * reports. Frames beyond `MOST_FRAMES.known` are dropped, since a page can create frames without
 * end.
 */
function capFrames(frames: Frames): Frames {
  const left = { ...MOST_TERMS.tab };
  const capped = new Map<number, FrameReport>();
  let listed = 0;
  for (const id of byTurn(frames).slice(0, MOST_FRAMES.known)) {
    const frame = frames[id]!;
    const isListed = frame.terms.length > 0 && ++listed <= MOST_FRAMES.listed;
    const { terms, over } = capTerms(frame.terms, isListed ? left : { ours: 0, own: 0 });
    for (const { ref } of terms) left[ref === null ? 'own' : 'ours']--;
    capped.set(id, { ...frame, terms, over: frame.over + over });
  }
  return Object.fromEntries(capped);
}

/** The frame ids, the top frame first, then those with the latest reports. */
function byTurn(frames: Frames): number[] {
  const others = idsOf(frames).filter((id) => id !== TOP);
  others.sort((a, b) => frames[b]!.at - frames[a]!.at);
  return TOP in frames ? [TOP, ...others] : others;
}

function withoutTerms(frame: FrameReport): FrameReport {
  return { ...frame, terms: [], unseen: [], over: frame.over + frame.terms.length };
}

/**
 * Drop frames of the previous page, which reported before the top frame's document began. The page's
 * clock may differ from ours: the top frame itself never goes, and a report that has just come stays.
 */
function dropOld(frames: Frames, frameId: number, report: FrameReport): Frames {
  const since = (frameId === TOP ? report : frames[TOP])?.since ?? 0;
  const isKept = ([id, { at }]: [string, FrameReport]) => Number(id) === TOP || at >= since;
  return Object.fromEntries(Object.entries(frames).filter(isKept));
}

function joinFrames(frames: Frames): TabReport {
  const states = Object.values(frames).map(({ state }) => state);
  const terms = new Map<string, TermOnPage>();
  const unseen = new Set(Object.values(frames).flatMap((frame) => frame.unseen ?? []));
  for (const frameId of idsOf(frames)) {
    for (const term of frames[frameId]?.terms ?? []) {
      const key = term.ref ?? ` ${term.name}`;
      const known = terms.get(key);
      const isNew = term.ref !== null && unseen.has(term.ref);
      const count = (known?.count ?? 0) + term.count;
      terms.set(key, known ? { ...known, count } : { ...term, frameId, isNew });
    }
  }
  // A tab with one resting frame counts as resting, even if other frames were read.
  const state = STATES.find((each) => states.includes(each)) ?? 'left';
  const over = Object.values(frames).reduce((sum, frame) => sum + frame.over, 0);
  return { state, terms: [...terms.values()], over };
}

function idsOf(frames: Frames): number[] {
  return Object.keys(frames)
    .map(Number)
    .sort((a, b) => a - b);
}
