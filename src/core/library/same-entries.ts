/** Entries of different glossaries that are one and the same thing under different ids. */
import type { Entry, Glossary } from '../glossary/glossary.ts';

/** An entry, with the glossary that it is of. */
interface Bearer {
  readonly glossary: Glossary;
  readonly entry: Entry;
}

/** Gathers entries that are the same, in the library's order. */
interface TwinFinder<TBearer extends Bearer> {
  /** @returns Those before it that it is the same as, one of each glossary; none for most. */
  add(bearer: TBearer): readonly TBearer[];
}

/** A long form that more entries have than this names a kind of thing: its other bearers are not compared. */
const MOST_BEARERS = 200;

/** A bearer with what it is compared by. */
interface Compared<TBearer> {
  readonly bearer: TBearer;
  readonly shorts: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

/**
 * Create a finder that knows no entry yet.
 *
 * Two entries are the same when they share a long form, a short form too where both have some, and a
 * party where both have some: there is a Ministry of Defence in many a country.
 */
export function createTwinFinder<TBearer extends Bearer>(): TwinFinder<TBearer> {
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
          if (home !== glossary && !found.has(home) && areTwins(other, compared)) {
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

const areTwins = (one: Compared<unknown>, other: Compared<unknown>): boolean =>
  agree(one.shorts, other.shorts) && agree(one.countries, other.countries);

/** The ids of entries say nothing outside their glossary. */
const isCountry = (party: string): boolean => /^[A-Z]{2}$/.test(party);

const agree = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === 0 || other.size === 0 || !one.isDisjointFrom(other);

function namesOf({ names }: Entry, role: 'short' | 'long'): string[] {
  return names.filter((name) => name.role === role).map(({ text }) => text.toLowerCase());
}
