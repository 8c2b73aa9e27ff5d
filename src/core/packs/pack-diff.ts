/** Compares two glossaries, as plain values and in words. */
import type { Claim, Entry, Glossary, Name } from '../glossary/glossary.ts';
import { canonical, isSame } from '../text/canonical.ts';

/** Fields of a glossary, and of its entries, that are compared as a whole. */
const HEAD_FIELDS = ['id', 'title', 'version', 'language', 'licence', 'home'] as const;
const ENTRY_FIELDS = [
  'kind',
  'gloss',
  'basis',
  'translations',
  'parties',
  'level',
  'related',
  'cues',
  'rivals',
] as const;

/** A field that may differ. */
export type ChangedField = (typeof HEAD_FIELDS)[number] | (typeof ENTRY_FIELDS)[number];

/** The differences in one entry that both have. */
export interface EntryDiff {
  readonly id: string;
  readonly newNames: readonly Name[];
  readonly lostNames: readonly Name[];
  readonly newClaims: readonly Claim[];
  readonly lostClaims: readonly Claim[];
  /** Claims of one source with other words, days or events than before. */
  readonly changedClaims: readonly { readonly from: Claim; readonly to: Claim }[];
  /** Other fields that differ, such as "gloss". */
  readonly changedFields: readonly ChangedField[];
}

/** The differences between two glossaries; they are equal if all lists are empty. */
export interface PackDiff {
  readonly newEntries: readonly Entry[];
  readonly lostEntries: readonly Entry[];
  readonly changed: readonly EntryDiff[];
  readonly newSources: readonly string[];
  readonly lostSources: readonly string[];
  readonly changedSources: readonly string[];
  /** Fields of the glossary itself, such as "title". */
  readonly changedFields: readonly ChangedField[];
}

/** Compare two glossaries, entry by entry and source by source, by their ids. */
export function diffPacks(from: Glossary, to: Glossary): PackDiff {
  const before = new Map(from.entries.map((entry) => [entry.id, entry]));
  const after = new Map(to.entries.map((entry) => [entry.id, entry]));
  const oldSources = new Map(from.sources.map((source) => [source.id, source]));
  const newSources = new Map(to.sources.map((source) => [source.id, source]));
  return {
    newEntries: to.entries.filter(({ id }) => !before.has(id)),
    lostEntries: from.entries.filter(({ id }) => !after.has(id)),
    changed: to.entries.flatMap((entry) => {
      const old = before.get(entry.id);
      return old === undefined || isSame(old, entry) ? [] : [diffEntries(old, entry)];
    }),
    newSources: to.sources.map(({ id }) => id).filter((id) => !oldSources.has(id)),
    lostSources: from.sources.map(({ id }) => id).filter((id) => !newSources.has(id)),
    changedSources: to.sources
      .filter((source) => oldSources.has(source.id) && !isSame(oldSources.get(source.id), source))
      .map(({ id }) => id),
    changedFields: HEAD_FIELDS.filter((field) => from[field] !== to[field]),
  };
}

/** Whether nothing differs. */
export const isNoDiff = (diff: PackDiff): boolean =>
  Object.values(diff).every((list: readonly unknown[]) => list.length === 0);

function diffEntries(from: Entry, to: Entry): EntryDiff {
  const gone = without(from.claims, to.claims);
  const fresh = without(to.claims, from.claims);
  const changedClaims = pairUp(gone, fresh);
  const paired = new Set<Claim>(changedClaims.flatMap((pair) => [pair.from, pair.to]));
  return {
    id: to.id,
    newNames: without(to.names, from.names),
    lostNames: without(from.names, to.names),
    newClaims: fresh.filter((claim) => !paired.has(claim)),
    lostClaims: gone.filter((claim) => !paired.has(claim)),
    changedClaims,
    changedFields: ENTRY_FIELDS.filter((field) => !isSame(from[field], to[field])),
  };
}

/** Most claims of the same source that are tried as the new wording of a lost claim. */
const MOST_TRIED = 20;

/** Pair lost and new claims of the same source with similar words: these are changed claims. */
function pairUp(gone: readonly Claim[], fresh: readonly Claim[]): EntryDiff['changedClaims'] {
  const left = Map.groupBy(fresh, ({ source }) => source);
  const words = new Map([...gone, ...fresh].map((claim) => [claim, wordsOf(claim.text)] as const));
  return gone.flatMap((from) => {
    const tried = left.get(from.source) ?? [];
    const at = tried
      .slice(0, MOST_TRIED)
      .findIndex((to) => to.text === from.text || isNear(words.get(from), words.get(to)));
    const to = at < 0 ? undefined : tried.splice(at, 1)[0];
    return to === undefined ? [] : [{ from, to }];
  });
}

/** Share of common words from which on two wordings are one statement, reworded. */
const NEAR = 0.5;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function isNear(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()) {
  return one.intersection(other).size / Math.max(one.size, other.size, 1) >= NEAR;
}

function without<TItem>(items: readonly TItem[], others: readonly TItem[]): TItem[] {
  const known = new Set(others.map(canonical));
  return items.filter((item) => !known.has(canonical(item)));
}

/** Describe differences in English: first a line of numbers, then one line for each change. */
export function describeDiff(diff: PackDiff): string[] {
  const all = <TItem>(pick: (entry: EntryDiff) => readonly TItem[]) => diff.changed.flatMap(pick);
  const sums = [
    count(diff.newEntries.length, 'entry', 'new'),
    count(diff.lostEntries.length, 'entry', 'gone'),
    count(all((it) => it.newClaims).length, 'fact', 'new'),
    count(all((it) => it.changedClaims).length, 'fact', 'changed'),
    count(all((it) => it.lostClaims).length, 'fact', 'gone'),
    count(all((it) => it.newNames).length, 'name', 'new'),
    count(all((it) => it.lostNames).length, 'name', 'gone'),
    count(diff.newSources.length, 'source', 'new'),
    count(diff.changedSources.length, 'source', 'changed'),
    count(diff.lostSources.length, 'source', 'gone'),
  ].filter((line) => line !== '');
  const details = [
    ...diff.changedFields.map((field) => `The glossary's ${field} changed.`),
    ...diff.newEntries.map((entry) => `New entry: ${titleOf(entry)}.`),
    ...diff.lostEntries.map((entry) => `Gone: ${titleOf(entry)}.`),
    ...diff.changed.flatMap(describeEntry),
  ];
  if (sums.length + details.length === 0) return ['Nothing differs.'];
  return sums.length === 0 ? details : [sums.join(', '), ...details];
}

function describeEntry(entry: EntryDiff): string[] {
  return [
    ...entry.newNames.map(({ text }) => `${entry.id}: new name "${text}".`),
    ...entry.lostNames.map(({ text }) => `${entry.id}: the name "${text}" is gone.`),
    ...entry.newClaims.map(({ text, asOf }) => `${entry.id}: new fact (as of ${asOf}): ${text}`),
    ...entry.changedClaims.map(({ from, to }) => `${entry.id}: "${from.text}" is now "${to.text}"`),
    ...entry.lostClaims.map(({ text }) => `${entry.id}: the fact is gone: ${text}`),
    ...entry.changedFields.map((field) => `${entry.id}: its ${field} changed.`),
  ];
}

const titleOf = ({ id, names }: Entry): string =>
  names
    .map(({ text }) => text)
    .slice(0, 2)
    .join(', ') || id;

function count(number: number, noun: string, what: string): string {
  if (number === 0) return '';
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number} ${number === 1 ? noun : plural} ${what}`;
}
