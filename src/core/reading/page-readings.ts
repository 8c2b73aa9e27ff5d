/** Keeps the readings of all pages that are told in parts, as long as there is room for them. */
import type { Steps } from '../text/slices.ts';
import type { FoundBlock, Telling } from './telling.ts';
import { createToldPage, type ToldPage, type ToldPageOptions } from './told-page.ts';

/** The text of all pages that is kept, in UTF-16 code units: about 40 MB. */
const MOST_TEXT = 20_000_000;
/** What a reading without any text counts for, in UTF-16 code units. */
const LEAST_LENGTH = 5_000;
/**
 * A reading is dropped once the text that was told is so many times what is on the page, and longer
 * than so many code units: what it has learnt of text that is gone is let go of with it.
 */
const MOST_TIMES_TOLD = 4;
const LONG = 1_000_000;

interface Kept {
  readonly page: string;
  readonly reader: ToldPage;
  /** How many tellings were read. */
  count: number;
  /** The last answer: the tellings of one page are read one after the other. */
  last: Promise<unknown>;
}

export interface PageReadings {
  /**
   * Read what a page tells.
   *
   * @param key - Identifies the frame of the page; a frame has one reading at a time.
   * @returns The blocks whose mentions may have changed; null if what the page told before is not
   *   known here (any more): then it has to tell all that is on it again.
   */
  read(key: string, telling: Telling): Promise<FoundBlock[] | null>;
  /** Drop the readings of the frames whose keys begin so. */
  forget(start: string): void;
}

/** Thrown where nobody waits for a reading any more. */
class Unwanted extends Error {}

/** @param most - The text that is kept, in UTF-16 code units. */
export function createPageReadings(options: ToldPageOptions, most = MOST_TEXT): PageReadings {
  /** The one used last comes last. */
  const readings = new Map<string, Kept>();

  function open(key: string, { page, count, lang }: Telling): Kept | null {
    const known = readings.get(key);
    if (count > 0) return known?.page === page && known.count === count ? known : null;
    const isWanted = () => readings.get(key) === kept;
    const run = <T>(steps: Steps<T>) => options.run(whileWanted(steps, isWanted));
    const kept: Kept = {
      page,
      reader: createToldPage(lang, { ...options, run }),
      count: 0,
      last: Promise.resolve(),
    };
    return kept;
  }

  function makeRoom(): void {
    const lengthOf = ({ reader }: Kept) => LEAST_LENGTH + reader.length.told;
    let length = 0;
    for (const kept of readings.values()) length += lengthOf(kept);
    for (const [key, kept] of readings) {
      if (length <= most || readings.size === 1) return;
      length -= lengthOf(kept);
      readings.delete(key);
    }
  }

  function drop(key: string, kept: Kept): void {
    if (readings.get(key) === kept) readings.delete(key);
  }

  return {
    async read(key, telling) {
      const kept = open(key, telling);
      readings.delete(key);
      if (!kept) return null;
      readings.set(key, kept);
      kept.count++;
      const { reader } = kept;
      try {
        const found = kept.last.then(() => reader.read(telling));
        kept.last = found;
        return await found;
      } catch (error) {
        drop(key, kept);
        if (error instanceof Unwanted) return null;
        throw error;
      } finally {
        const { told, here } = reader.length;
        if (told > LONG && told > MOST_TIMES_TOLD * here) drop(key, kept);
        makeRoom();
      }
    },
    forget(start) {
      for (const key of readings.keys()) if (key.startsWith(start)) readings.delete(key);
    },
  };
}

function* whileWanted<T>(steps: Steps<T>, isWanted: () => boolean): Steps<T> {
  for (;;) {
    if (!isWanted()) throw new Unwanted();
    const { done, value } = steps.next();
    if (done) return value;
    yield;
  }
}
