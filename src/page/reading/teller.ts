/**
 * Tells what is new on a page to the reading of its text, which lies outside of the page, and has
 * what is found there painted.
 */
import type { FoundBlock, Telling, ToldSheet } from '../../core/reading/telling.ts';
import { toldSheet } from '../../core/reading/told-sheet.ts';
import { type Clock, inTime } from '../frame/clock.ts';
import { Interruption } from '../frame/interruption.ts';
import type { PlacedMention } from '../painting/painter.ts';
import type { Block } from '../text/blocks.ts';
import type { PageSheet } from '../text/sheets.ts';
import type { Display, Sight } from './display.ts';
import type { PageState } from './page-state.ts';
import type { PlacedSpan } from './placed-span.ts';
import { handfuls, type Slicer } from './slices.ts';
import { inSheets, ordersOf } from './told-again.ts';

/**
 * The longest wait for an answer, in milliseconds, and how much longer it is for each code unit that
 * was told. A background that was killed never answers; one on a busy machine takes its time.
 */
const MOST_ANSWER_MS = 5_000;
const MOST_READING_MS = 0.05;
/**
 * The length of the part of a page that is told first, in UTF-16 code units; each further part is
 * twice as long. So the first mentions appear soon, yet a long page is painted in few parts, after
 * each of which the browser computes its styles again.
 */
const PART_LENGTH = 50_000;
/** The longest part, in UTF-16 code units. */
const MOST_PART_LENGTH = 400_000;
/** To tell more blocks than this takes some milliseconds. */
const MANY_BLOCKS = 500;
/** The longest name of a language that is told, in UTF-16 code units. */
const MOST_LANG = 100;

/** Whoever reads the text of the page. */
export interface Listener {
  /**
   * Take what is new on the page.
   *
   * @returns What has changed in its mentions; null if what was told before is lost.
   * @throws If the background cannot be reached.
   */
  read(telling: Telling): Promise<readonly FoundBlock[] | null>;
}

interface TellerOptions extends Listener {
  readonly document: Document;
  readonly state: PageState;
  readonly display: Display;
  readonly slicer: Slicer;
  readonly clock: Clock;
}

export interface Teller {
  /** Tell the waiting sheets. If nobody listens, this rejects and they stay waiting. */
  tell(): Promise<void>;
  /** From now on these blocks are not on the page any more. */
  forget(gone: ReadonlySet<Block>): void;
  /** Whether something is gone that was not told yet. */
  isDue(): boolean;
  /** Where the page itself defines the term of a mention; null if it does not. */
  definitionOf(placed: PlacedMention): PlacedSpan | null;
  /** Forget all that was told. */
  clear(): void;
}

/** What was told so far of one reading, and to whom. */
interface Told {
  readonly page: string;
  /** How often the blocks had been numbered anew when their orders were told. */
  numberings: number;
  count: number;
  /** The number that the next block gets. */
  next: number;
  /** The blocks that are on the page as they were told. */
  readonly blocks: Map<number, Block>;
  readonly numbers: Map<Block, number>;
  gone: number[];
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the steps from waiting text to painted mentions, which share what was told
export function createTeller(options: TellerOptions): Teller {
  const { document, state, display, slicer, clock } = options;
  let told = begin();
  /** Blocks that left the page before they were told. */
  let dropped = new WeakSet<Block>();
  /** Blocks that were told to a reading that is lost, and of which the next has not spoken yet. */
  let unsettled = new Set<Block>();
  const defined = new WeakMap<Block, ReadonlyMap<number, PlacedSpan>>();

  function begin(): Told {
    return {
      page: Math.random().toString(36),
      numberings: state.list.numberings,
      count: 0,
      next: 0,
      blocks: new Map(),
      numbers: new Map(),
      gone: [],
    };
  }

  async function tell(): Promise<void> {
    for (let enough = PART_LENGTH; state.waiting.length > 0 || isDue(); enough *= 2) {
      slicer.check();
      // What is painted already stays, where it can: so all that speaks for it is told at once.
      const isAgain = unsettled.size > 0;
      await tellPart(isAgain ? MOST_PART_LENGTH : Math.min(enough, MOST_PART_LENGTH));
    }
    await settle();
  }

  /** Tell the first waiting sheets: as many as hold `most` code units, or reach over them. */
  async function tellPart(most: number): Promise<void> {
    const { waiting } = state;
    const blocks: Block[] = [];
    const sheets: ToldSheet[] = [];
    for (let length = 0; length < most && sheets.length < waiting.length; ) {
      await slicer.takeTurn();
      const sheet = waiting[sheets.length] as PageSheet;
      const here = sheet.blocks.filter((block) => !dropped.has(block));
      sheets.push(toldSheet(here, told.next + blocks.length));
      for (const block of here) blocks.push(block);
      length += sheet.length;
    }
    // To write a long message takes a slice of its own.
    if (blocks.length > MANY_BLOCKS) await slicer.giveTurn();
    const { page, count } = told;
    const { numberings } = state.list;
    const gone = [...told.gone];
    const lang = (document.documentElement?.getAttribute('lang') ?? '')
      .toLowerCase()
      .slice(0, MOST_LANG);
    const orders = numberings === told.numberings ? [] : ordersOf(told.blocks);
    const found = await ask({ page, count, lang, sheets, gone, orders });
    if (!found) return tellAgain();
    told.numberings = numberings;
    state.waiting = waiting.slice(sheets.length);
    told.count++;
    told.gone = told.gone.slice(gone.length);
    for (const block of blocks) note(block);
    await decide(found);
  }

  /** Note that a block was told. It may have left the page since. */
  function note(block: Block): void {
    const number = told.next++;
    if (dropped.has(block)) told.gone.push(number);
    else {
      told.blocks.set(number, block);
      told.numbers.set(block, number);
    }
  }

  /** Have all that is on the page told anew. */
  function tellAgain(): void {
    const blocks = [...told.blocks.values()].sort((a, b) => a.order - b.order);
    for (const block of blocks) unsettled.add(block);
    state.waiting = [...inSheets(blocks, PART_LENGTH), ...state.waiting];
    told = begin();
  }

  /** Wait for an answer. The wait counts as no work of ours; a failure becomes an interruption. */
  async function ask(telling: Telling): Promise<readonly FoundBlock[] | null> {
    const length = telling.sheets.reduce((sum, { text }) => sum + text.length, 0);
    const most = MOST_ANSWER_MS + MOST_READING_MS * length;
    slicer.finish();
    try {
      const found = await inTime(options.read(telling), most, clock).catch(() => {
        throw new Interruption();
      });
      slicer.check();
      return found;
    } finally {
      slicer.begin();
    }
  }

  async function decide(found: readonly FoundBlock[]): Promise<void> {
    const changed: Block[] = [];
    for (const { number, mentions, defined: places } of found) {
      if (slicer.isDue()) await slicer.giveTurn();
      const block = told.blocks.get(number);
      if (!block) continue;
      unsettled.delete(block);
      defined.set(block, placesOf(places));
      if (display.choose(block, mentions)) changed.push(block);
    }
    const sights: Sight[] = [];
    for (const some of handfuls(changed)) {
      await slicer.takeTurn();
      sights.push(...display.look(some));
    }
    for (const some of handfuls(sights)) {
      await slicer.takeTurn();
      display.show(some);
    }
  }

  /** A new reading says nothing of blocks without mentions, but a lost one may have found some. */
  async function settle(): Promise<void> {
    const left = unsettled;
    unsettled = new Set();
    const none = { mentions: [], defined: [] };
    const numbers = [...left].flatMap((block) => told.numbers.get(block) ?? []);
    await decide(numbers.map((number) => ({ number, ...none })));
  }

  function placesOf(places: FoundBlock['defined']): ReadonlyMap<number, PlacedSpan> {
    return new Map(
      places.flatMap(({ at, number, start, end }) => {
        const block = told.blocks.get(number);
        return block ? [[at, { block, span: { start, end } }] as const] : [];
      }),
    );
  }

  const isDue = () => told.gone.length > 0;

  return {
    tell,
    forget(gone) {
      for (const block of gone) {
        const number = told.numbers.get(block);
        dropped.add(block);
        unsettled.delete(block);
        if (number === undefined) continue;
        told.gone.push(number);
        told.blocks.delete(number);
        told.numbers.delete(block);
      }
    },
    isDue,
    definitionOf: ({ mention, block }) => defined.get(block)?.get(mention.start) ?? null,
    clear() {
      told = begin();
      dropped = new WeakSet();
      unsettled = new Set();
    },
  };
}
