/** Takes out of a glossary what was merged into it, and nothing that has come since. */
import type { Entry, Glossary } from '../glossary/glossary.ts';
import { parseGlossary } from '../glossary/parse-glossary.ts';
import { sourcesCitedBy } from '../own/own-entries.ts';
import { canonical } from '../text/canonical.ts';

/**
 * Take back a merge. Entries that are as the merge left them become what they were before it; one
 * that has been changed since stays as it is. A source that came along goes with the last entry that
 * cites it.
 *
 * @param now - The glossary as it is.
 * @param before - As it was before the merge.
 * @param merged - As the merge left it.
 */
export function unmergePack(now: Glossary, before: Glossary, merged: Glossary): Glossary {
  const were = new Map(before.entries.map((entry) => [entry.id, entry]));
  const left = new Map(merged.entries.map((entry) => [entry.id, canonical(entry)]));
  const kept = now.entries.flatMap((entry) =>
    left.get(entry.id) === canonical(entry) ? (were.get(entry.id) ?? []) : entry,
  );
  const ids = new Set(kept.map(({ id }) => id));
  const gone = new Set(now.entries.map(({ id }) => id).filter((id) => !ids.has(id)));
  const entries = kept.map((entry) => withoutLinks(entry, gone));
  const cited = new Set(entries.flatMap(sourcesCitedBy));
  const own = new Set(before.sources.map(({ id }) => id));
  const came = new Set(merged.sources.map(({ id }) => id).filter((id) => !own.has(id)));
  const sources = now.sources.filter(({ id }) => !came.has(id) || cited.has(id));
  return parseGlossary({ ...now, sources, entries }, now.title);
}

/** An entry that names none of those that are gone. */
function withoutLinks(entry: Entry, gone: ReadonlySet<string>): Entry {
  return {
    ...entry,
    parties: entry.parties.filter((party) => !gone.has(party)),
    related: entry.related.filter(({ entry: to }) => !gone.has(to)),
  };
}
