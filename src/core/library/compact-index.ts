/** The index of a large library as arrays of numbers: small, and fast to store and load. */

import type { Candidate } from '../matching/candidate.ts';
import { keyOf } from '../matching/matcher.ts';
import { countBefore } from '../text/rank.ts';

/** From the key of a name's first words to the numbers of the entries with such a name. */
export interface CompactIndex {
  /** Keys in ascending order, one for each name. */
  readonly keys: Int32Array;
  /** For each key: the entry's number times `NAMES_PER_ENTRY`, plus the place of the name. */
  readonly names: Int32Array;
}

/** More names than an entry may have (`CAPS.namesPerEntry`). */
const NAMES_PER_ENTRY = 64;

/**
 * Make the index.
 *
 * @param candidates - All entries with all their names. The place in the list is an entry's number.
 */
export function packIndex(candidates: readonly Candidate[]): CompactIndex {
  const pairs: [key: number, name: number][] = [];
  candidates.forEach(({ names }, number) => {
    names.forEach(({ text }, place) => {
      const key = keyOf(text);
      if (key !== null) pairs.push([key, number * NAMES_PER_ENTRY + place]);
    });
  });
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    keys: Int32Array.from(pairs, ([key]) => key),
    names: Int32Array.from(pairs, ([, name]) => name),
  };
}

/**
 * Find the entries with names that have one of some keys.
 *
 * @returns For the number of each entry: the places of those names.
 */
export function findNumbers(
  { keys, names }: CompactIndex,
  asked: Iterable<number>,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const key of asked) {
    for (let i = firstOf(keys, key); keys[i] === key; i++) {
      const name = names[i] as number;
      const number = Math.floor(name / NAMES_PER_ENTRY);
      const places = found.get(number);
      if (places) places.push(name % NAMES_PER_ENTRY);
      else found.set(number, [name % NAMES_PER_ENTRY]);
    }
  }
  return found;
}

/** A candidate with only the names at some places. */
export function withNames(candidate: Candidate, places: readonly number[]): Candidate {
  return { ...candidate, names: candidate.names.filter((_, place) => places.includes(place)) };
}

/** The first index with a key, or where it would be. */
const firstOf = (keys: Int32Array, key: number): number =>
  countBefore(keys.length, (i) => (keys[i] as number) < key);
