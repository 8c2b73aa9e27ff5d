/** Entries of different glossaries that are one and the same thing under different ids. */
import type { Entry, Glossary } from './glossary.ts';

/** An entry, with the glossary that it is of. */
interface Bearer {
  readonly glossary: Glossary;
  readonly entry: Entry;
}

/** Gathers entries that are the same, in the library's order. */
export interface TwinFinder<TBearer extends Bearer> {
  /** @returns Those before it that it is the same as; empty for most. */
  add(bearer: TBearer): readonly TBearer[];
}

/**
 * Create a finder that knows no entry yet.
 *
 * Two entries are the same when they share a long form, a short form too where both have some, and a
 * party where both have some: there is a Ministry of Defence in many a country.
 */
export function createTwinFinder<TBearer extends Bearer>(): TwinFinder<TBearer> {
  const byLong = new Map<string, TBearer | TBearer[]>();
  return {
    add(bearer) {
      const found = new Set<TBearer>();
      for (const long of namesOf(bearer.entry, 'long')) {
        const known = byLong.get(long);
        if (known === undefined) {
          byLong.set(long, bearer);
          continue;
        }
        const all = Array.isArray(known) ? known : [known];
        for (const other of all) if (areTwins(other, bearer)) found.add(other);
        byLong.set(long, [...all, bearer]);
      }
      return [...found];
    },
  };
}

function areTwins(one: Bearer, other: Bearer): boolean {
  return (
    one.glossary !== other.glossary &&
    agree(namesOf(one.entry, 'short'), namesOf(other.entry, 'short')) &&
    agree(one.entry.parties.filter(isCountry), other.entry.parties.filter(isCountry))
  );
}

/** The ids of entries say nothing outside their glossary. */
const isCountry = (party: string): boolean => /^[A-Z]{2}$/.test(party);

const agree = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((each) => other.includes(each));

function namesOf({ names }: Entry, role: 'short' | 'long'): string[] {
  return names.filter((name) => name.role === role).map(({ text }) => text.toLowerCase());
}
