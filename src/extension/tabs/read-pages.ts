/** Reads the text that pages tell, in turns with all else that the background does. */

import { createPageReadings } from '../../core/reading/page-readings.ts';
import type { FoundBlock, Telling } from '../../core/reading/telling.ts';
import type { Steps } from '../../core/text/slices.ts';
import type { Library } from '../library/library.ts';
import type { Sender } from '../messages/messages.ts';

/** The longest slice, in milliseconds: other messages wait meanwhile. */
const SLICE_MS = 20;

export interface PageReader {
  /** Take what is new on the page of a frame; see `PageReadings`. */
  read(sender: Sender, telling: Telling): Promise<readonly FoundBlock[] | null>;
  /** Drop what was read of a tab that was closed. */
  forget(tabId: number): void;
}

export function createPageReader({ lookUp }: Pick<Library, 'lookUp'>): PageReader {
  const readings = createPageReadings({ lookUp, run: createRun() });
  const told = new Set<string>();

  /** A page that hears of a fault tries again: a fault of ours is written down once. */
  function report(error: unknown): void {
    if (told.has(String(error))) return;
    told.add(String(error));
    console.error(error);
  }

  return {
    async read({ tab, frameId }, telling) {
      try {
        const place = tab?.id ?? `panel ${telling.page}`;
        return await readings.read(`${place} ${frameId}`, telling);
      } catch (error) {
        report(error);
        throw error;
      }
    },
    forget: (tabId) => readings.forget(`${tabId} `),
  };
}

/** Do all steps in slices. They go on over many runs and all pages, which share one thread. */
function createRun() {
  let since = 0;
  return async <T>(steps: Steps<T>): Promise<T> => {
    for (;;) {
      const { done, value } = steps.next();
      if (performance.now() - since >= SLICE_MS) {
        await scheduler.postTask(() => undefined);
        since = performance.now();
      }
      if (done) return value;
    }
  };
}
