/** Finds entries of different glossaries that describe the same thing. */
import type { Entry, Glossary } from '../glossary/glossary.ts';

/** An entry with its glossary. */
interface Bearer {
  readonly glossary: Glossary;
  readonly entry: Entry;
}

/** Finds for each entry the same ones among those added before. */
interface SameEntryFinder<TBearer extends Bearer> {
  /** Add an entry. @returns The same entries added before it, at most one of each glossary. */
  add(bearer: TBearer): readonly TBearer[];
}

/** Most entries with one long form that are compared: if more have it, it names a kind of thing. */
const MOST_BEARERS = 200;

/** An entry with what is compared: short forms in lower case, and country codes. */
interface Compared<TBearer> {
  readonly bearer: TBearer;
  readonly shorts: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

/**
 * Create a finder that knows no entry yet.
 *
 * Two entries are the same if they share a long form and, where both have some, a short form and a
 * country: many countries have a Ministry of Defence.
 */
export function createSameEntryFinder<TBearer extends Bearer>(): SameEntryFinder<TBearer> {
  const byLong = new Map<string, Compared<TBearer>[]>();
  return {
    add(bearer) {
      const { entry, glossary } = bearer;
      const compared = {
        bearer,
        shorts: new Set(namesOf(entry, 'short')),
        countries: new Set(entry.parties.filter(isCountry)),
      };
      const found = new Map<Glossary, TBearer>();
      const seen = new Set<Compared<TBearer>>([compared]);
      for (const long of namesOf(entry, 'long')) {
        const known = byLong.get(long) ?? [];
        for (const other of known) {
          if (seen.has(other)) continue;
          seen.add(other);
          const home = other.bearer.glossary;
          if (home !== glossary && !found.has(home) && areSame(other, compared)) {
            found.set(home, other.bearer);
          }
        }
        if (known.length < MOST_BEARERS) known.push(compared);
        byLong.set(long, known);
      }
      return [...found.values()];
    },
  };
}

const areSame = (one: Compared<unknown>, other: Compared<unknown>): boolean =>
  agree(one.shorts, other.shorts) && agree(one.countries, other.countries);

/** Whether a party is a country: ids of entries have no meaning in another glossary. */
export const isCountry = (party: string): boolean => /^[A-Z]{2}$/.test(party);

const agree = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === 0 || other.size === 0 || !one.isDisjointFrom(other);

function namesOf({ names }: Entry, role: 'short' | 'long'): string[] {
  return names.filter((name) => name.role === role).map(({ text }) => text.toLowerCase());
}
