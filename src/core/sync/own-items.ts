/** Own entries as items, each with the sources that it cites, and as a glossary again. */
import * as v from 'valibot';
import { CAPS } from '../glossary/caps.ts';
import { list } from '../glossary/fields.ts';
import {
  type Entry,
  entrySchema,
  type Glossary,
  type Source,
  sourceSchema,
} from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import { OWN_SOURCE, sourcesCitedBy } from '../own/own-entries.ts';
import { withSources } from '../packs/pack-merge.ts';
import { canonical } from '../text/canonical.ts';
import { ownIdOf } from './area.ts';
import { copyOf, type Items, isOwn, OWN } from './items.ts';

/** An entry with the sources that it cites. */
interface OwnEntry {
  readonly entry: Entry;
  readonly sources: readonly Source[];
}

const sourcesSchema = list(sourceSchema, CAPS.listPerEntry);

/**
 * The values of all items that a glossary of own entries makes, by name: the entry without its id,
 * which stands in the name, and without empty lists. The source for the reader's own knowledge is
 * left out: each device has it, in its own language.
 */
export function valuesOfOwn({ sources, entries }: Glossary): Map<string, unknown> {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return new Map(
    entries.map(({ id, ...entry }) => {
      const cited = [...new Set(sourcesCitedBy({ id, ...entry }))].sort();
      const value = {
        ...Object.fromEntries(Object.entries(entry).filter(([, field]) => !isEmptyList(field))),
        sources: cited.flatMap((each) => (each === OWN_SOURCE ? [] : (byId.get(each) ?? []))),
      };
      return [OWN + id, value];
    }),
  );
}

const isEmptyList = (field: unknown): boolean => Array.isArray(field) && field.length === 0;

/**
 * Apply items to the own entries. Those that were there keep their places, new ones follow; a text
 * that was overruled stands before the one that overruled it, which so goes on speaking. What
 * cannot be read stays as it is here. Relations to entries that are not here are left out.
 *
 * @returns The glossary; `own` itself if nothing differs, or if the entries together would exceed a
 *   limit of the format.
 */
export function applyToOwn(items: Items, own: Glossary): Glossary {
  const local = valuesOfOwn(own);
  if ([...items].every(([name, { value }]) => !isOwn(name) || isSame(local.get(name), value))) {
    return own;
  }
  const kept = own.entries.flatMap((entry) => {
    const item = items.get(OWN + entry.id);
    if (item !== undefined && item.value === undefined) return [];
    return readOwn(entry.id, item?.value) ?? readOwn(entry.id, local.get(OWN + entry.id)) ?? [];
  });
  const added = [...items]
    .filter(([name, { value }]) => isOwn(name) && value !== undefined && !local.has(name))
    .sort(([one, { at }], [other, { at: second }]) => at - second || (one < other ? -1 : 1));
  const entries: OwnEntry[] = [...kept];
  for (const [name, { value }] of added) {
    const read = readOwn(ownIdOf(name), value);
    if (!read) continue;
    const winner = entries.findIndex(({ entry }) => copyOf(entry.id, value) === read.entry.id);
    entries.splice(winner < 0 ? entries.length : winner, 0, read);
  }
  const next = layTogether(entries, own);
  return isSame([...valuesOfOwn(next)], [...local]) ? own : checked(next, own);
}

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

function checked(next: Glossary, own: Glossary): Glossary {
  try {
    return parseGlossary(next, own.id);
  } catch (error) {
    if (error instanceof GlossaryError) return own;
    throw error;
  }
}

/** Read the value of an item, which may come from anywhere; null if it is no entry. */
function readOwn(id: string, value: unknown): OwnEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { sources, ...fields } = value as Readonly<Record<string, unknown>>;
  const entry = v.safeParse(entrySchema, { ...fields, id });
  const cited = v.safeParse(sourcesSchema, sources ?? []);
  if (!entry.success || !cited.success) return null;
  const known = new Set([OWN_SOURCE, ...cited.output.map((source) => source.id)]);
  if (!sourcesCitedBy(entry.output).every((source) => known.has(source))) return null;
  return { entry: entry.output, sources: cited.output };
}

/** One glossary of many entries. Where two have other sources of the same id, one gets a new id. */
function layTogether(all: readonly OwnEntry[], own: Glossary): Glossary {
  const sources = new Map(
    own.sources.filter(({ id }) => id === OWN_SOURCE).map((source) => [source.id, source]),
  );
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
  return { ...own, sources: [...sources.values()], entries };
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
