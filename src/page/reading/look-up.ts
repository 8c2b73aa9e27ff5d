/** Looks up the names in the waiting sheets, chooses their senses and has the mentions painted. */
import type { DefinitionReader } from '../../core/definitions/definers.ts';
import type { Candidate } from '../../core/matching/candidate.ts';
import type { KeyFilter } from '../../core/matching/key-filter.ts';
import type { Batch } from '../../core/reading/batch.ts';
import type { TextBlock } from '../../core/text/text-block.ts';
import { type Clock, inTime } from '../frame/clock.ts';
import { Interruption } from '../frame/interruption.ts';
import type { Block } from '../text/blocks.ts';
import type { PageSheet } from '../text/sheets.ts';
import type { Display, Sight } from './display.ts';
import type { PageState } from './page-state.ts';
import { handfuls, type Slicer } from './slices.ts';

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

/** What the reader asks of the world outside the page. */
export interface Library {
  /** Passes only keys that the library may know. Null or without it, all keys are looked up. */
  readonly filter?: Promise<KeyFilter | null>;
  /** Asks the library; rejects when it cannot be reached. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /**
   * Loads the reader of definitions, for pages that may hold some. Rejects when the background
   * cannot be reached.
   */
  loadDefinitions(): Promise<DefinitionReader>;
}

interface LookUpOptions extends Library {
  readonly state: PageState;
  readonly display: Display;
  readonly slicer: Slicer;
  readonly clock: Clock;
}

interface LookUp {
  /** Read the waiting sheets. If the library is away, this rejects and the sheets stay waiting. */
  readSheets(): Promise<void>;
  /** Choose the senses of some blocks and paint those whose mentions have changed. */
  decide(blocks: ReadonlySet<TextBlock>): Promise<void>;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the steps from waiting text to painted mentions, which share what they are given
export function createLookUp(options: LookUpOptions): LookUp {
  const { state, display, slicer, clock } = options;

  async function readSheets(): Promise<void> {
    if (state.waiting.length > 0) state.reading.sift(await outside(options.filter ?? null));
    for (let enough = PART_LENGTH; state.waiting.length > 0; enough *= 2) {
      slicer.check();
      await readPart(Math.min(enough, MOST_PART_LENGTH));
    }
    // Text read now can change the senses of mentions that were decided before.
    await decide(state.reading.swayed());
  }

  /** Read the first waiting sheets: as many as hold `most` code units, or reach over them. */
  async function readPart(most: number): Promise<void> {
    const { reading, waiting } = state;
    const batches: Batch[] = [];
    for (let length = 0; length < most && batches.length < waiting.length; ) {
      await slicer.takeTurn();
      const sheet = waiting[batches.length] as PageSheet;
      batches.push(await slicer.run(reading.begin(sheet)));
      length += sheet.text.length;
    }
    const keys = reading.keys();
    const candidates = await ask(keys, batches);
    state.waiting = waiting.slice(batches.length);
    reading.learn(keys.length, candidates);
    const taken = new Set<TextBlock>();
    for (const batch of batches) {
      await slicer.takeTurn();
      for (const block of await slicer.run(reading.takeIn(batch))) taken.add(block);
    }
    await decide(taken);
  }

  /** Ask the library; at the same time load the reader of definitions, if there may be some. */
  async function ask(
    keys: readonly number[],
    batches: readonly Batch[],
  ): Promise<readonly Candidate[]> {
    const isLacking = !state.readDefinitions && batches.some(({ definers }) => definers.size > 0);
    if (keys.length === 0 && !isLacking) return [];
    const answers = Promise.all([
      keys.length > 0 ? options.lookUp(keys) : [],
      isLacking ? options.loadDefinitions() : state.readDefinitions,
    ]);
    const [candidates, reader] = await outside(inTime(answers, MOST_ANSWER_MS, clock));
    state.readDefinitions = reader;
    return candidates;
  }

  /** Wait for an answer. The wait counts as no work of ours; a failure becomes an interruption. */
  async function outside<T>(answer: T | Promise<T>): Promise<T> {
    slicer.finish();
    try {
      const value = await Promise.resolve(answer).catch(() => {
        throw new Interruption();
      });
      slicer.check();
      return value;
    } finally {
      slicer.begin();
    }
  }

  async function decide(blocks: ReadonlySet<TextBlock>): Promise<void> {
    const changed: Block[] = [];
    for (const block of blocks as ReadonlySet<Block>) {
      if (slicer.isDue()) await slicer.giveTurn();
      if (display.choose(block, state.reading.mentionsOf(block))) changed.push(block);
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

  return { readSheets, decide };
}
