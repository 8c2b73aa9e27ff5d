/** Entries by themselves, each with the sources that it cites, and as a glossary again. */
import type { Entry, Glossary, Source } from '../glossary/glossary.ts';
import { OWN_SOURCE, sourcesCitedBy } from '../own/own-entries.ts';
import { canonical } from '../text/canonical.ts';
import { withSources } from './pack-merge.ts';

/** An entry with the sources that it cites, without the one for the reader's own knowledge. */
export interface CitingEntry {
  readonly entry: Entry;
  readonly sources: readonly Source[];
}

/** All entries of a glossary, each with its sources in the order of their ids. */
export function citingEntries({ sources, entries }: Glossary): CitingEntry[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return entries.map((entry) => {
    const cited = [...new Set(sourcesCitedBy(entry))].filter((id) => id !== OWN_SOURCE).sort();
    return { entry, sources: cited.flatMap((id) => byId.get(id) ?? []) };
  });
}

/**
 * One glossary of many entries. Where two have other sources of the same id, one gets a new id.
 * Relations to entries that are not among them are left out.
 *
 * @param head - All but the entries; their sources are added to its own.
 */
export function layTogether(all: readonly CitingEntry[], head: Glossary): Glossary {
  const sources = new Map(head.sources.map((source) => [source.id, source]));
  const ids = new Set(all.map(({ entry }) => entry.id));
  const entries = all.map(({ entry, sources: cited }) => {
    const renamed = new Map<string, string>();
    for (const source of cited) {
      const id = placeFor(source, sources);
      sources.set(id, { ...source, id });
      renamed.set(source.id, id);
    }
    return withinReach(withSources(entry, renamed), ids);
  });
  return { ...head, sources: [...sources.values()], entries };
}

/** The id under which a source stands, or may stand, beside those that are there. */
function placeFor(source: Source, there: ReadonlyMap<string, Source>): string {
  const fits = (id: string) => {
    const other = there.get(id);
    return other === undefined || canonical(other) === canonical({ ...source, id });
  };
  let id = source.id;
  for (let number = 2; !fits(id); number++) id = `${source.id.slice(0, 70)}-${number}`;
  return id;
}

function withinReach(entry: Entry, ids: ReadonlySet<string>): Entry {
  return {
    ...entry,
    related: entry.related.filter(({ entry: to }) => ids.has(to)),
    parties: entry.parties.filter((party) => /^[A-Z]{2}$/.test(party) || ids.has(party)),
  };
}
