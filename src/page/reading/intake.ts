/** Takes the new text of a page into sheets, and lets go of what has left it. */
import type { Clock } from '../frame/clock.ts';
import { type Block, makeBlocks } from '../text/blocks.ts';
import { readChangedLines } from '../text/changed-lines.ts';
import type { Changed, Changes } from '../text/changes.ts';
import { parentOf } from '../text/elements.ts';
import { firstChildOf } from '../text/node-properties.ts';
import { isHere } from '../text/nodes.ts';
import { runsOf } from '../text/runs.ts';
import { readSaidTerms } from '../text/said-terms.ts';
import { createChangesSheet, createSheet, createTermsSheet } from '../text/sheets.ts';
import { walkLines } from '../text/walk-lines.ts';
import type { Display } from './display.ts';
import type { PageState } from './page-state.ts';
import { handfuls, type Slicer } from './slices.ts';
import type { Teller } from './teller.ts';
import { createThrottle } from './throttle.ts';

/**
 * Of changed lines only those are told in which something may be named or defined: clocks and counters
 * need no message. A name without a letter is one like “2+2”.
 */
const MAY_NAME = /\p{L}|\d\+\d/u;

interface IntakeOptions {
  readonly document: Document;
  readonly state: PageState;
  readonly changes: Changes;
  readonly display: Display;
  readonly teller: Pick<Teller, 'forget'>;
  readonly slicer: Slicer;
  readonly clock: Clock;
  /** The number of batches of changes so far. */
  batchCount(): number;
  /** Called when lines that were rewritten too often are to be read. */
  onDue(): void;
}

interface Intake {
  /** Take in what has changed: afterwards its sheets wait. */
  take(changed: Changed): Promise<void>;
  /** Move the sheets from the view onward to the front, if a long page has been scrolled. */
  bringViewForward(): void;
  /** Forget lines that wait for their window to be over. */
  clear(): void;
  stop(): void;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the queue of text that waits
export function createIntake(options: IntakeOptions): Intake {
  const { document, state, changes, display, teller, slicer, clock, batchCount } = options;
  const { pageText } = display;
  const throttle = createThrottle(clock);
  /** Lines that are rewritten too often, until they may be read again. */
  let throttled = new Set<Text>();
  let timer: number | undefined;
  /** The blocks of terms that the page explains to machines. */
  let saying: Block[] = [];

  async function take({ gone, lines, roots }: Changed): Promise<void> {
    forget(new Set(saying.filter(({ root }) => !isHere(root))));
    saying = saying.filter(({ root }) => isHere(root));
    for (const some of handfuls(gone)) {
      await slicer.takeTurn();
      forget(new Set(some));
    }
    for (const some of handfuls(roots)) {
      await slicer.takeTurn();
      for (const root of some) readTerms(root);
    }
    for (const run of runsOf(roots.filter(firstChildOf))) {
      await slicer.takeTurn();
      await readRoots(run);
    }
    await readLines(lines);
  }

  function readTerms(root: Node): void {
    const blocks = readSaidTerms(root);
    if (blocks.length === 0) return;
    saying.push(...blocks);
    state.waiting.push(createTermsSheet(blocks));
  }

  /**
   * Read all text under nodes that follow one another. Text is put into blocks before the page has
   * its turn, so that changes of it are noted.
   */
  async function readRoots(run: readonly Node[]): Promise<void> {
    const { ownerOf } = state.list;
    const walk = walkLines(run, pageText, slicer.isHalfDue);
    let step = walk.next();
    while (!step.done) {
      const before = batchCount();
      // Text that is part of a block already is read again only after it has changed.
      const blocks = makeBlocks(step.value).filter(({ nodes }) => !nodes.some(ownerOf));
      if (blocks.length > 0) {
        state.list.insertRun(blocks);
        state.waiting.push(createSheet(blocks));
      }
      if (slicer.isHalfDue()) await slicer.giveTurn();
      step = walk.next(batchCount() !== before);
    }
    // The page has removed the node that was reached: these roots are read again next time.
    for (const root of step.value) changes.addRoot(root);
  }

  async function readLines(lines: Iterable<Text>): Promise<void> {
    const { ownerOf } = state.list;
    const source = { ownerOf, pageText, mayRead, isDue: slicer.isHalfDue };
    for (const { blocks, grown } of readChangedLines(lines, source)) {
      forget(grown);
      // Before the page has its turn, so that changes of these blocks are noted.
      if (blocks.length > 0) {
        state.list.insert(blocks);
        const told = blocks.filter(({ text, markup }) => markup || MAY_NAME.test(text));
        if (told.length > 0) state.waiting.push(createChangesSheet(told));
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
    timer ??= clock.setTimeout(() => {
      timer = undefined;
      for (const each of throttled) changes.addLine(each);
      throttled = new Set();
      options.onDue();
    }, throttle.windowMs);
  }

  function forget(gone: ReadonlySet<Block>): void {
    if (gone.size === 0) return;
    display.forget(gone);
    state.list.remove(gone);
    teller.forget(gone);
  }

  return {
    take,
    bringViewForward() {
      const view = document.defaultView;
      const { waiting } = state;
      if (!view || view.scrollY === 0 || waiting.length < 2) return;
      const inView = document.elementFromPoint(view.innerWidth / 2, view.innerHeight / 3);
      if (!inView) return;
      const at = waiting.findIndex((sheet) => !sheet.isBefore(inView));
      if (at > 0) state.waiting = [...waiting.slice(at), ...waiting.slice(0, at)];
    },
    clear() {
      throttled.clear();
      saying = [];
    },
    stop: () => clock.clearTimeout(timer),
  };
}
