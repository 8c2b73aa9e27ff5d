/** Reads a page that is told in parts, and says what each part changes in its mentions. */
import { readBlockDefinitions } from '../definitions/block-definitions.ts';
import type { Candidate } from '../matching/candidate.ts';
import type { Mention } from '../senses/mention.ts';
import { isPlaceOf } from '../senses/page-definitions.ts';
import type { Steps } from '../text/slices.ts';
import { startAt } from '../text/span.ts';
import type { TextBlock } from '../text/text-block.ts';
import type { Batch } from './batch.ts';
import { createReading } from './reading.ts';
import type { Sheet } from './sheet.ts';
import type { DefinedMention, FoundBlock, Telling, ToldSheet } from './telling.ts';

export interface ToldPageOptions {
  /** Asks the library for the entries that some keys can belong to. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /** Does all steps, and lets others have their turn in between. */
  run<T>(steps: Steps<T>): Promise<T>;
}

export interface ToldPage {
  /** The length of all text that was told, and of what of it is on the page, in UTF-16 code units. */
  readonly length: { readonly told: number; readonly here: number };
  /**
   * Read the next part. Not before the last call has ended; after one that fails, the page has to be
   * told to another reader.
   *
   * @returns The blocks whose mentions may have changed.
   */
  read(telling: Telling): Promise<FoundBlock[]>;
}

/** A block whose order the page may change. */
interface ToldBlock extends TextBlock {
  order: number;
}

/** Text that has left the page is let go of once it is this share of what was told. */
const MOST_GONE = 0.25;

/** @param lang - The page's language, such as `en`; empty if unknown. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the blocks of one page
export function createToldPage(lang: string, { lookUp, run }: ToldPageOptions): ToldPage {
  const reading = createReading(lang, readBlockDefinitions);
  /** The blocks that are on the page, by their numbers, and their numbers. */
  const blocks = new Map<number, ToldBlock>();
  const numbers = new Map<TextBlock, number>();
  /** The blocks of which the page was told mentions. */
  const marked = new Set<TextBlock>();
  let told = 0;
  let here = 0;
  /** The length of the text that has left the page since the last tidying. */
  let left = 0;

  function toSheet({ first, text, ends, sections, orders, markup }: ToldSheet): Sheet {
    const said = new Map(markup);
    const made = ends.map((end, i): ToldBlock => {
      const own = said.get(i);
      return {
        text: text.slice(startAt(ends, i), end),
        section: sections[i] as number,
        order: orders[i] as number,
        ...(own && { markup: own }),
      };
    });
    made.forEach((block, i) => {
      blocks.set(first + i, block);
      numbers.set(block, first + i);
    });
    told += text.length;
    here += text.length;
    const holds = (i: number) => numbers.has(made[i] as TextBlock);
    return { text, ends, markup: said, holds, blockAt: (i) => (holds(i) ? made[i]! : null) };
  }

  function forget(gone: readonly number[]): void {
    const dropped: TextBlock[] = [];
    for (const number of gone) {
      const block = blocks.get(number);
      if (!block) continue;
      dropped.push(block);
      blocks.delete(number);
      numbers.delete(block);
      marked.delete(block);
      here -= block.text.length;
      left += block.text.length;
    }
    reading.forget(dropped);
  }

  async function tidy(): Promise<void> {
    if (left <= MOST_GONE * told) return;
    left = 0;
    await run(reading.tidy());
  }

  async function takeIn(sheets: readonly ToldSheet[], touched: Set<TextBlock>): Promise<void> {
    const batches: Batch[] = [];
    for (const sheet of sheets) batches.push(await run(reading.begin(toSheet(sheet))));
    const keys = reading.keys();
    if (keys.length > 0) reading.learn(keys.length, await lookUp(keys));
    for (const batch of batches) {
      for (const block of await run(reading.takeIn(batch))) touched.add(block);
    }
  }

  /** Choose the senses of some blocks, then of those that have new signs since. */
  function* decide(touched: ReadonlySet<TextBlock>): Steps<Map<TextBlock, Mention[]>> {
    const chosen = new Map<TextBlock, Mention[]>();
    for (const block of touched) {
      chosen.set(block, reading.mentionsOf(block));
      yield;
    }
    for (const block of reading.swayed()) {
      chosen.set(block, reading.mentionsOf(block));
      yield;
    }
    return chosen;
  }

  function found(block: TextBlock, mentions: readonly Mention[]): FoundBlock[] {
    const number = numbers.get(block);
    // A page that was told of no mention in a block need not hear that there is none.
    if (number === undefined || (mentions.length === 0 && !marked.has(block))) return [];
    if (mentions.length > 0) marked.add(block);
    else marked.delete(block);
    const defined = mentions.flatMap((mention) => definedAt(block, mention) ?? []);
    return [{ number, mentions, defined }];
  }

  /** Null where the page does not define it, does so at this very mention, or only to machines. */
  function definedAt(block: TextBlock, mention: Mention): DefinedMention | null {
    const place = reading.definitionOf(block, mention);
    const number = place && numbers.get(place.block);
    if (!place?.block.text || number == null || isPlaceOf(place, block, mention.start)) return null;
    const { shortSpan: short, longSpan: long } = place.definition;
    const [start, end] = [Math.min(short.start, long.start), Math.max(short.end, long.end)];
    return { at: mention.start, number, start, end };
  }

  return {
    get length() {
      return { told, here };
    },
    async read({ sheets, gone, orders }) {
      for (const [number, order] of orders) {
        const block = blocks.get(number);
        if (block) block.order = order;
      }
      forget(gone);
      const touched = await run(reading.unsettled());
      await takeIn(sheets, touched);
      const chosen = await run(decide(touched));
      await tidy();
      return [...chosen].flatMap(([block, mentions]) => found(block, mentions));
    },
  };
}
