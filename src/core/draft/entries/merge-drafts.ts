/** Many drafts into one, exactly as if their texts had been drafted together. */

import { DRAFT_VERSION, type Draft } from '../format/draft-types.ts';
import { createCollector } from './collect.ts';
import { proposeEntries } from './propose-entries.ts';

/** A merged draft that takes one draft after the other, so that no more than one is in memory. */
interface Merging {
  readonly add: (draft: Pick<Draft, 'sources' | 'entries'>) => void;
  readonly finish: () => Draft;
}

/**
 * Begin to merge drafts.
 *
 * Order, grouping and repetition do not matter: merging the drafts of parts gives the draft of the
 * whole. Facts at different dates stay side by side.
 */
export function createMerging(): Merging {
  const collector = createCollector();
  return {
    add: ({ sources, entries }) => {
      for (const source of sources) collector.addSource(source);
      for (const entry of entries) collector.add(entry);
    },
    finish: () => {
      const sources = collector.sources();
      const entries = proposeEntries(collector.holdings(), sources);
      return { draft: DRAFT_VERSION, sources, entries };
    },
  };
}
