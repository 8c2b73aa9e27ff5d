/**
 * What the frames of each tab have reported. Kept in `storage.session`, since the background sleeps
 * and forgets; it ends with the browser and is never written to disk.
 */
import { browser } from 'wxt/browser';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { FrameSummary, TabReport, TermOnPage } from '../messages/messages.ts';
import { capSummary, capTerms, MOST_FRAMES, MOST_TERMS } from '../messages/report-caps.ts';
import { takeUnseen } from '../storage/seen.ts';

/** What a frame said, and when, in milliseconds since 1970. */
interface FrameReport extends FrameSummary {
  readonly at: number;
  /** Entries that no page before this one had. */
  readonly unseen: readonly EntryRef[];
}

type Frames = Readonly<Record<string, FrameReport>>;

const TOP = 0;

/** Of the frames of a tab the first of these speaks for all. */
const STATES: readonly FrameSummary['state'][] = ['resting', 'read', 'off', 'left'];

const keyOf = (tabId: number) => `tab-${tabId}`;

/** What is done with a tab's frames waits for what was asked before; no tab waits for another. */
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

/** What each frame said last, while it waits for its turn. */
const newest = new Map<string, FrameSummary>();

/**
 * Take in what a frame shows now, as far as there is room for it.
 *
 * @param isPrivate - Nothing is remembered of a private window.
 * @returns Null where the frame has said something newer meanwhile.
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
    // Of what a frame has shown before, no more is remembered than what it shows.
    const report = { ...capped, at: Date.now(), unseen: refs.filter((ref) => unseen.has(ref)) };
    const frames = capFrames(dropOld({ ...known, [frameId]: report }));
    return joinFrames(await storeFrames(tabId, frames));
  });
}

/** Forget a tab: it is closed. */
export function forgetReports(tabId: number): Promise<void> {
  return inTurn(tabId, () => browser.storage.session.remove(keyOf(tabId)));
}

/** What a tab shows, its frames taken together; null if none has reported. */
export function readReport(tabId: number): Promise<TabReport | null> {
  return inTurn(tabId, async () => {
    const frames = await readFrames(tabId);
    return Object.keys(frames).length > 0 ? joinFrames(frames) : null;
  });
}

/** The frames of a tab in which terms were found, the top one first. */
export function readFramesWithTerms(tabId: number): Promise<number[]> {
  return inTurn(tabId, async () => {
    const frames = await readFrames(tabId);
    return idsOf(frames).filter((id) => (frames[id]?.terms.length ?? 0) > 0);
  });
}

async function readFrames(tabId: number): Promise<Frames> {
  const key = keyOf(tabId);
  const stored = await browser.storage.session.get(key);
  // Only this file writes these keys, and the summaries came through the messages' door.
  return (stored[key] ?? {}) as Frames;
}

/**
 * Store what the frames of a tab have said. Where other tabs have filled the session's storage, what
 * was said is kept without the terms, which are counted.
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
 * The frames of a tab with as many terms as there is room for in all: the top frame, then those that
 * spoke last. A page that makes frames without end is remembered by as many of them.
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

/** The numbers of the frames, the top one first, then those that spoke last. */
function byTurn(frames: Frames): number[] {
  const others = idsOf(frames).filter((id) => id !== TOP);
  others.sort((a, b) => frames[b]!.at - frames[a]!.at);
  return TOP in frames ? [TOP, ...others] : others;
}

function withoutTerms(frame: FrameReport): FrameReport {
  return { ...frame, terms: [], unseen: [], over: frame.over + frame.terms.length };
}

/** Frames that last spoke before the top frame's document began belong to the page before it. */
function dropOld(frames: Frames): Frames {
  const since = frames[TOP]?.since ?? 0;
  return Object.fromEntries(Object.entries(frames).filter(([, { at }]) => at >= since));
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
  // A page that was left in peace is not spoken of as read, whatever its frames say.
  const state = STATES.find((each) => states.includes(each)) ?? 'left';
  const over = Object.values(frames).reduce((sum, frame) => sum + frame.over, 0);
  return { state, terms: [...terms.values()], over };
}

function idsOf(frames: Frames): number[] {
  return Object.keys(frames)
    .map(Number)
    .sort((a, b) => a - b);
}
