/**
 * Checks that a schema cannot make: ids inside a glossary exist and are unique, and not too many
 * names are alike.
 */
import { clip, type Fault, faultAt } from '../faults/fault.ts';
import type { Entry, Glossary } from './glossary.ts';

/** Find references to ids that do not exist, and ids that are used twice. */
export function findBrokenReferences(glossary: Glossary): Fault[] {
  const sources = new Set(glossary.sources.map(({ id }) => id));
  const entries = new Set(glossary.entries.map(({ id }) => id));
  return [
    ...findDoubledIds(glossary.sources, 'sources'),
    ...findDoubledIds(glossary.entries, 'entries'),
    ...glossary.entries.flatMap((entry, i) => [
      ...findLostSources(entry, `entries[${i}]`, sources),
      ...findLostEntries(entry, `entries[${i}]`, entries),
    ]),
  ];
}

/**
 * Find names that too many entries share, or whose first two words begin too many other names.
 * Wherever one of these occurs a page has to compare all of them, and no evidence could decide.
 */
export function findCrowdedNames(
  { entries }: Glossary,
  caps: { readonly bearers: number; readonly beginnings: number },
): Fault[] {
  const bearers = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const faults: Fault[] = [];
  for (const [i, { names }] of entries.entries()) {
    const own = new Set<string>();
    for (const [k, { text }] of names.entries()) {
      const folded = text.toLowerCase();
      const path = `entries[${i}].names[${k}].text`;
      const beginning = folded.split(/[\s-]+/, 2).join(' ');
      if (countOne(beginnings, beginning) === caps.beginnings + 1) {
        faults.push(faultAt(path, 'beginsAlike', clip(beginning), String(caps.beginnings)));
      }
      if (own.has(folded)) continue;
      own.add(folded);
      if (countOne(bearers, folded) === caps.bearers + 1) {
        faults.push(faultAt(path, 'sharedByMany', clip(text), String(caps.bearers)));
      }
    }
  }
  return faults;
}

function countOne(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function findDoubledIds(items: readonly { readonly id: string }[], list: string): Fault[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [faultAt(`${list}[${i}].id`, 'twice', id)];
  });
}

function findLostSources(entry: Entry, at: string, sources: ReadonlySet<string>): Fault[] {
  const named: [path: string, id: string | undefined][] = [
    ...entry.names.map(({ source }, k) => pair(`${at}.names[${k}].source`, source)),
    ...entry.basis.map((source, k) => pair(`${at}.basis[${k}]`, source)),
    pair(`${at}.level.source`, entry.level?.source),
    ...entry.related.map(({ source }, k) => pair(`${at}.related[${k}].source`, source)),
    ...entry.claims.map(({ source }, k) => pair(`${at}.claims[${k}].source`, source)),
  ];
  return named.flatMap(([path, id]) =>
    id === undefined || sources.has(id) ? [] : [faultAt(path, 'lostSource', id)],
  );
}

function findLostEntries(entry: Entry, at: string, entries: ReadonlySet<string>): Fault[] {
  const related = entry.related.flatMap((relation, k) =>
    entries.has(relation.entry)
      ? []
      : [faultAt(`${at}.related[${k}].entry`, 'lostEntry', relation.entry)],
  );
  const parties = entry.parties.flatMap((party, k) =>
    /^[A-Z]{2}$/.test(party) || entries.has(party)
      ? []
      : [faultAt(`${at}.parties[${k}]`, 'lostParty', party)],
  );
  return [...related, ...parties];
}

const pair = (path: string, id: string | undefined): [string, string | undefined] => [path, id];
