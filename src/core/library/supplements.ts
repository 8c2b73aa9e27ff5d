/** Adds to an entry what later glossaries say about it under the same id. */
import type { Claim, Entry, Glossary } from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { namesBeyond, sharesName, unitePacks } from '../packs/pack-merge.ts';

/** A claim; `from` is the title of the glossary that added it to an entry of another. */
export type LaidClaim = Claim & { readonly from?: string };

/** An entry with what other glossaries have added to it. */
export type LaidEntry = Omit<Entry, 'claims'> & { claims: LaidClaim[] };

/**
 * Merge entries into those that they add to.
 *
 * An entry that shares its id and a name with one in an earlier glossary adds to that: its claims
 * with their sources join, and each names the glossary it is from. The earlier one keeps all else;
 * of the reader's own entries names, cues and relations join, too. The later one disappears from its
 * own glossary: as a second entry with the same names it would make them ambiguous. Names that the
 * earlier one does not have stay there with it: joined, they would have other glossaries' cards open
 * over words of the later one's choice. All other entries stay as they are.
 *
 * @param glossaries - In the library's order; each has passed `parseGlossary`.
 */
export function layTogether(glossaries: readonly Glossary[]): readonly Glossary[] {
  const bases = new Map<string, { readonly entry: Entry; readonly glossary: number }>();
  const additions = new Map<number, Entry[][]>();
  /** Each taken entry, and its names that stay. */
  const taken = new Map<Entry, Entry['names']>();
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
        const isOwn = glossaries[number]?.id === OWN_GLOSSARY;
        taken.set(entry, isOwn ? [] : namesBeyond(base.entry, entry));
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
  const isOwn = from.id === OWN_GLOSSARY;
  const fitting = entries.map(({ level: _, ...entry }) => ({
    ...entry,
    names: isOwn ? entry.names : [],
    cues: isOwn ? entry.cues : [],
    related: isOwn ? entry.related.filter((relation) => there.has(relation.entry)) : [],
    claims: entry.claims.map((claim): LaidClaim => ({ ...claim, from: from.title })),
    basis: [],
    translations: [],
    parties: [],
    rivals: [],
  }));
  return unitePacks(base, { ...from, entries: fitting }).glossary;
}

/** A glossary without the entries that were merged into others, and without relations to them. */
function withoutTaken(glossary: Glossary, taken: ReadonlyMap<Entry, Entry['names']>): Glossary {
  const cut = glossary.entries.filter((entry) => taken.has(entry));
  if (cut.length === 0) return glossary;
  const gone = new Set(cut.filter((entry) => !taken.get(entry)?.length).map(({ id }) => id));
  const entries = glossary.entries
    .filter(({ id }) => !gone.has(id))
    .map((entry) => ({
      ...entry,
      names: taken.get(entry) ?? entry.names,
      related: entry.related.filter((relation) => !gone.has(relation.entry)),
      parties: entry.parties.filter((party) => !gone.has(party)),
    }));
  return { ...glossary, entries };
}
