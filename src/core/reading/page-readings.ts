/** Keeps the readings of all pages that are told in parts, as long as there is room for them. */

import type { FoundBlock, Telling } from './telling.ts';
import { createToldPage, type ToldPage, type ToldPageOptions } from './told-page.ts';

/** The text of all pages that is kept, in UTF-16 code units: about 40 MB. */
const MOST_TEXT = 20_000_000;

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

/** @param most - The text that is kept, in UTF-16 code units. */
export function createPageReadings(options: ToldPageOptions, most = MOST_TEXT): PageReadings {
  /** The one used last comes last. */
  const readings = new Map<string, Kept>();

  function open(key: string, { page, count, lang }: Telling): Kept | null {
    const known = readings.get(key);
    if (count > 0) return known?.page === page && known.count === count ? known : null;
    const reader = createToldPage(lang, options);
    return { page, reader, count: 0, last: Promise.resolve() };
  }

  function makeRoom(): void {
    let length = 0;
    for (const { reader } of readings.values()) length += reader.length;
    for (const [key, { reader }] of readings) {
      if (length <= most || readings.size === 1) return;
      length -= reader.length;
      readings.delete(key);
    }
  }

  return {
    async read(key, telling) {
      const kept = open(key, telling);
      readings.delete(key);
      if (!kept) return null;
      readings.set(key, kept);
      kept.count++;
      try {
        const found = kept.last.then(() => kept.reader.read(telling));
        kept.last = found;
        return await found;
      } catch (error) {
        if (readings.get(key) === kept) readings.delete(key);
        throw error;
      } finally {
        makeRoom();
      }
    },
    forget(start) {
      for (const key of readings.keys()) if (key.startsWith(start)) readings.delete(key);
    },
  };
}
