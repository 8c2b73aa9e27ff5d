/** Sync for tests of pages: plain values in place of a browser that has an account. */
import type { SyncModel, SyncView } from '../../src/ui/shared/settings-model.ts';

interface FakeSync {
  readonly model: SyncModel;
  /** What was done, in order. */
  readonly done: string[];
  /** Change what is known, as the background does. */
  store(view: SyncView | null): void;
}

export const syncView = (own: Partial<SyncView> = {}): SyncView => ({
  met: 0,
  fault: null,
  left: { entries: [], others: 0 },
  ...own,
});

/** @param hasCopy - Whether something lies in the browser's sync at first. */
export function createSync(view: SyncView | null = null, hasCopy = view !== null): FakeSync {
  let [stored, isThere] = [view, hasCopy];
  let tell: () => void = () => {};
  const done: string[] = [];
  const store = (next: SyncView | null) => {
    stored = next;
    tell();
  };
  const model: SyncModel = {
    read: async () => stored,
    watch: (callback) => {
      tell = callback;
    },
    async switch(on) {
      done.push(on ? 'on' : 'off');
      if (on) isThere = true;
      store(on ? syncView() : null);
    },
    hasCopy: async () => isThere,
    async deleteCopy() {
      done.push('delete');
      isThere = false;
    },
  };
  return { model, done, store };
}
