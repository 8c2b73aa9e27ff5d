/** What was read of a page so far. All of it goes when the page is read again from the start. */
import { createBlockList } from '../text/block-list.ts';
import type { PageSheet } from '../text/sheets.ts';

export interface PageState {
  /** The blocks of the page, in reading order. */
  list: ReturnType<typeof createBlockList>;
  /** Sheets that were not told yet, in the order in which that is done. */
  waiting: PageSheet[];
  /** Drop all. */
  renew(): void;
}

export function createPageState(): PageState {
  const state: PageState = {
    list: createBlockList(),
    waiting: [],
    renew() {
      state.list = createBlockList();
      state.waiting = [];
    },
  };
  return state;
}
