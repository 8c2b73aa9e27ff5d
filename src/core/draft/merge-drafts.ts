/** Many drafts into one, exactly as if their texts had been drafted together. */
import { createCollector } from './collect.ts';
import { DRAFT_VERSION, type Draft } from './draft-types.ts';
import { proposeEntries } from './propose-entries.ts';

/**
 * Merge drafts.
 *
 * Order, grouping and repetition do not matter: merging the drafts of parts gives the draft of the
 * whole. Facts at different dates stay side by side.
 */
export function mergeDrafts(drafts: Iterable<Draft>): Draft {
  const collector = createCollector();
  for (const { sources, entries } of drafts) {
    for (const source of sources) collector.addSource(source);
    for (const entry of entries) collector.add(entry);
  }
  const sources = collector.sources();
  return { draft: DRAFT_VERSION, sources, entries: proposeEntries(collector.holdings(), sources) };
}
