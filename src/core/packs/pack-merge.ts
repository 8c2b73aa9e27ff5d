/** Merges two glossaries into one, without loss of anything that has a source. */

import { compareLongForms } from '../definitions/compare-long-forms.ts';
import type { Entry, Glossary, Source } from '../glossary/glossary.ts';
import { parseGlossary } from '../glossary/parse-glossary.ts';

/** A field in which the two differ; the value of the first was kept. */
interface MergeChoice {
  /** Path in the merged glossary's terms, e.g. `entries[edscg].gloss`. */
  readonly path: string;
  readonly kept: string;
  readonly left: string;
}

/** What happens to a glossary in the library when one of its id comes in. */
export type Way = 'replace' | 'merge';

interface MergedPack {
  readonly glossary: Glossary;
  readonly choices: readonly MergeChoice[];
  /** Entries of the second that mean something else under an id of the first: their new ids. */
  readonly apart: ReadonlyMap<string, string>;
}

/**
 * Merge two glossaries.
 *
 * Entries with the same id become one: their lists are united, and claims with different dates are
 * all kept. Of single values (gloss, kind, level) the first one's is kept, and the difference is
 * reported in `choices`. Where their long forms tell that they are two things, both are kept, the
 * second under a new id with a number; so are sources that differ under one id.
 *
 * @throws GlossaryError if the result exceeds a limit of the format.
 */
export function mergePacks(first: Glossary, second: Glossary): MergedPack {
  const apart = findApart(first.entries, second.entries);
  const to = (id: string) => apart.get(id) ?? id;
  const entries = second.entries.map((entry) => ({
    ...entry,
    id: to(entry.id),
    related: entry.related.map((relation) => ({ ...relation, entry: to(relation.entry) })),
  }));
  const { glossary, choices } = unitePacks(first, { ...second, entries });
  return { glossary: parseGlossary(glossary, `${first.id} + ${second.id}`), choices, apart };
}

/**
 * What is stored when a glossary comes in.
 *
 * @param stored - The one in the library that has its id; null if there is none that can be read.
 * @throws As `mergePacks` does.
 */
export function takeInPack(stored: Glossary | null, glossary: Glossary, way: Way): MergedPack {
  if (way === 'replace' || stored === null) return { glossary, choices: [], apart: new Map() };
  return mergePacks(stored, glossary);
}

/** New ids for the second one's entries whose long forms are none of the first one's. */
function findApart(first: readonly Entry[], second: readonly Entry[]): Map<string, string> {
  const byId = new Map(first.map((entry) => [entry.id, entry]));
  const ids = new Set(second.map(({ id }) => id));
  const taken = new Set([...first, ...second].map(({ id }) => id));
  const apart = new Map<string, string>();
  for (const entry of second) {
    const same = byId.get(entry.id);
    if (!same || !isOther(same, entry)) continue;
    // An earlier merge has put it there.
    const before = first.find(
      (each) => each.id.startsWith(`${entry.id}-`) && isLike(each, entry) && !ids.has(each.id),
    );
    apart.set(entry.id, before?.id ?? freeId(entry.id, taken));
  }
  return apart;
}

/** Whether two entries have long forms of one language, and none of one is like one of the other. */
function isOther(one: Entry, other: Entry): boolean {
  const pairs = pairsOf(one, other);
  return pairs.length > 0 && pairs.every(([a, b]) => compareLongForms(a, [b]) === 'different');
}

const isLike = (one: Entry, other: Entry): boolean =>
  pairsOf(one, other).some(([a, b]) => compareLongForms(a, [b]) === 'same');

const pairsOf = (one: Entry, other: Entry) =>
  longsOf(one).flatMap((a) =>
    longsOf(other).flatMap((b) => (a.lang === b.lang ? [[a.text, b.text] as const] : [])),
  );

const longsOf = ({ names }: Entry) => names.filter(({ role }) => role === 'long');

/** Merge as `mergePacks` does, but without a check: the result may exceed a limit of the format. */
export function unitePacks(first: Glossary, second: Glossary): Omit<MergedPack, 'apart'> {
  const choices: MergeChoice[] = [];
  const renamed = renameSources(first.sources, second.sources);
  const incoming = second.entries.map((entry) => withSources(entry, renamed));
  const known = new Map(incoming.map((entry) => [entry.id, entry]));
  const own = new Set(first.entries.map(({ id }) => id));
  const entries = [
    ...first.entries.map((entry) => {
      const other = known.get(entry.id);
      return other === undefined ? entry : mergeEntries(entry, other, choices);
    }),
    ...incoming.filter(({ id }) => !own.has(id)),
  ];
  const cited = new Set(first.sources.map(({ id }) => id));
  const added = second.sources
    .map((source) => ({ ...source, id: renamed.get(source.id) ?? source.id }))
    .filter(({ id }) => !cited.has(id));
  return { glossary: { ...first, sources: [...first.sources, ...added], entries }, choices };
}

/** Whether two entries have a name in common. */
export const sharesName = (one: Entry, other: Entry): boolean =>
  namesBeyond(one, other).length < other.names.length;

/** The names of the other entry that the one does not have. */
export function namesBeyond(one: Entry, other: Entry): Entry['names'] {
  const texts = new Set(one.names.map(({ text }) => text.toLowerCase()));
  return other.names.filter(({ text }) => !texts.has(text.toLowerCase()));
}

/** Map the ids of the second one's sources to those that they have after the merge. */
function renameSources(first: readonly Source[], second: readonly Source[]): Map<string, string> {
  const byId = new Map(first.map((source) => [source.id, source]));
  const taken = new Set([...first, ...second].map(({ id }) => id));
  return new Map(
    second.map((source) => {
      const same = byId.get(source.id);
      if (same === undefined || JSON.stringify(same) === JSON.stringify(source)) {
        return [source.id, source.id];
      }
      return [source.id, freeId(source.id, taken)];
    }),
  );
}

/** The first of `id-2`, `id-3` … that is not taken; taken from now on. */
function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}

/** An entry with other ids for its sources; those that are not renamed stay. */
export function withSources(entry: Entry, renamed: ReadonlyMap<string, string>): Entry {
  const to = (id: string): string => renamed.get(id) ?? id;
  return {
    ...entry,
    basis: entry.basis.map(to),
    names: entry.names.map((name) => ({
      ...name,
      ...(name.source && { source: to(name.source) }),
    })),
    related: entry.related.map((relation) => ({ ...relation, source: to(relation.source) })),
    claims: entry.claims.map((claim) => ({ ...claim, source: to(claim.source) })),
    ...(entry.level && { level: { ...entry.level, source: to(entry.level.source) } }),
  };
}

function mergeEntries(one: Entry, other: Entry, choices: MergeChoice[]): Entry {
  for (const field of ['kind', 'gloss'] as const) {
    if (one[field] !== other[field]) {
      choices.push({ path: `entries[${one.id}].${field}`, kept: one[field], left: other[field] });
    }
  }
  if (one.level && other.level && one.level.text !== other.level.text) {
    const path = `entries[${one.id}].level`;
    choices.push({ path, kept: one.level.text, left: other.level.text });
  }
  const level = one.level ?? other.level;
  return {
    ...one,
    names: unite(one.names, other.names, ({ text, lang, role }) => `${role} ${lang} ${text}`),
    // The sources of the gloss that is kept.
    basis: one.gloss === other.gloss ? unite(one.basis, other.basis, String) : one.basis,
    translations: unite(one.translations, other.translations, ({ lang }) => lang),
    parties: unite(one.parties, other.parties, String),
    ...(level && { level }),
    related: unite(
      one.related,
      other.related,
      ({ entry, how, source }) => `${entry} ${how} ${source}`,
    ),
    cues: unite(one.cues, other.cues, (cue) => cue.toLowerCase()),
    rivals: unite(one.rivals, other.rivals, ({ long }) => long.toLowerCase()),
    claims: unite(
      one.claims,
      other.claims,
      ({ text, source, asOf, when }) => `${source} ${asOf} ${when?.date ?? ''} ${text}`,
    ),
  };
}

function unite<TItem>(
  one: readonly TItem[],
  other: readonly TItem[],
  identityOf: (item: TItem) => string,
): TItem[] {
  const known = new Set(one.map(identityOf));
  return [...one, ...other.filter((item) => !known.has(identityOf(item)))];
}
