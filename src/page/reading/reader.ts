/**
 * Reads a page and keeps its mentions painted while the page changes: text → blocks → sheets → told
 * to whoever reads them → mentions → painter. Only new and changed blocks are told, so a page that
 * does not change costs next to nothing. This file says in which order its parts run.
 */
import { browserClock, type Clock } from '../frame/clock.ts';
import type { Painter, PlacedMention } from '../painting/painter.ts';
import { createChanges } from '../text/changes.ts';
import { createDisplay } from './display.ts';
import { createIntake } from './intake.ts';
import { createPageState } from './page-state.ts';
import type { PlacedSpan } from './placed-span.ts';
import { createRounds } from './rounds.ts';
import { createTeller, type Listener } from './teller.ts';
import { createUpkeep } from './upkeep.ts';
import { createWatch } from './watch.ts';

interface ReaderOptions extends Listener {
  readonly document: Document;
  /** The part of the page that is read; without it, the whole page. */
  readonly root?: Node;
  readonly painter: Painter;
  /** Called after the mentions of the page have changed, at most every 250 ms. */
  onChange(): void;
  /**
   * Called when the page has used up its budget: all mentions are erased and reading has stopped.
   *
   * @param isFought - Whether that is because the page undoes what we paint.
   */
  onPause?(isFought: boolean): void;
  readonly signal: AbortSignal;
  /** The browser's own by default. */
  readonly clock?: Clock;
}

export interface Reader {
  /** Read the whole page, and go on reading what changes until the signal aborts. */
  start(): Promise<void>;
  /** Erase all mentions, then make another painter and paint them with it. */
  repaint(makePainter: () => Painter): void;
  /** The mentions on show, in reading order. */
  mentions(): PlacedMention[];
  /** Where the page itself defines the term of a mention; null if it does not. */
  definitionOf(placed: PlacedMention): PlacedSpan | null;
}

/** Create the reader of a page. It reads nothing before `start`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it says in which order the parts of a reader run
export function createReader(options: ReaderOptions): Reader {
  const { document, root = document, painter, signal, clock = browserClock } = options;
  const isStale = () => watch.isStale();
  const isDue = () => !changes.isEmpty() || state.waiting.length > 0 || teller.isDue() || isStale();
  const rounds = createRounds({ ...options, clock, read, isDue, isStale, onStop, onEnd: letGo });
  const onDue = () => rounds.plan(0);
  const state = createPageState();
  const display = createDisplay(painter, (change) => watch.unseen(change), options.onChange, clock);
  const changes = createChanges(() => state.list, display.pageText);
  const parts = { document, signal, clock, slicer: rounds.slicer, state, display, changes, onDue };
  const watch = createWatch({
    ...parts,
    onFollowed(ms, isLoss) {
      rounds.spend(ms, isLoss);
      rounds.plan();
      upkeep.tidy();
    },
    onReported: rounds.checkBudget,
  });
  const upkeep = createUpkeep({ ...parts, root, onRoot: watch.observe });
  const teller = createTeller({ ...options, ...parts });
  const intake = createIntake({ ...parts, teller, batchCount: watch.batchCount });

  async function start(): Promise<void> {
    if (signal.aborted) return;
    // The document, not its body: some pages replace the body to show the next article.
    watch.observe(root);
    upkeep.beat();
    await rounds.start();
  }

  async function read(): Promise<void> {
    if (isStale()) startOver();
    const changed = changes.take();
    upkeep.search(changed.roots);
    await intake.take(changed);
    intake.bringViewForward();
    await teller.tell();
  }

  /** Forget all that was read, so that this round reads the page from the start. */
  function startOver(): void {
    display.empty();
    letGo();
    watch.startOver();
  }

  function onStop(): void {
    // Before erasing: to record 30,000 changes takes longer than to make them.
    watch.stop();
    display.end();
    intake.stop();
    upkeep.stop();
  }

  /** Drop all references to the page: whoever keeps this reader would keep removed nodes alive. */
  function letGo(): void {
    changes.take();
    upkeep.clear();
    intake.clear();
    state.renew();
    teller.clear();
  }

  const { repaint, mentions } = display;
  return {
    start,
    repaint,
    mentions,
    definitionOf: teller.definitionOf,
  };
}
