/**
 * What the frames of each tab have reported. Kept in `storage.session`, since the background sleeps
 * and forgets; it ends with the browser and is never written to disk.
 */
import { browser } from 'wxt/browser';
import type { EntryRef } from '../core/mention.ts';
import type { FrameSummary, TabReport, TermOnPage } from './messages.ts';
import { takeUnseen } from './seen.ts';

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

/** Writes wait for one another: several frames report at once. */
let queue: Promise<unknown> = Promise.resolve();

function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const turn = queue.then(task, task);
  queue = turn.catch(() => undefined);
  return turn;
}

/**
 * Take in what a frame shows now.
 *
 * @param isPrivate - Nothing is remembered of a private window.
 */
export function keepReport(
  tabId: number,
  frameId: number,
  summary: FrameSummary,
  isPrivate: boolean,
): Promise<TabReport> {
  return inTurn(async () => {
    const known = await readFrames(tabId);
    const before = known[frameId];
    const earlier = before?.since === summary.since ? before.unseen : [];
    const refs = summary.terms.flatMap(({ ref }) => (ref === null ? [] : [ref]));
    const unseen = [...earlier, ...(await takeUnseen(refs, !isPrivate))];
    const report = { ...summary, at: Date.now(), unseen: [...new Set(unseen)] };
    const frames = dropOld({ ...known, [frameId]: report });
    await browser.storage.session.set({ [keyOf(tabId)]: frames });
    return joinFrames(frames);
  });
}

/** Forget a tab: it is closed. */
export function forgetReports(tabId: number): Promise<void> {
  return inTurn(() => browser.storage.session.remove(keyOf(tabId)));
}

/** What a tab shows, its frames taken together; null if none has reported. */
export function readReport(tabId: number): Promise<TabReport | null> {
  return inTurn(async () => {
    const frames = await readFrames(tabId);
    return Object.keys(frames).length > 0 ? joinFrames(frames) : null;
  });
}

/** The frames of a tab in which terms were found, the top one first. */
export function readFramesWithTerms(tabId: number): Promise<number[]> {
  return inTurn(async () => {
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
  return { state, terms: [...terms.values()] };
}

function idsOf(frames: Frames): number[] {
  return Object.keys(frames)
    .map(Number)
    .sort((a, b) => a - b);
}
