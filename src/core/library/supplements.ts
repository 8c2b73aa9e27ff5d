/** Adds to an entry what later glossaries say about it under the same id. */
import type { Claim, Entry, Glossary } from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { sharesName, unitePacks } from '../packs/pack-merge.ts';

/** A claim; `from` is the title of the glossary that added it to an entry of another. */
export type LaidClaim = Claim & { readonly from?: string };

/** An entry with what other glossaries have added to it. */
export type LaidEntry = Omit<Entry, 'claims'> & { claims: LaidClaim[] };

/**
 * Merge entries into those that they add to.
 *
 * An entry that shares its id and a name with one in an earlier glossary adds to that: its names,
 * cues, relations and claims with their sources join, and each claim names the glossary it is from.
 * The earlier one keeps its gloss, translations, basis, parties, level and rivals. The later one
 * disappears from its own glossary: as a second entry with the same names it would make them
 * ambiguous. All other entries stay as they are.
 *
 * @param glossaries - In the library's order; each has passed `parseGlossary`.
 */
export function layTogether(glossaries: readonly Glossary[]): readonly Glossary[] {
  const bases = new Map<string, { readonly entry: Entry; readonly glossary: number }>();
  const additions = new Map<number, Entry[][]>();
  const taken = new Set<Entry>();
  for (const [number, { entries }] of glossaries.entries()) {
    for (const entry of entries) {
      const base = bases.get(entry.id);
      if (base === undefined) bases.set(entry.id, { entry, glossary: number });
      else if (base.glossary !== number && isAddition(base.entry, entry, glossaries[number]?.id)) {
        const lists = additions.get(base.glossary) ?? [];
        const list = lists[number] ?? [];
        list.push(entry);
        lists[number] = list;
        additions.set(base.glossary, lists);
        taken.add(entry);
      }
    }
  }
  if (taken.size === 0) return glossaries;
  return glossaries.map((glossary, number) => {
    const own = withoutTaken(glossary, taken);
    return (additions.get(number) ?? []).reduce(
      (base, entries, from) => addTo(base, entries, glossaries[from] as Glossary),
      own,
    );
  });
}

/** Whether an entry adds to another. An own entry with its own gloss stays an entry by itself. */
function isAddition(base: Entry, entry: Entry, home: string | undefined): boolean {
  if (!sharesName(base, entry)) return false;
  const glosses = [base.gloss, ...base.translations.map(({ gloss }) => gloss)];
  return home !== OWN_GLOSSARY || glosses.includes(entry.gloss);
}

/** Merge additions into a glossary. Relations stay if their entry exists in this glossary too. */
function addTo(base: Glossary, entries: readonly Entry[], from: Glossary): Glossary {
  const there = new Set(base.entries.map(({ id }) => id));
  const fitting = entries.map(({ level: _, ...entry }) => ({
    ...entry,
    related: entry.related.filter((relation) => there.has(relation.entry)),
    claims: entry.claims.map((claim): LaidClaim => ({ ...claim, from: from.title })),
    basis: [],
    translations: [],
    parties: [],
    rivals: [],
  }));
  return unitePacks(base, { ...from, entries: fitting }).glossary;
}

/** A glossary without the entries that were merged into others, and without relations to them. */
function withoutTaken(glossary: Glossary, taken: ReadonlySet<Entry>): Glossary {
  const gone = new Set(glossary.entries.filter((entry) => taken.has(entry)).map(({ id }) => id));
  if (gone.size === 0) return glossary;
  const entries = glossary.entries
    .filter(({ id }) => !gone.has(id))
    .map((entry) => ({
      ...entry,
      related: entry.related.filter((relation) => !gone.has(relation.entry)),
      parties: entry.parties.filter((party) => !gone.has(party)),
    }));
  return { ...glossary, entries };
}
