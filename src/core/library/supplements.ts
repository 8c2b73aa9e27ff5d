/** What a reader's own glossary adds to entries of others is laid onto them. */
import type { Claim, Entry, Glossary } from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { sharesName, unitePacks } from '../packs/pack-merge.ts';

/** A claim; `from` is the title of the glossary that added it to an entry of another. */
export type LaidClaim = Claim & { readonly from?: string };

/** An entry with what others have added to it. */
export type LaidEntry = Omit<Entry, 'claims'> & { claims: LaidClaim[] };

/**
 * Lay entries onto those that they add to.
 *
 * An entry with the id of one in an earlier glossary, and a name in common with it, adds to it: its
 * names, cues, relations and dated claims with their sources join, and each claim says where it is
 * from. What the earlier one says of itself stays as it is: its gloss in every language and what
 * that rests on, parties, level, rivals. It is not a second bearer of the names, which would make
 * them doubtful. Of all other entries nothing changes.
 *
 * @param glossaries - In the library's order, each sound.
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

/** What readers explain in words of their own stands for itself, beside what others say. */
function isAddition(base: Entry, entry: Entry, home: string | undefined): boolean {
  if (!sharesName(base, entry)) return false;
  const glosses = [base.gloss, ...base.translations.map(({ gloss }) => gloss)];
  return home !== OWN_GLOSSARY || glosses.includes(entry.gloss);
}

/** The relations of an addition lead to entries of its own glossary: those that are here too stay. */
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

/** What is laid onto another entry is no longer here, nor are relations to it. */
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
