/** What was read of a page so far. All of it goes when the page is read again from the start. */
import type { DefinitionReader } from '../../core/definitions/definers.ts';
import { createReading } from '../../core/reading/reading.ts';
import { createBlockList } from '../text/block-list.ts';
import type { PageSheet } from '../text/sheets.ts';

export interface PageState {
  /** The blocks of the page, in reading order. */
  list: ReturnType<typeof createBlockList>;
  /** What was found in them. */
  reading: ReturnType<typeof createReading>;
  /** Sheets whose names were not yet looked up, in the order in which that is done. */
  waiting: PageSheet[];
  /** Reads definitions; null until the page may hold one. */
  readDefinitions: DefinitionReader | null;
  /** Drop all but the reader of definitions. */
  renew(): void;
}

export function createPageState(document: Document): PageState {
  const language = () => document.documentElement.lang.toLowerCase();
  const makeReading = () =>
    // The look-up has brought it in: it knows from the batches that it is needed.
    createReading(language(), (text, markup) => state.readDefinitions!(text, markup));
  const state: PageState = {
    list: createBlockList(),
    reading: makeReading(),
    waiting: [],
    readDefinitions: null,
    renew() {
      state.list = createBlockList();
      state.reading = makeReading();
      state.waiting = [];
    },
  };
  return state;
}
