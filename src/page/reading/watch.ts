/** Watches a page: notes what it changes, and has the painter mend at once what that has broken. */
import type { Steps } from '../../core/text/slices.ts';
import type { Clock } from '../frame/clock.ts';
import { reportFault } from '../frame/interruption.ts';
import type { Changes } from '../text/changes.ts';
import { readEdits } from '../text/edits.ts';
import { isHere } from '../text/nodes.ts';
import { WATCHED_ATTRIBUTES } from '../text/watched-attributes.ts';
import type { Display } from './display.ts';

/**
 * The longest that noting the changes of one batch may take, in milliseconds. With more changes the
 * whole page is read again, in slices. 20,000 nodes added one by one take half of this time.
 */
const MOST_FOLLOWING_MS = 30;
/** Nodes noted between two looks at the clock. */
const MANY_NODES = 128;
/**
 * With more records in one batch the page is read again without a look at them. A record costs
 * about 8 µs to read, since each node that it names has to be made known to our script.
 */
const MOST_RECORDS = 5_000;

interface WatchOptions {
  /** Where changes are noted. */
  readonly changes: Changes;
  readonly display: Display;
  readonly clock: Clock;
  /**
   * Called after each batch of changes.
   *
   * @param ms - How long noting it took, in milliseconds.
   * @param isLoss - Whether the page has changed text that was painted a moment ago.
   */
  onFollowed(ms: number, isLoss: boolean): void;
  /** Called after a batch that the browser has reported. */
  onReported(): void;
}

interface Watch {
  /** Watch a document or a shadow root, and note that its whole text is new. Not after `stop`. */
  observe(root: Node): void;
  /**
   * Run a change of ours and drop its mutation records, so that we follow only what the page does.
   * Records of the page from before are followed first.
   */
  unseen(change: () => void): void;
  /** Whether the page changed in too many places to note them: all of it is to be read again. */
  isStale(): boolean;
  /** Note all that is watched as new, after all that was read has been forgotten. */
  startOver(): void;
  /** The number of batches so far, to see whether the page has changed during a wait. */
  batchCount(): number;
  /** Follow what is not yet followed, then watch no longer. */
  stop(): void;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the observer and the roots that it watches
export function createWatch(options: WatchOptions): Watch {
  const { changes, display, clock } = options;
  const observed = new Set<Node>();
  let batches = 0;
  let isStale = false;
  let hasStopped = false;

  const observer = new MutationObserver((records) => {
    try {
      follow(records);
    } catch (error) {
      reportFault(error);
    }
    options.onReported();
  });

  function follow(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    const since = clock.now();
    batches++;
    let isLoss = false;
    if (isStale || records.length > MOST_RECORDS) {
      isStale = true;
      display.painter.abandon(records);
    } else isLoss = followEach(records);
    options.onFollowed(clock.now() - since, isLoss);
  }

  /** Returns whether the page has changed text that was painted a moment ago. */
  function followEach(records: readonly MutationRecord[]): boolean {
    const edits = readEdits(records);
    const lost = display.painter.repair(edits);
    const isLoss = [...lost].some(display.isFresh);
    for (const block of lost) changes.addBlock(block);
    note(changes.follow(edits));
    // The repair itself made records: its text is noted as changed, but needs no second repair.
    note(changes.follow(readEdits(observer.takeRecords())));
    if (edits.removed.size > 0) dropLostRoots();
    return isLoss;
  }

  /** Note changes for `MOST_FOLLOWING_MS` at most; then all of the page counts as changed. */
  function note(steps: Steps<void>): void {
    if (isStale) return;
    const since = clock.now();
    for (let count = 1; !steps.next().done; count++) {
      if (count % MANY_NODES > 0 || clock.now() - since < MOST_FOLLOWING_MS) continue;
      isStale = true;
      changes.take();
      return;
    }
  }

  /** Forget the text of shadow roots whose hosts have left the page: no record reports it. */
  function dropLostRoots(): void {
    const lost = takeLostRoots();
    if (lost.size > 0) note(changes.addRemoved(lost));
  }

  function takeLostRoots(): Set<Node> {
    const lost = new Set([...observed].filter((root) => !isHere(root)));
    for (const root of lost) observed.delete(root);
    return lost;
  }

  return {
    observe(root) {
      if (hasStopped || observed.has(root)) return;
      observed.add(root);
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: WATCHED_ATTRIBUTES,
      });
      changes.addRoot(root);
    },
    unseen(change) {
      follow(observer.takeRecords());
      change();
      observer.takeRecords();
    },
    isStale: () => isStale,
    startOver() {
      isStale = false;
      takeLostRoots();
      for (const root of observed) changes.addRoot(root);
    },
    batchCount: () => batches,
    stop() {
      hasStopped = true;
      follow(observer.takeRecords());
      observer.disconnect();
      observed.clear();
    },
  };
}
