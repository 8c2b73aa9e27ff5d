/** Keeps the readings of all pages that are told in parts, as long as there is room for them. */
import { createNewsReader, type NewsReader, type NewsReaderOptions } from './news-reader.ts';
import type { FoundBlock, PageNews } from './page-news.ts';

/** The text of all pages that is kept, in UTF-16 code units: about 40 MB. */
const MOST_TEXT = 20_000_000;

interface Kept {
  readonly page: string;
  readonly reader: NewsReader;
  /** How many news were taken. */
  count: number;
  /** The last answer: news of one page are taken one after the other. */
  last: Promise<unknown>;
}

export interface PageReadings {
  /**
   * Take the news of a page.
   *
   * @param key - Identifies the frame of the page; a frame has one reading at a time.
   * @returns The blocks whose mentions may have changed; null if the news before these are not
   *   known here (any more): then the page has to tell all that is on it again.
   */
  read(key: string, news: PageNews): Promise<FoundBlock[] | null>;
  /** Drop the readings of the frames whose keys begin so. */
  forget(start: string): void;
}

/** @param most - The text that is kept, in UTF-16 code units. */
export function createPageReadings(options: NewsReaderOptions, most = MOST_TEXT): PageReadings {
  /** The one used last comes last. */
  const readings = new Map<string, Kept>();

  function open(key: string, { page, count, lang }: PageNews): Kept | null {
    const known = readings.get(key);
    if (count > 0) return known?.page === page && known.count === count ? known : null;
    const reader = createNewsReader(lang, options);
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
    async read(key, news) {
      const kept = open(key, news);
      readings.delete(key);
      if (!kept) return null;
      readings.set(key, kept);
      kept.count++;
      try {
        const found = kept.last.then(() => kept.reader.read(news));
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
