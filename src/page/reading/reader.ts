/**
 * Reads a page and keeps its mentions painted while the page changes: blocks → words → look-up →
 * occurrences → senses → mentions → painter. New and changed blocks only; a page at rest costs
 * nothing.
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

/** Changes are gathered for so long before they are read, in milliseconds; it never restarts. */
const GATHER_MS = 50;
/** After a look-up that failed (the background is being replaced), in milliseconds. */
const RETRY_MS = 2_000;
/** What has not been answered by then never will be: the background was killed with the question. */
const MOST_ANSWER_MS = 5_000;
/**
 * The library is asked about at least so many UTF-16 code units of text at once, if they wait, and
 * each time about twice as many: the first are painted soon, and a long page is not painted in many
 * parts, after each of which its styles are worked out anew.
 */
const PART_LENGTH = 50_000;
const MOST_PART_LENGTH = 400_000;
/** So long after a change what was read is asked whether it is still there, in milliseconds. */
const TIDY_MS = 1_000;
/**
 * Longer text nodes are left alone, in UTF-16 code units: each is read in one go. 5 MB took half a
 * second, and the longest of 93 real pages had 1,949.
 */
const LONGEST_TEXT = 100_000;
/** So many blocks are handled at once. */
const HANDFUL = 32;
/**
 * Following changes piece by piece may take so long in one go, in milliseconds; where there are more
 * of them the page is read anew, in slices. 20,000 nodes that come one by one take half of it.
 */
const MOST_FOLLOWING_MS = 30;
/** So often a page is looked at of which no record tells what has come to be seen, in milliseconds. */
const BEAT_MS = 1_000;
/** So many elements may get a shadow root late. */
const MOST_HOSTS = 1_000;
/** The clock is looked at after so many nodes. */
const MANY_NODES = 128;

interface ReaderOptions {
  readonly document: Document;
  /** The part that is read; the whole page unless said. */
  readonly root?: Node;
  readonly painter: Painter;
  /** Lets only those keys pass that the library may know; null, as without it: all are asked for. */
  readonly filter?: Promise<KeyFilter | null>;
  /** Asks the library; rejects when it cannot be reached. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /**
   * Brings in what reads definitions, for a page that may hold some; rejects when it cannot be
   * reached.
   */
  loadDefinitions(): Promise<DefinitionReader>;
  /** Called after the mentions of the page have changed: at once, then now and then. */
  onChange(): void;
  /**
   * Called when the page has used up its budget: all mentions are erased and reading has stopped.
   *
   * @param isFought - Whether that is because the page undoes what we paint.
   */
  onPause?(isFought: boolean): void;
  readonly signal: AbortSignal;
  /** The browser's own unless said. */
  readonly clock?: Clock;
}

export interface Reader {
  /** Read the whole page, and go on reading what changes until the signal aborts. */
  start(): Promise<void>;
  /** Take all mentions away, and show them by a painter that is made then. */
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

/** Create what reads a page; nothing is read before `start`. */
export function createReader(options: ReaderOptions): Reader {
  const { document, lookUp, signal, clock = browserClock } = options;
  const top = options.root ?? document;
  const display = createDisplay(options.painter, unseen, options.onChange, clock);
  // Not `data`, which Firefox copies each time that it is asked for.
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
  /** Elements that scripts may give a shadow root, of which no record tells. */
  const hosts = new Set<Element>();
  let working = false;
  let timer: number | undefined;
  /** Lines that are rewritten too often, until they may be read again. */
  let throttled = new Set<Text>();
  let throttleTimer: number | undefined;
  /** Where shadow roots are to be looked for. */
  let unsearched: readonly Node[] = [];
  const throttle = createThrottle(clock);
  /** Reading a page for the first time costs what it costs. */
  let budget: ReturnType<typeof createBudget> | null = null;
  /** How often the page has changed. */
  let turns = 0;
  /** The page has changed in too many places: nothing that is known of it holds. */
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
    const edits = readEdits(records);
    const lost = display.painter.repair(edits);
    if ([...lost].some(display.isFresh)) budget?.lose();
    for (const block of lost) changes.addBlock(block);
    note(changes.follow(edits));
    // What was mended is text of the page again, and for the painter no news.
    note(changes.follow(readEdits(observer.takeRecords())));
    if (edits.removed.size > 0) dropLostRoots();
    budget?.spend(clock.now() - since);
    schedule(GATHER_MS);
    tidy();
  }

  /** Note changes for as long as that may take. */
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

  /** Let go of what was read, and read all of it again. */
  function startOver(): void {
    display.empty();
    changes.take();
    throttled.clear();
    waiting = [];
    list = createBlockList();
    reading = makeReading();
    isStale = false;
    for (const root of observed) changes.addRoot(root);
  }

  /**
   * Run what paints or erases and let go of all record of it, so that those that are followed are
   * of what the page does. What it did before is followed first.
   */
  function unseen(change: () => void): void {
    follow(observer.takeRecords());
    change();
    observer.takeRecords();
  }

  async function start(): Promise<void> {
    if (signal.aborted) return;
    signal.addEventListener('abort', stop, { once: true });
    // Not its body: some pages go from one article to the next by another one.
    observe(top);
    beat();
    await work();
  }

  function stop(): void {
    follow(observer.takeRecords());
    // Before everything is erased: a record of each of 30,000 changes takes longer than the changes.
    observer.disconnect();
    display.end();
    clock.clearTimeout(timer);
    clock.clearTimeout(throttleTimer);
    clock.clearTimeout(tidying);
    clock.clearTimeout(beating);
    if (!working) letGo();
  }

  /** Hold nothing of the page: it lives on, and whoever made this reader may do so too. */
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

  /** Read what has changed. One at a time: what changes meanwhile is read in the next turn. */
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
   * Read all text under nodes that follow one another. What was read is in sheets before the page
   * has its turn.
   */
  async function readRoots(run: readonly Node[]): Promise<void> {
    // A sheet is made of what was walked over before the page has its turn.
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
    // The page took out the place that had been reached: what stood behind it is read next time.
    for (const root of step.value) changes.addRoot(root);
  }

  /** Of a long page that has been scrolled, read what is in view before what stands above it. */
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
      // Before the page has its turn: what it changes then is known by the blocks that are there.
      if (blocks.length > 0) {
        list.insert(blocks);
        waiting.push(createBlocksSheet(blocks, list));
      }
      if (slicer.isHalfDue()) await slicer.giveTurn();
    }
  }

  /** Whether a line may be read now; else it is read later. */
  function mayRead(node: Text): boolean {
    const parent = parentOf(node);
    if (!parent || throttle.mayRead(parent)) return true;
    waitFor(node);
    return false;
  }

  /** Read a line later that is rewritten too often. */
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

  /** Take in the sheets that wait; rejects, and keeps them, if the library is away. */
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
    // What stood before was decided when this had not been read.
    if (!hasEnded()) await decide(reading.swayed());
  }

  /** Ask the library, and bring in meanwhile what reads definitions if there may be some. */
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
   * A while after a change, once: let go of what the page has taken out unseen, and look for shadow
   * roots, of which no record tells when they come to elements that were there.
   */
  function tidy(): void {
    tidying ??= clock.setTimeout(() => {
      tidying = undefined;
      searchShadowRoots([top]);
      whenIdle(() => idleSlicer.run(reading.tidy()));
    }, TIDY_MS);
  }

  /** See now and then what the page shows by styles and scripts that change nothing in it. */
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

  /** Wait for something, or for its failing; that time is the page's. */
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

  /** Choose the senses of some blocks and show what has changed. */
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
    // Where the page is left meanwhile, nothing is to be done any more.
    idleSlicer
      .giveTurn()
      .then(task)
      .catch((error) => {
        if (!signal.aborted) reportFault(error);
      });
  }

  /** Forget what stood in shadow roots whose hosts have left the page: no record tells of it. */
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
    // The reading was handed blocks of the page, and gives them back.
    return { block: found.block as Block, span };
  }

  return { start, repaint: display.repaint, mentions: display.mentions, definitionOf };
}
