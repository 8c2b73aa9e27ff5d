/**
 * Reads a page and keeps its mentions painted while the page changes: blocks → words → look-up →
 * occurrences → senses → mentions → painter. Only new and changed blocks are read, so a page that
 * does not change costs next to nothing. This file says in which order its parts run.
 */
import { browserClock, type Clock } from '../frame/clock.ts';
import type { Painter, PlacedMention } from '../painting/painter.ts';
import type { PageText } from '../text/blocks.ts';
import { createChanges } from '../text/changes.ts';
import { createBudget } from './budget.ts';
import { createDisplay } from './display.ts';
import { createIntake } from './intake.ts';
import { Interruption, reportFault } from './interruption.ts';
import { createLookUp, type Library } from './look-up.ts';
import { createPageState } from './page-state.ts';
import { definitionOf, type PlacedSpan } from './placed-span.ts';
import { createSlicer, yieldToPage } from './slices.ts';
import { createUpkeep } from './upkeep.ts';
import { createWatch } from './watch.ts';

/** Time from the first unread change to the reading of all, in milliseconds; never restarted. */
const GATHER_MS = 50;
/** Wait after a failed look-up, in milliseconds: the background may be restarting. */
const RETRY_MS = 2_000;
/**
 * Longer text nodes are not read, in UTF-16 code units: a node is read without a pause, and one of
 * 5 MB took half a second. The longest on 93 real pages had 1,949.
 */
const LONGEST_TEXT = 100_000;

interface ReaderOptions extends Library {
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
  const { document, signal, clock = browserClock } = options;
  const top = options.root ?? document;
  let isWorking = false;
  let isPaused = false;
  let timer: number | undefined;
  /** Null during the first reading, which is not limited. */
  let budget: ReturnType<typeof createBudget> | null = null;
  const spend = (ms: number) => budget?.spend(ms);
  const hasEnded = () => isPaused || signal.aborted;
  const current = {
    throwIfAborted() {
      if (signal.aborted || watch.isStale() || budget?.isUsedUp()) throw new Interruption();
    },
  };

  const state = createPageState(() => document.documentElement.lang.toLowerCase());
  const unseen = (change: () => void) => watch.unseen(change);
  const display = createDisplay(options.painter, unseen, options.onChange, clock);
  // `length` rather than `data.length`: Firefox copies `data` at each access.
  const pageText: PageText = (node) =>
    node.length > LONGEST_TEXT ? null : display.painter.pageText(node);
  const changes = createChanges(() => state.list, pageText);
  const slicer = createSlicer(yieldToPage, current, clock, spend);
  const watch = createWatch({
    changes,
    display,
    clock,
    onLoss: () => budget?.lose(),
    onFollowed(ms) {
      spend(ms);
      schedule(GATHER_MS);
      upkeep.tidy();
    },
    onReported() {
      if (budget?.isUsedUp()) pauseReading();
    },
  });
  const upkeep = createUpkeep({
    document,
    top,
    state,
    display,
    signal,
    clock,
    onRoot: observe,
    onSearched: () => schedule(0),
  });
  const intake = createIntake({
    document,
    state,
    changes,
    display,
    slicer,
    clock,
    pageText,
    turns: watch.turns,
    onDue: () => schedule(0),
  });
  const lookUp = createLookUp({ library: options, state, display, slicer, clock, hasEnded });

  async function start(): Promise<void> {
    if (signal.aborted) return;
    signal.addEventListener('abort', stop, { once: true });
    // The document, not its body: some pages replace the body to show the next article.
    observe(top);
    upkeep.beat();
    await work();
  }

  function observe(root: Node): void {
    if (!hasEnded()) watch.observe(root);
  }

  function schedule(delay: number): void {
    if (timer !== undefined || isWorking || hasEnded()) return;
    if (changes.isEmpty() && state.waiting.length === 0 && !watch.isStale()) return;
    timer = clock.setTimeout(() => {
      timer = undefined;
      void work();
    }, delay);
  }

  /** Read what has changed. What changes during this turn is read in the next one. */
  async function work(): Promise<void> {
    isWorking = true;
    let delay = GATHER_MS;
    slicer.begin();
    try {
      if (watch.isStale()) startOver();
      const changed = changes.take();
      upkeep.search(changed.roots);
      await intake.take(changed);
      await lookUp.decide(await slicer.run(state.reading.unsettled()));
      intake.bringViewForward();
      await lookUp.readSheets();
    } catch (error) {
      reportFault(error);
      delay = watch.isStale() ? GATHER_MS : RETRY_MS;
    }
    isWorking = false;
    slicer.finish();
    budget ??= createBudget(clock);
    if (budget.isUsedUp()) pauseReading();
    if (hasEnded()) letGo();
    schedule(delay);
  }

  /** Forget all that was read, so that this turn reads the page from the start. */
  function startOver(): void {
    display.empty();
    intake.clear();
    state.renew();
    watch.startOver();
  }

  function pauseReading(): void {
    if (isPaused) return;
    isPaused = true;
    stop();
    options.onPause?.(budget?.isFought() ?? false);
  }

  function stop(): void {
    // Before erasing: to record 30,000 changes takes longer than to make them.
    watch.stop();
    display.end();
    intake.stop();
    upkeep.stop();
    clock.clearTimeout(timer);
    if (!isWorking) letGo();
  }

  /** Drop all references to the page: whoever keeps this reader would keep removed nodes alive. */
  function letGo(): void {
    changes.take();
    upkeep.clear();
    intake.clear();
    state.renew();
  }

  return {
    start,
    repaint: display.repaint,
    mentions: display.mentions,
    definitionOf: (placed) => definitionOf(state.reading, placed),
  };
}
