/**
 * Reads a page and keeps its mentions painted while the page changes: blocks → words → look-up →
 * occurrences → senses → mentions → painter. Only new and changed blocks are read, so a page that
 * does not change costs next to nothing.
 */
import type { DefinitionReader } from '../../core/definitions/definers.ts';
import type { Candidate } from '../../core/matching/candidate.ts';
import type { KeyFilter } from '../../core/matching/key-filter.ts';
import type { Batch } from '../../core/reading/batch.ts';
import { createReading } from '../../core/reading/reading.ts';
import type { Steps } from '../../core/text/slices.ts';
import type { Span } from '../../core/text/span.ts';
import type { TextBlock } from '../../core/text/text-block.ts';
import { browserClock, type Clock, inTime } from '../frame/clock.ts';
import type { Painter, PlacedMention } from '../painting/painter.ts';
import { createBlockList } from '../text/block-list.ts';
import type { Block } from '../text/blocks.ts';
import { readChangedLines } from '../text/changed-lines.ts';
import { createChanges } from '../text/changes.ts';
import { readEdits } from '../text/edits.ts';
import { parentOf, WATCHED_ATTRIBUTES } from '../text/elements.ts';
import { firstChildOf, shadowRootOf } from '../text/node-properties.ts';
import { isHere } from '../text/nodes.ts';
import { runsOf } from '../text/runs.ts';
import { findShadowRoots } from '../text/shadow-roots.ts';
import { createBlocksSheet, createSheet, type LinesSheet, type PageSheet } from '../text/sheets.ts';
import { walkLines } from '../text/walk-lines.ts';
import { createBudget } from './budget.ts';
import { createDisplay, type Sight } from './display.ts';
import { Interruption, reportFault } from './interruption.ts';
import { createSlicer, handfuls, untilIdle, yieldToPage } from './slices.ts';
import { createThrottle } from './throttle.ts';

/** Time from the first unread change to the reading of all, in milliseconds; never restarted. */
const GATHER_MS = 50;
/** Wait after a failed look-up, in milliseconds: the background may be restarting. */
const RETRY_MS = 2_000;
/** The longest wait for an answer, in milliseconds: a background that was killed never answers. */
const MOST_ANSWER_MS = 5_000;
/**
 * The length of the part of a page for which we ask the library first, in UTF-16 code units; each
 * further part is twice as long. So the first mentions appear soon, yet a long page is painted
 * in few parts, after each of which the browser computes its styles again.
 */
const PART_LENGTH = 50_000;
/** The longest part, in UTF-16 code units. */
const MOST_PART_LENGTH = 400_000;
/** Wait after a change before we forget text that has left the page, in milliseconds. */
const TIDY_MS = 1_000;
/**
 * Longer text nodes are not read, in UTF-16 code units: a node is read without a pause, and one of
 * 5 MB took half a second. The longest on 93 real pages had 1,949.
 */
const LONGEST_TEXT = 100_000;
/** Blocks handled between two looks at the clock. */
const HANDFUL = 32;
/**
 * The longest that noting the changes of one batch may take, in milliseconds. With more changes the
 * whole page is read again, in slices. 20,000 nodes added one by one take half of this time.
 */
const MOST_FOLLOWING_MS = 30;
/**
 * With more records in one batch the page is read again without a look at them. A record costs
 * about 8 µs to read, since each node that it names has to be made known to our script.
 */
const MOST_RECORDS = 5_000;
/** Time between two checks for changes that no mutation record reports, in milliseconds. */
const BEAT_MS = 1_000;
/** The most elements without a shadow root that we check again for one. */
const MOST_HOSTS = 1_000;
/** Nodes noted between two looks at the clock. */
const MANY_NODES = 128;

interface ReaderOptions {
  readonly document: Document;
  /** The part of the page that is read; without it, the whole page. */
  readonly root?: Node;
  readonly painter: Painter;
  /** Passes only keys that the library may know. Null or without it, all keys are looked up. */
  readonly filter?: Promise<KeyFilter | null>;
  /** Asks the library; rejects when it cannot be reached. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /**
   * Loads the reader of definitions, for pages that may hold some. Rejects when the background
   * cannot be reached.
   */
  loadDefinitions(): Promise<DefinitionReader>;
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

/** A part of the text of a block. */
export interface PlacedSpan {
  readonly block: Block;
  readonly span: Span;
}

/** Create the reader of a page. It reads nothing before `start`. */
export function createReader(options: ReaderOptions): Reader {
  const { document, lookUp, signal, clock = browserClock } = options;
  const top = options.root ?? document;
  const display = createDisplay(options.painter, unseen, options.onChange, clock);
  // `length` rather than `data.length`: Firefox copies `data` at each access.
  const pageText = (node: Text) =>
    node.length > LONGEST_TEXT ? null : display.painter.pageText(node);
  let readDefinitions: DefinitionReader | null = null;
  const makeReading = () =>
    createReading(document.documentElement.lang.toLowerCase(), (text) => {
      if (!readDefinitions) throw new Error('What reads definitions was not brought in.');
      return readDefinitions(text);
    });
  let reading = makeReading();
  let list = createBlockList();
  const changes = createChanges(() => list, pageText);
  const observed = new Set<Node>();
  let waiting: PageSheet[] = [];
  let tidying: number | undefined;
  let beating: number | undefined;
  /** Elements that may still get a shadow root, which no mutation record reports. */
  const hosts = new Set<Element>();
  let working = false;
  let timer: number | undefined;
  /** Lines that are rewritten too often, until they may be read again. */
  let throttled = new Set<Text>();
  let throttleTimer: number | undefined;
  /** Nodes under which we have yet to look for shadow roots. */
  let unsearched: readonly Node[] = [];
  const throttle = createThrottle(clock);
  /** Null during the first reading, which is not limited. */
  let budget: ReturnType<typeof createBudget> | null = null;
  /** Counts the batches of changes, to see whether the page has changed during a wait. */
  let turns = 0;
  /** Whether the page changed in too many places to note them: all of it is to be read again. */
  let isStale = false;
  const current = {
    throwIfAborted() {
      if (signal.aborted || isStale || budget?.isUsedUp()) throw new Interruption();
    },
  };
  const slicer = createSlicer(yieldToPage, current, clock, (ms) => budget?.spend(ms));
  const idleSlicer = createSlicer(untilIdle, signal, clock);

  const observer = new MutationObserver((records) => {
    follow(records);
    if (budget?.isUsedUp()) pauseReading();
  });

  function follow(records: MutationRecord[]): void {
    if (records.length === 0) return;
    const since = clock.now();
    turns++;
    const isVast = isStale || records.length > MOST_RECORDS;
    if (isVast && display.painter.abandon()) isStale = true;
    else followEach(records);
    budget?.spend(clock.now() - since);
    schedule(GATHER_MS);
    tidy();
  }

  function followEach(records: readonly MutationRecord[]): void {
    const edits = readEdits(records);
    const lost = display.painter.repair(edits);
    if ([...lost].some(display.isFresh)) budget?.lose();
    for (const block of lost) changes.addBlock(block);
    note(changes.follow(edits));
    // The repair itself made records: its text is noted as changed, but needs no second repair.
    note(changes.follow(readEdits(observer.takeRecords())));
    if (edits.removed.size > 0) dropLostRoots();
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

  /** Forget all that was read, so that the next turn reads the page from the start. */
  function startOver(): void {
    display.empty();
    changes.take();
    throttled.clear();
    waiting = [];
    list = createBlockList();
    reading = makeReading();
    isStale = false;
    for (const root of observed) {
      if (isHere(root)) changes.addRoot(root);
      else observed.delete(root);
    }
  }

  /**
   * Run a change of ours and drop its mutation records, so that we follow only what the page does.
   * Records of the page from before are followed first.
   */
  function unseen(change: () => void): void {
    follow(observer.takeRecords());
    change();
    observer.takeRecords();
  }

  async function start(): Promise<void> {
    if (signal.aborted) return;
    signal.addEventListener('abort', stop, { once: true });
    // The document, not its body: some pages replace the body to show the next article.
    observe(top);
    beat();
    await work();
  }

  function stop(): void {
    follow(observer.takeRecords());
    // Before erasing: to record 30,000 changes takes longer than to make them.
    observer.disconnect();
    display.end();
    clock.clearTimeout(timer);
    clock.clearTimeout(throttleTimer);
    clock.clearTimeout(tidying);
    clock.clearTimeout(beating);
    if (!working) letGo();
  }

  /** Drop all references to the page: whoever keeps this reader would keep removed nodes alive. */
  function letGo(): void {
    changes.take();
    observed.clear();
    hosts.clear();
    throttled.clear();
    waiting = [];
    list = createBlockList();
    reading = makeReading();
  }

  let isPaused = false;
  const hasEnded = () => isPaused || signal.aborted;

  function pauseReading(): void {
    if (isPaused) return;
    isPaused = true;
    stop();
    options.onPause?.(budget?.isFought() ?? false);
  }

  function observe(root: Node): void {
    if (hasEnded() || observed.has(root)) return;
    observed.add(root);
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: WATCHED_ATTRIBUTES,
    });
    changes.addRoot(root);
  }

  function schedule(delay: number): void {
    if (timer !== undefined || working || hasEnded()) return;
    if (changes.isEmpty() && waiting.length === 0 && !isStale) return;
    timer = clock.setTimeout(() => {
      timer = undefined;
      void work();
    }, delay);
  }

  /** Read what has changed. What changes during this turn is read in the next one. */
  async function work(): Promise<void> {
    working = true;
    let delay = GATHER_MS;
    slicer.begin();
    try {
      if (isStale) startOver();
      const { gone, lines, roots } = changes.take();
      searchShadowRoots(roots);
      for (const some of handfuls(gone, HANDFUL)) {
        await takeTurn();
        forget(new Set(some));
      }
      for (const run of runsOf(roots.filter(firstChildOf))) {
        await takeTurn();
        await readRoots(run);
      }
      await readLines(lines);
      await decide(await slicer.run(reading.unsettled()));
      bringViewForward();
      await readSheets();
    } catch (error) {
      reportFault(error);
      delay = isStale ? GATHER_MS : RETRY_MS;
    }
    working = false;
    slicer.finish();
    budget ??= createBudget(clock);
    if (budget.isUsedUp()) pauseReading();
    if (hasEnded()) letGo();
    schedule(delay);
  }

  async function takeTurn(): Promise<void> {
    if (slicer.isDue()) await slicer.giveTurn();
  }

  /**
   * Read all text under nodes that follow one another. Text is put into a sheet before the page has
   * its turn, so that changes of it are noted.
   */
  async function readRoots(run: readonly Node[]): Promise<void> {
    const walk = walkLines(run, pageText, slicer.isHalfDue);
    let previous: LinesSheet | undefined;
    let step = walk.next();
    while (!step.done) {
      const before = turns;
      if (step.value.ends.length > 0) {
        previous = createSheet(step.value, list, pageText, previous);
        waiting.push(previous);
      }
      if (slicer.isHalfDue()) await slicer.giveTurn();
      step = walk.next(turns !== before);
    }
    // The page has removed the node that was reached: these roots are read again next time.
    for (const root of step.value) changes.addRoot(root);
  }

  /** Move the sheets from the view onward to the front, if a long page has been scrolled. */
  function bringViewForward(): void {
    const view = document.defaultView;
    if (!view || view.scrollY === 0 || waiting.length < 2) return;
    const inView = document.elementFromPoint(view.innerWidth / 2, view.innerHeight / 3);
    if (!inView) return;
    const at = waiting.findIndex((sheet) => !sheet.isBefore(inView));
    if (at > 0) waiting = [...waiting.slice(at), ...waiting.slice(0, at)];
  }

  async function readLines(lines: Iterable<Text>): Promise<void> {
    const source = { ownerOf: list.ownerOf, pageText, mayRead, isDue: slicer.isHalfDue };
    for (const { blocks, grown } of readChangedLines(lines, source)) {
      forget(grown);
      // Before the page has its turn, so that changes of these blocks are noted.
      if (blocks.length > 0) {
        list.insert(blocks);
        waiting.push(createBlocksSheet(blocks, list));
      }
      if (slicer.isHalfDue()) await slicer.giveTurn();
    }
  }

  /** Whether a line may be read now. If not, it is scheduled to be read later. */
  function mayRead(node: Text): boolean {
    const parent = parentOf(node);
    if (!parent || throttle.mayRead(parent)) return true;
    waitFor(node);
    return false;
  }

  /** Read a line that is rewritten too often once its window is over. */
  function waitFor(node: Text): void {
    throttled.add(node);
    throttleTimer ??= clock.setTimeout(() => {
      throttleTimer = undefined;
      for (const each of throttled) changes.addLine(each);
      throttled = new Set();
      schedule(0);
    }, throttle.windowMs);
  }

  function forget(gone: ReadonlySet<Block>): void {
    if (gone.size === 0) return;
    display.forget(gone);
    list.remove(gone);
    reading.forget(gone);
  }

  /** Read the waiting sheets. If the library is away, this rejects and the sheets stay waiting. */
  async function readSheets(): Promise<void> {
    if (waiting.length > 0) reading.sift(await outside(options.filter ?? null));
    for (let enough = PART_LENGTH; waiting.length > 0 && !hasEnded(); enough *= 2) {
      const batches: Batch[] = [];
      const most = Math.min(enough, MOST_PART_LENGTH);
      for (let length = 0; length < most && batches.length < waiting.length; ) {
        await takeTurn();
        const sheet = waiting[batches.length] as PageSheet;
        batches.push(await slicer.run(reading.begin(sheet)));
        length += sheet.text.length;
      }
      const keys = reading.keys();
      const candidates = await ask(keys, batches);
      waiting = waiting.slice(batches.length);
      reading.learn(keys.length, candidates);
      const taken = new Set<TextBlock>();
      for (const batch of batches) {
        await takeTurn();
        for (const block of await slicer.run(reading.takeIn(batch))) taken.add(block);
      }
      await decide(taken);
    }
    // Text read now can change the senses of mentions that were decided before.
    if (!hasEnded()) await decide(reading.swayed());
  }

  /** Ask the library; at the same time load the reader of definitions, if there may be some. */
  async function ask(
    keys: readonly number[],
    batches: readonly Batch[],
  ): Promise<readonly Candidate[]> {
    const isLacking = !readDefinitions && batches.some(({ definers }) => definers.size > 0);
    if (keys.length === 0 && !isLacking) return [];
    const answers = Promise.all([
      keys.length > 0 ? lookUp(keys) : [],
      isLacking ? options.loadDefinitions() : readDefinitions,
    ]);
    const [candidates, reader] = await outside(inTime(answers, MOST_ANSWER_MS, clock));
    readDefinitions = reader;
    return candidates;
  }

  /**
   * Once, `TIDY_MS` after a change: forget text that has left the page unnoticed, and look for new
   * shadow roots of old elements, which no mutation record reports.
   */
  function tidy(): void {
    tidying ??= clock.setTimeout(() => {
      tidying = undefined;
      searchShadowRoots([top]);
      whenIdle(() => idleSlicer.run(reading.tidy()));
    }, TIDY_MS);
  }

  /** Check every `BEAT_MS` for text shown by a style and for late shadow roots. */
  function beat(): void {
    beating = clock.setTimeout(beat, BEAT_MS);
    if (document.visibilityState !== 'visible') return;
    display.refresh();
    for (const host of hosts) {
      const isOver = !isHere(host);
      if (!isOver && !shadowRootOf(host)) continue;
      hosts.delete(host);
      if (!isOver) searchShadowRoots([host]);
    }
  }

  /** Wait for an answer. The wait counts as no work of ours; a failure becomes an interruption. */
  async function outside<T>(answer: T | Promise<T>): Promise<T> {
    slicer.finish();
    try {
      const value = await Promise.resolve(answer).catch((error) => {
        throw new Interruption('No answer.', { cause: error });
      });
      current.throwIfAborted();
      return value;
    } finally {
      slicer.begin();
    }
  }

  /** Choose the senses of some blocks and paint those whose mentions have changed. */
  async function decide(blocks: ReadonlySet<TextBlock>): Promise<void> {
    const changed: Block[] = [];
    for (const block of blocks as ReadonlySet<Block>) {
      if (slicer.isDue()) await slicer.giveTurn();
      if (display.choose(block, reading.mentionsOf(block))) changed.push(block);
    }
    const sights: Sight[] = [];
    for (const some of handfuls(changed, HANDFUL)) {
      await takeTurn();
      sights.push(...display.look(some));
    }
    for (const some of handfuls(sights, HANDFUL)) {
      await takeTurn();
      display.show(some);
    }
  }

  function searchShadowRoots(roots: readonly Node[]): void {
    if (roots.length === 0) return;
    const isWaitedFor = unsearched.length > 0;
    unsearched = [...unsearched, ...roots];
    if (isWaitedFor) return;
    whenIdle(async () => {
      const found = findShadowRoots(
        unsearched,
        observe,
        (host) => hosts.size < MOST_HOSTS && hosts.add(host),
      );
      unsearched = [];
      await idleSlicer.run(found);
      schedule(0);
    });
  }

  function whenIdle(task: () => Promise<void>): void {
    // After an abort there is nothing left to do, and nothing to report.
    idleSlicer
      .giveTurn()
      .then(task)
      .catch((error) => {
        if (!signal.aborted) reportFault(error);
      });
  }

  /** Forget the text of shadow roots whose hosts have left the page: no record reports it. */
  function dropLostRoots(): void {
    const lost = new Set([...observed].filter((root) => !isHere(root)));
    if (lost.size === 0) return;
    for (const root of lost) observed.delete(root);
    note(changes.addRemoved(lost));
  }

  function definitionOf({ mention, block }: PlacedMention): PlacedSpan | null {
    const found = reading.definitionOf(block, mention);
    if (!found) return null;
    const { shortSpan: short, longSpan: long } = found.definition;
    const span = { start: Math.min(short.start, long.start), end: Math.max(short.end, long.end) };
    // The reading returns the very blocks that we gave it, which are blocks of the page.
    return { block: found.block as Block, span };
  }

  return { start, repaint: display.repaint, mentions: display.mentions, definitionOf };
}
