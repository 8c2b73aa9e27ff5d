/** Own entries as items, each with the sources that it cites, and as a glossary again. */
import * as v from 'valibot';
import { CAPS } from '../glossary/caps.ts';
import { list } from '../glossary/fields.ts';
import { entrySchema, type Glossary, sourceSchema } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import { OWN_SOURCE, sourcesCitedBy } from '../own/own-entries.ts';
import { type CitingEntry, citingEntries, layTogether } from '../packs/citing-entries.ts';
import { isSame } from '../text/canonical.ts';
import { ownIdOf } from './area.ts';
import { copyOf, type Items, isOwn, OWN } from './items.ts';

const sourcesSchema = list(sourceSchema, CAPS.listPerEntry);

/**
 * The values of all items that a glossary of own entries makes, by name: the entry without its id,
 * which stands in the name, and without empty lists. The source for the reader's own knowledge is
 * left out: each device has it, in its own language.
 */
export function valuesOfOwn(own: Glossary): Map<string, unknown> {
  return new Map(
    citingEntries(own).map(({ entry: { id, ...entry }, sources }) => {
      const fields = Object.entries(entry).filter(([, field]) => !isEmptyList(field));
      return [OWN + id, { ...Object.fromEntries(fields), sources }];
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
  const entries: CitingEntry[] = [...kept];
  for (const [name, { value }] of added) {
    const read = readOwn(ownIdOf(name), value);
    if (!read) continue;
    const winner = entries.findIndex(({ entry }) => copyOf(entry.id, value) === read.entry.id);
    entries.splice(winner < 0 ? entries.length : winner, 0, read);
  }
  const sources = own.sources.filter(({ id }) => id === OWN_SOURCE);
  const next = layTogether(entries, { ...own, sources });
  return isSame([...valuesOfOwn(next)], [...local]) ? own : checked(next, own);
}

function checked(next: Glossary, own: Glossary): Glossary {
  try {
    return parseGlossary(next, own.id);
  } catch (error) {
    if (error instanceof GlossaryError) return own;
    throw error;
  }
}

/** Read the value of an item, which may come from anywhere; null if it is no entry. */
function readOwn(id: string, value: unknown): CitingEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { sources, ...fields } = value as Readonly<Record<string, unknown>>;
  const entry = v.safeParse(entrySchema, { ...fields, id });
  const cited = v.safeParse(sourcesSchema, sources ?? []);
  if (!entry.success || !cited.success) return null;
  const known = new Set([OWN_SOURCE, ...cited.output.map((source) => source.id)]);
  if (!sourcesCitedBy(entry.output).every((source) => known.has(source))) return null;
  return { entry: entry.output, sources: cited.output };
}
